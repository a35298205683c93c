"""The command that the program is for: ask."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from maarif.faces.cli.opened import moment_of, opened, origins_of, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption
from maarif.faces.cli.screen import hand_over, print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.domain.needs import Answer
    from maarif.faces.cli.answers import Shown
    from maarif.faces.cli.needs import Asked, BadLine

#: What `ask --from` ends with where a line could not be asked; the others are answered all the same.
BAD_LINE = 2

_KINDS = "job, spread, confide, expert, intro, favour, hire, company or recipients.  [default: told from the words]"


@dataclass(frozen=True, slots=True)
class Manner:
    """How answers are wished for."""

    limit: int = 7
    json: bool = False
    why: bool = False
    why_not: bool = False


def ask(
    text: Annotated[str | None, typer.Argument(metavar="TEXT", help="What you need, in plain words.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help=_KINDS)] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many people at most.")] = 7,
    on: WhenOption = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Ask every line of a file of JSON lines; - is stdin."),
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show the points of every reason, and their sum.")] = False,
    why_not: Annotated[bool, typer.Option("--why-not", help="Name those who were set aside, and why.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Who of all the people you know could help, and why them.

    \b
    Examples:
      maarif ask "I am looking for a new job, something with water"
      maarif ask "who keeps bees?" --on 2025-06-01 --why
      maarif ask --from needs.jsonl --json

    A line of --from is {"id", "text", "kind", "on"}; all but "text" may be absent or null. Each line in
    gives a line out; a line that cannot be asked gives {"line", "id", "error"}, and the exit code is 2 at
    the end.
    """
    from maarif.faces.cli.needs import Asked

    if (text is None) == (from_ is None):
        raise typer.BadParameter("say what you need, or name a file of needs with --from", param_hint="TEXT")
    manner = Manner(limit, json, why, why_not)
    given = Asked(text or "", kind, on)
    with opened(home) as open_home:
        if from_ is None:
            ask_one(open_home, given, manner, kept=True)
        else:
            with _stream(from_) as stream:
                sound = _ask_all(open_home, stream, given, manner)
            if not sound:
                raise typer.Exit(BAD_LINE)


@contextmanager
def _stream(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    from pathlib import Path

    from maarif.domain.errors import UnreadableFile

    try:
        stream = Path(name).open("rb")  # noqa: SIM115 - closed below; only the opening is guarded
    except OSError as error:
        raise UnreadableFile(name, error.strerror or "it cannot be opened") from error
    with stream:
        yield stream


def _ask_all(home: Home, stream: BinaryIO, given: Asked, manner: Manner) -> bool:
    """Answer every line as it comes, filling its gaps from the command; says whether all were asked."""
    from dataclasses import replace

    from maarif.domain.errors import BadInput
    from maarif.faces.cli.needs import BadLine, read_needs

    sound = True
    for number, line in read_needs(stream):
        try:
            if isinstance(line, BadLine):
                bad = line
            else:
                ask_one(home, replace(line, kind=line.kind or given.kind, on=line.on or given.on), manner)
                hand_over()
                continue
        except BadInput as error:
            bad = BadLine(number, str(error), line.id or None)
        sound = False
        _complain(bad, manner)
    return sound


def _complain(bad: BadLine, manner: Manner) -> None:
    if manner.json:
        print_record({"line": bad.line, "id": bad.id, "error": bad.error})
        hand_over()
    else:
        say(f"line {bad.line}: {bad.error}")


def ask_one(home: Home, asked: Asked, manner: Manner, kept: bool = False) -> None:
    """Answer one need; a `kept` answer can be spoken of afterwards. Raises BadNeed where it cannot be asked."""
    from maarif.app.asking.ask import ask as answer_to
    from maarif.app.asking.last_answer import remember
    from maarif.faces.cli import shapes

    on = moment_of(asked.on) if isinstance(asked.on, str) else asked.on
    answer = answer_to(home, asked.text, kind=asked.kind, limit=manner.limit, on=on, need_id=asked.id)
    if kept:
        remember(home, answer)
    if manner.json:
        print_record(shapes.answer(answer, on))
    else:
        tell(home, answer, on, manner)


def tell(home: Home, answer: Answer, on: int | None, manner: Manner) -> None:
    """Print an answer in words."""
    from maarif.faces.cli import answers

    print_lines(answers.answer(answer, shown(home, answer, on, manner), width()))


def demonstrate(home: Home, owner: str, answer: Answer, json: bool) -> None:
    """Print an answer of the demo, asked as of the demo's own day."""
    from maarif.faces.cli import answers, shapes

    on = answer.need.asked_on
    if json:
        print_record(shapes.answer(answer, on))
    else:
        print_lines(answers.demonstrated(owner, answer, shown(home, answer, on, Manner()), width()))


def shown(home: Home, answer: Answer, on: int | None, manner: Manner) -> Shown:
    """What an answer is told with: how things stand with each, and a short reference for each origin."""
    from maarif.app.knowing.look import person
    from maarif.faces.cli.answers import Shown

    ids = [one.person.id for one in answer.suggestions] + [one.via for one in answer.suggestions if one.via]
    told = [one.evidence for one in answer.suggestions] + [one.evidence for one in answer.nearest]
    origins = [origin for evidence in told for origin in origins_of(evidence)]
    return Shown(
        {who: person(home, who, on) for who in dict.fromkeys(ids)},
        references(home, origins), manner.limit, manner.why, manner.why_not, on,
    )  # fmt: skip
