"""The command that watches a folder: watch."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import hand_over, print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.importing.take_in import ImportReport


def watch(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to watch.")],
    me: Annotated[
        list[str] | None,
        typer.Option("--me", metavar="ADDRESS-OR-NAME", help="You, as for import. May be repeated."),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Take in what lies there now, then end.")] = False,
    quiet: Annotated[
        float, typer.Option("--quiet", metavar="SECONDS", min=0.0, help="How long a file must lie still.")
    ] = 3.0,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Take in whatever is dropped into a folder, until you press Ctrl-C.

    What lies there already is taken in first. A file is taken once it has not changed for some seconds, and never
    while its name says that it is still being downloaded (.part, .crdownload). What is not recognised is said once,
    and tried again only when it changes. Files are read, not moved.

    \b
    Example:
      maarif watch ~/Downloads --me you@mail.example
    """
    from maarif.app.importing.watch import Watching
    from maarif.app.importing.watch import watch as watched
    from maarif.faces.cli.progress import progress_bar

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with opened(home) as open_home, progress_bar() as progress:
            if not once:
                say(f"Watching {folder}. To end: Ctrl-C")
            for report in watched(open_home, Watching(folder, me or (), quiet, once, progress)):
                _tell(report, json=json)
    except KeyboardInterrupt:
        say("No longer watching. What was taken in is kept.")


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt


def _tell(report: ImportReport, *, json: bool) -> None:
    from maarif.faces.cli import reports

    if json:
        print_record(reports.report_shape(report))
    else:
        print_lines(reports.import_report(report, width()))
    hand_over()
