"""People in words: a list of them, and one with all that is known and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from maarif.faces.cli.bidi import clean, clean_lines, isolate, isolate_within
from maarif.faces.cli.layout import DIM, NAME, STRONG, Column, Indent, fill, table, two_ends
from maarif.faces.cli.shapes import party
from maarif.faces.cli.standing import (
    context_in_words, day, facets_in_words, give_and_take, how_things_stand, layer_in_words,
)  # fmt: skip
from maarif.domain.items import Card, Meeting, Message, Note

if TYPE_CHECKING:
    from maarif.app.look import Acquaintance, ItemView, Moment
    from maarif.domain.items import Item, Origin
    from maarif.domain.people import Judgement, Person

_PEOPLE = (
    Column("name", gives_way="text", style=NAME),
    Column("how things stand", gives_way="text"),
    Column("id", style=DIM),
)


def people(found: Sequence[Acquaintance], width: int) -> list[Text]:
    """A line a person, in the order given."""
    rows = [
        [known.person.name, _kind(known.person) or how_things_stand(known.tie, known.marks), known.person.id]
        for known in found
    ]
    return table(_PEOPLE, rows, width)


def _kind(person: Person) -> str:
    return {"person": "", "group": "a list or a shared mailbox", "service": "a service or a machine"}[person.kind]


def person(
    known: Acquaintance, timeline: Sequence[Moment], references: Mapping[Origin, str], width: int
) -> list[Text]:
    """One person: how things stand, how they are known, what is said of them, where they are reached, what happened."""
    return [
        *_portrait_head(known, width),
        *_contexts(known, references, width),
        *_facts(known, references, width),
        *_handles(known, width),
        *_timeline(timeline, width),
    ]


def _portrait_head(known: Acquaintance, width: int) -> list[Text]:
    who = known.person
    stands = _kind(who) or how_things_stand(known.tie, known.marks)
    lines = two_ends(Text(isolate(who.name), style=NAME, end=""), Text(stands, style=DIM, end=""), width)
    also = [isolate(name) for name in who.names if name != who.name]
    lines += fill(" · ".join([who.id, *([f"also written {', '.join(also)}"] if also else [])]), width, style=DIM)
    if known.tie is not None:
        for words in (layer_in_words(known.tie), facets_in_words(known.tie), give_and_take(known.tie)):
            lines += fill(words, width)
    if known.marks:
        lines += fill(f"your own word: {', '.join(known.marks)}", width, style=STRONG)
    return lines


def _section(title: str, lines: list[Text]) -> list[Text]:
    return [Text(), Text(title, style=STRONG, end=""), *lines] if lines else []


def _contexts(known: Acquaintance, references: Mapping[Origin, str], width: int) -> list[Text]:
    lines = []
    for each in known.contexts:
        if each.label:
            words = isolate_within(context_in_words(each))
            lines += fill(words, width, Indent("   - ", "     "), tail=_reference(each.origin, references))
    return _section("Known from", lines)


def _facts(known: Acquaintance, references: Mapping[Origin, str], width: int) -> list[Text]:
    room = max((len(fact.attribute) for fact in known.facts), default=0)
    lines = []
    for fact in known.facts:
        said = f" (said {day(fact.since)})" if fact.since is not None else ""
        first = f"   {fact.attribute:<{room}}  "
        words = f"{isolate(fact.value)}{said}"
        lines += fill(words, width, Indent(first, " " * len(first)), tail=_reference(fact.origin, references))
    return _section("What is said of them", lines)


def _handles(known: Acquaintance, width: int) -> list[Text]:
    lines = []
    for handle in known.person.handles:
        if handle.kind != "name":
            lines += fill(isolate(handle.value), width, Indent(f"   {handle.kind:<5}  ", " " * 10))
    return _section("Reached at", lines)


def _timeline(happened: Sequence[Moment], width: int) -> list[Text]:
    lines = []
    for moment in happened:
        first = f"   {day(moment.at):<11}  {moment.kind:<7}  "
        room = max(width - len(first) - len(moment.ref) - 3, 20)
        words = isolate(_cut(clean(moment.line), room)) or "-"
        lines += fill(words, width, Indent(first, " " * len(first)), tail=f"[{moment.ref}]")
    return _section("What happened, newest first", lines)


def _cut(line: str, room: int) -> str:
    """A line of at most `room` cells that ends with a whole word."""
    if cell_len(line) <= room:
        return line
    kept = ""
    for word in line.split():
        if cell_len(kept) + cell_len(word) + 2 > room:
            break
        kept = f"{kept} {word}".strip()
    return f"{kept or line[: room - 1]}…"


def _reference(origin: Origin, references: Mapping[Origin, str]) -> str:
    return f"[{references[origin]}]" if origin in references else ""


# -- items --------------------------------------------------------------------------------------------------------------


def items(found: ItemView, width: int) -> list[Text]:
    """One item on one line."""
    said = found.item
    who = said.envelope.sender if isinstance(said, Message) else None
    words = [isolate(party(who))] if who is not None and party(who) else []
    first = f"{found.ref:<8} {day(said.at):<11}  {found.kind:<7}  "
    line = ": ".join([*words, *([clean(_title(said))] if _title(said) else [])])
    return fill(isolate_within(_cut(line, width - len(first))) or "-", width, Indent(first, " " * len(first)))


def _title(said: Item) -> str:
    match said:
        case Card():
            return said.name
        case Note():
            return said.title or said.text[:200]
        case _:
            return said.subject or said.text[:200]


def item(found: ItemView, names: Mapping[str, str], width: int) -> list[Text]:
    """One item as its source said it, and where it stands there; `names` of the people on it by their ids."""
    said = found.item
    lines = []
    for title, words in [*_particulars(said), ("people", ", ".join(f"{isolate(n)} ({i})" for i, n in names.items()))]:
        if words:
            lines += fill(words, width, Indent(f"{title:<8} ", " " * 9))
    lines += fill(clean(found.origin.source), width, Indent("source   ", " " * 9), style=DIM)
    lines += fill(clean(found.origin.item), width, Indent("item     ", " " * 9), style=DIM)
    return [*lines, Text(), *_body(said, width)]


def _particulars(said: Item) -> list[tuple[str, str]]:
    when = ("date", day(said.at))
    match said:
        case Message(envelope=envelope):
            parties = (("from", (envelope.sender,)), ("to", envelope.to), ("cc", envelope.cc))
            found = [(title, ", ".join(isolate(party(each)) for each in many)) for title, many in parties]
            bulk = ("bulk", said.bulk and f"{said.bulk}: sent by a machine or to many")
            return [when, ("through", said.channel), *found, bulk, ("subject", isolate(said.subject))]
        case Meeting():
            people = ", ".join(isolate(party(each)) for each in said.people)
            return [when, ("through", said.channel), ("people", people), ("subject", isolate(said.subject))]
        case Note():
            return [when, ("title", isolate(said.title))]
        case Card():
            return [when, ("name", isolate(said.name))]


def _body(said: Item, width: int) -> list[Text]:
    if isinstance(said, Card):
        return [line for each in said.fields for line in _field(each.name, each.value, each.label, width)]
    lines = []
    for paragraph in clean_lines(said.text):
        lines += fill(paragraph, width) or [Text()]
    return lines


def _field(name: str, value: str, label: str, width: int) -> list[Text]:
    title = f"{clean(name)}{f' ({clean(label)})' if label else ''}"
    return fill(isolate(value), width, Indent(f"{title:<12} ", " " * 13))


# -- who is who ---------------------------------------------------------------------------------------------------------


def question(judged: Judgement, names: Sequence[str], width: int) -> list[Text]:
    """A pair that may be one human, what speaks for it, and the commands that settle it."""
    left, right = judged.left.value, judged.right.value
    lines = fill(f"{isolate(names[0])} and {isolate(names[1])}", width, style=NAME)
    lines += fill(f"{isolate(left)} and {isolate(right)}", width, Indent("   ", "   "), style=DIM)
    for part in judged.evidence.parts or (judged.evidence,):
        if part.claim:
            lines += fill(isolate_within(part.claim), width, Indent("   - ", "     "))
    for word in ("same", "different"):
        lines += fill(f"maarif {word} {_quoted(str(judged.left))} {_quoted(str(judged.right))}", width, Indent("   ", "     "))
    return lines


def _quoted(words: str) -> str:
    from shlex import quote

    return quote(clean(words))


def decision(number: int, judged: Judgement, width: int) -> list[Text]:
    """What the owner decided, and how it is taken back."""
    verdict = {"same": "is the same as", "different": "is not", "unsure": "may be"}[judged.verdict]
    words = f"{isolate(judged.left.value)} {verdict} {isolate(judged.right.value)}"
    return fill(words, width, Indent(f"d{number:<4} {day(judged.on):<11}  ", " " * 19))
