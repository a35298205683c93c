"""The commands by which the owner decides: same, different, review, mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption, WhoArgument
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home

OneArgument = Annotated[str, typer.Argument(metavar="A", help="An address, an id, or (part of) a name.")]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help="The other one.")]


def same(one: OneArgument, other: OtherArgument, home: HomeOption = None) -> None:
    """Say that two are one human, whatever it looks like.

    \b
    Example:
      maarif same sara@work.example sara.haddad@home.example
    """
    from maarif.app import decide

    with opened(home) as open_home:
        number = decide.same(open_home, one, other)
    say(f"Noted: they are one. To take it back: maarif undo d{number}")


def different(one: OneArgument, other: OtherArgument, home: HomeOption = None) -> None:
    """Say that two are not one human, whatever it looks like.

    Two addresses of one person are taken apart.

    \b
    Example:
      maarif different info@club.example sara@work.example
    """
    from maarif.app import decide

    with opened(home) as open_home:
        number = decide.different(open_home, one, other)
    say(f"Noted: they are two. To take it back: maarif undo d{number}")


def review(
    decided: Annotated[bool, typer.Option("--decided", help="List what you decided so far instead.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many questions at most.")] = 20,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List pairs that may be one human, most likely first.

    Each comes with what speaks for and against it, and with the commands that settle it.

    \b
    Example:
      maarif review --limit 5
    """
    with opened(home) as open_home:
        if decided:
            _decisions(open_home, json)
        else:
            _questions(open_home, limit, json)


def _questions(home: Home, limit: int, json: bool) -> None:
    from maarif.app import decide, look
    from maarif.faces.cli import identity, shapes

    found = decide.review(home)
    for judged in found[:limit]:
        if json:
            print_record(shapes.judgement(judged))
        else:
            names = [look.find(home, str(handle)).name for handle in (judged.left, judged.right)]
            print_lines(identity.question(judged, names, width()))
    if not found:
        say("No open questions.")
    elif len(found) > limit:
        say(f"{len(found) - limit:,} more: maarif review --limit {len(found)}")


def _decisions(home: Home, json: bool) -> None:
    from maarif.app import decide
    from maarif.faces.cli import identity, shapes

    found = decide.decisions(home)
    for number, judged in found:
        if json:
            print_record(shapes.judgement(judged, number))
        else:
            print_lines(identity.decision(number, judged, width()))
    if not found:
        say("Nothing decided yet.")


def mark(
    who: WhoArgument,
    word: Annotated[
        str,
        typer.Argument(metavar="MARK", help='close, "keep away", deceased or "never suggest".', show_default=False),
    ],
    remove: Annotated[bool, typer.Option("--remove", help="Take the mark back.")] = False,
    home: HomeOption = None,
) -> None:
    """Write down your own word about somebody.

    It stands above all that is computed: close; keep away, deceased or never suggest are never suggested.

    \b
    Example:
      maarif mark "Sara Haddad" close
    """
    from maarif.app import decide

    with opened(home) as open_home:
        person = decide.mark(open_home, who, word, remove)
    say(f"{person.name} is {'no longer ' if remove else ''}marked: {word}")
