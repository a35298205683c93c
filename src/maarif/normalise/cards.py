"""What a card says: the handles it lists and the facts it states."""

from __future__ import annotations

from collections.abc import Iterator

from maarif.domain.handles import Handle
from maarif.domain.items import AddressKind, Card, Field, Party
from maarif.domain.people import Attribute
from maarif.normalise.handles import canonical, name_handle

_ADDRESSES: dict[str, AddressKind] = {"EMAIL": "email", "TEL": "phone", "URL": "url", "IMPP": "chat"}

_ATTRIBUTES: dict[str, Attribute] = {
    "ORG": "employer", "TITLE": "title", "ROLE": "title", "BDAY": "birthday", "NICKNAME": "nickname", "LANG":
    "language",
    "URL": "url", "RELATED": "kin", "X-CITY": "city", "X-COUNTRY": "country", "EXPERTISE": "skill",
    "HOBBY": "interest", "INTEREST": "interest", "X-SCHOOL": "school", "X-MET": "met",
}  # fmt: skip

#: Relations of the office, which vCard files under the same property as kin.
_OFFICE = frozenset("manager assistant agent referrer referred-by colleague co-worker".split())

#: The fields whose words speak for what a person does or likes, and so can be asked for.
_SPEAKING = frozenset(
    "ORG TITLE ROLE NOTE CATEGORIES ADR EXPERTISE HOBBY INTEREST".split()
    + "X-CITY X-INDUSTRY X-DESCRIPTION X-SUMMARY X-SCHOOL".split()
)


def handles_of(card: Card, scope: str) -> tuple[Handle, ...]:
    """The handles a card lists, mail before phone before the rest; a bare name where it lists none."""
    found = [
        handle
        for kind in _ADDRESSES
        for field in card.fields
        if field.name == kind and (handle := canonical(_ADDRESSES[kind], field.value, scope))
    ]
    if not found and (bare := name_handle(card.name, scope)):
        return (bare,)
    return tuple(dict.fromkeys(found))


def facts_of(card: Card) -> Iterator[tuple[Attribute, str]]:
    """The facts a card states, one per field that has an attribute."""
    for field in card.fields:
        attribute = _ATTRIBUTES.get(field.name)
        if attribute and (value := _fact_value(field, attribute)):
            yield attribute, value
        elif field.name == "ADR" and (city := city_in(field.value)):
            yield "city", city


def _fact_value(field: Field, attribute: Attribute) -> str:
    value = " ".join(field.value.split())
    if attribute == "kin" and _OFFICE & set(field.label.casefold().split()):
        return ""
    if attribute == "kin" and field.label:
        return f"{value} ({field.label})"
    return value


def city_in(address: str) -> str | None:
    """The town of an address written most particular part first: the first part without digits after the street.

    "Karl-Heine-Str. 4, Leipzig, 04229, Germany" gives "Leipzig"; a postcode before the town is taken off; an
    address of one part is a town only when it has no digits.
    """
    parts = [part.strip() for part in address.replace(";", ",").split(",") if part.strip()]
    towns = [bare for part in parts[1:] or parts if (bare := part.strip("0123456789 ")) and not _has_digit(bare)]
    return towns[0] if towns else None


def _has_digit(text: str) -> bool:
    return any(c.isdigit() for c in text)


def words_of(card: Card) -> str:
    """What of a card can be asked for, as one text."""
    return "\n".join(field.value for field in card.fields if field.name in _SPEAKING)


def party_of(card: Card) -> Party:
    """The card's person as a party, by name alone."""
    return Party(name=card.name, kind="name")
