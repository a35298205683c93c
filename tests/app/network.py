"""A little network written by hand: Nora Lindqvist of Deltaworks, and those she knows, as files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

NOW = int(datetime(2026, 5, 1, 12, tzinfo=UTC).timestamp())
DAY = 86_400
ME = ("Nora Lindqvist", "nora.lindqvist@deltaworks.example")

#: key -> name, address
PEOPLE = {
    "hanneke": ("Hanneke Vos", "hanneke@gmail.example"),
    "idris": ("Idris Bello", "idris.bello@posteo.example"),
    "layla": ("Layla Mansour", "layla@mansour.example"),
    "bram": ("Bram Kok", "bram.kok@deltaworks.example"),
    "greta": ("Greta Olsen", "greta.olsen@deltaworks.example"),
    "victor": ("Victor Hahn", "victor.hahn@deltaworks.example"),
    "rosa": ("Rosa Pinto", "rosa@pinto.example"),
    "otto": ("Otto Brandt", "otto.brandt@web.example"),
    "mina": ("Mina Farouk", "mina@farouk.example"),
    "paula": ("Paula Engel", "paula@engel.example"),
    "samir": ("Samir Nassar", "samir@nassar.example"),
    "tilda": ("Tilda Holm", "tilda@holm.example"),
}


@dataclass(frozen=True)
class Said:
    """One letter: who, to whom ("me" is Nora), how many days ago, what."""

    sender: str
    to: tuple[str, ...]
    ago: int
    words: str
    signature: str = ""


def _two_way(who: str, *times: int) -> list[Said]:
    """Letters to and fro about nothing in particular, so that there is a tie."""
    greetings = ("See you on Sunday then.", "Yes, at ten.", "Thanks, that was lovely.", "How are you all?")
    return [Said(*((who, ("me",)) if n % 2 else ("me", (who,))), ago, greetings[n % 4]) for n, ago in enumerate(times)]


SAID = (
    # Hanneke: close for years, silent since; her husband works on water.
    *_two_way("hanneke", *range(900, 1700, 8)),
    Said(
        "hanneke",
        ("me",),
        905,
        "My husband finally got the process engineer post at the drinking water company in Rotterdam.",
    ),
    Said("hanneke", ("me",), 1000, "The bees survived the winter, ask me anything about beekeeping and honey."),
    # Idris: running, lately.
    *_two_way("idris", 300, 298, 120, 119, 60, 58, 20, 18, 6, 5),
    Said(
        "idris",
        ("me",),
        15,
        "My cousin runs the tender desk for the pumping stations and drinking water at the port.",
    ),
    Said("idris", ("me",), 30, "Running the dyke route on Sunday morning, twelve kilometres, join us."),
    Said("idris", ("me",), 40, "I am painting the boat, orange as ever."),
    # Layla: a friend, knows of therapy and grief.
    *_two_way("layla", *range(3, 700, 20)),
    Said("layla", ("me",), 50, "I went through the same with a difficult colleague, a mediator helped me most."),
    Said("layla", ("me",), 200, "تربية النحل هوايتي الجديدة، عندي الآن ثلاث خلايا."),
    # Colleagues at Deltaworks: Bram is difficult, Greta writes with him all the time, Victor leads.
    *_two_way("bram", 40, 39, 38, 20, 19),
    Said("me", ("bram", "greta"), 35, "Minutes of the dyke inspection."),
    Said("me", ("bram", "greta"), 28, "Minutes of the drinking water review."),
    Said("bram", ("me", "greta"), 21, "The pump drawings once more."),
    Said(
        "greta",
        ("me",),
        18,
        "There is a vacancy in the drinking water team, a new job for somebody at the port.",
    ),
    Said("greta", ("me",), 17, "A difficult colleague costs us all sleep, let us talk it over some day."),
    Said(
        "victor",
        ("me",),
        16,
        "I hear of a difficult colleague in your team.",
        "Victor Hahn\nHead of Water, Deltaworks",
    ),
    Said("me", ("victor",), 15, "All is well, thank you."),
    # Rosa: met once, violin maker.
    Said("rosa", ("me",), 80, "Your violin is repaired, the bow needed new hair."),
    Said("me", ("rosa",), 79, "Wonderful, I shall fetch the violin tomorrow."),
    # Otto: German gardener.
    *_two_way("otto", 500, 490, 250, 240, 100, 90),
    Said("otto", ("me",), 95, "Die Bienen schwärmen, ich habe als Imker zwanzig Völker und viel Honig."),
    Said("otto", ("me",), 130, "Meinen Anhänger kannst du für den Umzug gerne ausleihen."),
    # Mina: publishing; Paula: tax; Samir: water in Amman; Tilda: died.
    Said("mina", ("me",), 60, "Our publishing house prints small books about rivers, I know every bookseller."),
    Said("me", ("mina",), 59, "I love the book about rivers."),
    Said("paula", ("me",), 45, "As a tax adviser I tell freelancers to keep every receipt for the tax return."),
    Said("me", ("paula",), 44, "Thank you for the tax advice."),
    Said("samir", ("me",), 70, "أعمل الآن في مجال المياه والصرف الصحي في عمان."),
    Said("me", ("samir",), 69, "مبروك يا سمير"),
    Said("tilda", ("me",), 1200, "The beekeeping club honours me, honey for all, and I know every hive."),
    Said("me", ("tilda",), 1199, "Congratulations on the honey."),
)

NOTES = """## 2025-11-03

Tilda Holm died last week. The whole beekeeping club came.

## 2026-01-10

Keep away from Otto Brandt, he shouted at the children.
"""


def write(folder: Path, notes: str = "", *, without: str = "") -> list[Path]:
    """The files: a mailbox, and notes where there are any; `without` leaves out the letters of one person."""
    folder.mkdir(parents=True)
    said = [one for one in SAID if without not in (one.sender, *one.to)]
    box = folder / "mail.mbox"
    box.write_bytes(b"".join(_letter(number, one) for number, one in enumerate(said)))
    if notes:
        (folder / "notes.md").write_text(notes, "utf-8")
    return [box, *([folder / "notes.md"] if notes else [])]


def _letter(number: int, said: Said) -> bytes:
    letter = EmailMessage()
    letter["From"] = _address(said.sender)
    letter["To"] = ", ".join(map(_address, said.to))
    letter["Date"] = format_datetime(datetime.fromtimestamp(NOW - said.ago * DAY, UTC))
    letter["Message-ID"] = f"<{said.sender}-{said.ago}-{number}@invented.example>"
    letter["Subject"] = "hello"
    letter.set_content(said.words + (f"\n\n-- \n{said.signature}" if said.signature else ""))
    return b"From x@invented.example Thu Jan 01 10:00:00 2026\n" + bytes(letter) + b"\n"


def _address(who: str) -> str:
    name, address = ME if who == "me" else PEOPLE[who]
    return f"{name} <{address}>"
