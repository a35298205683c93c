"""Who may open the pages of a home: the owner's password and passkeys, and the browsers that are logged in."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Any

from maarif.app.home import Home
from maarif.domain.errors import BadInput

FILE = "access.json"
DAY = 86_400

#: A browser that was away for longer must log in again.
SESSION_LIVES = 30 * DAY

#: How old the last sign of a session may get before it is written down again.
_FRESH = 3600

#: The shortest password, in characters: length helps more than odd signs do (NIST SP 800-63B asks for 8).
SHORTEST = 10


@dataclass(frozen=True, slots=True)
class Passkey:
    """A public key that a device of the owner's answers for; `id`, `key` and `user` in base64url."""

    id: str
    key: str
    count: int
    name: str
    since: int


class Access:
    """The door of one home, kept in a file of its own that only the owner can read; no secret stands in it plainly."""

    def __init__(self, home: Home) -> None:
        self._path: Path = home.path / FILE
        self._clock = home.clock
        self._said: dict[str, Any] = _read(self._path)

    # -- sessions ---------------------------------------------------------------------------------------------------

    def begin_session(self) -> str:
        """Let a browser in; gives the secret that its cookie carries. Old sessions are forgotten."""
        secret, now = secrets.token_urlsafe(32), self._clock()
        sessions = {key: seen for key, seen in self._sessions().items() if now - seen < SESSION_LIVES}
        self._keep(sessions={**sessions, _digest(secret): now})
        return secret

    def knows_session(self, secret: str) -> bool:
        """Whether a browser with this secret is logged in."""
        key, now = _digest(secret), self._clock()
        seen = self._sessions().get(key)
        if seen is None or now - seen >= SESSION_LIVES:
            return False
        if now - seen > _FRESH:
            self._keep(sessions={**self._sessions(), key: now})
        return True

    def end_session(self, secret: str) -> None:
        """Log one browser out."""
        self._keep(sessions={key: seen for key, seen in self._sessions().items() if key != _digest(secret)})

    def end_all_sessions(self) -> None:
        """Log every browser out."""
        self._keep(sessions={})

    def _sessions(self) -> dict[str, int]:
        return dict(self._said.get("sessions", {}))

    # -- password ---------------------------------------------------------------------------------------------------

    @property
    def has_password(self) -> bool:
        """Whether a password was set."""
        return bool(self._said.get("password"))

    @property
    def is_lockable(self) -> bool:
        """Whether there is anything to log in with."""
        return self.has_password or bool(self.passkeys())

    def set_password(self, password: str, keep: str = "") -> None:
        """Keep a new password, hashed with argon2id; every browser but that of the session `keep` must log in again.
        Raises BadInput."""
        from argon2 import PasswordHasher

        if len(password) < SHORTEST:
            raise BadInput(f"A password needs at least {SHORTEST} characters. Take four words of your own.")
        kept = {key: seen for key, seen in self._sessions().items() if key == _digest(keep)}
        self._keep(password=PasswordHasher().hash(password), sessions=kept)

    def is_password(self, given: str) -> bool:
        """Whether this is the password; takes about 50 ms by design."""
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return PasswordHasher().verify(str(self._said.get("password", "")), given)
        except (VerificationError, InvalidHashError):
            return False

    # -- passkeys ---------------------------------------------------------------------------------------------------

    def passkeys(self) -> list[Passkey]:
        """The passkeys there are."""
        return [Passkey(**each) for each in self._said.get("passkeys", [])]

    def keep_passkey(self, passkey: Passkey) -> None:
        """Add a passkey, or its new count of uses."""
        others = [each for each in self.passkeys() if each.id != passkey.id]
        self._keep(passkeys=[_plain(each) for each in [*others, passkey]])

    def drop_passkey(self, key_id: str) -> None:
        """Forget a passkey."""
        self._keep(passkeys=[_plain(each) for each in self.passkeys() if each.id != key_id])

    # -- the file ---------------------------------------------------------------------------------------------------

    def _keep(self, **changed: Any) -> None:
        self._said = _read(self._path) | changed
        fresh = self._path.with_suffix(".new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._said, file)
        fresh.replace(self._path)


def new_token() -> str:
    """A secret for the address that opens the pages: 192 bits."""
    return secrets.token_urlsafe(24)


def is_token(given: str, token: str) -> bool:
    """Whether a given secret is the one; takes the same time wherever they differ."""
    return compare_digest(given.encode(), token.encode())


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _plain(passkey: Passkey) -> dict[str, Any]:
    return {name: getattr(passkey, name) for name in Passkey.__slots__}


def _read(path: Path) -> dict[str, Any]:
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
