"""How things stand with everybody as one table, from which a Tie is made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from maarif.domain.evidence import Evidence
from maarif.domain.phrases import Phrase
from maarif.domain.ties import Facets, State, Tie
from maarif.ties.ledger import Floats

STATES: tuple[State, ...] = ("alive", "cooling", "dormant", "one_sided", "new", "unknown")

#: Dunbar's layers by rank, with the silence (days) after which a tie of that layer cools (RANKING.md section 2).
LAYERS = ((5, 7), (15, 30), (50, 180), (150, 365))

#: What is declared sets a floor under strength, for silence is not distance (RANKING.md section 1, finding 2: 58-70 %
#: of close friends leave no trace before a survey). Sign, floor, sentence; sizes are round numbers, none is fitted.
FLOORS = (
    ("close", 0.7, Phrase("close, as you say yourself: silence does not count")),
    ("kin", 0.5, Phrase("family, as a card or note says: silence does not count")),
    ("home", 0.15, Phrase("their home, birthday or nickname is written down: silence does not count")),
)

_PARTS = ("memory", "days", "balance", "span", "channels", "overlap")
_FACETS = ("work", "family", "friend", "community", "service")

#: One person: the weighted parts of strength, what is said of them, and what follows.
ROW = np.dtype(
    [
        *((name, "f8") for name in (*_PARTS, "strength", "peak", *_FACETS)),
        *((name, "i8") for name in ("first", "last", "last_in", "last_out")),
        *((name, "i4") for name in ("sent", "received", "distinct_days", "shared", "written", "answered", "items")),
        *((name, "i2") for name in ("layer", "state")),
        *((sign, "?") for sign, _, _ in FLOORS),
    ]
)


class Ties(Mapping[str, Tie]):
    """Everybody's tie as of one moment, by person id; nothing but numbers until a tie is asked for."""

    def __init__(self, people: tuple[str, ...], as_of: int, rows: np.typing.NDArray[np.void]) -> None:
        self.people, self.as_of, self.rows = people, as_of, rows
        self._places: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self.people)

    def __iter__(self) -> Iterator[str]:
        return iter(self.people)

    def __contains__(self, person: object) -> bool:
        return person in self._place

    def __getitem__(self, person: str) -> Tie:
        return _tie(person, self.as_of, dict(zip(ROW.names or (), self.rows[self._place[person]].item(), strict=True)))

    @property
    def _place(self) -> dict[str, int]:
        if self._places is None:
            self._places = {person: place for place, person in enumerate(self.people)}
        return self._places

    @property
    def effective(self) -> Floats:
        """S_eff = max(S_now, .8 S_peak) of everybody, in their order (RANKING.md section 2)."""
        found: Floats = np.maximum(self.rows["strength"], 0.8 * self.rows["peak"])
        return found

    @property
    def dormant(self) -> frozenset[str]:
        """Whoever was strong once and is out of sight."""
        return frozenset(self.people[i] for i in np.flatnonzero(self.rows["state"] == STATES.index("dormant")))

    @property
    def usual(self) -> float:
        """mu: the share of the owner's direct messages that were answered in time; a half where there are none."""
        written = int(self.rows["written"].sum())
        return int(self.rows["answered"].sum()) / written if written else 0.5

    def to_bytes(self) -> bytes:
        """The table as it is kept; `from_bytes` reads it back."""
        ids = "\n".join(self.people).encode()
        return b"".join((_head(self.as_of, len(ids)), ids, self.rows.tobytes()))

    @classmethod
    def from_bytes(cls, kept: bytes) -> Ties:
        """The table that was kept. Raises ValueError where it was kept by a program with other columns."""
        as_of, length = (int(number) for number in np.frombuffer(kept, "<i8", 2, 8))
        if kept[:8] != _COLUMNS:
            raise ValueError("ties of another program")
        ids = kept[24 : 24 + length].decode()
        return cls(tuple(ids.split("\n")) if ids else (), as_of, np.frombuffer(kept, ROW, offset=24 + length))


def _digest(text: str) -> bytes:
    from hashlib import blake2b

    return blake2b(text.encode(), digest_size=8).digest()


#: What the columns are called and made of: a table kept by another program is not misread.
_COLUMNS = _digest(str(ROW))


def _head(as_of: int, length: int) -> bytes:
    return _COLUMNS + np.array([as_of, length], "<i8").tobytes()


def _tie(person: str, as_of: int, row: dict[str, Any]) -> Tie:
    sent, received = row["sent"], row["received"]
    return Tie(
        person=person,
        as_of=as_of,
        strength=_evidence(row),
        peak=row["peak"],
        layer=row["layer"],
        state=STATES[row["state"]],
        facets=Facets(*(row[facet] for facet in _FACETS)),
        reciprocity=round(2 * (sent * received) ** 0.5 / (sent + received), 4) if sent + received else 0.0,
        last_in=row["last_in"] or None,
        last_out=row["last_out"] or None,
        shared_contacts=row["shared"],
        written=row["written"],
        answered=row["answered"],
        items=row["items"],
    )


def _evidence(row: dict[str, Any]) -> Evidence:
    """The six parts as sentences, and the floor where one lifts them; parts worth nothing are left out."""
    days, sent, received, shared = row["distinct_days"], row["sent"], row["received"], row["shared"]
    exchanged = Phrase("you wrote {sent} times, they wrote {received} times in two years", sent=sent, received=received)
    parts = [
        Evidence(Phrase("how much happened lately (half-life 90 days)"), row["memory"]),
        Evidence(Phrase("in touch on {days} days of the last two years", days=days), row["days"]),
        Evidence(exchanged, row["balance"]),
        Evidence(Phrase("how long you have been in touch"), row["span"]),
        Evidence(Phrase("through how many channels"), row["channels"]),
        Evidence(_both_know(shared), row["overlap"]),
    ]
    plain = sum(part.points for part in parts)
    for sign, least, sentence in FLOORS:
        if row[sign] and plain < least:
            parts.append(Evidence(sentence, least - plain))
            break
    return Evidence(Phrase("strength"), 0.0, (), tuple(part for part in parts if part.points > 0))


def _both_know(shared: int) -> Phrase:
    return Phrase.counted("{count} person you both know", "{count} people you both know", shared)
