"""The owner's mailbox on its server: a letter put into Drafts or Sent, found there by its Message-ID, taken out."""

from __future__ import annotations

import imaplib
import re
from collections.abc import Sequence
from types import TracebackType

from maarif.domain.errors import NotKept, NotPrivate, Unreachable, WrongPassword
from maarif.domain.posting import Letter, MailAccount, Server
from maarif.post import lines
from maarif.post.letters import as_bytes

#: What the folders are called where the server does not say which they are (RFC 6154), in modified UTF-7.
_DRAFTS = ("drafts", "draft", "entw&apw-rfe", "brouillons", "borradores", "&bicgrazfbjmgsayvbicgkg-")
_SENT = ("sent", "sent items", "sent messages", "gesendet", "gesendete elemente", "gesendete objekte")
_LISTED = re.compile(
    rb'\((?P<flags>[^()]*)\) (?:"(?P<between>[^"]*)"|NIL) (?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>\S+))'
)


class Mailbox:
    """One visit to a mailbox; a context that begins with the login and ends with the logout."""

    def __init__(self, account: MailAccount, password: str, patience: float | None = None) -> None:
        """Log in over TLS. Raises Unreachable, NotPrivate, WrongPassword."""
        if account.imap is None:
            raise Unreachable("your mailbox", "none is set")
        self._account = account
        self._server = account.imap
        self._line = _connect(self._server, account.certificate, lines.PATIENCE if patience is None else patience)
        try:
            with lines.reaching(self._server):
                self._line.login(self._server.user, password)
        except imaplib.IMAP4.abort as error:
            raise Unreachable(self._name, "it hung up") from error
        except imaplib.IMAP4.error as error:
            self._line.shutdown()
            raise WrongPassword(self._name, self._server.user) from error

    @property
    def _name(self) -> str:
        return f"{self._server.host}:{self._server.port}"

    def __enter__(self) -> Mailbox:
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        try:
            self._line.logout()
        except (imaplib.IMAP4.error, OSError):
            self._line.shutdown()

    def save_draft(self, letter: Letter, at: int) -> bool:
        """Put a letter into Drafts; false where it lies there already."""
        return self._put(self.drafts, letter, at, r"(\Draft \Seen)")

    def keep_sent(self, letter: Letter, at: int) -> bool:
        """Put a letter that went into Sent; false where the server or another device did so already."""
        return self._put(self.sent, letter, at, r"(\Seen)")

    def was_sent(self, message_id: str) -> bool:
        """Whether a letter lies in Sent, whichever device sent it."""
        return bool(self._find(self.sent, message_id))

    def take_from_drafts(self, message_id: str) -> bool:
        """Take a letter that went out of Drafts; false where it is not there. Nothing else is touched."""
        with lines.reaching(self._server):
            found = self._find(self.drafts, message_id, writing=True)
            for uid in found:
                self._ask("STORE", uid, "+FLAGS.SILENT", r"(\Deleted)")
            _, known = self._line.capability()  # what it can is said anew after the login
            if found and "UIDPLUS" in _words(known).upper().split():
                self._ask("EXPUNGE", ",".join(found))
            return bool(found)

    @property
    def drafts(self) -> str:
        """The folder for drafts; made where there is none."""
        return self._account.drafts or self._folder(rb"\drafts", _DRAFTS, "Drafts")

    @property
    def sent(self) -> str:
        """The folder of what was sent; made where there is none."""
        return self._account.sent or self._folder(rb"\sent", _SENT, "Sent")

    def _put(self, folder: str, letter: Letter, at: int, flags: str) -> bool:
        with lines.reaching(self._server):
            if self._find(folder, letter.message_id):
                return False
            kept, said = self._line.append(_quoted(folder), flags, imaplib.Time2Internaldate(at), as_bytes(letter, at))
            if kept != "OK":
                raise NotKept(f"take the letter into {folder}", _words(said))
            return True

    def _find(self, folder: str, message_id: str, writing: bool = False) -> list[str]:
        with lines.reaching(self._server):
            opened, _ = self._line.select(_quoted(folder), readonly=not writing)
            if opened != "OK":
                return []
            found = self._ask("SEARCH", "UNDELETED", "HEADER", "Message-ID", _quoted(f"<{message_id}>"))
            return found[0].decode().split() if found and found[0] else []

    def _ask(self, *words: str) -> list[bytes]:
        try:
            answer, said = self._line.uid(*words)
        except imaplib.IMAP4.abort as error:
            raise Unreachable(self._name, "it hung up") from error
        if answer != "OK":
            raise NotKept("answer", _words(said))
        return [each for each in said if isinstance(each, bytes)]

    def _folder(self, use: bytes, names: tuple[str, ...], fallback: str) -> str:
        """The folder the server marks for a use, else one of a known name, else a new one."""
        with lines.reaching(self._server):
            _, listed = self._line.list()
            folders = [match for each in listed if isinstance(each, bytes) and (match := _LISTED.match(each))]
            for match in folders:
                if use in match["flags"].lower().split():
                    return _name_of(match)
            for match in folders:
                name, between = _name_of(match), (match["between"] or b"/").decode()
                if name.rpartition(between)[2].lower() in names:
                    return name
            self._line.create(_quoted(fallback))
            return fallback


def _connect(server: Server, certificate: str, patience: float) -> imaplib.IMAP4:
    trust = lines.trust(certificate)
    with lines.reaching(server):
        try:
            if server.security == "tls":
                return imaplib.IMAP4_SSL(server.host, server.port, ssl_context=trust, timeout=patience)
            line = imaplib.IMAP4(server.host, server.port, timeout=patience)
            try:
                line.starttls(trust)
            except imaplib.IMAP4.error as error:
                line.shutdown()
                raise NotPrivate(f"{server.host}:{server.port}", "it offers no STARTTLS") from error
            return line
        except imaplib.IMAP4.error as error:
            raise Unreachable(f"{server.host}:{server.port}", str(error)) from error


def _name_of(match: re.Match[bytes]) -> str:
    if match["bare"] is not None:
        return match["bare"].decode("ascii", "replace")
    return re.sub(rb"\\(.)", rb"\1", match["quoted"]).decode("ascii", "replace")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _words(said: Sequence[object]) -> str:
    return " ".join(each.decode("utf-8", "replace") if isinstance(each, bytes) else str(each) for each in said)
