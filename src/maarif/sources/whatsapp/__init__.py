"""WhatsApp: a chat that was exported from a telephone as text, told by the stamp before each message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import Chat, Said
from maarif.domain.items import Defect, Item, Party
from maarif.sources.whatsapp.days import Calendar
from maarif.sources.whatsapp.entries import Entry, entries_in, party_of
from maarif.sources.whatsapp.titles import says_chat, title_of
from maarif.sources.whatsapp.words import CALL, NOTICE, meaning_of
from maarif.text.charsets import head_text, open_text, repair
from maarif.text.stamps import begins_a_chat, is_signal, stamp_of

_BEGINNING = 16384
_SPOKEN = re.compile(r".{1,100}?:(?: |$)")


def recognises(blob: Blob) -> bool:
    """Tell by the first line, which begins with a date and a time, and by one on which somebody speaks."""
    head = blob.head[:_BEGINNING]
    if b"\0" in head[:64] and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return False
    lines = [line for line in repair(head_text(head)).split("\n", 60)[:60] if line.strip()]
    if not lines or not begins_a_chat(lines[0]) or is_signal(blob.name, lines[0]):
        return False
    found = ((line, stamp_of(line[:300])) for line in lines)
    spoken = (_SPOKEN.match(line, stamp.end) for line, stamp in found if stamp)
    return any(spoken) or says_chat(blob.name)


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, in the order of the file, which is read twice.

    The first reading tells the order of day, month and year, and who takes part.
    """
    calendar, speakers = Calendar(today), dict[str, None]()
    for entry in _entries(blob):
        if entry.stamp:
            calendar.see(entry.stamp)
        if entry.sender and entry.sender not in speakers and _speaks(entry.text):
            speakers[entry.sender] = None
    chat = Chat(blob.name, 1, f"whatsapp/{title_of(blob.name)}", _members(blob.name, speakers), today)
    calendar.settle()
    parties = {sender: party_of(sender) for sender in speakers}
    for entry in _entries(blob):
        if entry.stamp is None:
            yield chat.spoil("words before the first message", repair(entry.text))
        elif entry.sender:
            yield from _told(chat, entry, calendar, parties.get(entry.sender))


def _entries(blob: Blob) -> Iterator[Entry]:
    with open_text(blob.open(), blob.head) as lines:
        yield from entries_in(lines)


def _speaks(text: str) -> bool:
    """A name that stands before notices alone is the group's."""
    return not text.startswith(NOTICE) or meaning_of(repair(text)) != ""


def _members(name: str, speakers: Iterable[str]) -> list[Party]:
    """Whoever speaks; in a chat where one alone does, also whom the file is named after."""
    members = [party_of(sender) for sender in speakers]
    title = title_of(name)
    if len(members) == 1 and says_chat(name) and title not in ("", members[0].name):
        members.append(party_of(title))
    return members


def _told(chat: Chat, entry: Entry, calendar: Calendar, sender: Party | None) -> Iterator[Item | Defect]:
    text = meaning_of(repair(entry.text))
    if not text or entry.stamp is None or sender is None:
        chat.pass_over()
        return
    at, written = calendar.moment(entry.stamp), entry.written.strip(" -–[]\u200e\u200f")
    if text == CALL:
        yield chat.tell(sender, Said("", at, written, "call"))
    else:
        yield chat.tell(sender, Said(text, at, written))
