"""Who is who, in words: open questions, two sides of one, waterfalls, and what the owner decided."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from maarif.faces.cli.bidi import RIGHT, clean, isolate, isolate_within
from maarif.faces.cli.layout import DIM, GOOD, NAME, STRONG, WARNING, Indent, fill
from maarif.faces.cli.speech import day

if TYPE_CHECKING:
    from maarif.app.identity.owner import OwnAddress
    from maarif.app.identity.review import Question, Side
    from maarif.app.identity.why import Link, Why
    from maarif.domain.evidence import Evidence
    from maarif.domain.people import Judgement, Person, Profile

_BAR = " │ "
_VERDICTS = {"same": "is the same as", "different": "is not", "unsure": "may be"}
_GUARD = "guard: "
#: What is said of a side, as the profiles have it; so many of each at most.
_MOST = 3


def question(judged: Judgement, names: Sequence[str], width: int) -> list[Text]:
    """A pair that may be one human, what speaks for it, and the commands that settle it."""
    left, right = judged.left.value, judged.right.value
    lines = fill(f"{isolate(names[0])} and {isolate(names[1])}", width, style=NAME)
    lines += fill(f"{isolate(left)} and {isolate(right)}", width, Indent("   ", "   "), style=DIM)
    lines += waterfall(judged.evidence, width)
    return lines + [line for word in ("same", "different") for line in _command(word, judged, width)]


def _command(word: str, judged: Judgement, width: int) -> list[Text]:
    """What to type; a command that does not fit goes on after a backslash, as a shell reads it."""
    left, right = (shlex.quote(clean(str(handle))) for handle in (judged.left, judged.right))
    whole = f"   maarif {word} {left} {right}"
    if cell_len(whole) <= width:
        return [Text(whole, end="")]
    return [Text(f"   maarif {word} {left} \\", end=""), Text(f"     {right}", end="")]


def waterfall(evidence: Evidence, width: int) -> list[Text]:
    """A line a reason with its points, and their sum; a guard has none, and stands above the sum."""
    parts = evidence.parts or (evidence,)
    lines = [line for part in parts if not part.claim.startswith(_GUARD) for line in _part(part, width)]
    if evidence.parts:
        lines.append(Text(f"{_points(evidence.total)}  in all", STRONG, end=""))
    for part in parts:
        if part.claim.startswith(_GUARD):
            lines += fill(isolate_within(part.claim), width, Indent("     !  ", " " * 8), style=WARNING)
    return lines


def _part(part: Evidence, width: int) -> list[Text]:
    return fill(isolate_within(part.claim), width, Indent(f"{_points(part.total)}  ", " " * 8)) if part.claim else []


def _points(points: float) -> str:
    return f"{points:+6.0f}" if points else "      "


def two_sides(asked: Question, width: int) -> list[Text]:
    """A question of the review: both people side by side, and what speaks for and against."""
    if asked.right is None:
        lines = fill(f"Is {isolate(asked.left.handle.value)} your own?", width, style=STRONG)
        return [*lines, *_cell(asked.left, width), *waterfall(asked.evidence, width)]
    room = (width - len(_BAR)) // 2
    rows = zip_longest(_cell(asked.left, room), _cell(asked.right, room))
    lines = [_beside(left or Text(end=""), right or Text(end=""), room) for left, right in rows]
    return [*lines, Text("", end=""), *waterfall(asked.evidence, width)]


def _beside(left: Text, right: Text, room: int) -> Text:
    line = Text.assemble(left, " " * (room - left.cell_len), (_BAR, DIM), right, end="")
    line.rstrip()
    return line


def _cell(side: Side, room: int) -> list[Text]:
    """One side within its column; what is right-to-left is held apart, so that the columns stay where they are."""
    lines = fill(isolate(side.person.name), room, style=NAME)
    lines += fill(isolate(side.handle.value), room, style=STRONG)
    for text in _known(side.profiles, side):
        lines += fill(text, room, Indent("", "  "))
    return [_held(line) for line in lines]


def _held(line: Text) -> Text:
    return line[1:] if line.plain.startswith(RIGHT) else line


def _known(profiles: Sequence[Profile], side: Side) -> Iterable[str]:
    others = [handle.value for handle in side.person.handles if handle != side.handle]
    yield from _some("also", others)
    yield from _some("called", [name for name in side.person.names if name != side.person.name])
    for label, field in (
        ("at", "employers"), ("as", "titles"), ("in", "cities"), ("born", "birthdays"), ("phone", "phones")
    ):  # fmt: skip
        yield from _some(label, sorted({value for one in profiles for value in getattr(one, field)}))
    yield from _some("from", sorted({source for one in profiles for source in one.sources}))
    sent, got = (sum(getattr(one, field) for one in profiles) for field in ("sent", "received"))
    if sent or got:
        yield f"wrote {sent:,}, was written to {got:,} times"


def _some(label: str, values: Sequence[str]) -> Iterable[str]:
    if values:
        more = f" and {len(values) - _MOST} more" if len(values) > _MOST else ""
        yield f"{label} {', '.join(isolate(value) for value in values[:_MOST])}{more}"


def why(found: Why, width: int) -> list[Text]:
    """Why two are one, or are not: the way from one to the other, each step with its waterfall."""
    left, right = isolate(found.left.name), isolate(found.right.name)
    if found.are_one:
        lines = fill(f"{left}: one person.", width, style=NAME)
    else:
        lines = fill(f"{left} and {right}: two people.", width, style=NAME)
    for number, said in ((link.decision, link.judgement) for link in found.words):
        lines += fill(f"You said: {_in_words(said)} (maarif undo d{number})", width, style=GOOD)
    for link in found.path:
        lines += _link(link, width)
    if found.direct is not None:
        head = "Held directly against each other" if found.are_one else "The nearest two addresses"
        rules = ", by the rules alone" if found.words else ""
        lines += [*fill(f"{head}{rules}:", width, style=DIM), *_link_of(found.direct, width)]
    bars = f"From {found.upper:+.0f} points on two are united, from {found.lower:+.0f} on you are asked."
    return [*lines, *fill(f"{bars} A point doubles the odds; a guard stands above the sum.", width, style=DIM)]


def _link(link: Link, width: int) -> list[Text]:
    if link.decision is not None:
        return fill(f"{_in_words(link.judgement)}: you said so (maarif undo d{link.decision})", width)
    return _link_of(link.judgement, width)


def _link_of(judged: Judgement, width: int) -> list[Text]:
    return [*fill(_in_words(judged), width, style=STRONG), *waterfall(judged.evidence, width)]


def _in_words(judged: Judgement) -> str:
    return f"{isolate(judged.left.value)} {_VERDICTS[judged.verdict]} {isolate(judged.right.value)}"


def decision(number: int, judged: Judgement, width: int) -> list[Text]:
    """What the owner decided, and how it is taken back."""
    words = _in_words(judged)
    if judged.left == judged.right:
        words = f"{isolate(judged.left.value)} is {'' if judged.verdict == 'same' else 'not '}your own"
    return fill(words, width, Indent(f"d{number:<4} {day(judged.on):<11}  ", " " * 19))


_REASONS = {
    "told": "you said so",
    "profile": "it stands on your own profile",
    "mail": "guessed: most mail here is to or from it",
    "same": "guessed: it is one person's with another of yours",
}


def own(found: OwnAddress, width: int) -> list[Text]:
    """An address of the owner's, and why it is believed to be theirs."""
    return fill(f"{isolate(str(found.handle))}  ({_REASONS[found.why]})", width, Indent("", "   "))


def parts(people: Sequence[Person], width: int) -> list[Text]:
    """Where each part of a person went: ids lead there, old ones too."""
    found = []
    for person in people:
        found += fill(f"{isolate(person.name)}  {person.id}", width, style=NAME)
        found += fill(", ".join(isolate(str(one)) for one in person.handles), width, Indent("   ", "   "), style=DIM)
    return found
