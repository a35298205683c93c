"""The commands by which the owner decides: same, different, mark."""

from __future__ import annotations

from typing import Annotated

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, WhoArgument
from maarif.faces.cli.screen import say

OneArgument = Annotated[str, typer.Argument(metavar="A", help="An address, an id, or (part of) a name.")]
OtherArgument = Annotated[str, typer.Argument(metavar="B", help="The other one.")]


def same(one: OneArgument, other: OtherArgument, home: HomeOption = None) -> None:
    """Say that two are one human, whatever it looks like.

    \b
    Example:
      maarif same sara@work.example sara.haddad@home.example
    """
    from maarif.app.identity import decide

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
    from maarif.app.identity import decide

    with opened(home) as open_home:
        number = decide.different(open_home, one, other)
    say(f"Noted: they are two. To take it back: maarif undo d{number}")


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
    from maarif.app.identity import decide

    with opened(home) as open_home:
        person = decide.mark(open_home, who, word, remove)
    say(f"{person.name} is {'no longer ' if remove else ''}marked: {word}")
