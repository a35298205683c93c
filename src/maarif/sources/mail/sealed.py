"""Mail whose words are encrypted, and the armour around words that are only signed."""

from __future__ import annotations

import re

from maarif.sources.mail.letter import Letter

#: What S/MIME calls a part that wraps a whole mail.
SMIME = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_BEGIN, _END = "-----BEGIN PGP MESSAGE-----", "-----END PGP MESSAGE-----"
_SIGNED, _SIGNATURE = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
_ARMOUR_HEADERS = re.compile(r"(?:[A-Z][A-Za-z-]{1,20}: [^\n]{0,200}\n){0,10}\n?")
_DASHED = re.compile(r"^- (?=-)", re.MULTILINE)


def seal_of(letter: Letter) -> str:
    """Say how the words of a mail are sealed: `[sealed: PGP]`, `[sealed: S/MIME]`, or "" where they are not."""
    kind = letter.first("content-type")[:300].lower()
    if kind.startswith("multipart/encrypted"):
        return "[sealed: S/MIME]" if "pkcs7" in kind else "[sealed: PGP]"
    if kind.partition(";")[0].strip() in SMIME:
        return "[sealed: S/MIME]"
    for name, _ in letter.telling:
        if name == "application/pgp-encrypted":
            return "[sealed: PGP]"
        if name in SMIME:
            return "[sealed: S/MIME]"
    return ""


def unarmoured(text: str) -> str:
    """Put `[sealed: PGP]` for what is encrypted within a text, and take the armour off what is only signed."""
    if "-----BEGIN PGP " not in text:
        return text
    start = text.find(_BEGIN)
    while start >= 0:
        end = text.find(_END, start)
        rest = text[end + len(_END) :] if end >= 0 else ""
        text = f"{text[:start]}[sealed: PGP]{rest}"
        start = text.find(_BEGIN, start) if end >= 0 else -1
    return _without_signature(text)


def _without_signature(text: str) -> str:
    before, signed, after = text.partition(_SIGNED + "\n")
    if not signed:
        return text
    words, _, signature = after.partition(_SIGNATURE)
    rest = signature.partition("-----END PGP SIGNATURE-----")[2]
    headers = _ARMOUR_HEADERS.match(words)
    return before + _DASHED.sub("", words[headers.end() if headers else 0 :]) + rest.lstrip("\n")
