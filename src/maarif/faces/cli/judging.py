"""The commands about identity beside the review: why, split, decisions, me."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from maarif.faces.cli.deciding import OneArgument, OtherArgument
from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption, WhoArgument
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.app.identity.splitting import Split
    from maarif.domain.people import Person


def why(one: OneArgument, other: OtherArgument, home: HomeOption = None, json: JsonOption = False) -> None:
    """Show why two are taken for one human, or are not.

    Every reason with its points, their sum, the bars, the guard that overruled them, and your own word.
    Where two addresses were never held against each other, the path of judgements that leads from one to
    the other.

    \b
    Example:
      maarif why sara@work.example sara.haddad@home.example
    """
    from maarif.app.identity.why import why as find_out
    from maarif.faces.cli import identity, shapes

    with opened(home) as open_home:
        found = find_out(open_home, one, other)
    if json:
        print_record(shapes.why(found))
    else:
        print_lines(identity.why(found, width()))


def split(
    who: WhoArgument,
    handles: Annotated[
        list[str] | None, typer.Argument(metavar="[ADDRESS]...", help="Their addresses to part.")
    ] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Take one person apart, for ever.

    The addresses named become one person, all others stay the other; with none named, you are asked for
    each. Old ids still lead to somebody: each to the part that has its address.

    \b
    Example:
      maarif split "Jan Weber" jan.weber2@tannhof.example
    """
    from maarif.app.identity import splitting
    from maarif.app.knowing import look

    with opened(home) as open_home:
        if handles:
            done = splitting.split(open_home, who, handles)
        else:
            person = look.find(open_home, who)
            numbers = _ask_for_parts(person)
            done = splitting.split_into(open_home, person, splitting.parts_of(person, numbers))
    _tell(done, json)


def _ask_for_parts(person: Person) -> list[int]:
    """Which human each address belongs to, 1 to 9, as typed; a line without a number is 1."""
    from maarif.faces.cli import identity

    print_lines(identity.parts([person], width()))
    say("Which human is behind each address? Type 1, 2 ... for each; the same number is the same human.")
    found = []
    for handle in person.handles:
        say(f"{handle}:")
        line = sys.stdin.readline().strip()
        found.append(int(line) if line.isdecimal() and len(line) == 1 else 1)
    return found


def _tell(done: Split, json: bool) -> None:
    from maarif.faces.cli import identity, shapes

    if json:
        print_record({"decision": f"d{done.decision}", "people": [shapes.person(one) for one in done.people]})
        return
    print_lines(identity.parts(done.people, width()))
    say(f"They are {len(done.people)} people now. To take it back: maarif undo d{done.decision}")


def decisions(home: HomeOption = None, json: JsonOption = False) -> None:
    """List what you decided about who is who, with the number that takes it back.

    \b
    Example:
      maarif decisions
    """
    with opened(home) as open_home:
        list_decisions(open_home, json)


def list_decisions(home: Home, json: bool) -> None:
    """Print every decision, oldest first."""
    from maarif.app.identity import decide
    from maarif.faces.cli import identity, shapes

    found = sorted([*decide.decisions(home), *decide.own_decisions(home)], key=lambda one: (one[0], one[1].left))
    for number, judged in found:
        if json:
            print_record(shapes.judgement(judged, number))
        else:
            print_lines(identity.decision(number, judged, width()))
    if not found:
        say("Nothing decided yet.")
    elif not json:
        say(f"To take one back: maarif undo d{found[-1][0]}")


def me(
    add: Annotated[str | None, typer.Option("--add", metavar="ADDRESS", help="Say that it is your own.")] = None,
    remove: Annotated[str | None, typer.Option("--remove", metavar="ADDRESS", help="Say that it is not.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """List your own addresses, and why they are believed to be yours.

    What nobody said is marked as guessed; `maarif review` asks you about it.

    \b
    Examples:
      maarif me
      maarif me --add sara.haddad@home.example
    """
    from maarif.app.identity import owner
    from maarif.faces.cli import identity

    with opened(home) as open_home:
        numbers = [owner.claim(open_home, said, mine) for said, mine in ((add, True), (remove, False)) if said]
        found = owner.own_addresses(open_home)
    for one in found:
        if json:
            print_record({"handle": str(one.handle), "why": one.why, "guessed": one.is_guessed})
        else:
            print_lines(identity.own(one, width()))
    if not found:
        say("Who you are is not known. Say so with: maarif me --add YOUR-ADDRESS")
    for number in numbers:
        say(f"Noted. To take it back: maarif undo d{number}")
