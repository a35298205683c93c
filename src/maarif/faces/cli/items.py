"""Items in words: one a line, or one as its source said it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from maarif.domain.items import Card, Meeting, Message, Note
from maarif.faces.cli.bidi import clean, clean_lines, isolate, isolate_within
from maarif.faces.cli.layout import DIM, Indent, cut_at_word, fill
from maarif.faces.cli.shapes import party
from maarif.faces.cli.speech import day, minute

if TYPE_CHECKING:
    from maarif.app.knowing.look import ItemView
    from maarif.domain.items import Item, Party


def line(found: ItemView, width: int) -> list[Text]:
    """One item on one line."""
    said = found.item
    who = said.envelope.sender if isinstance(said, Message) else None
    words = [isolate(who.name or who.address)] if who is not None and party(who) else []
    first = f"{found.ref:<8} {day(said.at):<11}  {found.kind:<7}  "
    line = ": ".join([*words, *([clean(_title(said))] if _title(said) else [])])
    return fill(isolate_within(cut_at_word(line, width - len(first))) or "-", width, Indent(first, " " * len(first)))


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
    for title, words in [
        *_particulars(said),
        ("people", ", ".join(f"{isolate(n)} ({i})" for i, n in names.items())),
    ]:
        if words:
            lines += fill(words, width, Indent(f"{title:<8} ", " " * 9))
    lines += fill(clean(found.origin.source), width, Indent("source   ", " " * 9), style=DIM)
    lines += fill(clean(found.origin.item), width, Indent("item     ", " " * 9), style=DIM)
    return [*lines, Text(), *_body(said, width)]


def _particulars(said: Item) -> list[tuple[str, str]]:
    when = ("date", minute(said.at))
    match said:
        case Message(envelope=envelope):
            parties = (("from", (envelope.sender,)), ("to", envelope.to), ("cc", envelope.cc))
            found = [(title, _named(many)) for title, many in parties]
            bulk = ("bulk", said.bulk and f"{said.bulk}: sent by a machine or to many")
            return [when, ("through", said.channel), *found, bulk, ("subject", isolate(said.subject))]
        case Meeting():
            people = _named(said.people)
            return [when, ("through", said.channel), ("people", people), ("subject", isolate(said.subject))]
        case Note():
            return [when, ("title", isolate(said.title))]
        case Card():
            return [when, ("name", isolate(said.name))]


def _named(many: Iterable[Party]) -> str:
    """Names with their addresses, as on an envelope."""
    return ", ".join(
        f"{isolate(each.name)} <{clean(each.address)}>" if each.name and each.address else isolate(party(each))
        for each in many
    )


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
