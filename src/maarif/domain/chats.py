"""A conversation while it is read: who takes part, and how its messages are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from maarif.domain.items import Card, Channel, Defect, Envelope, Field, Message, Origin, Party

_DAY = 86_400
_EPOCH = date(1970, 1, 1).toordinal()

#: No chat program or text message is older.
EARLIEST = (date(1990, 1, 1).toordinal() - _EPOCH) * _DAY

#: Days after today that are believed, as clocks run fast and zones lie ahead.
_DAYS_AHEAD = 2

#: Above so many others nobody in particular is spoken to.
MANY = 100

_EXCERPT = 80


@dataclass(frozen=True, slots=True)
class Said:
    """The words, and when: Unix seconds, UTC (None where that cannot be read), and as it was written."""

    text: str
    at: int | None
    written: str = ""
    channel: Channel = "chat"
    bulk: str = ""


def is_believable(at: int, today: date) -> bool:
    """Whether something can have been said at this moment (Unix seconds, UTC)."""
    return EARLIEST <= at < (today.toordinal() - _EPOCH + _DAYS_AHEAD + 1) * _DAY


class Chat:
    """One conversation of a file, which counts its messages from 1.

    `source` is the file, `number` the place of the chat in it, `thread` its stable key, `members` all who
    are known to take part; two parties are one where they have one address or, without any, one name.
    """

    def __init__(self, source: str, number: int, thread: str, members: Iterable[Party], today: date) -> None:
        self._source = source
        self._number = number
        self._thread = thread
        self._members = tuple({_key(party): party for party in members}.items())
        self._others: dict[str, tuple[Party, ...]] = {}
        self._latest = (today.toordinal() - _EPOCH + _DAYS_AHEAD + 1) * _DAY
        self._count = 0

    def pass_over(self) -> Origin:
        """Count one more message, and say where it stands."""
        self._count += 1
        return Origin(self._source, f"chat {self._number}/message {self._count}")

    def tell(self, sender: Party, said: Said) -> Message | Defect:
        """The next message; a Defect that keeps it without its time where that cannot be believed."""
        origin = self.pass_over()
        believed = said.at is not None and EARLIEST <= said.at < self._latest
        to = self.others(sender)
        message = Message(
            origin,
            said.channel,
            said.at if believed else None,
            Envelope(sender, to if len(to) <= MANY else ()),
            text=said.text,
            thread=self._thread,
            bulk=said.bulk or ("many" if len(to) > MANY else ""),
        )
        return message if believed else Defect(origin, _doubt(said), said.text[:_EXCERPT], message)

    def spoil(self, reason: str, excerpt: str = "") -> Defect:
        """The next message, which cannot be read."""
        return Defect(self.pass_over(), reason, excerpt[:_EXCERPT])

    def others(self, sender: Party) -> tuple[Party, ...]:
        """Everybody but the sender."""
        key = _key(sender)
        found = self._others.get(key)
        if found is None:
            found = tuple(party for other, party in self._members if other != key)
            self._others[key] = found
        return found


def _key(party: Party) -> str:
    return party.address or f"\n{party.name}"


def _doubt(said: Said) -> str:
    written = said.written[:40]
    if said.at is None:
        return f"time {written!r} cannot be read" if written else "no time is given"
    return f"time {written or said.at!s} cannot be believed"


def me(service: str) -> Party:
    """The owner in an export that writes no address of theirs."""
    return Party(address=f"{service}/me", kind="chat")


def owner_card(source: str, service: str) -> Card:
    """The card that says that `me` is the owner."""
    return Card(Origin(source, "owner"), "", (Field("IMPP", f"{service}/me"),), about_owner=True)
