"""Nothing goes without the owner's yes, nothing goes twice, and what fails keeps its words."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from urllib.parse import unquote

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend

from maarif.app import accounts, outreach, sending
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.app.knowing.look import find
from maarif.domain.drafts import Draft
from maarif.domain.errors import (
    AlreadySent,
    BadInput,
    MaybeSent,
    NoPassword,
    NotConfirmed,
    PostTrouble,
    Refused,
    Unreachable,
)
from maarif.domain.posting import Intent, Plan, Server
from tests.app import letters
from tests.app.letters import IDRIS, LAYLA, ME, NOW, Said
from tests.post.servers import (
    IMAP_PASSWORD,
    PASSWORD,
    Box,
    Papers,
    Post,
    account,
    free_port,
    imap_server,
    papers,
    smtp_server,
)  # fmt: skip

WORDS = "مرحبا ليلى،\n\nأبحث عن شخص يعرف مجال المياه في عمان. هل تعرفين أحدا؟\n\nنورا"
SAID = [*letters.two_way(LAYLA, 900, 890, 880, 860), *letters.two_way(IDRIS, 20, 19, 3, 2)]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, [letters.write(tmp_path / "mail.mbox", SAID)], [ME[1]])
        yield opened


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def box(known: Papers) -> Iterator[Box]:
    with imap_server(known) as running:
        yield running


def draft(home: Home, who: str = LAYLA[1], words: str = WORDS) -> Draft:
    return Draft(find(home, who).id, "mail", "ar", "سؤال عن المياه", words, by="owner")


def password(server: Server) -> str:
    return PASSWORD


def either(account_imap: int | None) -> accounts.Passwords:
    return lambda server: IMAP_PASSWORD if server.port == account_imap else PASSWORD


def smtp_plan(home: Home, known: Papers, post: Post, words: str = WORDS) -> Plan:
    accounts.set_account(home, account(known, post))
    return sending.plan(home, draft(home, words=words), "smtp")


# -- the plan -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("via", ["copy", "mailto", "eml"])
def test_planning_changes_nothing(home: Home, tmp_path: Path, via: str) -> None:
    before = home.store.database.number("select total_changes()")
    planned = sending.plan(home, draft(home), via, Intent(file=str(tmp_path / "out.eml")))
    assert planned.actions
    assert home.store.database.number("select total_changes()") == before
    assert not (tmp_path / "out.eml").exists()


def test_equal_words_make_an_equal_plan_on_another_device(home: Home, tmp_path: Path) -> None:
    with open_home(tmp_path / "other", lambda: NOW + 60) as other:
        take_in(other, [letters.write(tmp_path / "mail.mbox", SAID[:4])], [ME[1]])
        need = outreach.keep_need(other, "somebody else first")
        assert need.id == 1
        one, two = (_about_water(each) for each in (home, other))
    assert one.letter.message_id == two.letter.message_id
    assert one.outreach is not None
    assert replace(one, outreach=two.outreach).key == two.key


def _about_water(home: Home) -> Plan:
    need = outreach.keep_need(home, "Somebody who knows about water in Amman")
    begun = outreach.begin(home, need.id, LAYLA[1])
    return sending.plan(home, draft(home), "mailto", Intent(begun.id))


def test_other_words_are_another_message(home: Home) -> None:
    one, two = (sending.plan(home, draft(home, words=words), "mailto") for words in ("Hello", "Hello!"))
    assert one.letter.message_id != two.letter.message_id
    assert one.key != two.key


@pytest.mark.parametrize("via", ["pigeon", "", "SMTP"])
def test_an_unknown_way_is_refused(home: Home, via: str) -> None:
    with pytest.raises(BadInput, match="no way to send"):
        sending.plan(home, draft(home), via)


def test_without_words_account_address_or_file_there_is_no_plan(home: Home) -> None:
    with pytest.raises(BadInput, match="no words"):
        sending.plan(home, draft(home, words="  \n"), "copy")
    with pytest.raises(BadInput, match="maarif account"):
        sending.plan(home, draft(home), "smtp")
    with pytest.raises(BadInput, match="maarif account"):
        sending.plan(home, draft(home), "drafts")
    with pytest.raises(BadInput, match="phone number"):
        sending.plan(home, draft(home), "whatsapp")
    with pytest.raises(BadInput, match="--file"):
        sending.plan(home, draft(home), "eml")
    with pytest.raises(BadInput, match="Nobody"):
        sending.plan(home, replace(draft(home), person="pnobody"), "copy")


def test_links_carry_the_words(home: Home, tmp_path: Path) -> None:
    card = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Idris Bello\r\nTEL:+49 171 3920008\r\nIMPP:telegram/idrisb\r\nEND:VCARD\r\n"
    )
    (tmp_path / "idris.vcf").write_text(card.replace("END", f"EMAIL:{IDRIS[1]}\r\nEND", 1), "utf-8")
    take_in(home, [tmp_path / "idris.vcf"])
    links = {
        via: sending.plan(home, draft(home, IDRIS[1]), via).actions[0].target
        for via in ("mailto", "whatsapp", "telegram")
    }
    assert links["mailto"].startswith(f"mailto:{IDRIS[1]}?subject=")
    assert links["whatsapp"].startswith("https://wa.me/491713920008?text=")
    assert links["telegram"].startswith("https://t.me/idrisb?text=")
    for link in links.values():
        assert "أبحث عن شخص" in unquote(link)


def test_words_too_long_for_a_link_are_sent_another_way(home: Home) -> None:
    with pytest.raises(BadInput, match="--via eml"):
        sending.plan(home, draft(home, words=WORDS * 20), "mailto")


# -- the yes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [False, None, 1, "yes"])
@pytest.mark.parametrize("via", ["copy", "mailto", "eml", "drafts", "smtp"])
def test_nothing_happens_without_a_yes(home: Home, known: Papers, tmp_path: Path, via: str, answer: object) -> None:
    with smtp_server(Post(), known) as post:
        accounts.set_account(home, replace(account(known, post), imap=Server("127.0.0.1", free_port(), "tls", ME[1])))
        planned = sending.plan(home, draft(home), via, Intent(file=str(tmp_path / "out.eml")))
        with pytest.raises(NotConfirmed):
            sending.carry_out(home, planned, confirmed=answer, passwords=password)  # type: ignore[arg-type]
    assert post.taken == []
    assert home.store.dispatches.all() == []
    assert not (tmp_path / "out.eml").exists()


def test_no_other_verb_sends(home: Home, known: Papers, tmp_path: Path) -> None:
    """Every verb that touches outreach is used while a server listens; it hears of none of them."""
    from maarif.app import today
    from maarif.app.exchange import events, giving, giving_and_taking

    with smtp_server(Post(), known) as post:
        planned = smtp_plan(home, known, post)
        need = outreach.keep_need(home, "Somebody who knows about water")
        outreach.begin(home, need.id, LAYLA[1])
        outreach.set_step(home, LAYLA[1], "written")
        outreach.set_step(home, LAYLA[1], "helped")
        outreach.listed(home)
        today.today(home)
        today.week(home)
        today.feed_of(home)
        giving.give(home)
        giving_and_taking.favours(home)
        giving_and_taking.add(home, LAYLA[1], "given", "a book")
        events.met(home, "the fair", ["Nour Said"], again=["Nour Said"])
        outreach.close(home, need.id, "done")
        take_in(home, [letters.write(tmp_path / "more.mbox", [Said(LAYLA, (ME,), 0.5, "Gladly.")])])
        sending.plan(home, draft(home), "copy")
        assert post.taken == []
        sending.carry_out(home, planned, confirmed=True, passwords=password)
        assert len(post.taken) == 1


# -- once ---------------------------------------------------------------------------------------------


def test_a_message_goes_once(home: Home, known: Papers) -> None:
    with smtp_server(Post(), known) as post:
        planned = smtp_plan(home, known, post)
        (done,) = sending.carry_out(home, planned, confirmed=True, passwords=password)
        assert done.note == ""
        with pytest.raises(AlreadySent):
            sending.carry_out(home, planned, confirmed=True, passwords=password)
    assert len(post.taken) == 1
    (kept,) = home.store.dispatches.all()
    assert (kept.state, kept.letter.message_id) == ("done", planned.letter.message_id)
    assert post.letters[0]["Message-ID"] == f"<{planned.letter.message_id}>"


def test_what_stands_in_the_imported_mail_does_not_go_again(home: Home, known: Papers, tmp_path: Path) -> None:
    with smtp_server(Post(), known) as post:
        planned = smtp_plan(home, known, post)
        copy = Said(ME, (LAYLA,), 0.1, WORDS, id=planned.letter.message_id)
        take_in(home, [letters.write(tmp_path / "sent.mbox", [copy])])
        with pytest.raises(AlreadySent, match="imported"):
            sending.carry_out(home, planned, confirmed=True, passwords=password)
    assert post.taken == []


def test_a_crash_in_between_is_in_doubt_until_the_owner_says(home: Home, known: Papers) -> None:
    with smtp_server(Post(), known) as post:
        planned = smtp_plan(home, known, post)

        def interrupted(_: Server) -> str:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            sending.carry_out(home, planned, confirmed=True, passwords=interrupted)
        assert outreach.doubtful(home) == []  # nothing was under way yet
        from maarif.app.sending.carrying import _dispatch

        assert home.store.dispatches.begin(_dispatch(home, planned))  # as a process leaves it that is killed there
        with pytest.raises(MaybeSent, match=f"maarif outreach unsent {planned.key[:8]}"):
            sending.carry_out(home, planned, confirmed=True, passwords=password)
        assert post.taken == []
        (doubt,) = outreach.doubtful(home)
        outreach.settle_doubt(home, doubt.key[:8], was_sent=False)
        sending.carry_out(home, planned, confirmed=True, passwords=password)
    assert len(post.taken) == 1


def test_a_line_that_breaks_is_in_doubt_and_not_sent_again(home: Home, known: Papers) -> None:
    with smtp_server(Post(hang_up="after"), known) as post:
        planned = smtp_plan(home, known, post)
        for _ in range(2):
            with pytest.raises(MaybeSent):
                sending.carry_out(home, planned, confirmed=True, passwords=password)
        assert len(post.taken) == 1
        outreach.settle_doubt(home, planned.key, was_sent=True)
        with pytest.raises(AlreadySent):
            sending.carry_out(home, planned, confirmed=True, passwords=password)


def test_a_refused_message_keeps_its_words_and_may_be_tried_again(home: Home, known: Papers) -> None:
    with smtp_server(Post(answer="451 come back later"), known) as post:
        planned = smtp_plan(home, known, post)
        with pytest.raises(Refused, match="come back later"):
            sending.carry_out(home, planned, confirmed=True, passwords=password)
        (kept,) = home.store.dispatches.all()
        assert (kept.state, kept.letter.body) == ("failed", WORDS)
        post.answer = "250 taken"
        sending.carry_out(home, planned, confirmed=True, passwords=password)
    assert len(post.taken) == 1


def test_an_unreachable_server_loses_nothing(home: Home, known: Papers) -> None:
    planned = smtp_plan(home, known, Post(port=free_port()))
    with pytest.raises(Unreachable):
        sending.carry_out(home, planned, confirmed=True, passwords=password)
    (kept,) = home.store.dispatches.all()
    assert (kept.state, kept.letter.body) == ("failed", WORDS)


def test_two_devices_send_one_message(home: Home, known: Papers, box: Box, tmp_path: Path) -> None:
    with smtp_server(Post(), known) as post, open_home(tmp_path / "other", lambda: NOW + 60) as other:
        take_in(other, [letters.write(tmp_path / "again.mbox", SAID)], [ME[1]])
        for each in (home, other):
            accounts.set_account(each, account(known, post, box))
        done = sending.carry_out(home, _by_smtp(home), confirmed=True, passwords=either(box.starttls))
        assert [each.note for each in done] == ["", "", ""]
        with pytest.raises(AlreadySent, match="another device"):
            sending.carry_out(other, _by_smtp(other), confirmed=True, passwords=either(box.starttls))
        (kept,) = other.store.dispatches.all()
    assert kept.state == "done"
    assert len(post.taken) == 1


def _by_smtp(home: Home) -> Plan:
    return sending.plan(home, draft(home, words=f"{WORDS}\n(two devices)"), "smtp")


# -- the rest of the ways -----------------------------------------------------------------------------


def test_a_file_opens_as_a_draft(home: Home, tmp_path: Path) -> None:
    planned = sending.plan(home, draft(home), "eml", Intent(file=str(tmp_path / "out.eml")))
    sending.carry_out(home, planned, confirmed=True)
    letter = message_from_bytes((tmp_path / "out.eml").read_bytes())
    assert letter["X-Unsent"] == "1"
    assert letter["To"].endswith(f"<{LAYLA[1]}>")
    with pytest.raises(BadInput, match="there already"):
        sending.plan(home, draft(home), "eml", Intent(file=str(tmp_path / "out.eml")))


def test_an_answer_stays_in_its_thread(home: Home, tmp_path: Path) -> None:
    origin = home.store.items.origins([2])[2]
    planned = sending.plan(home, draft(home), "mailto", Intent(answers=origin))
    assert planned.letter.reply_to == origin.item


def test_a_mailbox_that_does_not_answer_keeps_the_message_back(home: Home, known: Papers) -> None:
    with smtp_server(Post(), known) as post:
        accounts.set_account(home, replace(account(known, post), imap=Server("127.0.0.1", free_port(), "tls", ME[1])))
        planned = sending.plan(home, draft(home), "smtp")
        with pytest.raises(PostTrouble):
            sending.carry_out(home, planned, confirmed=True, passwords=password)
    assert post.taken == []


# -- the account --------------------------------------------------------------------------------------


def test_an_account_comes_back_as_it_was_set(home: Home, known: Papers) -> None:
    own = replace(account(known, Post(port=2525)), name='Nora "N." Lindqvist', drafts="Entwürfe")
    (home.path / "settings.toml").write_text('language = "de"\n\n[other]\nkept = 1\n', "utf-8")
    for _ in range(2):
        accounts.set_account(home, own)
        assert accounts.account_of(home) == own
    text = (home.path / "settings.toml").read_text("utf-8")
    assert text.count("[mail]") == 1
    assert 'language = "de"' in text
    assert "kept = 1" in text
    assert "password" not in text
    assert (home.path / "settings.toml").stat().st_mode & 0o077 == 0


def test_a_line_in_the_clear_is_no_choice(home: Home) -> None:
    with pytest.raises(BadInput, match="tls or starttls"):
        accounts.server_at("smtp", "mail.example", "none", 25, "nora")


def test_a_mailbox_that_fails_after_the_message_went_is_told_apart(home: Home, known: Papers, box: Box) -> None:
    """The folder for sent letters cannot be written to: the message went all the same, once."""
    with smtp_server(Post(), known) as post:
        accounts.set_account(home, replace(account(known, post, box), sent="no/such/../folder"))
        planned = sending.plan(home, draft(home, words="Hello once"), "smtp")
        done = sending.carry_out(home, planned, confirmed=True, passwords=either(box.starttls))
        assert "The message went" in done[1].note
        assert "keep a copy" in done[1].note
    assert len(post.taken) == 1
    assert outreach.doubtful(home) == []


_SEND = """
import sys
from maarif.app import sending
from maarif.app.home import open_home
from maarif.app.knowing.look import find
from maarif.domain.drafts import Draft
home = open_home(sys.argv[1], lambda: int(sys.argv[2]))
draft = Draft(find(home, sys.argv[3]).id, "mail", "ar", "سؤال عن المياه", sys.argv[4], by="owner")
sending.carry_out(home, sending.plan(home, draft, "smtp"), confirmed=True, passwords=lambda _: sys.argv[5])
"""


def test_a_killed_program_leaves_the_message_in_doubt(home: Home, known: Papers) -> None:
    with smtp_server(Post(slow=20.0), known) as post:
        planned = smtp_plan(home, known, post)
        words = (str(home.path), str(NOW), LAYLA[1], WORDS, PASSWORD)
        running = subprocess.Popen([sys.executable, "-c", _SEND, *words])
        for _ in range(600):
            if outreach.doubtful(home):
                break
            time.sleep(0.05)
        running.kill()
        running.wait()
        (doubt,) = outreach.doubtful(home)
        assert doubt.key == planned.key
        with pytest.raises(MaybeSent):
            sending.carry_out(home, planned, confirmed=True, passwords=password)


def test_two_windows_of_one_home_send_once(home: Home, known: Papers) -> None:
    with smtp_server(Post(slow=0.3), known) as post:
        planned = smtp_plan(home, known, post)
        outcomes: list[str] = []

        def send_it() -> None:
            with open_home(home.path, lambda: NOW) as window:
                try:
                    sending.carry_out(window, planned, confirmed=True, passwords=password)
                    outcomes.append("went")
                except (AlreadySent, MaybeSent):
                    outcomes.append("refused")

        windows = [threading.Thread(target=send_it) for _ in range(3)]
        for each in windows:
            each.start()
        for each in windows:
            each.join()
    assert sorted(outcomes) == ["refused", "refused", "went"]
    assert len(post.taken) == 1


class Safe(KeyringBackend):
    """A keyring that lasts as long as a test."""

    priority = 1.0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_password_stands_in_the_keyring_where_there_is_one() -> None:
    server = Server("mail.example", 465, "tls", "nora")
    before = keyring.get_keyring()
    try:
        keyring.set_keyring(Safe())
        with pytest.raises(NoPassword):
            accounts.kept_password(server)
        assert accounts.keep_password(server, "three small boats")
        assert accounts.kept_password(server) == "three small boats"
        keyring.set_keyring(keyring.backends.fail.Keyring())
        assert not accounts.keep_password(server, "three small boats")
        with pytest.raises(NoPassword):
            accounts.kept_password(server)
    finally:
        keyring.set_keyring(before)
