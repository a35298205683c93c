"""The commands that look: people, person, show."""

from __future__ import annotations

from typing import Annotated

import typer

from maarif.faces.cli.opened import moment_of, names_of, opened, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption, WhoArgument
from maarif.faces.cli.screen import print_lines, print_record, say, width


def people(
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="Only those whose name, address, employer or title holds this."),
    ] = None,
    on: WhenOption = None,
    everyone: Annotated[bool, typer.Option("--all", help="Lists, shared mailboxes and services as well.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List the people you know, closest first.

    \b
    Example:
      maarif people hamburg

    With --json, everybody is listed, lists and services too; "kind" tells.
    """
    from maarif.app.knowing import look
    from maarif.faces.cli import portraits, shapes

    with opened(home) as open_home:
        found = look.people(open_home, text, moment_of(on))
    if json:
        for known in found:
            print_record(shapes.acquaintance(known))
        return
    shown = [known for known in found if everyone or known.person.kind == "person"]
    if shown:
        print_lines(portraits.people(shown, width()))
    else:
        say("Nobody found. " + ("Try fewer words." if text else "Begin with: maarif import FILE-OR-FOLDER..."))
    if len(found) > len(shown):
        say(f"Left out: {len(found) - len(shown):,} lists, shared mailboxes and services (--all shows them).")


def person(
    who: WhoArgument,
    on: WhenOption = None,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="So many lines of the timeline.")] = 30,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Show one person: how things stand, and what is known.

    WHO is an id, an address, or (part of) a name. Every fact carries the reference of what it comes from, for
    `maarif show`.

    \b
    Example:
      maarif person "Sara Haddad"
    """
    from maarif.app.knowing import look
    from maarif.faces.cli import portraits, shapes

    moment = moment_of(on)
    with opened(home) as open_home:
        known = look.person(open_home, who, moment)
        timeline = look.timeline(open_home, known.person.id, moment, limit)
        origins = [context.origin for context in known.contexts] + [fact.origin for fact in known.facts]
        found = {} if json else references(open_home, origins)
    if json:
        print_record({**shapes.acquaintance(known), "timeline": [shapes.event(each) for each in timeline]})
    else:
        print_lines(portraits.person(known, timeline, found, width()))


def show(
    origin: Annotated[
        str, typer.Argument(metavar="ORIGIN", help="A reference from an answer, such as i12, or SOURCE#ITEM.")
    ],
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Open what a reason rests on, as its source said it.

    \b
    Example:
      maarif show i12
    """
    from maarif.app.knowing import look
    from maarif.faces.cli import items, shapes

    with opened(home) as open_home:
        view = look.show(open_home, origin)
        names = {} if json else names_of(open_home, view.people)
    if json:
        print_record(shapes.item(view))
    else:
        print_lines(items.item(view, names, width()))
