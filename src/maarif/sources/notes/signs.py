"""What tells a note from every other kind of text."""

from __future__ import annotations

import re
from io import BytesIO

from maarif.text.charsets import open_text, repair
from maarif.text.stamps import begins_a_chat, stamp_of

_NAMES = (".md", ".markdown", ".txt")
_START = 8192

#: Signs of formats that are no prose, or that other sources read.
_FOREIGN = re.compile(
    r"From \S+ |BEGIN:V|#!|%PDF|%!PS|\{\\rtf|-----BEGIN |\{\s*[\"}]|\[\s*(?:[{\"\]]|-?\d+[,.\]])|"
    r"<(?:\?xml|!doctype|html|head|body|rss|feed|kml|gpx|svg|plist|opml|en-export)\b",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(from|received|message-id|return-path|delivered-to|mime-version|content-type|x-[a-z0-9-]+|to|cc|subject|"
    r"date|reply-to|sender|list-id|in-reply-to|references|dkim-signature|arc-[a-z-]+):\s",
    re.IGNORECASE,
)
_FOLDED = re.compile(r"\s+\S")
#: Headers of which a mail has at least one, and a note that begins with `Date: ...` has none.
_OF_MAIL = frozenset(("from", "received", "message-id", "return-path", "delivered-to", "mime-version"))

_SPEAKER = re.compile(r"[^:\n]{1,60}:")
_CHAT_NAMES = ("_chat.txt", "whatsapp chat")

_LOG = re.compile(r"\b(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL|TRACE|CRITICAL|NOTICE)\b|\[(?:debug|info|warn|error)\]")
_CLOCK = re.compile(r"\d{1,2}:\d{2}:\d{2}")

#: Columns of tables that other sources read.
_TABLES = (
    ("at", "channel"),
    ("first name", "last name"),
    ("conversation id", "content"),
    ("company name", "started on"),
    ("email address", "confirmed"),
)
_CODE_ENDS = (";", "{", "}", "\\", ");", "=>")


def is_note(name: str, head: bytes) -> bool:
    """Tell whether a file of this name that begins so is a note."""
    last = re.split(r"[/\\!]", name)[-1].lower()
    named = last.endswith(_NAMES)
    if not named and "." in last:
        return False
    start = head[:_START]
    with open_text(BytesIO(start), start) as lines:
        raw = lines.read()
    if _is_binary(raw):
        return False
    text = repair(raw).lstrip()
    shown = [line for line in text.split("\n")[:60] if line.strip()]
    if not shown or _FOREIGN.match(text) or _is_mail(text) or _is_chat(last, shown) or _is_log(shown):
        return False
    return not _is_table(shown) and (named or _is_prose(start, shown))


def _is_binary(text: str) -> bool:
    """Tell by control characters, of which words have next to none, and by bytes that no encoding has."""
    strange = len(text) - len(text.translate(_STRANGE))
    return "\0" in text or strange * 200 > len(text)


_STRANGE = dict.fromkeys([*(c for c in range(32) if chr(c) not in "\t\n\r\f"), 0x7F, 0xFFFD])


def _is_mail(text: str) -> bool:
    names: set[str] = set()
    for line in text.split("\n", 40)[:40]:
        if header := _HEADER.match(line):
            names.add(header[1].lower())
        elif not _FOLDED.match(line):
            break
    return len(names) > 1 and not names.isdisjoint(_OF_MAIL)


def _is_chat(name: str, shown: list[str]) -> bool:
    if not begins_a_chat(shown[0]):
        return False
    stamps = [(line, stamp) for line in shown if (stamp := stamp_of(line[:300]))]
    spoken = any(_SPEAKER.match(line, stamp.end) for line, stamp in stamps)
    return spoken or any(sign in name for sign in _CHAT_NAMES)


def _is_log(shown: list[str]) -> bool:
    logged = sum(1 for line in shown if _CLOCK.search(line[:200]) and _LOG.search(line[:200]))
    return logged > 2 and logged * 2 > len(shown)


def _is_table(shown: list[str]) -> bool:
    for line in shown[:10]:
        for delimiter in ",;\t|":
            cells = [cell.strip().strip('"').lower() for cell in line[:2000].split(delimiter)]
            if any(all(column in cells for column in table) for table in _TABLES):
                return True
    return _has_even_cells(shown[:6])


def _has_even_cells(shown: list[str]) -> bool:
    """Tell a table by lines of as many short cells each as the first, of which none is a sentence."""
    for delimiter in ",;\t":
        counts = {line.count(delimiter) for line in shown}
        cells = shown[0].split(delimiter)
        if len(shown) > 2 and len(counts) == 1 and len(cells) > 2 and all(0 < len(cell.strip()) < 30 for cell in cells):
            return True
    return False


def _is_prose(start: bytes, shown: list[str]) -> bool:
    """Tell whether a file whose name has no ending is plain words in UTF-8, not code or settings."""
    try:
        start[: len(start) - 4 if len(start) == _START else len(start)].decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end < len(start) - 8:
            return False
    text = "\n".join(shown)
    letters = sum(c.isalpha() or c.isspace() for c in text)
    code = sum(line.rstrip().endswith(_CODE_ENDS) for line in shown)
    return len(text.split()) > 4 and letters * 5 > len(text) * 4 and code * 10 < len(shown)
