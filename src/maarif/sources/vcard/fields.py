"""From a property to fields under standard names, each with one readable value."""

from __future__ import annotations

import re
from collections.abc import Callable

from maarif.domain.items import Field
from maarif.sources.vcard.days import iso_day
from maarif.sources.vcard.properties import Property, components, unescape

#: What programs write for a chat service, and the service it stands for.
_SERVICES = {
    "X-AIM": "aim", "X-ICQ": "icq", "X-MSN": "msn", "X-YAHOO": "yahoo", "X-JABBER": "xmpp",
    "X-GTALK": "gtalk", "X-GOOGLE-TALK": "gtalk", "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype", "X-QQ": "qq",
    "X-GADUGADU": "gadugadu", "X-GROUPWISE": "groupwise",
    "X-TWITTER": "twitter", "X-TELEGRAM": "telegram", "X-SIGNAL": "signal",
    "X-WHATSAPP": "whatsapp", "X-MATRIX": "matrix", "X-MS-IMADDRESS": "", "X-KADDRESSBOOK-X-IMADDRESS": "",
    "X-EVOLUTION-VIDEO-URL": "",
}  # fmt: skip

#: What programs write for a relation, and how it is called.
_RELATIONS = {
    "X-SPOUSE": "spouse", "X-EVOLUTION-SPOUSE": "spouse", "X-MS-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-ASSISTANT": "assistant", "X-EVOLUTION-ASSISTANT": "assistant", "X-MS-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-MANAGER": "manager", "X-EVOLUTION-MANAGER": "manager", "X-MS-MANAGER": "manager",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager", "X-MS-CHILD": "child", "X-CHILDREN": "child",
    "X-PARTNER": "partner",
}  # fmt: skip

_RENAMED = {
    "X-ANNIVERSARY": "ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY": "ANNIVERSARY",
    "X-MS-ANNIVERSARY": "ANNIVERSARY",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "ANNIVERSARY", "X-ADDRESSBOOKSERVER-KIND": "KIND",
    "X-ADDRESSBOOKSERVER-MEMBER": "MEMBER", "X-MS-TEL": "TEL", "X-EVOLUTION-BLOG-URL": "URL",
    "X-ABRELATEDNAMES": "RELATED",
}  # fmt: skip

_LISTS = {"NICKNAME": re.compile(","), "CATEGORIES": re.compile("[,;]")}
_ACCOUNTS = frozenset(("IMPP", "X-SOCIALPROFILE", *_SERVICES))
_BUILT_IN = re.compile(r"_\$!<(.{0,200}?)>!\$_", re.DOTALL)
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]{1,40}):(?!//)(.*)", re.DOTALL)


def label_text(written: str) -> str:
    """A label as the owner reads it: `_$!<HomePage>!$_` is homepage, their own words stay as they are."""
    text = written.strip()
    built_in = _BUILT_IN.fullmatch(text)
    return built_in[1].lower() if built_in else text


def fields_of(known: Property, group_label: str) -> list[Field]:
    """The fields that a property comes to: one, or one for each entry of a list; none where it is empty."""
    label = group_label or known.head.label
    name = _RENAMED.get(known.head.name, known.head.name)
    if name in _RELATIONS:
        name, label = "RELATED", label or _RELATIONS[name]
    elif name == "X-ABDATE" and label == "anniversary":
        name = "ANNIVERSARY"
    elif name in _ACCOUNTS:
        return _account(known, name, label)
    value = _READERS.get(name, _text)(known)
    if name in _LISTS:
        return [Field(name, entry.strip(), label) for entry in _LISTS[name].split(value) if entry.strip()]
    if name == "RELATED" and value.startswith("urn:"):
        name = "X-RELATED-UID"
    return [Field(name, value, label)] if value else []


def _text(known: Property) -> str:
    return unescape(known.value).strip()


def _parts_of_name(known: Property) -> str:
    parts = [part.replace(";", ",") for part in components(known.value)]
    return ";".join(parts) if any(parts) else ""


def _organisation(known: Property) -> str:
    return ", ".join(part for part in components(known.value) if part)


def _day(known: Property) -> str:
    return iso_day(_text(known), known.head.first("X-APPLE-OMIT-YEAR"))


def _without_scheme(known: Property) -> str:
    text = _text(known)
    return text.partition(":")[2] if text[:7].lower().startswith(("tel:", "mailto:")) else text


def _gender(known: Property) -> str:
    return _text(known).rstrip(";")


def _address(known: Property) -> str:
    """An address in one line: street (and what narrows it), town, region, code, country."""
    box, extended, street, *rest = (*components(known.value), "", "", "")
    place = " / ".join(one for part in (street, extended, box) if part and (one := _one_line(part)))
    address = ", ".join(one for part in (place, *rest) if part and (one := _one_line(part)))
    return address or _one_line(known.head.first("LABEL"))


_READERS: dict[str, Callable[[Property], str]] = {
    "N": _parts_of_name,
    "ORG": _organisation,
    "ADR": _address,
    "BDAY": _day,
    "ANNIVERSARY": _day,
    "DEATHDATE": _day,
    "X-ABDATE": _day,
    "TEL": _without_scheme,
    "EMAIL": _without_scheme,
    "RELATED": _without_scheme,
    "GENDER": _gender,
}


def _one_line(text: str) -> str:
    lines = (" ".join(line.split()).strip(" ,") for line in text.split("\n"))
    return ", ".join(line for line in lines if line)


def _account(known: Property, name: str, label: str) -> list[Field]:
    """A chat account as `service:account`, a profile with a web address as URL."""
    value = _text(known)
    service = _SERVICES.get(name) or known.head.first("X-SERVICE-TYPE").lower()
    if name == "X-SOCIALPROFILE":
        if value.lower().startswith(("http:", "https:", "www.")):
            return [Field("URL", value, label)]
        service = service or label
        value = known.head.first("X-USER") or value
    scheme = _SCHEME.fullmatch(value)
    if scheme and scheme[1].lower() == "x-apple":
        value, scheme = scheme[2], None
    if not scheme and service and value:
        value = f"{service}:{value}"
    return [Field("IMPP", value, label)] if value else []
