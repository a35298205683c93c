"""Taking one mail apart: the fast parser first, the lenient one where the fast one is not sure."""

from __future__ import annotations

import re
from dataclasses import replace

from fast_mail_parser import ParseError, PyAddress, PyLazyAttachment, PyLazyMail, parse_email

from maarif.sources.mail.lenient import has_many_parts, parse_leniently
from maarif.sources.mail.letter import Letter, Pair
from maarif.sources.mail.opaque import signed_content
from maarif.sources.mail.sealed import SMIME
from maarif.sources.mail.telling import READ, TELLING

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
#: Where the headers of a plain part stand, which say how its lines are broken.
_EARLY = 8 << 10
#: How nearly every mail declares its charset: found without a pattern, as patterns cost.
_USUAL = (b"charset=utf-8", b"charset=UTF-8", b'charset="utf-8"', b'charset="UTF-8"')
#: Headers of which there should be one; where there are more, the fast parser reads the first alone.
_SINGLE = ("to", "cc", "bcc")
#: Headers in which a comment may be a name (`j@x.example (Jane)`), which the fast parser drops.
_NAMING = ("from", "to", "cc")


def parse(raw: bytes) -> Letter:
    """Take a mail apart, and one that S/MIME only signs as well. Never raises, whatever the bytes are."""
    letter = _parsed(raw)
    if letter.telling and (inner := _signed_within(letter)):
        kept = ("plain", "html", "attached", "telling", "flowed", "drop_space")
        return replace(letter, **{name: getattr(inner, name) for name in kept})
    return letter


def _signed_within(letter: Letter) -> Letter | None:
    """The mail that another one wraps to sign it; None where nothing is wrapped, or it is encrypted."""
    wraps = (data for kind, data in letter.telling if kind in SMIME)
    found = next(filter(None, map(signed_content, wraps)), b"")
    return _parsed(found) if found else None


def _parsed(raw: bytes) -> Letter:
    if len(raw) > _SMALL and has_many_parts(raw, _FAST_NESTED):
        return parse_leniently(raw)
    try:
        mail = parse_email(raw, mode="lazy")
    except ParseError:
        return parse_leniently(raw)
    letter = _letter(mail, raw)
    if _doubtful(mail, letter) or (not raw.isascii() and _unlabelled(raw)):
        return parse_leniently(raw)
    return letter


def _letter(mail: PyLazyMail, raw: bytes) -> Letter:
    sender, attachments = mail.from_, mail.attachments
    plain, cc, bcc = mail.text_plain, mail.cc, mail.bcc
    flowed = _may_flow(plain) and raw.find(b"ormat=flowed", 0, _EARLY) >= 0
    return Letter(
        headers={name.lower(): values for name, values in mail.headers.items()},
        senders=((sender.display_name or "", sender.address),) if sender else (),
        to=_pairs(mail.to),
        cc=_pairs(cc + bcc) if cc or bcc else (),
        subject=mail.subject,
        plain=tuple(plain),
        html=tuple(mail.text_html),
        attached=bool(attachments),
        telling=_telling(attachments) if attachments else (),
        flowed=flowed,
        drop_space=flowed and b"delsp=yes" in raw[:_EARLY].lower(),
    )


def _may_flow(plain: list[str]) -> bool:
    """Tell whether a line ends with a space, as those do that go on."""
    return any(" \n" in text or " \r\n" in text for text in plain)


def _telling(attachments: list[PyLazyAttachment]) -> tuple[tuple[str, bytes], ...]:
    """Take the parts that say what a mail is about; one that cannot be decoded says nothing."""
    found: list[tuple[str, bytes]] = []
    for part in attachments:
        kind = part.mimetype.lower()
        if kind in TELLING:
            try:
                found.append((kind, part.content if kind in READ else b""))
            except ParseError:
                found.append((kind, b""))
    return tuple(found)


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
    head = _head_of(raw)
    if not head.isascii():
        try:
            head.decode("utf-8")
        except UnicodeDecodeError:
            return True
    return not any(label in raw for label in _USUAL) and _DECLARED.search(raw) is None


def _head_of(raw: bytes) -> bytes:
    end = raw.find(b"\n\n")
    other = raw.find(b"\n\r\n", 0, end if end >= 0 else len(raw))
    end = other if other >= 0 else end
    return raw[:end] if end >= 0 else raw
