"""The story from end to end, with real servers: a need, a letter in Arabic, its answer, thanks, an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from maarif.app import accounts, outreach, sending
from maarif.app.asking.ask import ask
from maarif.app.exchange import giving_and_taking
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.look import person
from maarif.app.today import today
from maarif.app.writing import read_again, write
from maarif.domain.drafts import Draft
from maarif.domain.posting import Intent, Server
from tests.app import letters
from tests.app.letters import DAY, HANNEKE, IDRIS, LAYLA, ME, NOW, Said
from tests.post.servers import (
    IMAP_PASSWORD,
    PASSWORD,
    Box,
    Papers,
    Post,
    account,
    imap_server,
    papers,
    smtp_server,
)  # fmt: skip
from tests.post.test_imap import DRAFTS, SENT

NEED = "I am looking for somebody who knows the water works in Amman"
WISH = "أبحث عن شخص يعرف مجال المياه في عمان."
BEFORE = [
    *letters.two_way(LAYLA, *range(900, 1500, 6)),
    Said(LAYLA, (ME,), 905, "أخي يعمل مهندسا في محطة المياه في عمان، وأنا أزورهم كل صيف."),
    Said(LAYLA, (ME,), 906, "My brother is an engineer at the water works in Amman."),
    *letters.two_way(IDRIS, 20, 19, 6, 5, 3, 2),
    *letters.two_way(HANNEKE, 60, 59, 30, 29),
]


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def box(known: Papers) -> Iterator[Box]:
    with imap_server(known) as running:
        yield running


def at(folder: Path, days: float) -> Home:
    """The home so many days after NOW."""
    return open_home(folder / "home", lambda: NOW + int(days * DAY))


def drafted(home: Home, layla: str) -> Draft:
    """The draft that is proposed, in Arabic; the owner says the wish, which was in English, in their own words."""
    proposal = write(home, layla, NEED, medium="mail", language="ar")
    first = proposal.variants[0]
    assert [(finding.rule, finding.words) for finding in first.findings if finding.grave] == [("blank", f"[{NEED}.]")]
    said = replace(first.draft, body=first.draft.body.replace(f"[{NEED}.]", WISH), by="owner")
    assert not [finding for finding in read_again(proposal, said).findings if finding.grave]
    return said


def test_from_an_answer_to_what_came_of_it(tmp_path: Path, known: Papers, box: Box) -> None:
    with smtp_server(Post(), known) as post:

        def password(server: Server) -> str:
            return PASSWORD if server.port == post.port else IMAP_PASSWORD

        with at(tmp_path, 0) as home:  # the need, and the answer to it
            take_in(home, [letters.write(tmp_path / "before.mbox", BEFORE)], [ME[1]])
            accounts.set_account(home, account(known, post, box))
            answer = ask(home, NEED)
            layla = answer.suggestions[0].person
            assert layla.handles[0].value == LAYLA[1]
            dormant = person(home, layla.id).tie
            assert dormant is not None
            assert dormant.state == "dormant"
            need = outreach.keep_need(home, NEED)
            begun = outreach.begin(home, need.id, layla.id)
            draft = drafted(home, layla.id)
            # saved to Drafts, then sent after a yes: the draft is taken out, a copy is kept
            sending.carry_out(
                home, sending.plan(home, draft, "drafts", Intent(begun.id)), confirmed=True, passwords=password
            )
            assert [each["To"] for each in box.letters(DRAFTS)]
            planned = sending.plan(home, draft, "smtp", Intent(begun.id))
            done = sending.carry_out(home, planned, confirmed=True, passwords=password)
            assert [each.note for each in done] == ["", "", ""]
            assert box.letters(DRAFTS) == []
            (kept,) = box.letters(SENT)
            (view,) = outreach.listed(home)
            assert view.outreaches[0].outreach.stands == "written"
        (sent,) = post.letters
        assert sent["Message-ID"] == kept["Message-ID"] == f"<{planned.letter.message_id}>"

        with at(tmp_path, 4) as home:  # too early for a follow-up: Layla is a friend of old
            assert [r.occasion for r in today(home) if layla.id in r.people] == []

        reply = Said(
            LAYLA, (ME,), -5, "بالتأكيد! سألت أخي، وسيكتب لك غدا.", "Re: سؤال عن المياه في عمان",
            "r1@mansour.example", planned.letter.message_id,
        )  # fmt: skip
        copy = letters.write(tmp_path / "sent.mbox", [])
        copy.write_bytes(
            b"From x@invented.example Thu Jan 01 10:00:00 2026\n" + post.taken[0].replace(b"\r\n", b"\n") + b"\n"
        )

        with at(tmp_path, 6) as home:  # the next import finds what was sent and what came back
            take_in(home, [copy, letters.write(tmp_path / "reply.mbox", [reply])])
            (view,) = outreach.listed(home)
            (one,) = view.outreaches
            assert one.outreach.stands == "answered"
            assert one.outreach.steps[-1].origin is not None
            assert one.outreach.steps[-1].origin.item == "r1@mansour.example"
            assert one.sounds_like == "helped"
            assert view.asks
            moved = person(home, layla.id).tie
            assert moved is not None
            assert moved.state != "dormant"
            assert moved.strength.total > dormant.strength.total
            outreach.set_step(home, layla.id, "helped", note="her brother wrote")
            (thanks,) = [r for r in today(home) if r.occasion == "thank"]
            assert thanks.people == (layla.id,)
            outreach.close(home, need.id, "Her brother took me on for the summer")

        with at(tmp_path, 7) as home:  # thanked, and told how it ended
            planned = sending.plan(
                home, replace(draft, subject="شكرا", body="شكرا جزيلا على المساعدة!"), "smtp",
                Intent(begun.id, "thanked", one.outreach.steps[-1].origin),
            )  # fmt: skip
            assert planned.letter.reply_to == "r1@mansour.example"
            sending.carry_out(home, planned, confirmed=True, passwords=password)
            (telling,) = [r for r in today(home) if r.occasion == "tell"]
            assert "took me on" in telling.says
            outreach.set_step(home, layla.id, "told", need.id)
            assert not [r for r in today(home) if layla.id in r.people]
            # what came of it is known to the next question
            assert giving_and_taking.load(home, layla.id, home.now) == 1
            moved_all = giving_and_taking.given_against_taken(home, layla.id, home.now)
            assert (moved_all.asked, moved_all.received) == (1, 1)
            (again,) = [one for one in ask(home, NEED).suggestions if one.person.id == layla.id]
            assert any(
                "helped you in" in part.claim and "her brother wrote" in part.claim for part in again.evidence.parts
            )
            (story,) = giving_and_taking.favours(home, layla.id)
            assert [line.favour.kind for line in story.lines if not line.open] == ["asked", "received"]
        assert len(post.taken) == 2


def test_undoing_the_import_undoes_the_answer(tmp_path: Path) -> None:
    from maarif.app.identity.decide import undo

    with at(tmp_path, 6) as home:
        take_in(home, [letters.write(tmp_path / "before.mbox", BEFORE)], [ME[1]])
        need = outreach.keep_need(home, NEED, on=NOW - 10 * DAY)
        outreach.begin(home, need.id, LAYLA[1], NOW - 10 * DAY)
        outreach.set_step(home, LAYLA[1], "written", on=NOW - 9 * DAY)
        batch = take_in(home, [letters.write(tmp_path / "reply.mbox", [Said(LAYLA, (ME,), 3, "نعم")])]).batch
        assert outreach.listed(home)[0].outreaches[0].outreach.stands == "answered"
        undo(home, str(batch))
        assert outreach.listed(home)[0].outreaches[0].outreach.stands == "written"
