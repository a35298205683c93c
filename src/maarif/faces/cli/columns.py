"""The command that shows what the columns of a table are taken for, and puts them right."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from maarif.faces.cli.options import JsonOption
from maarif.faces.cli.screen import print_record, say

_BY = {"name": "by its name", "contents": "by what it holds", "owner": "as you said", "": ""}


def columns(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table (CSV) of contacts.")],
    correct: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="COLUMN=WHAT", help="What a column holds: Tel.=phone. May be repeated."),
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show what the columns of a table are taken for, and correct it.

    WHAT is a word (name, first name, phone, email, city, birthday), a vCard property (TEL work), - for a column that
    says nothing about people, or keep. It is kept in FILE.columns.json beside the table, and holds for every import
    of it from then on; where the table was taken in before, undo that import first.

    \b
    Example:
      maarif columns book.csv --set "Tel.=phone"
    """
    from maarif.app.importing.sheets import columns_of, correct_columns
    from maarif.domain.errors import BadInput

    said = dict(_pair(each) for each in correct or ())
    if any(not name for name in said):
        raise BadInput('Say it so: --set "Tel.=phone"')
    found = correct_columns(file, said) if said else columns_of(file)
    for column in found:
        if json:
            print_record(asdict(column))
        else:
            print(_line(column.name, column.holds, _BY[column.by], column.samples))
    if said:
        say(f"Kept in {file.name}.columns.json. It holds from the next import on; undo an earlier one first.")


def _pair(written: str) -> tuple[str, str]:
    name, equals, word = written.rpartition("=")
    return (name.strip(), word.strip()) if equals else ("", "")


def _line(name: str, holds: str, by: str, samples: tuple[str, ...]) -> str:
    from maarif.faces.cli.bidi import clean

    what = {"": "kept under its own name", "-": "left out"}.get(holds, holds)
    told = f"{what} ({by})" if by else what
    return clean(f"{name[:30]:<30}  {told:<36}  {' | '.join(samples)}"[:160].rstrip())
