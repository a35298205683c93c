"""Real mail servers on this machine, for one test each: aiosmtpd for SMTP, dovecot for IMAP, both with TLS."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import Message
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Literal

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from maarif.domain.posting import MailAccount, Server

OWNER, PASSWORD = "nora.lindqvist@deltaworks.example", "three small boats"
#: The password that the IMAP server knows (its configuration has no place for spaces).
IMAP_PASSWORD = PASSWORD.replace(" ", "_")
_DOVECOT = shutil.which("dovecot") or ("/usr/sbin/dovecot" if Path("/usr/sbin/dovecot").exists() else None)


@dataclass(frozen=True)
class Papers:
    """A certificate of our own for 127.0.0.1, and its key, as PEM files."""

    certificate: Path
    key: Path


def papers(folder: Path) -> Papers:
    """Make a certificate that nobody but these tests trusts."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    found = Papers(folder / "cert.pem", folder / "key.pem")
    found.certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    found.key.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return found


# -- SMTP ---------------------------------------------------------------------------------------------


@dataclass
class Post:
    """What an SMTP server took, and how it behaves: whom it refuses, what it says to DATA, whether it hangs up."""

    taken: list[bytes] = field(default_factory=list)
    refused: frozenset[str] = frozenset()
    answer: str = "250 taken"
    hang_up: Literal["", "before", "after"] = ""
    slow: float = 0.0
    port: int = 0

    @property
    def letters(self) -> list[Message]:
        return [message_from_bytes(each) for each in self.taken]

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _: Session, envelope: Envelope
    ) -> str:
        import asyncio

        if self.hang_up == "after":  # the letter is taken, and nobody hears of it
            self.taken.append(envelope.content or b"")
            server.transport.close()
            return "421 gone"
        if self.slow:
            await asyncio.sleep(self.slow)
        if self.answer.startswith("250"):
            self.taken.append(envelope.content or b"")
        return self.answer


def _authenticate(_: SMTP, __: Session, ___: Envelope, ____: str, said: Any) -> AuthResult:
    known = isinstance(said, LoginPassword) and (said.login, said.password) == (OWNER.encode(), PASSWORD.encode())
    return AuthResult(success=known, handled=False)


@contextmanager
def smtp_server(post: Post, known: Papers, security: str = "starttls") -> Iterator[Post]:
    """An SMTP server on loopback that wants TLS, then a password."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(known.certificate, known.key)
    settings: dict[str, Any] = {"authenticator": _authenticate, "auth_required": True, "enable_SMTPUTF8": True}
    if security == "starttls":
        settings |= {"tls_context": context, "require_starttls": True}
    elif security == "tls":
        settings |= {"ssl_context": context, "auth_require_tls": False}
    else:
        settings |= {"auth_require_tls": False}
    controller = Controller(post, hostname="127.0.0.1", port=free_port(), **settings)
    controller.start()
    post.port = controller.port
    try:
        yield post
    finally:
        controller.stop(no_assert=True)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


# -- IMAP ---------------------------------------------------------------------------------------------

_CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {run}
log_path = {folder}/dovecot.log
default_internal_user = {internal}
default_internal_group = {group}
default_login_user = {login}
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
ssl = required
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = yes
passdb {{
  driver = static
  args = user={owner} password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
  mailbox Entwürfe {{
    auto = create
    special_use = \\Drafts
  }}
  mailbox "Sent Items" {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


@dataclass(frozen=True)
class Box:
    """A running IMAP server: its ports, and where its mails lie."""

    tls: int
    starttls: int
    mails: Path

    def letters(self, folder: str) -> list[Message]:
        """What lies in a folder, as it is on the disk."""
        files = [path for part in ("cur", "new") for path in sorted((self.mails / f".{folder}" / part).glob("*"))]
        return [message_from_bytes(path.read_bytes()) for path in files]


@contextmanager
def imap_server(known: Papers) -> Iterator[Box]:
    """A dovecot on loopback with one user; skips the test where it is not installed, but not where CI runs."""
    if _DOVECOT is None:
        if os.environ.get("CI"):
            pytest.fail("dovecot is not installed: apt-get install dovecot-imapd")
        pytest.skip("dovecot is not installed: apt-get install dovecot-imapd")
    # A folder of its own, since the names of sockets may have 100 characters at most, and since pytest closes its
    # folders to the user as whom the mail process runs.
    folder = Path(tempfile.mkdtemp(prefix="dovecot"))
    ports = (free_port(), free_port())
    configuration = folder / "dovecot.conf"
    configuration.write_text(_configuration(folder, known, ports))
    running = subprocess.Popen([_DOVECOT, "-F", "-c", str(configuration)], stderr=subprocess.PIPE)
    try:
        _wait(ports[0], running, folder / "dovecot.log")
        yield Box(*ports, folder / "mail" / OWNER)
    finally:
        running.terminate()
        running.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _configuration(folder: Path, known: Papers, ports: tuple[int, int]) -> str:
    """Everything runs as whoever runs the tests; where that is root, as the users that the package made."""
    root, me = os.geteuid() == 0, getpass.getuser()
    uid, gid = (65534, 65534) if root else (os.getuid(), os.getgid())
    for name in ("run", "mail", "home"):
        (folder / name).mkdir()
    if root:
        folder.chmod(0o711)
        for name in ("mail", "home"):
            os.chown(folder / name, uid, gid)
    return _CONFIGURATION.format(
        run=folder / "run", folder=folder, internal="dovecot" if root else me, group="dovecot" if root else _group(gid),
        login="dovenull" if root else me, certificate=known.certificate, key=known.key, owner=OWNER,
        password=IMAP_PASSWORD, uid=uid, gid=gid, tls=ports[0], starttls=ports[1],
    )  # fmt: skip


def _group(gid: int) -> str:
    import grp

    return grp.getgrgid(gid).gr_name


def _wait(port: int, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(900):
        if running.poll() is not None:
            said = running.stderr.read().decode() if running.stderr else ""
            pytest.fail(f"dovecot did not start: {said}{log.read_text() if log.exists() else ''}")
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("dovecot does not listen")


def account(
    known: Papers, post: Post | None = None, box: Box | None = None, security: Literal["tls", "starttls"] = "starttls"
) -> MailAccount:
    """The owner's account with these servers."""
    smtp = Server("127.0.0.1", post.port, security, OWNER) if post else None
    imap = Server("127.0.0.1", box.tls if security == "tls" else box.starttls, security, OWNER) if box else None
    return MailAccount(OWNER, "Nora Lindqvist", smtp, imap, str(known.certificate))
