"""Google Chat: the conversations of Google Takeout, the groups' members and the owner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from maarif.domain.blobs import Blob, beside
from maarif.domain.chats import Chat, Said
from maarif.domain.items import Card, Defect, Field, Item, Origin, Party
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, object_at, objects_at, text_at, walk
from maarif.text.moments import from_iso

_MESSAGES = re.compile(
    rb'\{\s{0,200}"messages"\s{0,9}:\s{0,9}\[\s{0,200}\{\s{0,200}'
    rb'"(?:creator|created_date|message_state|updated_date|topic_id|message_id)"'
)
_MEMBERS = re.compile(
    rb'\{\s{0,200}(?:"name"\s{0,9}:\s{0,9}"[^"\\]{0,200}",\s{0,200})?'
    rb'"members"\s{0,9}:\s{0,9}\[\s{0,200}\{[^{}]{0,600}"user_type"'
)
_OWNER = re.compile(rb'\{\s{0,200}"user"\s{0,9}:\s{0,9}\{[^{}]{0,600}"user_type"')
_INTO = frozenset(((), ("messages",), ("members",)))

#: `Tuesday, 5 March 2024 at 10:00:00 UTC`, `Tuesday, March 5, 2024 at 10:00:00 AM UTC`.
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.? (?:de )?(?P<month>[^\W\d_]{3,12})\.? (?:de )?(?P<year>\d{4})\b")
#: `2015. február 15., vasárnap 21:54:36 UTC`, `2024年3月5日火曜日 10:00:00 UTC`.
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})\.? (?P<month>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})\b")
_NUMBERED = re.compile(r"(?P<year>\d{4})[年년][ ]?(?P<month>\d{1,2})[月월][ ]?(?P<day>\d{1,2})[日일]")
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]{3,12}) (?P<day>\d{1,2}), (?P<year>\d{4})\b")
_DAYS = (_NUMBERED, _DAY_FIRST, _YEAR_FIRST, _MONTH_FIRST)
_AFTERNOON = ("P", "下午", "午後", "오후")
_CLOCK = re.compile(
    r"(?P<early>上午|午前|오전|下午|午後|오후)?[ ]?(?P<hour>\d{1,2})[:.時时](?P<minute>\d\d)(?:[:.分](?P<second>\d\d))?"
    r"(?:[ \u202f](?P<half>[AP])M)?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january januar janvier enero janeiro gennaio januari يناير január stycznia января ocak ledna",
            "february februar février febrero fevereiro febbraio februari فبراير február lutego февраля şubat února",
            "march märz mars marzo março maart مارس március marca марта mart března",
            "april avril abril aprile أبريل április kwietnia апреля nisan dubna",
            "may mai mayo maio maggio mei مايو maj május maja мая mayıs května",
            "june juni juin junio junho giugno يونيو június czerwca июня haziran června",
            "july juli juillet julio julho luglio يوليو július lipca июля temmuz července",
            "august août agosto augustus أغسطس augusti augusztus sierpnia августа ağustos srpna",
            "september septembre septiembre setembro settembre سبتمبر szeptember września сентября eylül září",
            "october oktober octobre octubre outubro ottobre أكتوبر október października октября ekim října",
            "november novembre noviembre novembro نوفمبر listopada ноября kasım listopadu",
            "december dezember décembre diciembre dezembro dicembre ديسمبر grudnia декабря aralık prosince",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def recognises(blob: Blob) -> bool:
    """Tell messages, members of a group and the owner's own file by their first keys."""
    head = blob.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    return any(sign.match(head) for sign in (_MESSAGES, _MEMBERS, _OWNER))


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, a Card per member of a group, or one about the owner."""
    members = (*_members(beside(blob, "group_info.json")), *_speakers(blob))
    chat = Chat(blob.name, 1, f"googlechat/{_folder(blob.name)}", members, today)
    cards = 0
    for found in _walk(blob):
        if isinstance(found, Damage):
            yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
        elif found.path[:1] == ("messages",):
            yield from _message(chat, found.value)
        elif isinstance(found.value, dict) and (found.path[:1] == ("members",) or found.path == ("user",)):
            cards += 1
            yield _card(found.value, Origin(blob.name, f"card {cards}"), found.path == ("user",))


def _walk(blob: Blob) -> Iterator[Found | Damage]:
    with open_text(blob.open(), blob.head) as text:
        yield from walk(text, _INTO)


def _folder(name: str) -> str:
    """The conversation's key: the folder, `DM 8xYz` or `Space AAQ1`."""
    return (re.split(r"[/\\!]", name)[-2:-1] or [name])[0]


def _members(group: Blob | None) -> list[Party]:
    """Who belongs to the conversation, as the file beside its messages lists them."""
    if group is None or not _MEMBERS.match(group.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]):
        return []
    listed = (found.value for found in _walk(group) if isinstance(found, Found) and found.path[:1] == ("members",))
    people = [each for each in listed if isinstance(each, dict) and not _is_bot(each)]
    return [party for each in people if (party := _party(each))]


def _speakers(blob: Blob) -> list[Party]:
    parties: dict[Party, None] = {}
    for found in _walk(blob):
        if isinstance(found, Found) and found.path[:1] == ("messages",) and isinstance(found.value, dict):
            creator = object_at(found.value, "creator")
            party = _party(creator)
            if party and not _is_bot(creator):
                parties[party] = None
    return list(parties)


def _is_bot(user: Object) -> bool:
    return text_at(user, "user_type").lower() == "bot"


def _party(user: Object) -> Party | None:
    name, mail = text_at(user, "name"), text_at(user, "email")
    if mail:
        return Party(name, mail, "email")
    return Party(name, kind="name") if name else None


def _message(chat: Chat, value: object) -> Iterator[Item | Defect]:
    if not isinstance(value, dict):
        yield chat.spoil("no message", str(value)[:80])
        return
    files = [f"[document: {text_at(each, 'original_name')}]" for each in objects_at(value, "attached_files")]
    text = "\n".join(part for part in (*files, text_at(value, "text").strip()) if part)
    creator = object_at(value, "creator")
    sender = _party(creator)
    if not text or text_at(value, "message_state") == "DELETED":
        chat.pass_over()
    elif sender is None:
        yield chat.spoil("nobody is named as the sender", text)
    else:
        written = text_at(value, "created_date") or text_at(value, "updated_date")
        bulk = "auto" if _is_bot(creator) else ""
        yield chat.tell(sender, Said(text, moment(written), written, bulk=bulk))


def moment(written: str) -> int | None:
    """A moment as Takeout writes it, in UTC, in Unix seconds; None where it cannot be read."""
    clipped = written[:120].lower()
    day = next(filter(None, (form.search(clipped) for form in _DAYS)), None)
    clock = _CLOCK.search(written[:120])
    month = _month(day["month"]) if day else 0
    if day is None or clock is None:
        return from_iso(written[:60])
    hour = int(clock["hour"])
    half = clock["half"] or clock["early"]
    if half and hour <= 12:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    try:
        found = datetime(int(day["year"]), month, int(day["day"]), hour, int(clock["minute"]), tzinfo=UTC)
    except ValueError:
        return None
    return int(found.timestamp()) + int(clock["second"] or 0)


def _month(written: str) -> int:
    return int(written) if written.isdecimal() else _MONTHS.get(written, 0)


def _card(user: Object, origin: Origin, about_owner: bool) -> Card:
    mail = text_at(user, "email")
    fields = (Field("EMAIL", mail),) if mail else ()
    return Card(origin, text_at(user, "name"), fields, about_owner=about_owner)
