"""From the properties of a card to a Card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from maarif.domain.items import Card, Defect, Field, Origin
from maarif.sources.vcard.days import moment
from maarif.sources.vcard.fields import fields_of, label_text
from maarif.sources.vcard.lines import TextCard
from maarif.sources.vcard.properties import Property, parse, unescape

#: What says something about the file or the program, not about the person.
_PACKING = frozenset(("VERSION", "PRODID", "BEGIN", "END", "PROFILE", "X-ABLABEL", "X-GENERATOR", "X-PRODID"))

#: Where the name is looked for, best first.
_NAMING = ("FN", "N", "NICKNAME", "ORG", "EMAIL", "TEL", "IMPP", "URL")
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@dataclass(frozen=True, slots=True)
class Assembled:
    """A card put together: still without its final place, with its UID and the cards of its agents."""

    card: Card
    uid: str
    agents: tuple[TextCard, ...]
    fault: str

    def item(self, origin: Origin) -> Card | Defect:
        """The card at its place; a Defect that keeps it where it is damaged."""
        card = replace(self.card, origin=origin)
        if not card.fields:
            return Defect(origin, self.fault or "card is empty")
        if not card.name:
            return Defect(origin, "card has no name", "; ".join(field.value for field in card.fields)[:80])
        return Defect(origin, self.fault, card.name[:80], card) if self.fault else card


def assemble(text: TextCard, origin: Origin, today: date) -> Assembled:
    """Put a card together from its lines; `origin` is where it stands, `today` bounds its time."""
    properties = [found for line in text.properties() if (found := parse(line))]
    labels = _labels(properties)
    at, uid = None, ""
    fields: list[Field] = []
    agents = list(text.agents)
    for known in properties:
        match known.head.name:
            case "UID":
                uid = uid or unescape(known.value).strip()[:500]
            case "REV" if (stamp := moment(known.value, today)) is not None:
                at = stamp
            case "AGENT" if "BEGIN:VCARD" in known.value.upper():
                agents.append(_agent(known))
            case name if name not in _PACKING:
                fields.extend(fields_of(known, labels.get(known.head.group, "")))
    fields.extend(Field("RELATED", name, "agent") for agent in agents if (name := _name_in(agent)))
    card = Card(origin, _name(fields), tuple(fields), at)
    return Assembled(card, uid, tuple(agents), text.fault)


def _labels(properties: list[Property]) -> dict[str, str]:
    """What Apple's address book calls the properties of a group: `item1.X-ABLabel` belongs to `item1.TEL`."""
    return {
        known.head.group: label_text(unescape(known.value))
        for known in properties
        if known.head.name == "X-ABLABEL" and known.head.group
    }


def _agent(known: Property) -> TextCard:
    """The card that version 3.0 writes as the text of a property."""
    lines = unescape(known.value).split("\n")
    return TextCard([line for line in lines if line.strip() and not line.upper().startswith(("BEGIN:", "END:"))])


def _name_in(agent: TextCard) -> str:
    properties = [found for line in agent.properties() if (found := parse(line))]
    return _name([field for known in properties if known.head.name in _NAMING for field in fields_of(known, "")])


def _name(fields: list[Field]) -> str:
    for wanted in _NAMING:
        for field in fields:
            if field.name == wanted:
                name = _from_parts(field.value) if wanted == "N" else " ".join(field.value.split())
                if name:
                    return name
    return ""


def _from_parts(parts: str) -> str:
    """The name in reading order from `family;given;additional;...`: family first in East Asian scripts."""
    family, given, additional = [" ".join(part.split()) for part in (*parts.split(";"), "", "", "")[:3]]
    if _FAMILY_FIRST.fullmatch(family + given):
        return family + given
    return " ".join(part for part in (given, additional, family) if part)
