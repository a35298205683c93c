"""The commands that take in, list, and take back: import, imports, undo, items, note."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from maarif.faces.cli.opened import moment_of, opened
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

#: What an import ends with where a file was not recognised or not readable; the others are taken in.
REFUSED = 2


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders of every kind.")],
    me: Annotated[
        list[str] | None,
        typer.Option(
            "--me", metavar="ADDRESS-OR-NAME", help="You: an address, or your name in chats. May be repeated."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would come, and change nothing.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Take in files and folders of every kind.

    Mail (mbox, Maildir, .eml), address books (vCard), the LinkedIn export, tables of encounters (CSV), notes
    (Markdown, plain text), and archives of these. Each file is recognised by its content. Importing the same
    files again changes nothing, and every import can be undone. A file that is not recognised is named, the
    others are taken in, and the exit code is 2. Ctrl-C ends it at any moment; the same command then goes on.

    \b
    Example:
      maarif import ~/Mail contacts.vcf linkedin.zip --me you@mail.example
      maarif import ~/Downloads/takeout.zip --dry-run
    """
    from maarif.faces.cli import reports
    from maarif.faces.cli.progress import progress_bar

    if dry_run:
        _rehearse(paths, me or [], home, json)
        return
    from maarif.app.importing.take_in import take_in

    with opened(home) as open_home, progress_bar() as progress:
        report = take_in(open_home, paths, me or [], progress)
    if json:
        print_record(reports.report_shape(report))
    else:
        print_lines(reports.import_report(report, width()))
    if report.refused:
        raise typer.Exit(REFUSED)


def _rehearse(paths: list[Path], me: list[str], home: Path | None, json: bool) -> None:
    """Print what an import would bring; where there is no home yet, none is made."""
    from contextlib import nullcontext

    from maarif.app.importing.rehearse import home_if_any, rehearse
    from maarif.faces.cli import rehearsals
    from maarif.faces.cli.progress import progress_bar

    with home_if_any(home) or nullcontext() as open_home, progress_bar() as progress:
        found = rehearse(open_home, paths, me, progress)
    if json:
        print_record(rehearsals.rehearsal_shape(found))
    else:
        print_lines(rehearsals.rehearsal(found, width()))
    if found.refused:
        raise typer.Exit(REFUSED)


def imports(home: HomeOption = None, json: JsonOption = False) -> None:
    """List the imports there were, oldest first.

    \b
    Example:
      maarif imports
    """
    from maarif.app.identity.decide import batches
    from maarif.faces.cli import reports

    with opened(home) as open_home:
        found = batches(open_home)
    if json:
        for batch in found:
            print_record(reports.batch_shape(batch))
    else:
        print_lines(reports.batches(found, width()))


def defects(home: HomeOption = None, json: JsonOption = False) -> None:
    """List what could not be read, with the place it stands at; nothing of it is lost that could be read.

    \b
    Example:
      maarif defects
    """
    from maarif.app.identity import decide
    from maarif.faces.cli import reports

    with opened(home) as open_home:
        found = decide.defects(open_home)
    if json:
        for batch, defect in found:
            print_record(reports.defect_shape(batch, defect))
    else:
        print_lines(reports.defects(found, width()))


def undo(
    what: Annotated[str, typer.Argument(metavar="WHAT", help="An import, such as 3, or a decision, such as d2.")],
    home: HomeOption = None,
) -> None:
    """Take back an import or a decision.

    \b
    Example:
      maarif undo 3
    """
    from maarif.app.identity import decide

    with opened(home) as open_home:
        say(decide.undo(open_home, what))


def items(
    person: Annotated[
        str | None, typer.Option("--person", metavar="WHO", help="Only what this person takes part in.")
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List what the sources said, an item a line.

    \b
    Example:
      maarif items --person "Sara Haddad" --json
    """
    from maarif.app.knowing import look
    from maarif.faces.cli import items as lines
    from maarif.faces.cli import shapes

    with opened(home) as open_home:
        found = look.items(open_home, person)
        if json:
            for view in found:
                print_record(shapes.item(view))
        else:
            room = width()
            print_lines(each for view in found for each in lines.line(view, room))


def note(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you want to keep, in your own words.")],
    on: WhenOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Keep a note. People named in it by their full name are linked to it.

    \b
    Example:
      maarif note "Met Sara Haddad at the fair; she keeps bees."
    """
    from maarif.app.knowing import keep
    from maarif.faces.cli import shapes

    with opened(home) as open_home:
        batch, origin = keep.note(open_home, text, moment_of(on))
    if json:
        print_record({"batch": batch, "origin": shapes.origin(origin)})
    else:
        say(f"Kept as {origin.item}. To take it back: maarif undo {batch}")
