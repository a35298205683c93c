"""Letters written by hand into a mailbox, for homes that go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

NOW = int(datetime(2026, 5, 5, 12, tzinfo=UTC).timestamp())  # a Tuesday
DAY = 86_400
ME = ("Nora Lindqvist", "nora.lindqvist@deltaworks.example")
LAYLA = ("ليلى منصور", "layla@mansour.example")
IDRIS = ("Idris Bello", "idris.bello@posteo.example")
HANNEKE = ("Hanneke Vos", "hanneke@vos.example")


@dataclass(frozen=True)
class Said:
    """One letter: who, to whom, how many days before NOW (negative: after), what; its id, and what it answers."""

    sender: tuple[str, str]
    to: tuple[tuple[str, str], ...]
    ago: float
    words: str
    subject: str = "hello"
    id: str = ""
    answers: str = ""
    bulk: bool = False


def write(path: Path, said: Sequence[Said]) -> Path:
    """Write letters into a mailbox."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(_letter(path.stem, number, one) for number, one in enumerate(said)))
    return path


def _letter(name: str, number: int, said: Said) -> bytes:
    letter = EmailMessage()
    letter["From"] = f"{said.sender[0]} <{said.sender[1]}>"
    letter["To"] = ", ".join(f"{each[0]} <{each[1]}>" for each in said.to)
    letter["Date"] = format_datetime(datetime.fromtimestamp(NOW - said.ago * DAY, UTC))
    letter["Message-ID"] = f"<{said.id or f'{name}-{number}@invented.example'}>"
    letter["Subject"] = said.subject
    if said.answers:
        letter["In-Reply-To"] = letter["References"] = f"<{said.answers}>"
    if said.bulk:
        letter["Auto-Submitted"] = "auto-replied"
    letter.set_content(said.words)
    return b"From x@invented.example Thu Jan 01 10:00:00 2026\n" + bytes(letter) + b"\n"


def two_way(who: tuple[str, str], *ago: float) -> list[Said]:
    """Letters to and fro about nothing in particular, so that there is a tie."""
    words = ("See you on Sunday then.", "Yes, at ten.", "That was lovely.", "How are you all?")
    return [
        Said(*((who, (ME,)) if n % 2 else (ME, (who,))), each, words[n % 4])  # type: ignore[arg-type]
        for n, each in enumerate(ago)
    ]
