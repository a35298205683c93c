"""`python -m bench.needs make --out DIR [--owner ID]`: write the owners' files, needs and judgements."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.needs.make import make
from bench.needs.owner import owners


def main() -> None:
    """Write one owner, or all of them."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.needs", description="Write the files of the invented owners."
    )
    parser.add_argument("verb", choices=["make"])
    parser.add_argument("--out", required=True, help="folder to write to; a folder per owner in it is made anew")
    parser.add_argument("--owner", choices=owners(), help="only this one")
    arguments = parser.parse_args()
    for name in [arguments.owner] if arguments.owner else owners():
        world = make(name, Path(arguments.out))
        print(f"{name}: {len(world.people)} people, {len(world.owner.needs)} needs")


if __name__ == "__main__":
    main()
