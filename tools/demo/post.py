"""Letters become mails: headers, quotes, signatures, and the habits of the programs people write with."""

from __future__ import annotations

import base64
import html
import quopri
import re
import textwrap
from datetime import datetime, timedelta
from email.header import Header

from tools.demo import dice
from tools.demo.cast import Actor
from tools.demo.letters import OFFICE, Letter
from tools.demo.words import closing, language

LIST = '"Kanalchor Alle" <alle@kanalchor.example>'
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MAILER = {
    "outlook": "X-Mailer: Microsoft Outlook 16.0",
    "apple": "X-Mailer: Apple Mail (2.3445.104.11)",
    "thunderbird": "User-Agent: Mozilla Thunderbird",
}
_OWNER_CARDS = {
    "quellwerk.example": "Lena Haddad\nVerfahrensingenieurin\nQuellwerk Wassertechnik GmbH",
    "muldemembran.example": "Lena Haddad\nProjektingenieurin\nMulde Membran GmbH",
}


class Mail:
    """One mail of a thread, with what its answers need: address lines, words as shown, identity."""

    def __init__(self, letter: Letter, before: list[Mail]) -> None:
        self.letter, self.before = letter, before
        self.day = letter.at.date().isoformat()
        self.owner_at = _owner_address(letter)
        self.sender = self._party(letter.sender)
        self.to = self._recipients()
        domain = self._address(letter.sender).rpartition("@")[2]
        self.id = f"<{dice.digest(f'{letter.thread}/{letter.place}/{letter.at}')}@{domain}>"
        self.own = letter.text + self._farewell()

    def source(self) -> bytes:
        """The mail as it stands in an mbox, without the line that starts it."""
        plain = self.own + self._signature() + self._quote()
        kind, body = self._body(plain)
        head = [*self._head(), "MIME-Version: 1.0", *kind]
        return ("\n".join(head) + "\n\n").encode("ascii") + body

    def _address(self, actor: Actor) -> str:
        return self.owner_at if actor.key == "lena" else actor.address(self.day)

    def _party(self, actor: Actor) -> str:
        address, name = self._address(actor), actor.name
        if actor.about.get("bare") or dice.number(self.letter.thread + actor.key, 17) == 0:
            return address
        if not name.isascii():
            return f"{Header(name, 'utf-8').encode()} <{address}>"
        return f'"{name}" <{address}>' if "." in name else f"{name} <{address}>"

    def _recipients(self) -> list[str]:
        if "list" in self.letter.settings:
            return [LIST]
        return [self._party(actor) for actor in self.letter.to]

    def _head(self) -> list[str]:
        letter, lines = self.letter, []
        if letter.sender.key != "lena":
            relay = self._address(letter.sender).rpartition("@")[2]
            lines.append(f"Received: from mx.{relay} by mx.posteo.example with ESMTPS; {rfc_date(letter.at)}")
        lines += [f"Date: {rfc_date(letter.at)}", f"From: {self.sender}", *self._addressees()]
        lines += [f"Subject: {_encoded(self._subject())}", f"Message-ID: {self.id}"]
        if self.before:
            lines.append(f"In-Reply-To: {self.before[-1].id}")
            lines.append("References: " + "\n ".join(mail.id for mail in self.before[-6:]))
        return [*lines, *self._marks()]

    def _addressees(self) -> list[str]:
        if len(self.to) < 4 and "cc" not in self.letter.settings:
            return ["To: " + ",\n ".join(self.to)]
        main = 1 if "cc" in self.letter.settings else 2
        return ["To: " + ",\n ".join(self.to[:main]), "Cc: " + ",\n ".join(self.to[main:])]

    def _subject(self) -> str:
        subject = self.letter.subject
        if "list" in self.letter.settings:
            subject = f"[Kanalchor] {subject}"
        if not self.before:
            return subject
        tongue = self.letter.sender.about.get("l", "en") if self.letter.sender.key != "lena" else "en"
        return {"de": "AW: ", "ar": "رد: "}.get(tongue, "Re: ") + subject

    def _marks(self) -> list[str]:
        """The headers of lists and machines, and of the program it was written with."""
        about = self.letter.sender.about
        if "list" in self.letter.settings:
            return [
                "List-Id: Kanalchor Alle <alle.kanalchor.example>",
                "List-Post: <mailto:alle@kanalchor.example>",
                "List-Unsubscribe: <mailto:alle-leave@kanalchor.example>",
                "Precedence: list",
            ]
        if about.get("bulk") == "news":
            leave = "https://" + self._address(self.letter.sender).rpartition("@")[2] + "/abmelden"
            return [f"List-Unsubscribe: <{leave}>", "Precedence: bulk"]
        if about.get("bulk") == "auto":
            return ["Auto-Submitted: auto-generated"]
        mailer = _MAILER.get(about.get("c", "thunderbird" if self.letter.sender.key == "lena" else ""))
        return [mailer] if mailer else []

    def _farewell(self) -> str:
        letter = self.letter
        name = letter.sender.about.get("s") or letter.sender.first
        if letter.sender.about.get("bulk") or _signed(letter.text, name):
            return ""
        return closing(letter, office=self._office())

    def _office(self) -> bool:
        return "t" in self.letter.sender.about or self.owner_at.partition("@")[2] in _OWNER_CARDS

    def _signature(self) -> str:
        sender = self.letter.sender
        if self.before and dice.number(self.id, 3):
            return ""
        if sender.key == "lena":
            card = _OWNER_CARDS.get(self.owner_at.partition("@")[2])
            return f"\n\n-- \n{card}\n{self.owner_at}" if card else ""
        if "t" not in sender.about:
            return ""
        lines = [sender.name, sender.about["t"], sender.about.get("o", sender.firm)]
        phone = [f"Tel. {sender.about['tel']}"] if "tel" in sender.about else []
        return "\n\n-- \n" + "\n".join([*lines, *phone, self._address(sender)])

    def _quote(self) -> str:
        """The mail answered to, as the writer's program would quote it; some quote nothing."""
        if not self.before or dice.number(self.id + "q", 4) == 0:
            return ""
        last, program = self.before[-1], self.letter.sender.about.get("c", "thunderbird")
        if "list" in self.letter.settings:
            program = "thunderbird"
        if program == "outlook":
            return _outlook_head(last, self.letter.sender) + last.own
        quoted = "\n".join(f"> {line}".rstrip() for line in _wrap(last.own, 72).splitlines())
        return f"\n\n{_attribution(last, self.letter.sender, program)}\n{quoted}"

    def _body(self, plain: str) -> tuple[list[str], bytes]:
        about = self.letter.sender.about
        rich = about.get("bulk") == "news" or (
            about.get("c") in ("gmail", "outlook") and dice.number(self.id + "h", 4) == 0
        )
        if about.get("c", "thunderbird") == "thunderbird":
            plain = _wrap(plain, 76)
        if not rich:
            return _part(plain, "plain", self.day)
        mark = "b_" + dice.digest(self.id + "boundary", 20)
        parts = [_part(plain, "plain", self.day), _part(_page(plain), "html", "2026")]
        lines = b"".join(
            f"--{mark}\n".encode() + "\n".join(kind).encode() + b"\n\n" + body + b"\n" for kind, body in parts
        )
        return [f'Content-Type: multipart/alternative; boundary="{mark}"'], lines + f"--{mark}--\n".encode()


def mbox(mails: list[Mail]) -> bytes:
    """One mbox (mboxrd) of all mails, oldest first."""
    pieces = []
    for mail in sorted(mails, key=lambda one: (one.letter.at, one.id)):
        at = mail.letter.at
        stamp = f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at.day:2} {at:%H:%M:%S} {at.year}"
        body = re.sub(rb"^(>*From )", rb">\1", mail.source(), flags=re.MULTILINE)
        pieces.append(f"From {mail.letter.sender.address(mail.day)} {stamp}\n".encode() + body.rstrip(b"\n") + b"\n\n")
    return b"".join(pieces)


def rfc_date(at: datetime) -> str:
    """A local time in Leipzig as RFC 5322 writes it."""
    hours = 2 if is_summer(at) else 1
    return f"{_DAYS[at.weekday()]}, {at.day:02} {_MONTHS[at.month - 1]} {at.year} {at:%H:%M}:00 +0{hours}00"


def is_summer(at: datetime) -> bool:
    """Whether summer time holds in Germany: last Sunday of March to last Sunday of October."""

    def turn(month: int) -> datetime:
        last = datetime(at.year, month, 31)  # noqa: DTZ001
        return last - timedelta(days=(last.weekday() + 1) % 7)

    return turn(3) <= at < turn(10)


def _owner_address(letter: Letter) -> str:
    asked = letter.settings.get("as", "")
    circles = {actor.circle for actor in (letter.sender, *letter.to)}
    if asked == "private" or not circles & set(OFFICE):
        return "lena.haddad@posteo.example"
    day = letter.at.date().isoformat()
    if circles & {"work", "customers"}:
        return "lena.haddad@quellwerk.example" if day >= "2021-09-15" else "lena.haddad@posteo.example"
    return "l.haddad@muldemembran.example" if day < "2021-09-01" else "lena.haddad@posteo.example"


def _signed(text: str, name: str) -> bool:
    """Whether the hand-written text already ends with its writer's name."""
    last = text.rstrip().splitlines()[-1]
    return len(last) < 32 and last.rstrip(".!) ").endswith(name.rstrip(".").split()[-1])


def _encoded(text: str) -> str:
    return text if text.isascii() else Header(text, "utf-8", maxlinelen=70, header_name="Subject").encode()


def _attribution(last: Mail, writer: Actor, program: str) -> str:
    at, name, address = last.letter.at, last.letter.sender.name, last._address(last.letter.sender)
    tongue = writer.about.get("l", "en") if writer.key != "lena" else language(last.letter.text)
    if tongue == "ar":
        return f"في {at:%d/%m/%Y} {at:%H:%M}، كتب {name} <{address}>:"
    if tongue == "de":
        who = name if program == "thunderbird" else f"{name} <{address}>"
        return f"Am {at:%d.%m.%Y} um {at:%H:%M} schrieb {who}:"
    if program == "apple":
        return f"On {at.day}. {_MONTHS[at.month - 1]} {at.year}, at {at:%H:%M}, {name} <{address}> wrote:"
    day = f"{_DAYS[at.weekday()]}, {_MONTHS[at.month - 1]} {at.day}, {at.year}"
    return f"On {day} at {at:%H:%M} {name} <{address}> wrote:"


def _outlook_head(last: Mail, writer: Actor) -> str:
    at, sender, subject = last.letter.at, last.letter.sender, last.letter.subject
    to = "; ".join(actor.name for actor in last.letter.to)
    if writer.about.get("l") == "de":
        return (
            f"\n\nVon: {sender.name} <{last._address(sender)}>\nGesendet: {at:%d.%m.%Y %H:%M}\nAn: {to}\n"
            f"Betreff: {subject}\n\n"
        )
    return (
        f"\n\n-----Original Message-----\nFrom: {sender.name} <{last._address(sender)}>\n"
        f"Sent: {at:%d/%m/%Y %H:%M}\nTo: {to}\nSubject: {subject}\n\n"
    )


def _wrap(text: str, width: int) -> str:
    return "\n".join(
        line if len(line) <= width or line.startswith(">") else textwrap.fill(line, width, break_long_words=False)
        for line in text.splitlines()
    )


def _page(plain: str) -> str:
    own, _, quoted = plain.partition("\n\n> ")
    blocks = [f"<p>{html.escape(block, quote=False).replace(chr(10), '<br>')}</p>" for block in own.split("\n\n")]
    if quoted:
        lines = "<br>".join(html.escape(line.lstrip("> ")) for line in quoted.splitlines())
        blocks.append(f'<blockquote type="cite">{lines}</blockquote>')
    return "<html><body>\n" + "\n".join(blocks) + "\n</body></html>"


def _part(text: str, kind: str, day: str) -> tuple[list[str], bytes]:
    """Content headers and body: old mails in Latin-1, Arabic in base64, long lines quoted-printable."""
    charset = "utf-8"
    if "2018" <= day < "2020-07" and not text.isascii():
        charset = "iso-8859-1" if _fits(text, "iso-8859-1") else "utf-8"
    data, head = text.encode(charset), f"Content-Type: text/{kind}; charset={charset}"
    if language(text) == "ar":
        return [head, "Content-Transfer-Encoding: base64"], base64.encodebytes(data)
    if charset != "utf-8" or max(len(line) for line in data.split(b"\n")) > 500:
        return [head, "Content-Transfer-Encoding: quoted-printable"], quopri.encodestring(data)
    return [head, "Content-Transfer-Encoding: 8bit"], data


def _fits(text: str, charset: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
