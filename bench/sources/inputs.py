"""The generated inputs: one file for each source, with invented people, the same bytes each time."""

# ruff: noqa: E501 - a line is an input

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.people import Somebody, circle
from bench.sources.databases import address_book, messages_database

_PEOPLE = circle(2000).people
_START = datetime(2015, 1, 1, 8, tzinfo=UTC)
_WORDS = "shall we meet at the harbour on Friday, I bring the plans and the cake that is left over"


@dataclass(frozen=True, slots=True)
class Input:
    """What one source reads: the file's name, how many of what, how it is written, and the wall time asked for."""

    source: str
    name: str
    count: int
    unit: str
    write: Callable[[Path, int], None]
    limit: float | None = None


def _lines(
    of: Callable[[int], str], before: str = "", after: str = "", between: str = "\n"
) -> Callable[[Path, int], None]:
    """A writer of so many pieces of text."""

    def write(path: Path, count: int) -> None:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(before)
            for number in range(count):
                file.write((between if number else "") + of(number))
            file.write(after)

    return write


def _who(number: int) -> Somebody:
    return _PEOPLE[number * 7919 % len(_PEOPLE)]


def _at(number: int) -> datetime:
    return _START + timedelta(minutes=7 * number % 5_000_000)


def _name(number: int) -> str:
    return f"{_who(number).name} {number}"


def _json(of: Callable[[int], object]) -> Callable[[int], str]:
    return lambda number: json.dumps(of(number), ensure_ascii=False)


def _whatsapp(number: int) -> str:
    return f"{_at(number):%d/%m/%Y, %H:%M} - {_who(number % 12).name}: {_WORDS[: 20 + number % 60]}"


def _vcard(number: int) -> str:
    who, name = _who(number), _name(number)
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name.split()[-2]};{name.split()[0]};;;\r\n"
        f"EMAIL;TYPE=INTERNET,WORK:{number}.{who.address}\r\nitem1.TEL:+49 341 {5_000_000 + number}\r\n"
        f"item1.X-ABLabel:_$!<Mobile>!$_\r\nORG:Harbour Works;Planning\r\nTITLE:Engineer\r\n"
        f"ADR;TYPE=HOME:;;Mill Lane {number % 90};Leipzig;;04109;Germany\r\nBDAY:19{50 + number % 50}-03-22\r\n"
        f"NOTE:met at the fair\\, brings cake\r\nUID:card-{number}\r\nREV:2024-03-05T10:00:00Z\r\nEND:VCARD\r\n"
    )


_RULES = ("FREQ=WEEKLY;COUNT=20", "FREQ=MONTHLY;BYDAY=2TU;COUNT=12", "FREQ=YEARLY;COUNT=10", "FREQ=DAILY;COUNT=10")


def _event(number: int) -> str:
    """One event; every tenth recurs, so that 100,000 of them come to some 220,000 meetings."""
    at, who, other = _at(number), _who(number), _who(number + 1)
    rule = f"RRULE:{_RULES[number // 10 % 4]}\r\n" if number % 10 == 0 else ""
    return (
        f"BEGIN:VEVENT\r\nUID:event-{number}\r\nDTSTAMP:20150101T000000Z\r\nSUMMARY:Harbour meeting {number}\r\n"
        f"DTSTART;TZID=Europe/Berlin:{at:%Y%m%dT%H%M%S}\r\nDTEND;TZID=Europe/Berlin:{at + timedelta(hours=1):%Y%m%dT%H%M%S}\r\n"
        f"{rule}ORGANIZER;CN={who.name}:mailto:{who.address}\r\n"
        f"ATTENDEE;CN={other.name};PARTSTAT=ACCEPTED:mailto:{other.address}\r\nLOCATION:Mill\r\nEND:VEVENT\r\n"
    )


def _mail(number: int) -> str:
    who = _who(number)
    return (
        f"From {who.address} Thu Jan  1 00:00:00 2015\nFrom: {who.name} <{who.address}>\n"
        f"To: Mira <mira@post.example>\nSubject: Harbour {number}\nDate: {_at(number):%a, %d %b %Y %H:%M:%S} +0000\n"
        f"Message-ID: <{number}@post.example>\nContent-Type: text/plain; charset=utf-8\n\n{_WORDS * 6}\n\n"
    )


def _row(number: int) -> str:
    who, day = _who(number), _at(number)
    first, _, last = who.name.partition(" ")
    return f"{first},{last} {number},https://www.linkedin.example/in/p{number},,Harbour Works,Engineer,{day:%d %b %Y}"


def _contact(number: int) -> str:
    who = _who(number)
    first, _, last = who.name.partition(" ")
    return f"{first},{last} {number},{number}.{who.address},+49 341 {5_000_000 + number},Harbour Works,Leipzig"


def _meeting_row(number: int) -> str:
    return (
        f"{_at(number):%Y-%m-%dT%H:%M:%SZ},call,mira@post.example,{_who(number).address},{_WORDS[:40]},t{number % 900}"
    )


def _entry(number: int) -> str:
    who = _who(number)
    first, _, last = who.name.partition(" ")
    return f"dn: cn={who.name} {number}\nobjectclass: person\ngivenName: {first}\nsn: {last}\ncn: {who.name} {number}\nmail: {number}.{who.address}\ntelephoneNumber: 0341 {5_000_000 + number}\n"


def _jcard(number: int) -> object:
    who = _who(number)
    said = [
        ["version", {}, "text", "4.0"],
        ["fn", {}, "text", _name(number)],
        ["email", {}, "text", f"{number}.{who.address}"],
    ]
    return ["vcard", [*said, ["tel", {"type": "cell"}, "text", f"+49 341 {5_000_000 + number}"]]]


def _xcard(number: int) -> str:
    who = _who(number)
    return f"<vcard><fn><text>{_name(number)}</text></fn><email><text>{number}.{who.address}</text></email><tel><uri>tel:+49341{5_000_000 + number}</uri></tel></vcard>"


def _telegram(number: int) -> object:
    who = number % 2
    return {"id": number, "type": "message", "date": f"{_at(number):%Y-%m-%dT%H:%M:%S}", "date_unixtime": str(int(_at(number).timestamp())),
            "from": ("Mira", "Sara")[who], "from_id": f"user{who}", "text": _WORDS[: 20 + number % 60]}  # fmt: skip


def _meta(number: int) -> object:
    return {
        "sender_name": ("Mira", "Sara")[number % 2],
        "timestamp_ms": int(_at(number).timestamp()) * 1000,
        "content": _WORDS[:60],
    }


def _signal(number: int) -> object:
    return {"date": f"{_at(number):%Y-%m-%dT%H:%M:%S}", "sender": ("Me", "Sara")[number % 2], "body": _WORDS[:60], "quote": "",
            "sticker": None, "reactions": [], "attachments": []}  # fmt: skip


def _slack(number: int) -> object:
    return {
        "client_msg_id": f"m{number}",
        "type": "message",
        "text": _WORDS[:60],
        "user": f"U{number % 20:09}",
        "ts": f"{int(_at(number).timestamp())}.000100",
    }


def _googlechat(number: int) -> object:
    who = _who(number % 2)
    return {"creator": {"name": who.name, "email": who.address, "user_type": "Human"}, "created_date": f"{_at(number):%A, %B %d, %Y at %I:%M:%S %p} UTC",
            "text": _WORDS[:60], "topic_id": f"t{number}", "message_id": f"m{number}"}  # fmt: skip


def _discord(number: int) -> object:
    return {
        "ID": 800_000_000_000_000_000 + number,
        "Timestamp": f"{_at(number):%Y-%m-%d %H:%M:%S}",
        "Contents": _WORDS[:60],
        "Attachments": "",
    }


def _sms(number: int) -> str:
    return f'<sms protocol="0" address="+49341{5_000_000 + number % 200}" date="{int(_at(number).timestamp())}000" type="{1 + number % 2}" body="{_WORDS[:60]}" contact_name="{_who(number % 200).name}" />'


def _enex(number: int) -> str:
    return f"<note><title>Day {number}</title><content><![CDATA[<en-note><div>{_WORDS}</div></en-note>]]></content><created>{_at(number):%Y%m%dT%H%M%SZ}</created></note>"


def _diary(number: int) -> str:
    return f"## {_at(number):%Y-%m-%d}\n\nMet [[{_who(number).name}]]. {_WORDS}.\n"


def _abbu(path: Path, count: int) -> None:
    address_book(path, ((_name(n), f"{n}.{_who(n).address}", f"+49341{5_000_000 + n}") for n in range(count)))


def _imessage(path: Path, count: int) -> None:
    messages_database(
        path,
        (
            (
                number % 200,
                number % 2,
                int((_at(number) - datetime(2001, 1, 1, tzinfo=UTC)).total_seconds()),
                _WORDS[:60],
            )
            for number in range(count)
        ),
    )


_GOOGLE = "First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name,Address 1 - City\n"
_TWO = '"participants":[{"name":"Mira"},{"name":"Sara"}],"messages":['

INPUTS = (
    Input("whatsapp", "WhatsApp Chat with Choir.txt", 500_000, "lines", _lines(_whatsapp, after="\n"), 10),
    Input("vcard", "book.vcf", 50_000, "cards", _lines(_vcard, between=""), 10),
    Input("ical", "club.ics", 100_000, "events", _lines(_event, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "END:VCALENDAR\r\n", ""), 30),
    Input("mail", "inbox.mbox", 50_000, "mails", _lines(_mail, between="")),
    Input("linkedin", "Connections.csv", 30_000, "connections", _lines(_row, "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")),
    Input("contacts_csv", "contacts.csv", 50_000, "rows", _lines(_contact, _GOOGLE)),
    Input("interactions", "log.csv", 50_000, "rows", _lines(_meeting_row, "at,channel,from,to,text,thread\n")),
    Input("ldif", "book.ldif", 50_000, "entries", _lines(_entry)),
    Input("abbu", "AddressBook-v22.abcddb", 20_000, "people", _abbu),
    Input("jcard", "book.json", 30_000, "cards", _lines(_json(_jcard), "[", "]", ",\n")),
    Input("xcard", "book.xml", 30_000, "cards", _lines(_xcard, '<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0">', "</vcards>")),
    Input("telegram", "result.json", 200_000, "messages", _lines(_json(_telegram), '{"name":"Sara","type":"personal_chat","id":1,"messages":[', "]}", ",\n")),
    Input("facebook", "message_1.json", 200_000, "messages", _lines(_json(_meta), "{" + _TWO, "]}", ",\n")),
    Input("instagram", "instagram_message_1.json", 200_000, "messages", _lines(_json(_meta), "{" + _TWO, "]}", ",\n")),
    Input("signal", "data.json", 200_000, "messages", _lines(_json(_signal))),
    Input("slack", "2024-03-05.json", 100_000, "messages", _lines(_json(_slack), "[", "]", ",\n")),
    Input("googlechat", "messages.json", 100_000, "messages", _lines(_json(_googlechat), '{"messages":[', "]}", ",\n")),
    Input("discord", "messages.json", 200_000, "messages", _lines(_json(_discord), "[", "]", ",\n")),
    Input("imessage", "chat.db", 200_000, "messages", _imessage),
    Input("sms", "sms.xml", 100_000, "messages", _lines(_sms, "<?xml version='1.0' encoding='UTF-8'?>\n<smses count=\"1\">\n", "\n</smses>\n")),
    Input("enex", "notebook.enex", 20_000, "notes", _lines(_enex, '<?xml version="1.0" encoding="UTF-8"?>\n<en-export>\n', "\n</en-export>\n")),
    Input("notes", "diary.md", 20_000, "entries", _lines(_diary)),
)  # fmt: skip
