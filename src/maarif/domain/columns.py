"""The columns of a table as a source takes them, shown so that the owner can put them right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: How it is known what a column holds: by its name, by what stands in it, by the owner's word, or not at all.
KnownBy = Literal["name", "contents", "owner", ""]

#: What is added to a table's name for the file beside it that holds the owner's corrections.
CORRECTIONS = ".columns.json"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, what it is held to be, how that is known, and its first values.

    `holds` is a vCard property with its part and label (`EMAIL`, `N.given`, `TEL work`, `ADR.city home`), "-" for
    what says nothing about a person, "" for what is kept under the column's own name.
    """

    name: str
    holds: str
    by: KnownBy
    samples: tuple[str, ...] = ()
