"""Whether a file was read completely, told by simple readers that share no code with the sources."""

from __future__ import annotations

import binascii
import json
import quopri
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from maarif.domain.items import Card, Defect, Item, Meeting, Message, Note

_PACKING = ("VERSION", "PRODID", "BEGIN", "END", "X-ABLABEL", "UID", "REV", "PROFILE", "AGENT", "X-GENERATOR")
_BINARY = ("PHOTO", "LOGO", "SOUND", "KEY")


def check(path: Path, source: str, found: Sequence[Item | Defect]) -> str:
    """What was compared and came out well, or "no: " and what is missing."""
    items = [each.kept if isinstance(each, Defect) else each for each in found]
    said = [each for each in items if each is not None]
    target = path.parent / "target.json"
    if target.is_file():
        return _same_messages(target, said)
    if source == "vcard":
        return _every_value(path, said)
    if source == "ical":
        return _every_summary(path, said)
    return "read" if said or not found else "read, all of it defects"


def _same_messages(target: Path, said: Sequence[Item]) -> str:
    wanted = {
        (row["timestamp"], _letters(row["author"]), _letters(row["message"])) for row in json.loads(target.read_text())
    }
    got = {(_stamp(each), _letters(_author(each)), _letters(each.text)) for each in said if isinstance(each, Message)}
    return f"same as {target.name}" if wanted == got else f"no: {sorted(wanted ^ got)[:2]}"


def _stamp(message: Message) -> str:
    return datetime.fromtimestamp(message.at or 0, UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _author(message: Message) -> str:
    sender = message.envelope.sender
    return sender.name or sender.address


def _every_value(path: Path, said: Sequence[Item]) -> str:
    kept = "".join(_letters(field.value) for card in said if isinstance(card, Card) for field in card.fields)
    missing = [name for name, value in _properties(path.read_bytes()) if any(part not in kept for part in value)]
    return "every value is kept" if not missing else f"no: {', '.join(sorted(set(missing)))}"


def _properties(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """The properties of a vCard, with the letters of each component of their values."""
    text = re.sub(rb"=\r?\n", b"", data) if b"QUOTED-PRINTABLE" in data.upper() else data
    for line in re.sub(rb"\r?\n[ \t]", b"", text).splitlines():
        head, colon, value = line.partition(b":")
        name = head.split(b";")[0].rpartition(b".")[2].decode("latin-1").upper()
        if colon and re.fullmatch(r"[A-Z0-9-]{1,60}", name) and name not in _PACKING:
            yield name, [] if name in _BINARY else _parts(name, head.upper(), value)


def _parts(name: str, head: bytes, value: bytes) -> list[str]:
    if b"QUOTED-PRINTABLE" in head:
        value = quopri.decodestring(value)
    elif b"BASE64" in head or b"ENCODING=B" in head:
        try:
            value = binascii.a2b_base64(value)
        except binascii.Error:
            return []
    charset = "cp1252" if b"1252" in head else "utf-8"
    written = re.sub(r"^(?:tel|mailto):", "", value.decode(charset, "replace"), flags=re.IGNORECASE)
    written = written.replace("\\n", " ").replace("\\,", ",").replace("\\;", " ")
    if name in ("BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"):
        return []  # Days are brought to ISO 8601.
    return [letters for part in re.split(r"[;\n]", written) if (letters := _letters(part))]


def _every_summary(path: Path, said: Sequence[Item]) -> str:
    if path.suffix == ".html":
        return "read"
    subjects = {_letters(_subject(each)) for each in said}
    text = re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8", "replace"))
    events = re.findall(r"^BEGIN:VEVENT.*?^END:VEVENT", text, re.MULTILINE | re.DOTALL | re.IGNORECASE)
    events = [event for event in events if not re.search(r"^(?:STATUS:CANCELLED|EXDATE)", event, re.MULTILINE)]
    events = [event for event in events if not re.search(r"^(?:STATUS:CANCELLED|EXDATE)", event, re.MULTILINE)]
    wanted = {
        _letters(found[1].replace("\\n", " "))
        for event in events
        if (found := re.search(r"^SUMMARY[^:\n]*:(.*)$", event, re.MULTILINE | re.IGNORECASE))
    }
    missing = sorted(
        one
        for one in wanted
        if one and not any(one in subject or (subject and one.startswith(subject)) for subject in subjects)
    )
    return f"every summary of {len(events)} events" if not missing else f"no: {missing[:2]}"


def _subject(item: Item) -> str:
    match item:
        case Meeting():
            return item.subject
        case Note():
            return item.title
        case Card():
            return item.name
    return ""


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum() or ord(c) > 0x2000)
