"""What a source said, unjudged: few shapes for all sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

#: What kind of address a source wrote: decides how `normalise` reads it.
AddressKind: TypeAlias = Literal["email", "phone", "url", "chat", "name"]

#: Through what something was said or done.
Channel: TypeAlias = Literal["mail", "message", "chat", "call", "meeting", "visit"]


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where one item came from: the file as it was taken in, and the place within it.

    `source` is a path, with `!member` for a file inside an archive. `item` is a Message-ID or UID where the
    format has one, else `line N`, `row N`, `card N`, `note N` or `chat N/message M`, counted from 1; what is said
    of a file as a whole stands at `file`, `owner` or `database`.
    """

    source: str
    item: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody as a source wrote them: a name, an address, or both."""

    name: str = ""
    address: str = ""
    kind: AddressKind = "email"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a card under its vCard property name (RFC 6350), with what its label said ("work", "home")."""

    name: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """What an address book or a profile says about one person.

    `fields` use vCard property names in capitals: FN, NICKNAME, EMAIL, TEL, ORG, TITLE, ROLE, ADR (as one line, most
    particular part first), BDAY, NOTE, URL, IMPP, RELATED, CATEGORIES, LANG and so on; what the standard lacks
    keeps its `X-` name. `at` (Unix seconds, UTC) is when the source last touched the card, where it says so.
    `about_owner` is true for the owner's own profile.
    """

    origin: Origin
    name: str
    fields: tuple[Field, ...] = ()
    at: int | None = None
    about_owner: bool = False


@dataclass(frozen=True, slots=True)
class Envelope:
    """Who said something, and to whom; `cc` holds blind copies as well."""

    sender: Party
    to: tuple[Party, ...] = ()
    cc: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One mail, chat message or call, with the words as they were written (quotes and signature included).

    `at` is Unix seconds, UTC; None where the source gives no believable time. `thread` is the source's own key of
    the conversation ("" where it has none). `bulk` says why a machine or a list is thought to have sent it ("" for
    people): one of list, bulk, auto, noreply, many.
    """

    origin: Origin
    channel: Channel
    at: int | None
    envelope: Envelope
    subject: str = ""
    text: str = ""
    thread: str = ""
    bulk: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """People in one place or one call at one time; `at` and `end` are Unix seconds, UTC."""

    origin: Origin
    channel: Channel
    at: int | None
    people: tuple[Party, ...]
    end: int | None = None
    subject: str = ""
    text: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words the owner wrote down for themself; `people` are those it names by a link or an address."""

    origin: Origin
    at: int | None
    title: str = ""
    text: str = ""
    people: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Defect:
    """What could not be read: a value, counted and shown.

    `kept` is what could be read all the same (a mail whose date is in 1979 is kept without a date), so that nothing
    is lost; it is counted as a defect, not as new.
    """

    origin: Origin
    reason: str
    excerpt: str = ""
    kept: Item | None = field(default=None, compare=False)


Item: TypeAlias = Card | Message | Meeting | Note
