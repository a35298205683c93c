"""The sheets of the export, by the columns each is recognised by."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from maarif.domain.items import Defect, Item, Origin
from maarif.sources.linkedin.invitations import read_invitation
from maarif.sources.linkedin.messages import read_message
from maarif.sources.linkedin.others import NAMED, OTHERS
from maarif.sources.linkedin.people import read_connection
from maarif.sources.linkedin.praise import (
    read_endorsement_given,
    read_endorsement_received,
    read_recommendation,
)
from maarif.sources.linkedin.profile import (
    read_address,
    read_education,
    read_language,
    read_phone,
    read_position,
    read_profile,
    read_skill,
)
from maarif.text.tables import Header, Row

#: From a row, where it stands, its header and today to what it says.
Reader: TypeAlias = Callable[[Origin, Row, Header, date], Iterator[Item | Defect]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: `mark` is the cheap sign to look for first, `columns` (in lower case) it must have.

    Where `name` is given, the columns alone say too little: there must be no others, and the file must be
    so named.
    """

    mark: bytes
    columns: frozenset[str]
    read: Reader
    name: str = ""

    def may_be(self, name: str) -> bool:
        """Tell whether a file of this name can hold the sheet."""
        return self.name in name.lower()

    def fits(self, header: Header) -> bool:
        """Tell whether a header that has all the columns is of this sheet."""
        return not self.name or set(header.columns) == self.columns


def read_nobody(_origin: Origin, _row: Row, _header: Header, _today: date) -> Iterator[Item | Defect]:
    """Yield nothing: the sheet is known, and holds no people."""
    yield from ()


_INVITATION = (
    *("from", "to", "sent at", "message", "direction"),
    *("inviterprofileurl", "inviteeprofileurl"),
)
_RECOMMENDATION = ("first name", "last name", "company", "job title", "text", "creation date")


def _endorsement(whom: str) -> tuple[str, ...]:
    return ("endorsement date", "skill name", f"{whom} first name", f"{whom} last name")


SHEETS = (
    Sheet(b"connected on", frozenset(("first name", "last name", "connected on")), read_connection),
    Sheet(b"conversation id", frozenset(("conversation id", "from", "to", "date", "content")), read_message),
    Sheet(b"headline", frozenset(("first name", "last name", "headline", "summary")), read_profile),
    Sheet(b"finished on", frozenset(("company name", "title", "started on", "finished on")), read_position),
    Sheet(b"confirmed", frozenset(("email address", "confirmed", "primary")), read_address),
    Sheet(b"inviterprofileurl", frozenset(_INVITATION), read_invitation),
    Sheet(b"school name", frozenset(("school name", "start date", "end date")), read_education),
    Sheet(b"endorsee", frozenset(_endorsement("endorsee")), read_endorsement_given),
    Sheet(b"endorser", frozenset(_endorsement("endorser")), read_endorsement_received),
    Sheet(b"creation date", frozenset(_RECOMMENDATION), read_recommendation),
    Sheet(b"followed on", frozenset(("organization", "followed on")), read_nobody),
    Sheet(b"proficiency", frozenset(("name", "proficiency")), read_language, "language"),
    Sheet(b"extension", frozenset(("extension", "number", "type")), read_phone, "phone"),
    Sheet(b"extension", frozenset(("number", "extension", "is_whatsapp_number")), read_phone, "phone"),
    Sheet(b"name", frozenset(("name",)), read_skill, "skill"),
    *(Sheet(mark, columns, read_nobody) for mark, columns in OTHERS),
    *(Sheet(mark, columns, read_nobody, name) for mark, columns, name in NAMED),
)
