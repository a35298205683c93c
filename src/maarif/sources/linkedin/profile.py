"""What LinkedIn knows about the owner: profile, positions, education, skills, languages and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.items import Card, Defect, Field, Item, Origin
from maarif.sources.linkedin.days import iso_day
from maarif.sources.linkedin.people import checked
from maarif.text.tables import Header, Row

#: `[PERSONAL:https://a.example,BLOG:https://b.example]`, `[name]`.
_LISTED = re.compile(r"(?:([A-Z_]{2,20}):)?([^\[\],\s]{1,2000})")


def read_profile(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield the owner's profile as a Card about the owner."""
    cells = header.named(row)
    name = " ".join(f"{cells['first name']} {cells['last name']}".split())
    place = [cells.get(column, "") for column in ("address", "geo location", "zip code")]
    fields = [
        Field("FN", name),
        Field("TITLE", cells["headline"]),
        Field("X-SUMMARY", cells["summary"]),
        Field("X-INDUSTRY", cells.get("industry", "")),
        Field("X-MAIDEN-NAME", cells.get("maiden name", "")),
        Field("BDAY", iso_day(cells.get("birth date", ""))),
        Field("ADR", ", ".join(part for part in place if part)),
        *(Field("URL", page, label) for label, page in _listed(cells.get("websites", ""))),
        *(Field("IMPP", f"twitter:{account}") for _, account in _listed(cells.get("twitter handles", ""))),
    ]
    yield from _card(origin, name, fields, row)


def read_position(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield a post the owner holds or held as a Card about the owner; LinkedIn names nobody in it."""
    cells = header.named(row)
    fields = [
        Field("ORG", cells["company name"]),
        Field("TITLE", cells["title"]),
        Field("X-DESCRIPTION", cells.get("description", "")),
        Field("ADR", cells.get("location", "")),
        Field("X-STARTED-ON", iso_day(cells["started on"])),
        Field("X-FINISHED-ON", iso_day(cells["finished on"])),
    ]
    yield from _card(origin, "", fields, row)


def read_education(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield a school of the owner as a Card about the owner."""
    cells = header.named(row)
    fields = [
        Field("X-SCHOOL", cells["school name"]),
        Field("X-DEGREE", cells.get("degree name", "")),
        Field("X-ACTIVITIES", cells.get("activities", "")),
        Field("X-DESCRIPTION", cells.get("notes", "")),
        Field("X-STARTED-ON", iso_day(cells["start date"])),
        Field("X-FINISHED-ON", iso_day(cells["end date"])),
    ]
    yield from _card(origin, "", fields, row)


def read_skill(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield a skill of the owner as a Card about the owner (EXPERTISE, RFC 6715)."""
    yield from _card(origin, "", [Field("EXPERTISE", header.named(row)["name"])], row)


def read_language(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield a language of the owner as a Card about the owner, how well they speak it as its label."""
    cells = header.named(row)
    yield from _card(origin, "", [Field("LANG", cells["name"], cells["proficiency"].lower())], row)


def read_address(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield an address of the owner as a Card about the owner; one never confirmed may be somebody else's."""
    cells = header.named(row)
    unconfirmed = cells["confirmed"].lower() == "no"
    label = "primary" if cells["primary"].lower() == "yes" else ""
    yield from _card(
        origin,
        "",
        [Field("X-UNCONFIRMED-EMAIL" if unconfirmed else "EMAIL", cells["email address"], label)],
        row,
    )


def read_phone(origin: Origin, row: Row, header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield a telephone number of the owner as a Card about the owner; the sheet has rows without one."""
    cells = header.named(row)
    if cells["number"]:
        extension = f"+{cells['extension'].lstrip('+')} " if cells["extension"].lstrip("+").isdecimal() else ""
        label = cells.get("type", "").lower()
        yield from _card(origin, "", [Field("TEL", f"{extension}{cells['number']}", label)], row)


def _card(origin: Origin, name: str, fields: list[Field], row: Row) -> Iterator[Item | Defect]:
    said = tuple(field for field in fields if field.value)
    if said:
        yield from checked(Card(origin, name, said, about_owner=True), row)
    else:
        yield Defect(origin, row.fault or "row says nothing in the columns that are read", " | ".join(row.cells)[:80])


def _listed(cell: str) -> list[tuple[str, str]]:
    return [(label.lower(), value) for label, value in _LISTED.findall(cell[:10_000])]
