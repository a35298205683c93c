"""Who takes part in an event: the organiser and whoever has not declined."""

from __future__ import annotations

import re

from maarif.domain.items import Party
from maarif.sources.ical.properties import Properties, Property

#: People that are kept of one event.
_MOST = 10_000
#: Calendar users that are things (RFC 5545, 3.2.3), and answers that say no.
_THINGS = frozenset(("ROOM", "RESOURCE"))
_NO = frozenset(("DECLINED", "DELEGATED"))
#: Google's addresses of rooms and of calendars, which nobody reads.
_NOBODY = ("@resource.calendar.google.com", "@group.calendar.google.com", "@import.calendar.google.com")

_MAIL = re.compile(r"(?:mailto:)?\s{0,9}([^\s@:<>,;\"]{1,320}@[^\s@:<>,;\"]{1,320})", re.IGNORECASE)
_PHONE = re.compile(r"(?:tel|sms|callto):(\+?[\d\s()./-]{5,40})", re.IGNORECASE)
_PAGE = re.compile(r"https?://\S{3,2000}", re.IGNORECASE)


def people_of(properties: Properties) -> tuple[Party, ...]:
    """Return the organiser first, then the attendees, each once; who declined, and rooms, are left out."""
    found: dict[str, Party] = {}
    declined: set[str] = set()
    attendees = properties.all("ATTENDEE")[:_MOST]
    for said in (*attendees, *properties.all("ORGANIZER")[:1]):
        if said.params.get("PARTSTAT", said.params.get("STATUS", "")).upper() in _NO:
            declined.add(_key(_party(said)))
    for said in (*properties.all("ORGANIZER")[:1], *attendees):
        one = _party(said)
        key = _key(one)
        if key and key not in declined and not _is_thing(said, one):
            found.setdefault(key, one)
            if one.name and not found[key].name:
                found[key] = one
    return tuple(found.values())


def _key(party: Party) -> str:
    return party.address.lower() or party.name.casefold()


def _is_thing(said: Property, party: Party) -> bool:
    return said.params.get("CUTYPE", "").upper() in _THINGS or party.address.lower().endswith(_NOBODY)


def _party(said: Property) -> Party:
    """One person as written: an address in the value or beside it, and the common name."""
    name = " ".join(said.params.get("CN", "").replace("\x00", "").split()).strip("'\"")
    value = said.value.strip()
    mail = _MAIL.fullmatch(value) or _MAIL.fullmatch(said.params.get("EMAIL", ""))
    if mail:
        return Party("" if _MAIL.fullmatch(name) and mail[1].lower() in name.lower() else name, mail[1])
    if phone := _PHONE.fullmatch(value):
        return Party(name, phone[1].strip(), "phone")
    if named := _MAIL.fullmatch(name):
        return Party("", named[1])
    if _PAGE.fullmatch(value) and "/principals/" not in value:
        return Party(name, value, "url")
    return Party(name or ("" if ":" in value or "/" in value else value[:200]), "", "name")
