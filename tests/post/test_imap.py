"""A real dovecot: drafts and sent letters are put where the server says, found by their Message-ID, taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from maarif.domain.errors import NotPrivate, Unreachable, WrongPassword
from maarif.domain.posting import Server
from maarif.post import Mailbox
from tests.post.servers import IMAP_PASSWORD, OWNER, Box, Papers, account, free_port, imap_server, papers
from tests.post.test_smtp import LETTER, NOW

DRAFTS, SENT = "Entw&APw-rfe", "Sent Items"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="module")
def box(known: Papers) -> Iterator[Box]:
    with imap_server(known) as running:
        yield running


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_draft_lies_in_drafts_once(box: Box, known: Papers, security: str) -> None:
    letter = replace(LETTER, message_id=f"{security}@deltaworks.example")
    with Mailbox(account(known, box=box, security=security), IMAP_PASSWORD) as mailbox:  # type: ignore[arg-type]
        assert mailbox.save_draft(letter, NOW)
        assert not mailbox.save_draft(letter, NOW)
    found = [each for each in box.letters(DRAFTS) if each["Message-ID"] == f"<{security}@deltaworks.example>"]
    assert len(found) == 1


def test_a_sent_letter_is_found_by_another_device(box: Box, known: Papers) -> None:
    letter = replace(LETTER, message_id="sent1@deltaworks.example")
    with Mailbox(account(known, box=box), IMAP_PASSWORD) as here:
        assert not here.was_sent(letter.message_id)
        assert here.keep_sent(letter, NOW)
    with Mailbox(account(known, box=box), IMAP_PASSWORD) as there:
        assert there.was_sent(letter.message_id)
        assert not there.keep_sent(letter, NOW)
    assert "sent1" in "".join(each["Message-ID"] for each in box.letters(SENT))


def test_a_draft_is_taken_out_and_nothing_else(box: Box, known: Papers) -> None:
    gone, stays = (replace(LETTER, message_id=f"{name}@deltaworks.example") for name in ("gone", "stays"))
    with Mailbox(account(known, box=box), IMAP_PASSWORD) as mailbox:
        mailbox.save_draft(gone, NOW)
        mailbox.save_draft(stays, NOW)
        assert mailbox.take_from_drafts(gone.message_id)
        assert not mailbox.take_from_drafts(gone.message_id)
    ids = {each["Message-ID"] for each in box.letters(DRAFTS)}
    assert "<stays@deltaworks.example>" in ids
    assert "<gone@deltaworks.example>" not in ids


def test_a_folder_of_the_owners_choice(box: Box, known: Papers) -> None:
    with Mailbox(replace(account(known, box=box), drafts="INBOX"), IMAP_PASSWORD) as mailbox:
        assert mailbox.save_draft(replace(LETTER, message_id="own@deltaworks.example"), NOW)


def test_a_wrong_password(box: Box, known: Papers) -> None:
    with pytest.raises(WrongPassword, match="maarif account"):
        Mailbox(account(known, box=box), "wrong")


def test_nobody_there(known: Papers) -> None:
    lost = replace(account(known), imap=Server("127.0.0.1", free_port(), "tls", OWNER))
    with pytest.raises(Unreachable):
        Mailbox(lost, IMAP_PASSWORD)


def test_a_certificate_that_nobody_trusts(box: Box, known: Papers) -> None:
    for security in ("tls", "starttls"):
        with pytest.raises(NotPrivate):
            Mailbox(replace(account(known, box=box, security=security), certificate=""), IMAP_PASSWORD)  # type: ignore[arg-type]
