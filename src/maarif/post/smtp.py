"""Sends one letter through the owner's server, over TLS, and tells what became of it."""

from __future__ import annotations

import smtplib

from maarif.domain.errors import NotPrivate, Refused, Unreachable, WrongPassword
from maarif.domain.posting import Letter, MailAccount, Server
from maarif.post import lines
from maarif.post.letters import as_bytes, is_ascii


class LineBroke(Exception):
    """The line broke after the words went and before the server said that it has them."""


def send(account: MailAccount, letter: Letter, at: int, password: str, patience: float | None = None) -> str:
    """Send one letter, dated `at`; returns what the server said when it took it.

    Raises Unreachable, NotPrivate, WrongPassword, Refused where nothing went, and LineBroke where nobody can know.
    """
    server = account.smtp
    if server is None:
        raise Unreachable("your mail server", "none is set")
    with lines.reaching(server):
        try:
            line = _connect(server, account.certificate, lines.PATIENCE if patience is None else patience)
        except smtplib.SMTPException as error:
            raise Unreachable(f"{server.host}:{server.port}", _said(error)) from error
    try:
        _begin(line, server, letter, password)
        return _hand_over(line, as_bytes(letter, at))
    finally:
        line.close()


def _connect(server: Server, certificate: str, patience: float) -> smtplib.SMTP:
    trust = lines.trust(certificate)
    if server.security == "tls":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=trust)
    line = smtplib.SMTP(server.host, server.port, timeout=patience)
    try:
        line.starttls(context=trust)
    except smtplib.SMTPNotSupportedError as error:
        line.close()
        raise NotPrivate(f"{server.host}:{server.port}", "it offers no STARTTLS") from error
    except BaseException:
        line.close()
        raise
    return line


def _begin(line: smtplib.SMTP, server: Server, letter: Letter, password: str) -> None:
    """All that comes before the words: who sends, and to whom."""
    name = f"{server.host}:{server.port}"
    with lines.reaching(server):
        try:
            line.ehlo_or_helo_if_needed()
            if server.user:
                line.login(server.user, password)
            _say(line.mail(letter.sender, _options(line, letter)), f"Your address {letter.sender}")
            _say(line.rcpt(letter.to), f"The recipient {letter.to}")
        except smtplib.SMTPAuthenticationError as error:
            raise WrongPassword(name, server.user) from error
        except smtplib.SMTPNotSupportedError as error:
            raise Refused("The message", _said(error)) from error
        except smtplib.SMTPServerDisconnected as error:
            raise Unreachable(name, "it hung up") from error
        except smtplib.SMTPException as error:
            raise Refused("The message", _said(error)) from error


def _options(line: smtplib.SMTP, letter: Letter) -> list[str]:
    if is_ascii(letter):
        return []
    if not line.has_extn("smtputf8"):
        raise Refused(f"The address {letter.to}", "the server knows addresses in Latin letters only")
    return ["SMTPUTF8"]


def _say(answer: tuple[int, bytes], what: str) -> None:
    code, said = answer
    if code >= 300:
        raise Refused(what, f"{code} {said.decode('utf-8', 'replace')}")


def _hand_over(line: smtplib.SMTP, mail: bytes) -> str:
    """The words themselves: until DATA is answered they have not gone, until the dot is answered nobody knows."""
    begun = False
    try:
        code, said = line.docmd("DATA")
        _say_ready(code, said)
        begun = True
        line.send(_dotted(mail))
        code, said = line.getreply()
    except (smtplib.SMTPException, OSError) as error:
        if begun:
            raise LineBroke(_said(error)) from error
        raise Unreachable("The mail server", f"it hung up: {_said(error)}") from error
    if code != 250:
        raise Refused("The message", f"{code} {said.decode('utf-8', 'replace')}")
    return said.decode("utf-8", "replace")


def _say_ready(code: int, said: bytes) -> None:
    if code != 354:
        raise Refused("The message", f"{code} {said.decode('utf-8', 'replace')}")


def _dotted(mail: bytes) -> bytes:
    """The mail with its end marked, and dots doubled that would mark it too early (RFC 5321, 4.5.2)."""
    body = mail if mail.endswith(b"\r\n") else mail + b"\r\n"
    if body.startswith(b"."):
        body = b"." + body
    return body.replace(b"\r\n.", b"\r\n..") + b".\r\n"


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        return f"{error.smtp_code} {words}"
    return str(error) or type(error).__name__
