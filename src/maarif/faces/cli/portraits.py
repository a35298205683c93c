"""People in words: a list of them, and one with all that is known and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from maarif.domain.phrases import template
from maarif.domain.wording import (
    OTHERS,
    context_in_words,
    facets_in_words,
    give_and_take,
    how_things_stand,
    layer_in_words,
)
from maarif.faces.cli.bidi import clean, isolate, isolate_within
from maarif.faces.cli.layout import DIM, NAME, STRONG, Column, Indent, cut_at_word, fill, table, two_ends
from maarif.faces.cli.speech import day, voice

if TYPE_CHECKING:
    from maarif.app.knowing.look import Acquaintance, Moment
    from maarif.domain.items import Origin
    from maarif.domain.people import Person


def people(found: Sequence[Acquaintance], width: int) -> list[Text]:
    """A line a person, in the order given."""
    rows = [
        [known.person.name, _kind(known.person) or voice()(how_things_stand(known.tie, known.marks)), known.person.id]
        for known in found
    ]
    columns = (
        Column(voice()("name"), gives_way="text", style=NAME),
        Column(voice()("how things stand"), gives_way="text"),
        Column("id", style=DIM),
    )
    return table(columns, rows, width)


def _kind(person: Person) -> str:
    return "" if person.kind == "person" else voice()(OTHERS[person.kind])


def person(known: Acquaintance, timeline: Sequence[Moment], references: Mapping[Origin, str], width: int) -> list[Text]:
    """One person: how things stand, how they are known, what is said, where they are reached, what was."""
    return [
        *_portrait_head(known, width),
        *_contexts(known, references, width),
        *_facts(known, references, width),
        *_handles(known, width),
        *_timeline(timeline, width),
    ]


def _portrait_head(known: Acquaintance, width: int) -> list[Text]:
    who = known.person
    stands = _kind(who) or voice()(how_things_stand(known.tie, known.marks))
    lines = two_ends(Text(isolate(who.name), style=NAME, end=""), Text(stands, style=DIM, end=""), width)
    also = [isolate(name) for name in who.names if name != who.name]
    lines += fill(
        " · ".join([who.id, *([voice()("also written {names}", names=", ".join(also))] if also else [])]),
        width,
        style=DIM,
    )
    if known.tie is not None:
        for words in ([layer_in_words(known.tie)], facets_in_words(known.tie), give_and_take(known.tie)):
            lines += fill(", ".join(voice()(each) for each in words), width)
    if known.marks:
        lines += fill(
            voice()("your own word: {marks}", marks=", ".join(voice()(word) for word in known.marks)),
            width,
            style=STRONG,
        )
    return lines


def _section(title: str, lines: list[Text]) -> list[Text]:
    return [Text(), Text(voice()(title), style=STRONG, end=""), *lines] if lines else []


def _contexts(known: Acquaintance, references: Mapping[Origin, str], width: int) -> list[Text]:
    lines = []
    for each in known.contexts:
        if each.label:
            words = isolate_within(voice()(context_in_words(each)))
            lines += fill(words, width, Indent("   - ", "     "), tail=_reference(each.origin, references))
    return _section(template("Known from"), lines)


def _facts(known: Acquaintance, references: Mapping[Origin, str], width: int) -> list[Text]:
    room = max((len(fact.attribute) for fact in known.facts), default=0)
    lines = []
    for fact in known.facts:
        said = " " + voice()("(said {day})", day=day(fact.since)) if fact.since is not None else ""
        first = f"   {fact.attribute:<{room}}  "
        words = f"{isolate(fact.value)}{said}"
        lines += fill(words, width, Indent(first, " " * len(first)), tail=_reference(fact.origin, references))
    return _section(template("What is said of them"), lines)


def _handles(known: Acquaintance, width: int) -> list[Text]:
    lines = []
    for handle in known.person.handles:
        if handle.kind != "name":
            lines += fill(isolate(handle.value), width, Indent(f"   {handle.kind:<5}  ", " " * 10))
    return _section(template("Reached at"), lines)


def _timeline(happened: Sequence[Moment], width: int) -> list[Text]:
    lines = []
    for moment in happened:
        first = f"   {day(moment.at):<11}  {moment.kind:<7}  "
        room = max(width - len(first) - len(moment.ref) - 3, 20)
        words = isolate(cut_at_word(clean(moment.line), room)) or "-"
        lines += fill(words, width, Indent(first, " " * len(first)), tail=f"[{moment.ref}]")
    return _section(template("What happened, newest first"), lines)


def _reference(origin: Origin, references: Mapping[Origin, str]) -> str:
    return f"[{references[origin]}]" if origin in references else ""
