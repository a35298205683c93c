"""Where the owner's mail goes out: the table `[mail]` of the settings; passwords stand in the system's keyring."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Literal, TypeAlias

from maarif.app.home import Home
from maarif.domain.errors import BadInput, NoPassword
from maarif.domain.posting import MailAccount, Server

#: Gives the password of a server: asked of the owner, or kept by the system.
Passwords: TypeAlias = Callable[[Server], str]

_FILE = "settings.toml"
_KEYRING = "maarif"
_TABLE = re.compile(r"^\[mail\][^\n]*\n(?:(?!\[)[^\n]*(?:\n|$))*", re.MULTILINE)
_PORTS: dict[tuple[str, str], int] = {
    ("smtp", "tls"): 465, ("smtp", "starttls"): 587, ("imap", "tls"): 993, ("imap", "starttls"): 143,
}  # fmt: skip


def account_of(home: Home) -> MailAccount | None:
    """The owner's mail account; None where none is set. Raises BadInput where its table cannot be read."""
    path = home.path / _FILE
    try:
        said = tomllib.loads(path.read_text("utf-8")).get("mail") if path.exists() else None
    except ValueError as error:
        raise BadInput(f"{path} cannot be read ({error}). Mend it, or set your account with: maarif account") from error
    if not isinstance(said, dict) or not said.get("address"):
        return None
    words = {name: str(said.get(name, "")) for name in ("address", "name", "certificate", "drafts", "sent")}
    return MailAccount(smtp=_server(said, "smtp"), imap=_server(said, "imap"), **words)


def _server(said: dict[str, Any], kind: str) -> Server | None:
    if not said.get(f"{kind}_host"):
        return None
    port = said.get(f"{kind}_port", 0)
    return server_at(
        kind, str(said[f"{kind}_host"]), str(said.get(f"{kind}_security", "tls")),
        port if isinstance(port, int) else 0, str(said.get(f"{kind}_user") or said["address"]),
    )  # fmt: skip


def server_at(kind: str, host: str, security: str, port: int, user: str) -> Server:
    """A server with the usual port where none (0) is given. Raises BadInput for what is neither tls nor starttls."""
    known: Literal["tls", "starttls"] | None = next((each for each in ("tls", "starttls") if each == security), None)
    if known is None or not 0 <= port < 65_536:
        raise BadInput(f"{security!r} on port {port} is no encrypted line. Security is tls or starttls.")
    return Server(host, port or _PORTS[kind, known], known, user)


def set_account(home: Home, account: MailAccount) -> None:
    """Keep the account in the home's settings, whatever else stands there; no password goes in."""
    if "@" not in account.address:
        raise BadInput(f"{account.address!r} is no mail address. Write it as: maarif account you@mail.example")
    lines = [
        "[mail]",
        *(f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in _said(account) if value),
    ]
    path = home.path / _FILE
    before = path.read_text("utf-8") if path.exists() else ""
    rest = _TABLE.sub("", before).rstrip("\n")
    fresh = path.with_suffix(".mail")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write("\n".join([*([rest, ""] if rest else []), *lines]) + "\n")
    fresh.replace(path)


def change_account(home: Home, address: str, **chosen: Any) -> MailAccount:
    """Change what is named of the account and keep the rest; another address is another account. Raises BadInput."""
    known = account_of(home)
    before = known if known is not None and known.address == address else MailAccount(address)
    changed = replace(before, **chosen)
    set_account(home, changed)
    return changed


def _said(account: MailAccount) -> list[tuple[str, str | int]]:
    words: list[tuple[str, str | int]] = [("address", account.address), ("name", account.name)]
    for kind, server in (("smtp", account.smtp), ("imap", account.imap)):
        if server is not None:
            words += [(f"{kind}_host", server.host), (f"{kind}_port", server.port)]
            words += [(f"{kind}_security", server.security), (f"{kind}_user", server.user)]
    return [*words, ("certificate", account.certificate), ("drafts", account.drafts), ("sent", account.sent)]


def kept_password(server: Server) -> str:
    """The password that the system keeps for a server. Raises NoPassword where it keeps none."""
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(_KEYRING, _name(server))
    except KeyringError:
        found = None
    if not found:
        raise NoPassword(f"{server.host}:{server.port}", server.user)
    return found


def keep_password(server: Server, password: str) -> bool:
    """Let the system keep a password; false where it has no place for secrets, so that it is asked each time."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(_KEYRING, _name(server), password)
    except KeyringError:
        return False
    return True


def _name(server: Server) -> str:
    return f"{server.user}@{server.host}"
