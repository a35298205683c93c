"""`python -m bench [recipients|import|ask|cold|resolve|needs|sources|formats ...]`: run, print, keep the results."""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

from bench.options import Options
from bench.report import ROOT, Part, keep, kept_parts, markdown, write_docs

PARTS = {
    "recipients": "bench.recipients",
    "import": "bench.imports",
    "ask": "bench.ask",
    "cold": "bench.cold",
    "resolve": "bench.resolve",
    "pages": "bench.pages",
    "ties": "bench.ties",
    "needs": "bench.needs",
    "sources": "bench.sources",
    "formats": "bench.formats",
}


def main() -> None:
    """Run the parts that were named, or all of them."""
    arguments = _arguments()
    data = Path(arguments.data) if arguments.data else None
    options = Options(
        out=Path(arguments.out),
        data=data,
        scale=arguments.scale,
        per_user=arguments.per_user,
        keep_homes=arguments.keep_homes,
        command=_command(arguments),
    )
    if arguments.parts or not arguments.write_docs:
        for name in arguments.parts or PARTS:
            part: Part = importlib.import_module(PARTS[name]).run(options)
            keep(part, options.out)
            print(markdown(part), end="\n\n", flush=True)
    if arguments.write_docs:
        write_docs(kept_parts(options.out))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Maarif; see docs/benchmarks.md.")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="which to run (default: all)", metavar="PART")
    parser.add_argument(
        "--data", default=os.environ.get("MAARIF_BENCH_DATA", _data_beside()), help="mailboxes and queries"
    )
    parser.add_argument("--out", default=str(ROOT / "bench" / "out"), help="results and generated files")
    parser.add_argument("--scale", type=float, default=1.0, help="share of the full amounts of import and ask")
    parser.add_argument("--per-user", action="store_true", help="recipients: a table by mailbox as well")
    parser.add_argument("--keep-homes", action="store_true", help="ask: use the generated homes of the last run")
    parser.add_argument("--write-docs", action="store_true", help="put the last results into docs/benchmarks.md")
    return parser.parse_args()


def _command(arguments: argparse.Namespace) -> str:
    """What was run, without the folders of this machine."""
    scale = [] if arguments.scale == 1 else ["--scale", f"{arguments.scale:g}"]
    return " ".join(("python -m bench", *arguments.parts, *scale))


def _data_beside() -> str | None:
    folder = ROOT.parent / "shared" / "data"
    return str(folder) if folder.is_dir() else None


if __name__ == "__main__":
    main()
