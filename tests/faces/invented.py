"""Invented people, as nouns and as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner, Result

from maarif.app.knowing.look import Acquaintance
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.needs import Answer, Need, SetAside, Suggestion
from maarif.domain.people import Context, Person
from maarif.domain.ties import Facets, Tie
from maarif.faces.cli.main import app

NOVEMBER_2020 = 1_605_000_000
TITLE = Origin("cards.vcf", "card 4")
LETTER = Origin("mail.mbox", "a1@mail.example")

HANNEKE = Person("p1", "Hanneke Vos", (Handle("email", "hanneke@vos.example"),), ("H. Vos",))
SAMI = Person("p2", "سامي حداد", (Handle("email", "sami@haddad.example"),))

TIE = Tie(
    person="p1", as_of=1_700_000_000, strength=Evidence("", 0.2), peak=0.7, layer=15, state="dormant",
    facets=Facets(friend=0.9, work=0.45), reciprocity=0.5, last_in=NOVEMBER_2020,
    last_out=NOVEMBER_2020 - 86_400, written=8, answered=5,
)  # fmt: skip
CHOIR = Context("club", "Kanalchor", 1_400_000_000, 1_580_000_000, LETTER)
KNOWN = Acquaintance(HANNEKE, TIE, (CHOIR,))

WATER = 'wrote to you about water: "my husband finally got the process engineer post at the waterworks"'
REASONS = Evidence(
    "", 0.25, (),
    (
        Evidence("speaks to your need", 0.0, (), (
            Evidence(WATER, 1.5, (LETTER,)),
            Evidence("title in your address book: Process engineer", 0.5, (TITLE,)),
        )),
        Evidence("answers you, as far as one can tell", 0.75),
    ),
)  # fmt: skip


def suggestion(person: Person = HANNEKE, evidence: Evidence = REASONS) -> Suggestion:
    """One person with reasons."""
    return Suggestion("n1", person, evidence, "dormant", None, ("a call is better than a mail after so long",))


def answer(*suggestions: Suggestion, aside: tuple[SetAside, ...] = ()) -> Answer:
    """An answer to an invented need."""
    need = Need("n1", "a job with water, Rotterdam if possible", "job", ("water", "rotterdam"), ("Rotterdam",), 1)
    return Answer(need, suggestions, aside)


# -- files ----------------------------------------------------------------------------------------------

OWNER = "noor@owner.example"

MAILS = (
    ("hanneke@vos.example", "Hanneke Vos", OWNER, "Noor", "Mon, 9 Nov 2020 10:00:00 +0000", "Waterworks",
     "My husband finally got the process engineer post at the waterworks of Rotterdam."),
    (OWNER, "Noor", "hanneke@vos.example", "Hanneke Vos", "Tue, 10 Nov 2020 10:00:00 +0000", "Re: Waterworks",
     "How wonderful, the waterworks! Tell him that I am glad."),
    ("sami@haddad.example", "=?utf-8?b?2LPYp9mF2Yog2K3Yr9in2K8=?=", OWNER, "Noor",
     "Wed, 3 Mar 2021 10:00:00 +0000", "Bees",
     "أحب تربية النحل في الجبل. The beekeeping course starts in May."),
    (OWNER, "Noor", "sami@haddad.example", "Sami", "Thu, 4 Mar 2021 10:00:00 +0000", "Re: Bees",
     "I would love to see your beekeeping one day."),
    ("idris@bello.example", "Idris Bello", OWNER, "Noor", "Fri, 5 Mar 2021 10:00:00 +0000", "Run",
     "See you at the river on Sunday, bring the beekeeping book."),
)  # fmt: skip

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Hanneke Vos\r\nEMAIL:hanneke@vos.example\r\nTITLE:Choir singer\r\nEND:VCARD\r\n"
)


def write_files(folder: Path) -> list[str]:
    """A mailbox and an address book; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    mails = "".join(
        f"From {sender} Mon Nov  9 10:00:00 2020\nMessage-ID: <m{number}@mail.example>\n"
        f"From: {name} <{sender}>\nTo: {to_name} <{to}>\nDate: {date}\nSubject: {subject}\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\n"
        for number, (sender, name, to, to_name, date, subject, text) in enumerate(MAILS)
    )
    (folder / "mail.mbox").write_text(mails, "utf-8")
    (folder / "cards.vcf").write_text(CARD, "utf-8")
    return [str(folder / "mail.mbox"), str(folder / "cards.vcf")]


def maarif(*words: str, stdin: bytes | None = None) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, list(words), input=stdin)


def records(result: Result) -> list[dict[str, Any]]:
    """What a command printed as JSON lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]
