"""The command `review`: one question at a time, one key an answer."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import hand_over, print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.app.identity.review import Question, Review

_KEYS = "s same   d different   l later   u undo   q quit"
_OWN_KEYS = "s mine   d not mine   l later   u undo   q quit"
_QUIT = {"q", "\x03", "\x04", "\x1b", ""}


def review(
    decided: Annotated[bool, typer.Option("--decided", help="List what you decided so far instead.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many questions at most.")] = 20,
    listed: Annotated[bool, typer.Option("--list", help="List the questions instead of asking them.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Answer what only you can know: are these two one human?

    One question at a time, most likely first, both sides beside each other with what speaks for and
    against. One key answers: s same, d different, l later, u undo, q quit (in a pipe, a line each). Every
    answer is kept at once; begin again whenever you like.

    \b
    Example:
      maarif review --limit 30
    """
    with opened(home) as open_home:
        if decided:
            from maarif.faces.cli.judging import list_decisions

            list_decisions(open_home, json)
        elif listed or json:
            _list(open_home, limit, json)
        else:
            _sit(open_home, limit)


def _list(home: Home, limit: int, json: bool) -> None:
    from maarif.app.identity import decide
    from maarif.app.knowing import look
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
        say(f"{len(found) - limit:,} more: maarif review --list --limit {len(found)}")


def _sit(home: Home, limit: int) -> None:
    from maarif.app.identity.review import Review

    sitting = Review(home)
    try:
        asked = _ask_all(sitting, limit)
    finally:
        if sitting.answered:
            say("Working out what follows ...")
        sitting.finish()
    done = len(sitting.answered)
    say(f"{done} answered. Take one back with: maarif undo d{sitting.answered[-1]}" if done else _nothing(asked))


def _nothing(asked: int) -> str:
    return "Nothing answered." if asked else "No open questions."


def _ask_all(sitting: Review, limit: int) -> int:
    """Ask until nothing is left, or the owner has enough; an undo asks the question before once more."""
    answered: list[Question] = []
    asked = 0
    for question in sitting.questions():
        if asked == limit:
            break
        asked += 1
        waiting = [question]
        while waiting:
            key = _ask(waiting[-1], asked)
            if key in _QUIT:
                return asked
            if key == "u":
                if answered:
                    waiting.append(answered.pop())
                    sitting.take_back(waiting[-1])
            elif key == "l":
                waiting.pop()
            elif key in {"s", "d"}:
                sitting.answer(waiting[-1], "same" if key == "s" else "different")
                answered.append(waiting.pop())
    return asked


def _ask(question: Question, number: int) -> str:
    from maarif.faces.cli import identity

    print_lines(identity.two_sides(question, width()))
    hand_over()
    keys = _KEYS if question.right is not None else _OWN_KEYS
    say(f"{number}. {keys}")
    key = _key()
    print_lines([])
    say("")
    return key


def _key() -> str:
    """One key on a terminal, the first letter of a line elsewhere; "" at the end."""
    if sys.stdin.isatty():
        import click

        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip()[:1].lower() or ("l" if line else "")
