"""How long the pages take: server time of each, on a home that is given."""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from bench.ask import SHARES
from bench.ask.world import MESSAGES, needs
from bench.children import run_child
from bench.options import Options
from bench.report import Cell, Part, Table, setting

#: How often each page is opened; the first time is left out, for it lays out what the others use.
TIMES = 30


def run(options: Options) -> Part:
    """Open every page of the largest home that `ask` has built, or of the home in --data."""
    given = [options.data] if options.data and (options.data / "maarif.db").exists() else _built(options)
    rows: list[tuple[Cell, ...]] = []
    for home in given:
        cost = run_child([sys.executable, "-m", "bench.pages", str(home)])
        if cost.code != 0:
            print(f"pages: {home.name}: {cost.complaints[-400:]}", file=sys.stderr)
            continue
        found = json.loads(cost.printed)
        title = f"{found['items']:,} items, {found['people']:,} people"
        rows += [(title, page, *times) for page, times in found["pages"].items()]
    table = Table(
        "Server time of a page",
        ("home", "page", "first ms", "p50 ms", "p95", "p50 CPU ms", "p95", "kB gzipped"),
        tuple(rows),
    )
    return Part("pages", (table,), setting(options.command, {"times": str(TIMES)}))


def _built(options: Options) -> list[Path]:
    homes = [options.out / "homes" / f"ask-{max(int(MESSAGES * share * options.scale), 100)}" for share in SHARES]
    return [home for home in homes[::-1] if home.exists()][:1]


def main() -> None:
    """Measure one home, print one JSON object."""
    from starlette.testclient import TestClient

    from maarif.faces.web.app import Door, make_app
    from maarif.faces.web.household import Household

    home = Path(sys.argv[1])
    household = Household(home)
    with TestClient(make_app(household, Door("token")), base_url="http://127.0.0.1") as client:
        first = client.get("/?key=token")
        csrf = _only(r'"X-CSRF-Token": "(\w+)"', first.text)
        pages = {name: _measured(makes) for name, makes in _pages(client, csrf).items()}
        counts = re.findall(r"<li>([\d,]+) items?, ([\d,]+) p", client.get("/settings").text)[0]
    shutil.rmtree(home / "inbox", ignore_errors=True)
    items, people = (int(count.replace(",", "")) for count in counts)
    print(json.dumps({"items": items, "people": people, "pages": pages}))


def _pages(client: Any, csrf: str) -> dict[str, Any]:
    everybody = re.findall(r'href="/person/(\w+)"', client.get("/people").text)
    asked = [need.text for need in needs()]
    letters = ("a", "an", "ann", "anna", "be", "ber", "mu", "mus", "er", "mail")
    timeline = re.findall(r"/timeline\?after=([^\"]+)", client.get(f"/person/{everybody[0]}").text)
    after = timeline[0] if timeline else ""
    return {
        "ask": lambda n: client.post("/ask", data={"csrf": csrf, "text": asked[n % len(asked)]}),
        "people": lambda _: client.get("/people"),
        "search as one types": lambda n: client.get(f"/people?text={letters[n % len(letters)]}"),
        "people, filtered": lambda _: client.get("/people?state=dormant&sort=name"),
        "person": lambda n: client.get(f"/person/{everybody[n % len(everybody)]}"),
        "timeline, next page": lambda _: client.get(f"/person/{everybody[0]}/timeline?after={after}"),
        "who is who": lambda _: client.get("/who-is-who"),
        "settings": lambda _: client.get("/settings"),
    }


def _measured(makes: Any) -> list[float]:
    times, worked = [], []
    size = 0
    for number in range(TIMES + 1):
        start, cpu = time.perf_counter(), time.process_time()
        answer = makes(number)
        times.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - cpu) * 1000)
        assert answer.status_code == 200, answer.text[:500]
        size = max(size, int(answer.headers.get("content-length", 0)))
    percentiles = [*np.percentile(times[1:], [50, 95]), *np.percentile(worked[1:], [50, 95])]
    return [times[0], *map(float, percentiles), size / 1000]


def _only(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found, page[:500]
    return found.group(1)


if __name__ == "__main__":
    main()
