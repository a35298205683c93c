"""Small invented worlds: what was said among a few people, written into real files in any arrangement."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path

from hypothesis import strategies as st

#: The moment of all these tests, and how far back their worlds reach.
NOW = int(datetime(2026, 5, 1, 12, tzinfo=UTC).timestamp())
DAY = 86_400
OLDEST = 1500

OWNER = ("Nora Lindqvist", "nora@lindqvist.example")
PEOPLE = (
    ("Hanneke Vos", "hanneke.vos@waterschap.example"),
    ("Idris Bello", "idris@bello.example"),
    ("Layla Mansour", "layla.mansour@mansour.example"),
    ("Jürgen Oßwald", "j.osswald@tannhof.example"),
    ("Hanneke Vos", "hanneke@vos.example"),
    ("سارة حداد", "sara.haddad@haddad.example"),
    ("Piet de Boer", "piet@tannhof.example"),
)
LIST = ("Choir list", "choir@lists.example")

TOPICS = (
    "The beekeeping course begins on Saturday and we still need honey frames.",
    "My cousin runs the tender desk for the pumping stations at the port.",
    "Wir suchen noch jemanden für die Imkerei, kennst du dich mit Bienen aus?",
    "Shall we go running on Sunday morning along the dyke?",
    "مرحبا، هل تعرفين أحدا يعمل في مجال المياه؟",
    "Thanks for helping me move the piano, I owe you a dinner.",
    "The water board is hiring a process engineer, shall I put in a word?",
    "I sing in the choir with Idris Bello since the spring.",
)
SIGNATURE = "\n\n-- \n{name}\nHead of Water, Tannhof GmbH\nTel. +49 30 1234567{number}\n"
NEEDS = (
    "who knows about beekeeping and honey?",
    "I am looking for a new job, something with water",
    "I need to talk over a difficult colleague, Piet de Boer",
    "Wer kennt sich mit Bienen aus?",
)


@dataclass(frozen=True)
class Mail:
    """One mail: who wrote it to whom (0 is the owner, from 1 on `PEOPLE`), so many days before now."""

    number: int
    sender: int
    to: tuple[int, ...]
    ago: int
    topic: int
    signed: bool = False
    copied: bool = False  # filed a second time, under another Message-ID
    listed: bool = False
    minute: int = 0

    @property
    def at(self) -> int:
        """When it was written; no two mails of a world in one second."""
        return moment(self.ago) + self.minute * 60 + self.number % 1000


@dataclass(frozen=True)
class Entry:
    """One row of an interactions table."""

    number: int
    channel: str
    people: tuple[int, ...]
    ago: int
    topic: int

    @property
    def at(self) -> int:
        """When it was; no two rows of a world in one second."""
        return moment(self.ago) + 30_000 + self.number % 1000


@dataclass(frozen=True)
class World:
    """All that was said, and how it is dealt out to files: the mail's number modulo `boxes`."""

    mails: tuple[Mail, ...] = ()
    entries: tuple[Entry, ...] = ()
    cards: tuple[int, ...] = ()
    notes: tuple[tuple[int, int, int], ...] = ()  # person, days ago, topic
    boxes: int = 1
    twice: tuple[int, ...] = field(default=())  # numbers of mails that stand in two boxes, or twice in one

    def names(self) -> list[str]:
        """The names of the files of this world."""
        boxes = [f"box{box}.mbox" for box in range(self.boxes)] if self.mails else []
        rest = [("log.csv", self.entries), ("contacts.vcf", self.cards), ("notes.md", self.notes)]
        return boxes + [name for name, said in rest if said]

    def write(self, folder: Path) -> list[Path]:
        """Write the files; returns their paths."""
        folder.mkdir(parents=True, exist_ok=True)
        for box in range(self.boxes if self.mails else 0):
            (folder / f"box{box}.mbox").write_bytes(self._box(box))
        if self.entries:
            rows = ["at,channel,from,to,text,thread", *map(_row, self.entries)]
            (folder / "log.csv").write_text("\n".join(rows) + "\n", "utf-8")
        if self.cards:
            (folder / "contacts.vcf").write_text("".join(map(_card, self.cards)), "utf-8")
        if self.notes:
            (folder / "notes.md").write_text("\n".join(map(_note, self.notes)), "utf-8")
        return [folder / name for name in self.names()]

    def _box(self, box: int) -> bytes:
        inside = [mail for mail in self.mails if mail.number % self.boxes == box]
        again = [mail for mail in self.mails if mail.number in self.twice and (mail.number + 1) % self.boxes == box]
        copies = [replace(mail, number=mail.number + 10_000) for mail in inside if mail.copied]
        return b"".join(map(write_mail, [*inside, *again, *copies]))


def party(who: int) -> tuple[str, str]:
    """Name and address of somebody by number."""
    return OWNER if who == 0 else PEOPLE[who - 1]


def moment(ago: int) -> int:
    """So many days before now, in Unix seconds."""
    return NOW - ago * DAY


def written(who: int) -> str:
    """`Name <address>`."""
    name, address = party(who)
    return f"{name} <{address}>"


def write_mail(mail: Mail) -> bytes:
    """One mail as it stands in an mbox."""
    letter = EmailMessage()
    letter["From"] = written(mail.sender)
    letter["To"] = ", ".join(map(written, mail.to))
    letter["Date"] = format_datetime(datetime.fromtimestamp(mail.at, UTC))
    letter["Message-ID"] = f"<m{mail.number}@invented.example>"
    letter["Subject"] = TOPICS[mail.topic].split(",")[0][:40]
    if mail.listed:
        letter["List-Id"] = f"{LIST[0]} <choir.lists.example>"
    words = f"{TOPICS[mail.topic]}\nThis is letter {mail.number % 10_000}."
    if mail.signed:
        words += SIGNATURE.format(name=party(mail.sender)[0], number=mail.sender)
    letter.set_content(words)
    day = datetime.fromtimestamp(moment(mail.ago), UTC).strftime("%a %b %d %H:%M:%S %Y")
    return f"From somebody@invented.example {day}\n".encode() + bytes(letter).replace(b"\nFrom ", b"\n>From ") + b"\n"


def _row(entry: Entry) -> str:
    first, *others = [party(who)[1] for who in entry.people]
    at = datetime.fromtimestamp(entry.at, UTC).isoformat()
    return f'{at},{entry.channel},{first},{";".join(others)},"{TOPICS[entry.topic]} ({entry.number})",'


def _card(who: int) -> str:
    name, address = party(who)
    family = name.split()[-1]
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{family};{name.split()[0]};;;\r\nEMAIL:{address}\r\n"
        f"TITLE:Beekeeper number {who}\r\nORG:Tannhof\r\nEND:VCARD\r\n"
    )


def _note(note: tuple[int, int, int]) -> str:
    who, ago, topic = note
    day = datetime.fromtimestamp(moment(ago), UTC).date()
    return f"## {day}\n\nMet {party(who)[0]} at the barbecue. {TOPICS[topic]}\n"


# -- strategies ----------------------------------------------------------------------------------------------

_people = st.integers(1, len(PEOPLE))
_topics = st.integers(0, len(TOPICS) - 1)


@st.composite
def mails(draw: st.DrawFn, number: int, ago: st.SearchStrategy[int]) -> Mail:
    """A mail from the owner or to them, or one that they only saw."""
    other = draw(_people)
    more = tuple(draw(st.lists(_people.filter(lambda who: who != other), max_size=2, unique=True)))
    sender, to = (0, (other, *more)) if draw(st.booleans()) else (other, (0, *more))
    odd = draw(st.integers(0, 9))
    return Mail(
        number,
        sender,
        to,
        draw(ago),
        draw(_topics),
        odd in (1, 2),
        odd == 3,
        odd == 4,
        draw(st.integers(0, 600)),
    )


@st.composite
def entries(draw: st.DrawFn, number: int, ago: st.SearchStrategy[int]) -> Entry:
    """A row: a message or call to or from the owner, or a meeting."""
    channel = draw(st.sampled_from(("message", "call", "meeting", "visit")))
    others = draw(st.lists(_people, min_size=1, max_size=3, unique=True))
    people = (0, *others) if draw(st.booleans()) else (*others, 0)
    return Entry(number, channel, people, draw(ago), draw(_topics))


@st.composite
def worlds(draw: st.DrawFn, ago: st.SearchStrategy[int] | None = None, first: int = 0) -> World:
    """A world of some twenty items, over four years unless `ago` says otherwise, from number `first`."""
    when = st.integers(1, OLDEST) if ago is None else ago
    letters = tuple(draw(mails(first + i, when)) for i in range(draw(st.integers(1, 12))))
    rows = tuple(draw(entries(first + i, when)) for i in range(draw(st.integers(0, 4))))
    notes = draw(st.lists(st.tuples(_people, when, _topics), max_size=3, unique_by=lambda note: note[1]))
    return World(
        letters,
        rows,
        tuple(draw(st.lists(_people, max_size=3, unique=True))),
        tuple(notes),
        draw(st.integers(1, 3)),
        tuple(draw(st.lists(st.sampled_from([m.number for m in letters]), max_size=2, unique=True))),
    )
