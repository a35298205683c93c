"""An owner as it is written by hand: the cast, the circles, the needs, and who is a good answer to them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ME = "me"
KINDS = ("job", "spread", "confide", "expert", "intro", "favour", "hire", "company")

Spell = tuple[date, date, float]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the owner knows: how they are reached, where they stand, and how lively the traffic is."""

    id: str
    name: str
    circles: tuple[str, ...]
    emails: tuple[str, ...]
    phone: str
    mail_name: str
    chat: str
    telegram: int
    language: str
    book: str
    traffic: tuple[Spell, ...]
    signature: str = ""
    mark: str = ""
    linkedin: tuple[str, ...] = ()
    gone: date | None = None
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Circle:
    """People known from one place: how many, how they are reached, what is talked about, and when."""

    id: str
    kind: str
    since: date
    until: date
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """A hand-written item of a need: `place` is how it is written (chat, mail, note, meet), `told` what it says."""

    key: str
    at: datetime
    place: str
    told: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """A grade for one person: the key of the item that makes it knowable, and its telling words."""

    who: str
    grade: int
    key: str
    quote: str


@dataclass(frozen=True, slots=True)
class Need:
    """What the owner asks, in one wording and perhaps others, and who is a good answer."""

    id: str
    kind: str
    language: str
    text: str
    again: tuple[str, ...]
    on: datetime
    items: tuple[Telling, ...]
    judged: tuple[Judged, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """Everything that is written by hand about one owner."""

    id: str
    told: dict[str, Any]
    since: date
    until: date
    zone: timezone
    asked: datetime
    cast: tuple[dict[str, Any], ...]
    circles: tuple[Circle, ...]
    words: dict[str, Any]
    needs: tuple[Need, ...]


def owners() -> list[str]:
    """The ids of all owners that are written down."""
    return sorted(path.parent.name for path in HERE.glob("*/owner.toml"))


def read_owner(name: str) -> Owner:
    """Read the folder of one owner; a word that nobody knows is a KeyError."""
    folder = HERE / name
    told, background = _toml(folder / "owner.toml"), _toml(folder / "background.toml")
    zone, asked = _zone(told["utc_offset"]), datetime.fromisoformat(told["asked"])
    since, until = date.fromisoformat(told["from"]), date.fromisoformat(told["to"])
    files = [_toml(path) for path in sorted((folder / "needs").glob("*.toml"))]
    return Owner(
        told["id"],
        told,
        since,
        until,
        zone,
        asked,
        tuple(person for path in sorted(folder.glob("people*.toml")) for person in _toml(path)["people"]),
        tuple(_circle(row, since, until) for row in background["circle"]),
        _words(background),
        tuple(_need(row, asked, zone) for file in files for row in file["need"]),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _zone(offset: str) -> timezone:
    hours, minutes = offset.split(":")
    return timezone(timedelta(hours=int(hours), minutes=int(minutes)))


def _words(background: dict[str, Any]) -> dict[str, Any]:
    """Names, slots and banks of sentences: what all owners share, and this one's over it."""
    shared = _toml(HERE / "words.toml")
    return {
        "names": shared["names"],
        "slots": shared["slots"] | background.get("slots", {}),
        "talk": shared["talk"] | background.get("talk", {}),
    }


def _circle(row: dict[str, Any], since: date, until: date) -> Circle:
    return Circle(
        row["id"], row["kind"], month(row.get("since"), since), month(row.get("until"), until, last=True), row
    )


def month(text: str | None, default: date, *, last: bool = False) -> date:
    """`2021-03` as its first day, or as its last; a whole day as that day; nothing as the default."""
    if not text:
        return default
    if len(text) > 7:
        return date.fromisoformat(text)
    first = date.fromisoformat(f"{text}-01")
    return (first + timedelta(31)).replace(day=1) - timedelta(1) if last else first


def _need(row: dict[str, Any], asked: datetime, zone: timezone) -> Need:
    items = tuple(_telling(row["id"], number, told, zone) for number, told in enumerate(row.get("items", ()), start=1))
    return Need(
        row["id"],
        row["kind"],
        row["language"],
        row["text"],
        tuple(row.get("again", ())),
        datetime.fromisoformat(row["on"]) if "on" in row else asked,
        items,
        tuple(_judged(row["id"], told) for told in row.get("judged", ())),
        tuple(row.get("never", ())),
    )


def _telling(need: str, number: int, told: dict[str, Any], zone: timezone) -> Telling:
    at = datetime.fromisoformat(told["at"]) if told.get("at") else datetime(1, 1, 1, tzinfo=UTC)
    place = next(place for place in ("chat", "mail", "note", "meet") if place in told)
    return Telling(f"{need}/{number}", at if at.tzinfo else at.replace(tzinfo=zone), place, told)


def _judged(need: str, told: dict[str, Any]) -> Judged:
    item = told["item"]
    key = f"{need}/{item}" if isinstance(item, int) else item
    if key in ("card", "linkedin", "signature"):
        key = f"{key}:{told['who']}"
    return Judged(told["who"], told["grade"], key, told.get("quote", ""))
