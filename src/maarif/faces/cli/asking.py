"""The command that the program is for: ask."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.faces.cli.opened import moment_of, opened, origins_of, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.domain.needs import Answer
    from maarif.faces.cli.answers import Shown
    from maarif.faces.cli.needs import Line

#: What `ask --from` ends with where a line could not be asked; the others are answered all the same.
BAD_LINE = 2


def ask(
    text: Annotated[str | None, typer.Argument(metavar="[TEXT]", help="What you need, in plain words.")] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="job, spread, confide, expert, intro, favour, hire, company or recipients.  [default: told from the words]"),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many people at most.")] = 7,
    on: WhenOption = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="FILE", help="Ask every line of a file of JSON lines; - is the standard input.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show the points of every reason and their sum.")] = False,
    why_not: Annotated[bool, typer.Option("--why-not", help="Name the people who were set aside, and why.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Who of all the people you know could help, and why them.

    \b
    Examples:
      maarif ask "I am looking for a new job, something with water"
      maarif ask "who keeps bees?" --on 2025-06-01 --why
      maarif ask --from needs.jsonl --json

    A line of --from is {"id", "text", "kind", "on"}; all but "text" may be absent or null. Each line in gives a line
    out; a line that cannot be asked gives {"line", "id", "error"}, and the exit code is 2 at the end.
    """  # fmt: skip
    if (text is None) == (from_ is None):
        raise typer.BadParameter("Say what you need, or name a file with --from.", param_hint="TEXT")
    manner = _Manner(json, why, why_not)
    with opened(home) as open_home:
        if from_ is None:
            _ask_one(open_home, Asked(text or "", kind, moment_of(on)), limit, manner)
        elif _ask_all(open_home, from_, Asked("", kind, moment_of(on)), limit, manner):
            raise typer.Exit(BAD_LINE)
