"""Sending through a real SMTP server, and through all that can go wrong with one."""

from __future__ import annotations

from dataclasses import replace
from email.header import decode_header, make_header
from pathlib import Path

import pytest

from maarif.domain.errors import NotPrivate, Refused, Unreachable, WrongPassword
from maarif.domain.posting import Letter, Server
from maarif.post import send
from maarif.post.smtp import LineBroke
from tests.post.servers import OWNER, PASSWORD, Papers, Post, account, free_port, papers, smtp_server

NOW = 1_777_600_000
LETTER = Letter(
    "k1@deltaworks.example", OWNER, "Nora Lindqvist", "layla@mansour.example", "ليلى منصور", "سؤال عن النحل",
    "مرحبا ليلى،\n.\nهل تعرفين أحدا يربي النحل؟\n.. نورا", "m7@mansour.example", "m1@mansour.example",
)  # fmt: skip


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return papers(tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_letter_arrives_as_it_was_written(known: Papers, security: str) -> None:
    with smtp_server(Post(), known, security) as post:
        said = send(account(known, post, security=security), LETTER, NOW, PASSWORD)  # type: ignore[arg-type]
    (letter,) = post.letters
    assert said
    body = letter.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.decode("utf-8").replace("\r\n", "\n") == LETTER.body + "\n"
    assert str(make_header(decode_header(letter["Subject"]))) == LETTER.subject
    assert letter["Message-ID"] == "<k1@deltaworks.example>"
    assert letter["In-Reply-To"] == "<m7@mansour.example>"
    assert letter["References"].split() == ["<m1@mansour.example>", "<m7@mansour.example>"]
    assert post.taken[0].isascii()


def test_a_wrong_password_is_said_and_nothing_goes(known: Papers) -> None:
    with smtp_server(Post(), known) as post, pytest.raises(WrongPassword, match="maarif account"):
        send(account(known, post), LETTER, NOW, "wrong")
    assert post.taken == []


def test_a_rejected_recipient_is_named(known: Papers) -> None:
    post = Post(refused=frozenset([LETTER.to]))
    with smtp_server(post, known), pytest.raises(Refused, match=r"layla@mansour\.example.*no such user"):
        send(account(known, post), LETTER, NOW, PASSWORD)
    assert post.taken == []


def test_refused_words_are_said(known: Papers) -> None:
    post = Post(answer="554 5.7.1 looks like advertising")
    with smtp_server(post, known), pytest.raises(Refused, match="looks like advertising"):
        send(account(known, post), LETTER, NOW, PASSWORD)


def test_nobody_there(known: Papers) -> None:
    with pytest.raises(Unreachable, match="nothing answers on that port"):
        send(account(known, Post(port=free_port())), LETTER, NOW, PASSWORD)


def test_a_name_that_leads_nowhere(known: Papers) -> None:
    lost = replace(account(known), smtp=Server("mail.invalid", 465, "tls", OWNER))
    with pytest.raises(Unreachable):
        send(lost, LETTER, NOW, PASSWORD)


def test_no_server_is_set(known: Papers) -> None:
    with pytest.raises(Unreachable):
        send(account(known), LETTER, NOW, PASSWORD)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_trusts_gets_no_word(known: Papers, security: str) -> None:
    with smtp_server(Post(), known, security) as post, pytest.raises(NotPrivate, match="--certificate"):
        send(replace(account(known, post, security=security), certificate=""), LETTER, NOW, PASSWORD)  # type: ignore[arg-type]
    assert post.taken == []


def test_a_server_without_starttls_gets_neither_password_nor_words(known: Papers) -> None:
    with smtp_server(Post(), known, "plain") as post, pytest.raises(NotPrivate, match="STARTTLS"):
        send(account(known, post), LETTER, NOW, PASSWORD)
    assert post.taken == []


def test_a_certificate_that_cannot_be_read(known: Papers, tmp_path: Path) -> None:
    with smtp_server(Post(), known) as post, pytest.raises(NotPrivate, match="cannot be read"):
        send(replace(account(known, post), certificate=str(tmp_path / "none.pem")), LETTER, NOW, PASSWORD)


def test_a_line_that_breaks_after_the_words_is_in_doubt(known: Papers) -> None:
    with smtp_server(Post(hang_up="after"), known) as post, pytest.raises(LineBroke):
        send(account(known, post), LETTER, NOW, PASSWORD)
    assert len(post.taken) == 1


def test_a_server_that_says_nothing_more_is_in_doubt(known: Papers) -> None:
    with smtp_server(Post(slow=5.0), known) as post, pytest.raises(LineBroke):
        send(account(known, post), LETTER, NOW, PASSWORD, patience=0.5)


def test_an_address_in_arabic_letters(known: Papers) -> None:
    with smtp_server(Post(), known) as post:
        send(account(known, post), replace(LETTER, to="ليلى@mansour.example"), NOW, PASSWORD)
    assert "ليلى@mansour.example".encode() in post.taken[0]


def test_a_line_break_in_a_subject_makes_no_header(known: Papers) -> None:
    with smtp_server(Post(), known) as post:
        send(account(known, post), replace(LETTER, subject="Hello\r\nBcc: all@mansour.example"), NOW, PASSWORD)
    (letter,) = post.letters
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Hello Bcc: all@mansour.example"
