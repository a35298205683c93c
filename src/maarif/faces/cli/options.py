"""The options that many commands share, each said once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

HomeOption = Annotated[
    Path | None,
    typer.Option("--home", metavar="FOLDER", help="The home to use.  [default: MAARIF_HOME, else your data folder]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print data, one JSON object a line, instead of words.")]
WhenOption = Annotated[
    str | None,
    typer.Option("--on", metavar="WHEN", help="As if on that day (2026-03-31) or moment: nothing later counts."),
]
WhoArgument = Annotated[str, typer.Argument(metavar="WHO", help="An id, an address, or (part of) a name.")]
