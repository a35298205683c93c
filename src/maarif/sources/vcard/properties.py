"""One property of a card: its name, its parameters and its value as text."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from functools import lru_cache

from maarif.text.charsets import decode, repair

_NAME = re.compile(r"[A-Z0-9_/-]{1,120}")
_HEAD_WITH_QUOTES = re.compile(r'[^":]*+(?:"[^"]*+"[^":]*+)*+:')
_PARAMETERS = re.compile(r';((?:[^";]|"[^"]*+")*+)')
_ESCAPE = re.compile(r"\\([nN,;:\\\"])")
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}

_LONGEST_KNOWN = 200

#: Parameters that version 2.1 writes without their name.
_BARE = {"QUOTED-PRINTABLE": "ENCODING", "BASE64": "ENCODING", "8BIT": "ENCODING", "7BIT": "ENCODING"}

#: What TYPE says without telling one address from another.
_SAYS_NOTHING = frozenset(("internet", "pref", "voice", "x400", "postal", "parcel", "intl", "dom", "uri", "text"))

#: Properties that hold pictures, sounds or keys: only their size is of interest.
_BINARY = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "X-WAB-PICTURE"))
_ADDRESS_OF_BINARY = ("http://", "https://", "ftp://", "file:", "cid:", "content:", "urn:")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon; the names of property and parameters are in capitals.

    `label` is what TYPE says, in small letters, without what every address has ("home fax").
    """

    name: str
    group: str
    parameters: dict[str, list[str]]
    label: str

    def first(self, parameter: str) -> str:
        """The first value of a parameter, or ""."""
        return self.parameters.get(parameter, [""])[0]


@dataclass(frozen=True, slots=True)
class Property:
    """A property whose value is decoded but not yet unescaped."""

    head: Head
    value: str


def parse(line: str) -> Property | None:
    """Read one unfolded line; None where it is no property."""
    written, colon, value = _split(line)
    head = _known_head(written) if len(written) < _LONGEST_KNOWN else _head(written)
    return Property(head, _decoded(value, head)) if head and colon else None


def _head(written: str) -> Head | None:
    group, _, name = written.partition(";")[0].strip().rpartition(".")
    name = name.upper()
    if not _NAME.fullmatch(name):
        return None
    parameters = _parameters(written) if ";" in written else {}
    return Head(name, group.lower(), parameters, _label(parameters.get("TYPE", [])))


#: Address books repeat a few heads; parsing each of them once halves the time.
_known_head = lru_cache(maxsize=4096)(_head)


def _label(types: list[str]) -> str:
    words = (word.removeprefix("x-") for written in types for word in written.lower().replace(",", " ").split())
    return " ".join(dict.fromkeys(word for word in words if word not in _SAYS_NOTHING))


def _split(line: str) -> tuple[str, str, str]:
    head, colon, value = line.partition(":")
    if '"' in head and (whole := _HEAD_WITH_QUOTES.match(line)):
        return line[: whole.end() - 1], ":", line[whole.end() :]
    return head, colon, value


def _parameters(head: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    written = _PARAMETERS.findall(head) if '"' in head else head.split(";")[1:]
    for parameter in written:
        name, equals, value = parameter.partition("=")
        if not equals:
            name, value = _BARE.get(name.strip().upper(), "TYPE"), name
        value = value.strip().replace('"', "")
        if "^" in value:
            value = _CARET.sub(lambda caret: _CARETS[caret[1]], value)
        found.setdefault(name.strip().upper(), []).append(repair(value))
    return found


def _decoded(value: str, head: Head) -> str:
    if not head.parameters and head.name not in _BINARY:
        return repair(value)
    encoding = head.first("ENCODING").upper()
    charset = head.first("CHARSET")
    if encoding in ("QUOTED-PRINTABLE", "QP", "Q"):
        text = decode(binascii.a2b_qp(value.encode("utf-8", "surrogateescape")), charset)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    is_base64 = encoding in ("BASE64", "B") or "base64," in value[:100]
    if head.name in _BINARY and (is_base64 or not value.strip().lower().startswith(_ADDRESS_OF_BINARY)):
        return _size(value)
    return _text_of_base64(value, charset) if is_base64 else repair(value, charset)


def _size(base64: str) -> str:
    digits = sum(map(len, base64.rpartition("base64,")[2].split())) - base64.count("=", -4)
    return f"<{digits * 3 // 4} bytes>"


def _text_of_base64(value: str, charset: str) -> str:
    try:
        data = binascii.a2b_base64(value.encode("utf-8", "surrogateescape"))
    except binascii.Error:
        return _size(value)
    text = decode(data, charset)
    return text if text.isprintable() or ("\n" in text and "\0" not in text) else f"<{len(data)} bytes>"


def unescape(text: str) -> str:
    """Take the backslashes of escapes away: `\\n` is a new line, `\\,` a comma; any other backslash stays."""
    return _ESCAPE.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], text) if "\\" in text else text


def components(value: str, separator: str = ";") -> list[str]:
    """Split a structured value at its separators, not at escaped ones, and unescape each part."""
    if "\\" not in value:
        return [part.strip() for part in value.split(separator)]
    hidden = value.replace("\\\\", "\0").replace("\\" + separator, "\1")
    parts = (part.replace("\1", separator).replace("\0", "\\\\") for part in hidden.split(separator))
    return [unescape(part).strip() for part in parts]
