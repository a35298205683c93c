"""From the attributes of an LDIF entry (RFC 4519, RFC 2798, Mozilla's own) to vCard properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from maarif.text.card_values import Said, account, address_line, name_value
from maarif.text.days import iso_day

#: Attributes that are one property each; the second word is the label.
_PLAIN = {
    "cn": "FN", "commonname": "FN", "displayname": "X-DISPLAY-NAME", "mozillanickname": "NICKNAME",
    "xmozillanickname": "NICKNAME", "mail": "EMAIL", "email": "EMAIL", "mozillasecondemail": "EMAIL",
    "xmozillasecondemail": "EMAIL", "telephonenumber": "TEL work", "homephone": "TEL home",
    "mobile": "TEL cell",
    "mobiletelephonenumber": "TEL cell", "cellphone": "TEL cell", "carphone": "TEL car", "pager": "TEL pager",
    "pagerphone": "TEL pager", "facsimiletelephonenumber": "TEL fax", "fax": "TEL fax",
    "homefax": "TEL home fax",
    "title": "TITLE", "employeetype": "ROLE", "description": "NOTE", "info": "NOTE", "note": "NOTE",
    "mozillaworkurl": "URL work", "workurl": "URL work", "mozillahomeurl": "URL home", "homeurl": "URL home",
    "homeurl2": "URL home", "labeleduri": "URL", "url": "URL", "mozillahomepostaladdress": "ADR home",
    "postaladdress": "ADR work", "homepostaladdress": "ADR home", "preferredlanguage": "LANG",
    "manager": "RELATED manager", "secretary": "RELATED assistant", "spousename": "RELATED spouse",
    "member": "MEMBER", "uniquemember": "MEMBER", "businesscategory": "CATEGORIES", "category": "CATEGORIES",
    "jpegphoto": "PHOTO", "photo": "PHOTO", "thumbnailphoto": "PHOTO", "usersmimecertificate": "KEY",
    "usercertificate": "KEY",
}  # fmt: skip

#: Attributes that are a part of a property: the property, its label, and where the part stands.
_PARTS = {
    "sn": ("N", "", 0), "surname": ("N", "", 0), "givenname": ("N", "", 1), "gn": ("N", "", 1),
    "initials": ("N", "", 2), "personaltitle": ("N", "", 3), "generationqualifier": ("N", "", 4),
    "street": ("ADR", "work", 2), "streetaddress": ("ADR", "work", 2),
    "mozillaworkstreet2": ("ADR", "work", 1),
    "postofficebox": ("ADR", "work", 0), "l": ("ADR", "work", 3), "locality": ("ADR", "work", 3),
    "st": ("ADR", "work", 4), "region": ("ADR", "work", 4), "postalcode": ("ADR", "work", 5),
    "c": ("ADR", "work", 6), "countryname": ("ADR", "work", 6), "co": ("ADR", "work", 6),
    "mozillahomestreet": ("ADR", "home", 2), "mozillahomestreet2": ("ADR", "home", 1),
    "mozillahomelocalityname": ("ADR", "home", 3), "mozillahomestate": ("ADR", "home", 4),
    "mozillahomepostalcode": ("ADR", "home", 5), "mozillahomecountryname": ("ADR", "home", 6),
    "o": ("ORG", "", 0), "organizationname": ("ORG", "", 0), "company": ("ORG", "", 0),
    "ou": ("ORG", "", 1), "department": ("ORG", "", 1), "departmentnumber": ("ORG", "", 1),
    "orgunit": ("ORG", "", 1),
    "birthyear": ("BDAY", "", 0), "birthmonth": ("BDAY", "", 1), "birthday": ("BDAY", "", 2),
    "anniversaryyear": ("ANNIVERSARY", "", 0), "anniversarymonth": ("ANNIVERSARY", "", 1),
    "anniversaryday": ("ANNIVERSARY", "", 2),
}  # fmt: skip

_SERVICES = {
    "nsaimid": "aim", "mozillaaimscreenname": "aim", "xmozillaanyphone": "", "mozillachatscreenname": "aim",
    "nsicqid": "icq", "nsmsnid": "msn", "nsyahooid": "yahoo", "nsjabberid": "xmpp", "nsskypeid": "skype",
    "mozillagoogletalk": "gtalk", "mozillaskype": "skype", "mozillajabberid": "xmpp",
}  # fmt: skip

#: What says something about the entry or the server, not about the person.
_PACKING = frozenset(
    (
        *("objectclass", "changetype", "control", "modifytimestamp", "createtimestamp", "creatorsname"),
        *("modifiersname", "entryuuid", "entrycsn", "entrydn", "structuralobjectclass", "userpassword"),
        *("subschemasubentry", "hassubordinates", "mozillausehtmlmail", "xmozillausehtmlmail"),
        *("lastmodifieddate", "preferdisplayname", "popularityindex", "allowremotecontent"),
    )
)
_LENGTHS = {"N": 5, "ADR": 7, "ORG": 2, "BDAY": 3, "ANNIVERSARY": 3}
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def said_by(attributes: list[tuple[str, str]]) -> list[Said]:
    """What one entry says, a property where its first part stands; what is unknown is `X-...`."""
    said: dict[object, Said] = {}
    parts: dict[tuple[str, str], list[str]] = {}
    for number, (name, value) in enumerate(attributes):
        if name in _PACKING:
            continue
        if name in _PARTS:
            _put(parts, said, name, value)
        else:
            said[number] = _plain(name, value)
    for key, found in parts.items():
        said[key] = Said(key[0], _joined(key[0], found), key[1])
    return [each for each in said.values() if each.value]


def _put(parts: dict[tuple[str, str], list[str]], said: dict[object, Said], name: str, value: str) -> None:
    """Put a part into its place; the property stands where its first part stands."""
    prop, label, place = _PARTS[name]
    key = (prop, label)
    said.setdefault(key, Said(prop, "", label))
    held = parts.setdefault(key, [""] * _LENGTHS[prop])
    held[place] = f"{held[place]}, {value}" if held[place] and held[place] != value else value


def _joined(name: str, parts: list[str]) -> str:
    match name:
        case "N":
            return name_value(parts)
        case "ADR":
            return address_line(parts)
        case "ORG":
            return ", ".join(part for part in parts if part)
        case _:
            return _day(*parts)


def _day(year: str, month: str, day: str) -> str:
    """A day from its three parts; a year alone stays one."""
    if day and not month:
        return iso_day(day)
    if day:
        written = f"{year}-{month}-{day}" if year else f"--{month}-{day}"
        return iso_day(written)
    return year


def _plain(name: str, value: str) -> Said:
    if service := _SERVICES.get(name):
        return account(value, service)
    prop, _, label = _PLAIN.get(name, "X-" + name.removeprefix("x-").upper()).partition(" ")
    if prop == "ADR":
        value = ", ".join(part.strip() for part in value.split("$") if part.strip())
    elif prop == "MEMBER" or (prop == "RELATED" and "=" in value):
        value = _person_named(value)
    elif name == "labeleduri":
        value, _, label = value.partition(" ")
    return Said(prop, value, label)


def _person_named(value: str) -> str:
    """Whom a distinguished name means: of `cn=Sara Haddad,mail=sara@a.example` the address, else the name."""
    found: dict[str, str] = {}
    for part in value[:2000].split(","):
        kind, _, said = part.partition("=")
        found.setdefault(kind.strip().lower(), said.strip())
    return found.get("mail") or found.get("cn") or value


def moment(written: str, today: date) -> int | None:
    """A time stamp (`20240102120000Z`, or seconds) in Unix seconds; None where it cannot be believed."""
    is_seconds = written.isascii() and written.isdigit() and len(written) <= 10
    try:
        found = (
            datetime.fromtimestamp(int(written), UTC)
            if is_seconds
            else datetime.strptime(written[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        )
    except ValueError:
        return None
    latest = datetime(today.year, today.month, today.day, tzinfo=UTC) + timedelta(days=3)
    return int(found.timestamp()) if _EARLIEST <= found < latest else None
