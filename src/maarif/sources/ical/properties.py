"""A property taken apart: its name, its parameters, its value."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass, field

from maarif.text.charsets import decode, repair

_HEAD = re.compile(r'(?:[^":]|"[^"]*+")*+:')
_PARAM = re.compile(r';\s{0,9}([A-Za-z0-9-]{1,60})(?:=((?:[^";]|"[^"]*+")*+))?')
_ESCAPED = re.compile(r"\\([\\;,:nN\"])")
_SOFT_BREAK = re.compile(r"=\s{0,9}\n")
_NO_PARAMS: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Property:
    """One property; names in capitals, the value as it is written, its charset repaired."""

    name: str
    value: str
    params: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as text: escapes are undone, the ends are trimmed."""
        if "\\" in self.value:
            return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.value).strip()
        return self.value.strip()


def parse(line: str) -> Property:
    """Take an unfolded line apart; without a colon it is a name without a value."""
    head, _, value = line.partition(":")
    if '"' in head and (found := _HEAD.match(line)):
        head, value = line[: found.end() - 1], line[found.end() :]
    if ";" not in head:
        return Property(head.strip().upper(), repair(value), _NO_PARAMS)
    name = head.partition(";")[0].strip().upper()
    params = {key.upper(): repair(said.strip().strip('"')) for key, said in _PARAM.findall(head)}
    return Property(name, _decoded(value, params), params)


def _decoded(value: str, params: dict[str, str]) -> str:
    if params.get("ENCODING", "").upper() == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in params:
        raw = _SOFT_BREAK.sub("", value).encode("utf-8", "surrogateescape")
        return decode(binascii.a2b_qp(raw), params.get("CHARSET", ""))
    return repair(value, params.get("CHARSET", ""))


class Properties:
    """The wanted properties of one component by their name."""

    __slots__ = ("_found",)

    def __init__(self, lines: list[str], wanted: frozenset[str]) -> None:
        self._found: dict[str, list[Property]] = {}
        for line in lines:
            name = line.partition(":")[0].partition(";")[0].rstrip().upper()
            if name in wanted:
                self._found.setdefault(name, []).append(parse(line))

    def all(self, name: str) -> list[Property]:
        """Every property of this name, in order."""
        return self._found.get(name, [])

    def first(self, name: str) -> Property | None:
        """The first property of this name."""
        found = self._found.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """The text of the first property of this name, "" where there is none."""
        found = self._found.get(name)
        return found[0].text if found else ""
