"""A letter as the bytes of a mail, and as links that open the owner's own programs."""

from __future__ import annotations

from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import quote

from maarif.domain.posting import Letter

#: Longer links are cut by some programs (2,083 characters was the limit of old browsers and is that of Windows' shell).
MAILTO_LIMIT = 2000

#: Everything but addresses in seven bits: no relay on the way has to recode it, and no signature breaks.
_POLICY = SMTP.clone(cte_type="7bit", utf8=False)
_POLICY_UTF8 = SMTP.clone(cte_type="7bit", utf8=True)


def as_bytes(letter: Letter, at: int, draft: bool = False) -> bytes:
    """The letter as a mail (RFC 5322), dated `at` (Unix seconds).

    `draft` marks it for mail programs as not yet sent (X-Unsent), so that an `.eml` opens for writing.
    """
    mail = EmailMessage(policy=_POLICY if is_ascii(letter) else _POLICY_UTF8)
    mail["From"] = _address(letter.sender_name, letter.sender)
    mail["To"] = _address(letter.to_name, letter.to)
    mail["Subject"] = _one_line(letter.subject)
    mail["Date"] = format_datetime(datetime.fromtimestamp(at, UTC))
    mail["Message-ID"] = f"<{letter.message_id}>"
    if letter.reply_to:
        mail["In-Reply-To"] = f"<{letter.reply_to}>"
        known = dict.fromkeys(each for each in (letter.thread, letter.reply_to) if each)
        mail["References"] = " ".join(f"<{each}>" for each in known)
    if draft:
        mail["X-Unsent"] = "1"
    mail.set_content(letter.body.rstrip("\n") + "\n")
    return mail.as_bytes()


def is_ascii(letter: Letter) -> bool:
    """Whether both addresses can be written without SMTPUTF8 (RFC 6531)."""
    return letter.sender.isascii() and letter.to.isascii()


def _address(name: str, address: str) -> Address:
    local, _, domain = address.rpartition("@")
    return Address(_one_line(name), local, domain)


def _one_line(text: str) -> str:
    """Text for a header: a line break in it would begin another header."""
    return " ".join(text.split())


def mailto(letter: Letter) -> str:
    """A link that opens the owner's mail program with the letter in it (RFC 6068)."""
    body = letter.body.replace("\r\n", "\n").replace("\n", "\r\n")
    link = f"mailto:{quote(letter.to, safe='@')}?subject={quote(_one_line(letter.subject))}&body={quote(body)}"
    return f"{link}&in-reply-to={quote(f'<{letter.reply_to}>')}" if letter.reply_to else link


def whatsapp(phone: str, text: str) -> str:
    """A link that opens a chat with a phone number (E.164) and the words in its entry field."""
    return f"https://wa.me/{phone.lstrip('+')}?text={quote(text)}"


def telegram(account: str, text: str) -> str:
    """A link that opens a chat with an account name or a phone number (E.164), and the words in its entry field."""
    return f"https://t.me/{quote(account, safe='+')}?text={quote(text)}"
