"""Put all needs to one home and print what each cost: `python -m bench.ask.measure HOME [DAYS-AGO]`."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bench import program
from bench.ask.world import Asked, needs

#: Asked before the clock runs, so that files and code are warm as in a process that stays open.
WARM_UP = 5


def main() -> None:
    """Open the home, ask, print one JSON object."""
    ago = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    on = int(time.time()) - ago * 86_400 if ago else None
    start = time.perf_counter()
    home = program.open_home(Path(sys.argv[1]))
    asked = needs()
    first = _cost(home, asked[0], on)
    opened = time.perf_counter() - start
    for need in asked[1:WARM_UP]:
        _cost(home, need, on)
    costs = [{"sort": need.sort, **_cost(home, need, on)} for need in asked]
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"open_and_first_s": opened, "first": first, "memory_mb": memory, "costs": costs}))


def _cost(home: object, need: Asked, on: int | None) -> dict[str, float]:
    cpu, wall = time.process_time(), time.perf_counter()
    answer = program.ask(home, need.text, need.kind, 7, on)
    return {
        "cpu_ms": (time.process_time() - cpu) * 1000,
        "wall_ms": (time.perf_counter() - wall) * 1000,
        "named": len(answer.suggestions),
    }


if __name__ == "__main__":
    main()
