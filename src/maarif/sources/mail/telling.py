"""Parts of a mail that are no text but tell what it is about: invitations, and reports of deliveries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from maarif.sources.mail.charsets import decode
from maarif.sources.mail.letter import Letter

#: The kinds of parts that are kept beside the text.
TELLING = frozenset(
    [
        "text/calendar",
        "message/delivery-status",
        "application/pgp-encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
    ]
)
#: Those among them whose words are read.
READ = frozenset(("text/calendar", "message/delivery-status", "application/pkcs7-mime", "application/x-pkcs7-mime"))
#: Bytes of such a part, and reports within one, that are looked at.
LIMIT = 256 << 10
_REPORTS = 50

_FOLDED = re.compile(r"\r?\n[ \t]")
_EVENT = re.compile(r"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)
_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d))?")
_ESCAPED = re.compile(r"\\([\\;,nN])")
_KINDS = {"CANCEL": "Cancelled", "REPLY": "Answer", "COUNTER": "Another time proposed"}
_FIELD = re.compile(
    r"^(final-recipient|original-recipient|action|status):[ \t]*([^\n]{0,400})", re.MULTILINE | re.IGNORECASE
)
_ADDRESS = re.compile(r"[^\s<>;,@]{1,320}@[^\s<>;,@]{1,320}")
_FAILING = {"failed": "Delivery failed", "delayed": "Delivery delayed"}


def told(letter: Letter, text: str, subject: str) -> list[str]:
    """Return the lines that such parts add to the text of a mail: what it does not say by itself."""
    lines: list[str] = []
    for kind, data in letter.telling:
        if kind == "text/calendar":
            lines += _invitation(decode(data[:LIMIT]), text, subject)
        elif kind == "message/delivery-status":
            lines += _failures(decode(data[:LIMIT]).replace("\r\n", "\n"))
    said = "\n".join(lines)
    for address in _ADDRESS.findall(letter.first("x-failed-recipients")[:2000])[:_REPORTS]:
        if address not in said:
            lines.append(f"Delivery failed: {address}")
    return list(dict.fromkeys(lines))


def _invitation(calendar: str, text: str, subject: str) -> Iterator[str]:
    """Yield `Invitation: SUMMARY, DATE, PLACE` where the text is empty or does not name what it invites to."""
    calendar = _FOLDED.sub("", calendar).replace("\r", "")
    begins = _EVENT.search(calendar)
    if begins is None:
        return
    event = calendar[begins.end() :]
    summary = _value(event, "SUMMARY")
    if text and (summary in text or summary in subject):
        return
    kind = _KINDS.get(_value(calendar, "METHOD").upper(), "Invitation")
    parts = (summary, _when(_value(event, "DTSTART")), _value(event, "LOCATION"))
    if any(parts):
        yield f"{kind}: {', '.join(part for part in parts if part)}"


def _value(calendar: str, name: str) -> str:
    found = re.search(rf"^{name}(?:;[^\n:]{{0,300}})?:([^\n]{{0,500}})", calendar, re.MULTILINE | re.IGNORECASE)
    if found is None:
        return ""
    return " ".join(_ESCAPED.sub(lambda one: " " if one[1] in "nN" else one[1], found[1]).split())


def _when(written: str) -> str:
    found = _DAY.match(written)
    if found is None:
        return ""
    year, month, day, hour, minute = found.groups()
    return f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")


def _failures(report: str) -> Iterator[str]:
    """Yield `Delivery failed: ADDRESS (STATUS)` for each recipient of a report (RFC 3464, 2.3)."""
    for block in report.split("\n\n", _REPORTS)[:_REPORTS]:
        fields = {name.lower(): value.strip() for name, value in _FIELD.findall(block)}
        found = _ADDRESS.search(fields.get("original-recipient", "")) or _ADDRESS.search(
            fields.get("final-recipient", "")
        )
        what = _FAILING.get(fields.get("action", "").partition(" ")[0].lower())
        if found and what:
            status = fields.get("status", "")[:20]
            yield f"{what}: {found[0]} ({status})" if status else f"{what}: {found[0]}"
