"""The demo files hold what they promise: they parse, hang together, and every judgement rests on an item."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
import mailbox
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FILES = ROOT / "src" / "maarif" / "app" / "demo_files"
OWNER = {"lena.haddad@posteo.example", "lena.haddad@quellwerk.example", "l.haddad@muldemembran.example"}
KINDS = {"job", "spread", "confide", "expert", "intro", "favour", "hire", "company"}


@dataclass(frozen=True, slots=True)
class Mail:
    """What the tests ask of a mail, read once by the standard library."""

    id: str
    people: frozenset[str]
    sender: str
    at: datetime
    text: str
    answers: str
    references: tuple[str, ...]
    parsed: EmailMessage


@pytest.fixture(scope="module")
def mails(tmp_path_factory: pytest.TempPathFactory) -> list[Mail]:
    copy = tmp_path_factory.mktemp("demo") / "mail.mbox"
    copy.write_bytes((FILES / "mail.mbox").read_bytes())
    return [read(one.as_bytes()) for one in mailbox.mbox(copy, create=False)]


def read(data: bytes) -> Mail:
    mail = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
    body = mail.get_body(("plain",))
    fields = [str(mail[name]) for name in ("From", "To", "Cc") if mail[name]]
    people = [address for _, address in getaddresses(fields)]
    text = f"{mail['Subject']}\n{body.get_content() if body else ''}"
    at = parsedate_to_datetime(mail["Date"])
    references = tuple(str(mail["References"] or "").split())
    return Mail(
        str(mail["Message-ID"]),
        frozenset(people),
        people[0],
        at,
        text,
        mail["In-Reply-To"] or "",
        references,
        mail,
    )


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FILES / "interactions.csv").read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def needs() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (Path(__file__).parent / "needs.jsonl").read_text("utf-8").splitlines()]


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def test_size_and_number_stay_small() -> None:
    assert sum(path.stat().st_size for path in FILES.rglob("*") if path.is_file()) < 4_000_000


def test_every_mail_has_its_headers_and_no_defects(mails: list[Mail]) -> None:
    assert 1800 <= len(mails) <= 2600
    for mail in mails:
        assert mail.id and mail.sender and len(mail.people) > 1, mail.id
        assert not mail.parsed.defects, (mail.id, mail.parsed.defects)
        assert len(mail.text.partition("\n")[2].strip()) > 4, mail.id


def test_no_slot_of_the_generator_is_left_open(mails: list[Mail]) -> None:
    for mail in mails:
        assert not re.search(r"\{\w+[^}]*\}|\[[^\]\n]*\|", mail.text), mail.text
        assert "\ufffd" not in mail.text
        assert not re.search(r"^(cast|as|list|times|from|until): \w+", mail.text, re.M), mail.text


def test_dates_lie_within_the_eight_years(mails: list[Mail], rows: list[dict[str, str]]) -> None:
    days = [mail.at for mail in mails] + [datetime.fromisoformat(r["at"]) for r in rows]
    assert min(f"{day:%Y-%m}" for day in days) >= "2018-09"
    assert max(f"{day:%Y-%m}" for day in days) <= "2026-10"


def test_message_ids_are_unique_and_answers_have_what_they_answer(mails: list[Mail]) -> None:
    at = {mail.id: mail.at for mail in mails}
    assert len(at) == len(mails)
    answers = [mail for mail in mails if mail.answers]
    assert len(answers) > 800
    for mail in answers:
        assert at[mail.answers] < mail.at
        assert set(mail.references) <= set(at)


def test_the_owner_is_on_every_mail(mails: list[Mail]) -> None:
    for mail in mails:
        assert mail.people & (OWNER | {"alle@kanalchor.example"})
    sent = sum(mail.sender in OWNER for mail in mails)
    assert 600 < sent < len(mails) / 2


def test_mail_comes_in_all_the_shapes_of_real_mail(mails: list[Mail]) -> None:
    raw = (FILES / "mail.mbox").read_bytes()
    texts = "\n".join(mail.text for mail in mails)
    parts = [part for mail in mails for part in mail.parsed.walk() if not part.is_multipart()]
    assert raw.count(b"=?utf-8?") > 100
    assert {mail.parsed.get_content_type() for mail in mails} == {"text/plain", "multipart/alternative"}
    assert {part.get_content_charset() for part in parts} == {"utf-8", "iso-8859-1"}
    for mark in (" wrote:", " schrieb ", "كتب ", "Gesendet: ", "-----Original Message-----"):
        assert mark in texts, mark
    for name in ("List-Id", "List-Unsubscribe", "Auto-Submitted", "Precedence"):
        assert any(mail.parsed[name] for mail in mails), name


def test_only_invented_domains_and_free_numbers() -> None:
    for path in FILES.rglob("*"):
        if path.is_file():
            text = path.read_bytes().replace(b"=\n", b"").decode("utf-8", "replace")
            domains = {found.rstrip(".") for found in re.findall(r"@([\w.-]+\.[a-z]{2,})", text)}
            assert all(domain.endswith(".example") for domain in domains), (path.name, domains)
    numbers = re.findall(r"^TEL[^:]*:(?:tel:)?(.+)$", (FILES / "contacts.vcf").read_text("utf-8"), re.M)
    fictional = r"\+49.171.39200\d\d|\+49.176.040690\d\d|\+33.6.39.98.\d\d.\d\d|\+44.7700.900\d{3}"
    assert numbers and all(re.fullmatch(fictional, number.strip()) for number in numbers)


def test_cards_come_in_two_versions() -> None:
    text = unfolded((FILES / "contacts.vcf").read_bytes().decode())
    versions = Counter(re.findall(r"^VERSION:(.*)\r$", text, re.M))
    assert set(versions) == {"3.0", "4.0"} and 80 <= versions.total() <= 130
    assert text.count("BEGIN:VCARD") == text.count("END:VCARD") == versions.total()
    assert "RELATED;" in text and "X-ABRELATEDNAMES" in text and "NOTE:choir" in text
    assert all(len(line.encode()) <= 75 for line in (FILES / "contacts.vcf").read_bytes().decode().split("\r\n"))


def linkedin(member: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(FILES / "linkedin.zip") as archive:
        text = archive.read(member).decode("utf-8")
    if text.startswith("Notes:"):
        text = text.partition("\n\n")[2]
    return list(csv.DictReader(io.StringIO(text)))


def test_linkedin_export_has_its_tables() -> None:
    people = linkedin("Connections.csv")
    head = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
    assert list(people[0]) == head
    assert len(people) >= 70 and sum(bool(row["Email Address"]) for row in people) >= 5
    assert len({row["URL"] for row in people}) == len(people)
    pages = {row["URL"] for row in people}
    for row in linkedin("messages.csv"):
        assert {row["SENDER PROFILE URL"], row["RECIPIENT PROFILE URLS"]} & pages
    assert linkedin("Profile.csv")[0]["First Name"] == "Lena" and len(linkedin("Positions.csv")) == 3


def test_rows_of_encounters_are_well_formed(rows: list[dict[str, str]]) -> None:
    assert list(rows[0]) == ["at", "channel", "from", "to", "text", "thread"] and len(rows) > 400
    assert {row["channel"] for row in rows} == {"call", "meeting", "visit", "note"}
    beside = [row for row in rows if not OWNER & {row["from"], *row["to"].split(";")}]
    assert len(beside) >= 15
    assert all(row["from"] and row["to"] for row in rows)


def test_life_is_in_it(mails: list[Mail]) -> None:
    """Circles of every kind, friends who fell silent, one person of three addresses, two of one name."""
    seen = Counter(address for mail in mails for address in mail.people)
    domains = Counter(address.rpartition("@")[2] for address in seen)
    assert domains["quellwerk.example"] >= 30 and domains["muldemembran.example"] >= 20
    assert len(seen) >= 170
    assert all(
        seen[one]
        for one in (
            "julchen.b@gemx.example",
            "julia.behrens@webpost.example",
            "jule.behrens@flussraum.example",
        )
    )
    assert seen["anna.schmidt@gemx.example"] and seen["anna.schmidt@quellwerk.example"]
    for silent, since in {
        "jule.behrens@flussraum.example": "2023",
        "monika.weidlich@webpost.example": "2022",
        "rami.haddad@kmail.example": "2022-05",
        "paul.winter@gemx.example": "2022",
    }.items():
        last = max(mail.at for mail in mails if silent in mail.people)
        assert f"{last:%Y-%m}" < since, silent


def test_judgements_are_graded_and_cover_every_kind(needs: list[dict[str, Any]]) -> None:
    assert len(needs) >= 15 and len({need["id"] for need in needs}) == len(needs)
    assert {need["kind"] for need in needs} == KINDS
    assert sum(not need["relevant"] for need in needs) == 2
    for need in needs:
        assert set(need["relevant"].values()) <= {1, 2, 3}
        assert set(need["relevant"]) == set(need["why"])
        assert not set(need["relevant"]) & set(need["must_not"])
    good = [who for need in needs for who, grade in need["relevant"].items() if grade > 1]
    work = ("quellwerk", "muldemembran", "elbwasser", "alsterbehoerde", "svenja.moeller")
    assert sum(not any(word in who for word in work) for who in good) > 0.6 * len(good)


def test_every_judged_person_is_in_the_files(needs: list[dict[str, Any]], mails: list[Mail]) -> None:
    known = {address for mail in mails for address in mail.people}
    known |= {row["Email Address"] for row in linkedin("Connections.csv")}
    known |= set((FILES / "interactions.csv").read_text("utf-8").replace(",", ";").split(";"))
    for need in needs:
        assert {*need["relevant"], *need["must_not"]} <= known, need["id"]


def test_every_reason_can_be_opened(needs: list[dict[str, Any]], mails: list[Mail]) -> None:
    on_day: dict[str, set[str]] = {}
    for mail in mails:
        on_day.setdefault(f"{mail.at:%Y-%m-%d}", set()).update(mail.people)
    names = {f"{row['First Name']} {row['Last Name']}" for row in linkedin("Connections.csv")}
    for need in needs:
        for who, why in need["why"].items():
            if day := re.match(r"mail (\d{4}-\d\d-\d\d)", why):
                same = {"antje@thiele-wasserbau.example": "basti.thiele@kmail.example"}.get(who, who)
                other = {
                    "jule.behrens@flussraum.example": "julchen.b@gemx.example",
                    "friederike.lange@posteo.example": "friederike.lange@posteo.example",
                }.get(who, who)
                assert {same, other} & on_day.get(day[1], set()), (need["id"], who, day[1])
            else:
                assert why.startswith("linkedin:") and {"Svenja Möller", "Johanna Petersen"} <= names


def test_the_three_needs_of_the_story_are_the_first_three(needs: list[dict[str, Any]]) -> None:
    shipped = json.loads((FILES / "needs.json").read_text("utf-8"))
    assert shipped["needs"] == [need["text"] for need in needs[:3]]
    assert set(shipped["owner"]["addresses"]) == OWNER


def test_making_them_again_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tools.demo.__main__ import main

    main(tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == ["contacts.vcf", "interactions.csv", "linkedin.zip", "mail.mbox"]
    for name in made:
        assert (tmp_path / name).read_bytes() == (FILES / name).read_bytes(), name
