"""The command by which the owner says what an answer was worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home

#: What one types, and what is kept.
_OPINIONS = {"good": "good", "not": "not this person", "wrong": "wrong reason"}


def feedback(
    who: Annotated[str | None, typer.Argument(metavar="WHO", help="A place in the last answer, or a person.")] = None,
    opinion: Annotated[str | None, typer.Argument(metavar="WORD", help="good, not or wrong.")] = None,
    need: Annotated[
        str | None, typer.Option("--need", metavar="TEXT", help="The need, where it is not the last.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="ITEM", help="The item of the wrong reason.")
    ] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", help="Take back what you said.")] = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Say of somebody in an answer: good, not this person, or wrong reason; without words, list what you said.

    Later answers to needs like that one follow it, and say so.

    \b
    Examples:
      maarif feedback 1 good
      maarif feedback 3 not
      maarif feedback "Idris Bello" wrong --reason i871
    """
    with opened(home) as open_home:
        if undo is not None:
            from maarif.app.asking.feedback import take_back

            take_back(open_home, undo)
            say("Forgotten.")
        elif who is None:
            _list(open_home, json)
        else:
            _keep(open_home, who, opinion or "", (need, reason))


def _keep(home: Home, who: str, opinion: str, given: tuple[str | None, str | None]) -> None:
    from maarif.app.asking.feedback import feedback as keep
    from maarif.app.asking.last_answer import last_answer, placed
    from maarif.domain.errors import BadInput

    if opinion not in _OPINIONS:
        raise BadInput(f"{opinion!r} says nothing of an answer. Say good, not or wrong: maarif feedback 1 good")
    need, reason = given
    place = placed(home, who)
    last = None if need is not None else place[0] if place else last_answer(home)
    text, kind = (need or "", None) if last is None else (last.text, last.kind)
    number = keep(home, text, kind, place[1] if place else who, _OPINIONS[opinion], reason)
    say(f"Noted. To take it back: maarif feedback --undo {number}")


def _list(home: Home, json: bool) -> None:
    from maarif.app.asking.feedback import all_feedback
    from maarif.faces.cli import shapes
    from maarif.faces.cli.layout import Column, table
    from maarif.faces.cli.opened import names_of
    from maarif.faces.cli.speech import day

    said = all_feedback(home)
    if json:
        for each in said:
            print_record(
                {
                    "id": each.id, "at": shapes.moment(each.at), "need": each.need, "kind": each.kind,
                    "handle": str(each.handle), "opinion": each.opinion,
                    "origin": shapes.origin(each.origin) if each.origin else None,
                }
            )  # fmt: skip
        return
    names = names_of(home, [str(each.handle) for each in said])
    columns = (
        Column("no"),
        Column("day"),
        Column("who", gives_way="text"),
        Column("what"),
        Column("for", gives_way="text"),
    )
    rows = [
        [str(each.id), day(each.at), names.get(str(each.handle), each.handle.value), each.opinion, each.need]
        for each in said
    ]
    print_lines(table(columns, rows, width()))
