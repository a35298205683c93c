"""The sheets of the export, by the columns each is recognised by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from maarif.domain.items import Defect, Item, Origin
from maarif.sources.linkedin.messages import read_message
from maarif.sources.linkedin.people import read_connection
from maarif.sources.linkedin.profile import read_address, read_position, read_profile
from maarif.text.tables import Header, Row

#: From a row, where it stands, its header and today to what it says.
Reader: TypeAlias = Callable[[Origin, Row, Header, date], Iterator[Item | Defect]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `mark` is the cheap sign to look for first, `columns` (in lower case) it must have."""

    mark: bytes
    columns: frozenset[str]
    read: Reader


SHEETS = (
    Sheet(b"connected on", frozenset(("first name", "last name", "connected on")), read_connection),
    Sheet(b"conversation id", frozenset(("conversation id", "from", "to", "date", "content")), read_message),
    Sheet(b"headline", frozenset(("first name", "last name", "headline", "summary")), read_profile),
    Sheet(b"finished on", frozenset(("company name", "title", "started on", "finished on")), read_position),
    Sheet(b"confirmed", frozenset(("email address", "confirmed", "primary")), read_address),
)
