"""From the records of Apple's database to vCard properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from maarif.sources.abbu.database import Values
from maarif.text.card_values import Said, account, address_line, label_text, name_value
from maarif.text.days import iso_day
from maarif.text.json_stream import clean

_APPLE_EPOCH = datetime(2001, 1, 1, tzinfo=UTC)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_NAME = ("ZLASTNAME", "ZFIRSTNAME", "ZMIDDLENAME", "ZTITLE", "ZSUFFIX")
_SINGLE = {
    "ZNICKNAME": "NICKNAME", "ZJOBTITLE": "TITLE", "ZMAIDENNAME": "X-MAIDEN-NAME",
    "ZPHONETICFIRSTNAME": "X-PHONETIC-FIRST-NAME", "ZPHONETICMIDDLENAME": "X-PHONETIC-MIDDLE-NAME",
    "ZPHONETICLASTNAME": "X-PHONETIC-LAST-NAME",
}  # fmt: skip
_LISTED = {
    "ZABCDEMAILADDRESS": ("EMAIL", "ZADDRESS"), "ZABCDPHONENUMBER": ("TEL", "ZFULLNUMBER"),
    "ZABCDURLADDRESS": ("URL", "ZURL"), "ZABCDRELATEDNAME": ("RELATED", "ZNAME"), "ZABCDNOTE": ("NOTE", "ZTEXT"),
}  # fmt: skip
_ADDRESS = ("ZSTREET", "ZCITY", "ZSTATE", "ZZIPCODE", "ZCOUNTRYNAME")
_COMPANY = 1
_NO_YEAR = "1604"


def said_by(record: Values, belonging: dict[str, list[Values]], kind: str) -> list[Said]:
    """What one record says; nothing for what is neither a person nor a group."""
    if kind.endswith("Group"):
        return [each for each in (Said("KIND", "group"), Said("FN", text_in(record, "ZNAME"))) if each.value]
    units = (text_in(record, "ZORGANIZATION"), text_in(record, "ZDEPARTMENT"))
    flags = record.get("ZDISPLAYFLAGS")
    said = [
        Said("N", name_value([text_in(record, part) for part in _NAME])),
        Said("ORG", ", ".join(unit for unit in units if unit)),
        Said("KIND", "org" if isinstance(flags, int) and flags & _COMPANY else ""),
        Said("BDAY", _day(record.get("ZBIRTHDAY"))),
        *(Said(name, text_in(record, column)) for column, name in _SINGLE.items()),
    ]
    for table, rows in belonging.items():
        said.extend(each for row in rows for each in _listed(table, row))
    return [each for each in said if each.value]


def _listed(table: str, row: Values) -> Iterator[Said]:
    label = label_text(text_in(row, "ZLABEL"))
    if table in _LISTED:
        name, column = _LISTED[table]
        yield Said(name, text_in(row, column), label)
    elif table == "ZABCDPOSTALADDRESS":
        yield Said("ADR", address_line(["", "", *(text_in(row, part) for part in _ADDRESS)]), label)
    elif table == "ZABCDCONTACTDATE":
        yield Said("ANNIVERSARY" if label == "anniversary" else "X-ABDATE", _day(row.get("ZDATE")), label)
    else:
        service = text_in(row, "ZSERVICENAME").lower().removesuffix("instant")
        page = text_in(row, "ZURLSTRING")
        if page.lower().startswith(("http:", "https:")):
            yield Said("URL", page, service or label)
        else:
            user = text_in(row, "ZUSERIDENTIFIER") or text_in(row, "ZUSERNAME") or text_in(row, "ZADDRESS")
            yield account(user, service, label)


def touched(record: Values, today: date) -> int | None:
    """When the record was last changed, in Unix seconds; None where that is not said or cannot be."""
    at = _moment(record.get("ZMODIFICATIONDATE"))
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=3)
    return int(at.timestamp()) if at and _EARLIEST <= at < latest else None


def text_in(row: Values, column: str) -> str:
    """The text in a column; "" where it holds none."""
    found = row.get(column)
    return clean(found).replace("\0", "").strip()[:100_000] if isinstance(found, str) else ""


def _moment(written: object) -> datetime | None:
    """A moment in seconds since 2001, as Core Data keeps it."""
    if isinstance(written, bool) or not isinstance(written, int | float):
        return None
    try:
        return _APPLE_EPOCH + timedelta(seconds=written)
    except (OverflowError, ValueError):
        return None


def _day(written: object) -> str:
    at = _moment(written)
    return iso_day(f"{at.year:04}-{at.month:02}-{at.day:02}", _NO_YEAR) if at else ""
