"""From the properties of Apple's address book to vCard properties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from maarif.text.card_values import Said, account, address_line, label_text, name_value
from maarif.text.days import iso_day

_NAME = ("Last", "First", "Middle", "Title", "Suffix")
_ADDRESS = ("POBox", "Extended", "Street", "City", "State", "ZIP", "Country")

#: Properties with one value each.
_SINGLE = {
    "Nickname": "NICKNAME", "JobTitle": "TITLE", "Note": "NOTE", "HomePage": "URL",
    "MaidenName": "X-MAIDEN-NAME",
    "FirstPhonetic": "X-PHONETIC-FIRST-NAME", "LastPhonetic": "X-PHONETIC-LAST-NAME",
    "MiddlePhonetic": "X-PHONETIC-MIDDLE-NAME", "Birthday": "BDAY",
}  # fmt: skip

#: Properties with values that each have a label.
_LISTED = {
    "Email": "EMAIL", "Phone": "TEL", "URLs": "URL", "ABRelatedNames": "RELATED", "ABDate": "X-ABDATE",
    "CalendarURIs": "CALURI",
}  # fmt: skip
_SERVICES = {
    "AIMInstant": "aim",
    "ICQInstant": "icq",
    "JabberInstant": "xmpp",
    "MSNInstant": "msn",
    "YahooInstant": "yahoo",
}

#: What says something about the entry, not about the person.
_PACKING = frozenset(
    (
        *("UID", "Creation", "Modification", "ABPersonFlags", "ImageType", "ImageHash", "ImageURI"),
        *("externalImageHash", "ExternalUUID", "ExternalHash", "ExternalCollectionPath", "ExternalFilename"),
        *("ExternalModificationTag", "ExternalRepresentation", "com.apple.syncstatus"),
        *("Organization", "ABDepartment", "BirthdayComponents"),
    )
)

#: A card of a company, as a bit of the flags.
_COMPANY = 1
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)

#: How many entries of one property are read, and how long a value of no kind that is known may be.
_MANY = 1_000
_LONG = 10_000
_NO_YEAR = "1604"


def person_said(properties: dict[str, object]) -> list[Said]:
    """What the properties of one person say; what is unknown keeps its name as `X-...`."""
    said = [Said("N", name_value([_text(properties.get(part)) for part in _NAME]))]
    units = (_text(properties.get(unit)) for unit in ("Organization", "ABDepartment"))
    said.append(Said("ORG", ", ".join(unit for unit in units if unit)))
    if _flags(properties) & _COMPANY:
        said.append(Said("KIND", "org"))
    if "Birthday" not in properties:
        said.append(Said("BDAY", _day(properties.get("BirthdayComponents"))))
    for name, value in properties.items():
        if name not in _NAME and name not in _PACKING:
            said.extend(_said(name, value))
    return [each for each in said if each.value]


def group_said(properties: dict[str, object]) -> list[Said]:
    """What the properties of a group say: its name and the UIDs of its members."""
    name = _text(properties.get("GroupName")) or _text(properties.get("Name"))
    members = properties.get("ABGroupMembers") or properties.get("Members")
    listed = members[:100_000] if isinstance(members, list) else []
    return [
        Said("KIND", "group"),
        *([Said("FN", name)] if name else []),
        *(Said("MEMBER", member) for each in listed if (member := _text(each))),
    ]


def touched(properties: dict[str, object], today: date) -> int | None:
    """When the card was last changed, in Unix seconds; None where it is not said or cannot be."""
    at = properties.get("Modification")
    if not isinstance(at, datetime):
        return None
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=3)
    at = at.replace(tzinfo=UTC)
    return int(at.timestamp()) if _EARLIEST <= at < latest else None


def _said(name: str, value: object) -> Iterator[Said]:
    if name in _SINGLE:
        yield Said(_SINGLE[name], _day(value) if name == "Birthday" else _text(value))
    elif name == "Address":
        yield from (Said("ADR", _address(each), label) for each, label in _entries(value))
    elif name in ("InstantMessage", "SocialProfile", "ABSocialProfile", "com.apple.ABSocialProfile"):
        yield from (_account(each, label) for each, label in _entries(value))
    elif name in _SERVICES:
        yield from (account(_text(each), _SERVICES[name], label) for each, label in _entries(value))
    elif name in _LISTED:
        yield from (_listed(_LISTED[name], each, label) for each, label in _entries(value))
    elif unknown := _text(value):
        yield Said("X-" + "".join(c if c.isalnum() else "-" for c in name.upper())[:100], unknown[:_LONG])


def _listed(name: str, value: object, label: str) -> Said:
    if name == "X-ABDATE":
        return Said("ANNIVERSARY" if label == "anniversary" else name, _day(value), label)
    return Said(name, _text(value), label)


def _entries(value: object) -> Iterator[tuple[object, str]]:
    """The values of a list, each with its label."""
    if not isinstance(value, dict):
        yield value, ""
        return
    values, labels = value.get("values"), value.get("labels")
    if isinstance(values, list):
        named = labels if isinstance(labels, list) else []
        for number, each in enumerate(values[:_MANY]):
            yield each, label_text(_text(named[number])) if number < len(named) else ""


def _address(value: object) -> str:
    return address_line([_text(value.get(part)) for part in _ADDRESS]) if isinstance(value, dict) else _text(value)


def _account(value: object, label: str) -> Said:
    """An account as a table of service, user and address."""
    if not isinstance(value, dict):
        return account(_text(value), label, label)
    service = _text(value.get("InstantMessageService")) or _text(value.get("serviceName"))
    user = _text(value.get("InstantMessageUsername")) or _text(value.get("username"))
    page = _text(value.get("url"))
    if page.lower().startswith(("http:", "https:")):
        return Said("URL", page, service.lower() or label)
    return account(user or page, service.lower().removesuffix("instant"), label)


def _day(value: object) -> str:
    """A day as a moment (noon, UTC; the year 1604 for none), as text, or as a table of its parts."""
    if isinstance(value, datetime):
        return iso_day(f"{value.year:04}-{value.month:02}-{value.day:02}", _NO_YEAR)
    if isinstance(value, dict):
        year, month, day = (_text(value.get(part)) for part in ("year", "month", "day"))
        return iso_day(f"{year}-{month}-{day}" if year else f"--{month}-{day}", _NO_YEAR) if month and day else ""
    return iso_day(_text(value), _NO_YEAR)


def _flags(properties: dict[str, object]) -> int:
    flags = properties.get("ABPersonFlags")
    return flags if isinstance(flags, int) else 0


def _text(value: object) -> str:
    """A value as text; "" for what is none, a replacement mark for half characters."""
    if isinstance(value, str):
        return value.strip().encode("utf-8", "replace").decode()
    if isinstance(value, bytes):
        return f"<{len(value)} bytes>"
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e18 else ""
