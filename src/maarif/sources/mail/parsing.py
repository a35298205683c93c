"""Taking one mail apart: the fast parser first, the lenient one where the fast one is not sure."""

from __future__ import annotations

import re

from fast_mail_parser import ParseError, PyAddress, PyLazyMail, parse_email

from maarif.sources.mail.lenient import has_many_parts, parse_leniently
from maarif.sources.mail.letter import Letter, Pair

#: Bytes too few to nest parts so deeply that the fast parser's stack overflows, which ends the process.
_SMALL = 64 << 10
#: Boundaries that it is trusted with; it refuses more than 256 levels by itself.
_FAST_NESTED = 500
#: What our own reading of dates makes up for.
_HARMLESS = frozenset({"date-unparseable"})
#: A charset other than ASCII is declared somewhere, or the bytes are not meant to need one.
_DECLARED = re.compile(
    rb"charset[ \t]*=[ \t]*[\"']?(?!us-ascii|ascii|unknown|x-unknown|default)[A-Za-z0-9]", re.IGNORECASE
)
_HEADER_END = re.compile(rb"\r?\n\r?\n")
#: Headers of which there should be one; where there are more, the fast parser reads the first alone.
_SINGLE = ("to", "cc", "bcc")
#: Headers in which a comment may be a name (`j@x.example (Jane)`), which the fast parser drops.
_NAMING = ("from", "to", "cc")


def parse(raw: bytes) -> Letter:
    """Take a mail apart. Never raises, whatever the bytes are."""
    if len(raw) > _SMALL and has_many_parts(raw, _FAST_NESTED):
        return parse_leniently(raw)
    try:
        mail = parse_email(raw, mode="lazy")
    except ParseError:
        return parse_leniently(raw)
    letter = _letter(mail)
    if _doubtful(mail, letter) or (not raw.isascii() and _unlabelled(raw)):
        return parse_leniently(raw)
    return letter


def _letter(mail: PyLazyMail) -> Letter:
    sender = mail.from_
    return Letter(
        headers={name.lower(): values for name, values in mail.headers.items()},
        senders=_pairs([sender]) if sender else (),
        to=_pairs(mail.to),
        cc=_pairs(mail.cc) + _pairs(mail.bcc),
        subject=mail.subject,
        plain=tuple(mail.text_plain),
        html=tuple(mail.text_html),
        attached=bool(mail.attachments),
    )


def _pairs(addresses: list[PyAddress]) -> tuple[Pair, ...]:
    return tuple((one.display_name or "", one.address) for one in addresses)


def _doubtful(mail: PyLazyMail, letter: Letter) -> bool:
    """Tell whether the fast parser warned, or left behind what it should have decoded."""
    if any(warning.kind not in _HARMLESS for warning in mail.warnings):
        return True
    headers = letter.headers
    if not letter.senders and any(headers.get("from", ())):
        return True
    if any(len(headers.get(name, ())) > 1 for name in _SINGLE):
        return True
    if any("(" in value for name in _NAMING for value in headers.get(name, ())):
        return True
    words = (letter.subject, *(name for pairs in (letter.senders, letter.to, letter.cc) for name, _ in pairs))
    if any("=?" in word or "\ufffd" in word for word in words):
        return True
    return any(not text.isascii() and "\ufffd" in text for text in letter.plain + letter.html)


def _unlabelled(raw: bytes) -> bool:
    """Tell whether no charset says what 8-bit bytes mean: the fast parser takes them for Latin-1."""
    end = _HEADER_END.search(raw)
    head = raw[: end.start()] if end else raw
    if not head.isascii():
        try:
            head.decode("utf-8")
        except UnicodeDecodeError:
            return True
    return _DECLARED.search(raw) is None
