"""The command that says through what mail goes out: account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.domain.errors import BadInput
from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_record, say

if TYPE_CHECKING:
    from maarif.domain.posting import MailAccount

ServerOption = typer.Option(metavar="HOST[:PORT]")


def account(
    address: Annotated[str | None, typer.Argument(metavar="ADDRESS", help="Your mail address.")] = None,
    name: Annotated[str, typer.Option("--name", metavar="NAME", help="Your name, as your letters bear it.")] = "",
    smtp: Annotated[str, typer.Option("--smtp", metavar="HOST[:PORT]", help="The server that sends.")] = "",
    imap: Annotated[str, typer.Option("--imap", metavar="HOST[:PORT]", help="The server of your mailbox.")] = "",
    security: Annotated[
        str, typer.Option("--security", metavar="KIND", help="tls, or starttls; never in the clear.")
    ] = "tls",
    user: Annotated[str, typer.Option("--user", metavar="USER", help="Your user name, where it is no address.")] = "",
    certificate: Annotated[
        str, typer.Option("--certificate", metavar="PEM", help="A certificate to trust, for a server of your own.")
    ] = "",
    drafts: Annotated[str, typer.Option("--drafts", metavar="FOLDER", help="Where drafts go.")] = "",
    sent: Annotated[str, typer.Option("--sent", metavar="FOLDER", help="Where sent letters are kept.")] = "",
    password: Annotated[bool, typer.Option("--password", help="Ask for the password; the keyring keeps it.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Show or set through what your mail goes out; what you leave out stays as it is.

    Passwords are kept by your system's keyring, or asked for each time; never in a file.

    \b
    Example:
      maarif account you@mail.example --smtp mail.example --imap mail.example --password
    """
    from maarif.app import accounts

    words = {"name": name, "certificate": certificate, "drafts": drafts, "sent": sent}
    chosen: dict[str, Any] = {key: value for key, value in words.items() if value}
    with opened(home) as open_home:
        known = accounts.account_of(open_home)
        whose = address or (known.address if known else "")
        for kind, host in (("smtp", smtp), ("imap", imap)):
            if host:
                said, port = _host(host)
                chosen[kind] = accounts.server_at(kind, said, security, port, user or whose)
        if address is not None or chosen:
            accounts.change_account(open_home, whose, **chosen)
        found = accounts.account_of(open_home)
    if found is not None and password:
        _keep_password(found)
    _tell_account(found, json)


def _host(said: str) -> tuple[str, int]:
    host, colon, port = said.partition(":")
    if colon and not port.isdigit():
        raise BadInput(f"{said!r} is no server. Write it as mail.example or mail.example:587")
    return host, int(port or 0)


def _keep_password(account: MailAccount) -> None:
    from maarif.app import accounts

    servers = [server for server in (account.smtp, account.imap) if server is not None]
    asked = typer.prompt("Password", hide_input=True, err=True) if servers else ""
    if not all(accounts.keep_password(server, asked) for server in servers):
        say("Your system keeps no secrets here: the password is asked for each time.")


def _tell_account(account: MailAccount | None, json: bool) -> None:
    if json:
        print_record(_account_shape(account))
    elif account is None:
        say("No account is set. Set it with: maarif account you@mail.example --smtp mail.example --imap mail.example")
    else:
        for kind, server in (("sends through", account.smtp), ("mailbox at", account.imap)):
            if server is not None:
                say(f"{account.address} {kind} {server.host}:{server.port}, {server.security}, as {server.user}")


def _account_shape(account: MailAccount | None) -> Any:
    from dataclasses import asdict

    return asdict(account) if account is not None else None
