"""Opens an item of generated files by its place, with nothing of the generator's own."""

import csv
import email
import email.policy
import json
import re
from functools import cache
from pathlib import Path

_ESCAPED = re.compile(r"\\([,;\\])")
_WHATSAPP = re.compile(r"^(?:\[[^\]]+\]|\d\d/\d\d/\d{4}, \d\d:\d\d -) ([^:]+): (.*)$")


def words_of(files: Path, source: str, item: str) -> str:
    """What stands at a place; a LookupError or an IndexError where nothing does."""
    kind, path = source.partition("/")[0], files / source
    number = int(re.findall(r"\d+", item)[-1]) if kind != "mail" else 0
    match kind:
        case "mail":
            return _mail(path, item)
        case "whatsapp":
            return _line(_lines(path)[number - 1])
        case "telegram":
            chat, message = map(int, re.findall(r"\d+", item))
            return str(_chats(path)[chat - 1]["messages"][message - 1]["text"])
        case "notes":
            return _entry("\n".join(_lines(path)[number - 1 :]))
        case "contacts.vcf":
            return _card(path.read_text(encoding="utf-8").split("BEGIN:VCARD")[number])
        case "calendar.ics":
            return _event(path, item)
    return " ".join(_rows(path)[number])


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return _read(path).split("\n")


def _line(line: str) -> str:
    found = _WHATSAPP.match(line)
    if not found:
        raise LookupError(line)
    return found[2]


def _mail(path: Path, item: str) -> str:
    for written in re.split(r"(?m)^From - .*\n", _read(path)):
        if f"Message-ID: <{item}>" in written:
            message = email.message_from_string(written, policy=email.policy.default)
            body = message.get_body(("plain",))
            # Read from text, so that a body of eight bits comes as it was written.
            return f"{message['Subject']}\n{body.get_payload() if body else ''}"
    raise LookupError(item)


@cache
def _chats(path: Path) -> list[dict[str, list[dict[str, str]]]]:
    found: list[dict[str, list[dict[str, str]]]] = json.loads(_read(path))["chats"]["list"]
    return found


def _entry(text: str) -> str:
    return re.split(r"(?m)^## ", text)[1] if text.startswith("## ") else text


def _card(card: str) -> str:
    return _ESCAPED.sub(r"\1", card)


def _event(path: Path, item: str) -> str:
    plain = path.read_bytes().replace(b"\r\n ", b"").decode()
    start = plain.index(f"UID:{item}\r\n")
    return _ESCAPED.sub(r"\1", plain[start : plain.index("END:VEVENT", start)])


@cache
def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))
