"""The guess of what each column holds: by the words above it, then by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from maarif.sources.contacts_csv.words import target_of

MAIL = re.compile(r"[^\s@,;<>\"]{1,200}@[^\s@,;<>\"]{1,200}\.[^\s@,;<>\"]{2,60}")
_PHONE = re.compile(r"(?:\+|00|0|\()[\d\s()./-]{5,30}")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}")
_PAGE = re.compile(r"(?:https?://|www\.)\S{3,500}", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]{0,30}(?:,? [^\W\d_][\w.'’-]{0,30}){1,4}")

#: The share of a column's values that must look like one thing, and the least number of them.
_MOST = 0.8
_FEW = 2


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """What each column holds, by its name: a target such as `N.given`, `EMAIL`, `TEL work`, `ADR.city home`.

    A column that stands twice is `Name (2)` the second time. "" means that it is kept under its own name,
    "-" that it says nothing about a person. The words of the header decide; where they say nothing, what most
    of `rows` (a few, as cells) hold there does.
    """
    targets = targets_of(header, rows)
    named: dict[str, str] = {}
    for column, target in zip(header, targets, strict=True):
        name, count = column, 1
        while name in named:
            count += 1
            name = f"{column} ({count})"
        named[name] = target
    return named


def targets_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """What each column holds, in their order (see `guess_columns`)."""
    targets = [target_of(column) for column in header]
    taken = set(targets)
    if "BDAY.year" in taken:
        targets = ["BDAY.day" if target == "BDAY" else target for target in targets]
    if "N.given" in taken and "N.family" not in taken and "FN" in taken:
        targets = [
            "N.family" if t == "FN" and c.strip().lower() == "name" else t for t, c in zip(targets, header, strict=True)
        ]
    if "N.given" in taken and "N.family" in taken:
        targets = _without_title(targets, header)
    if "N.family" in taken and "N.given" not in taken and "FN" not in taken:
        targets = ["FN" if target == "N.family" else target for target in targets]
    if "N.given" in targets and "N.family" not in targets and "FN" not in targets:
        targets = ["FN" if target == "N.given" else target for target in targets]
    has_name = not {"FN", "N.given", "N.family"}.isdisjoint(targets)
    return [target or by_content(number, rows, has_name) for number, target in enumerate(targets)]


def _without_title(targets: list[str], header: Sequence[str]) -> list[str]:
    """Outlook's `Title` and its like stand beside `Job Title`, and mean how somebody is addressed."""
    has_other = any(target == "TITLE" for target in targets)
    titles = ("title", "titel", "titre", "titulo")
    return [
        ("N.prefix" if has_other else "TITLE") if column.strip().lower() in titles else target
        for target, column in zip(targets, header, strict=True)
    ]


def by_content(number: int, rows: Sequence[Sequence[str]], has_name: bool) -> str:
    """What most values of one column look like: `EMAIL`, `TEL`, `URL`, `X-DATE`, `FN` or nothing ("")."""
    values = [row[number].strip()[:500] for row in rows if number < len(row) and row[number].strip()]
    if len(values) < _FEW:
        return ""
    looks: list[tuple[str, re.Pattern[str]]] = [
        ("EMAIL", MAIL),
        ("URL", _PAGE),
        ("X-DATE", _DAY),
        ("TEL", _PHONE),
    ]
    if not has_name:
        looks.append(("FN", _NAME))
    for target, look in looks:
        if sum(look.fullmatch(value) is not None for value in values) >= _MOST * len(values):
            return target
    return ""
