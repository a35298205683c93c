"""Every failure that Maarif tells its user about, each with its message and what to do next.

MaarifError
├── BadInput            what was given cannot be used            (exit code 2)
│   ├── NotRecognised   no source knows this file
│   ├── TwoClaimants    two sources claim the same file
│   ├── UnreadableFile  the file or archive cannot be opened
│   ├── NoSuchPerson    a name or id that leads to nobody
│   ├── AmbiguousPerson a name that leads to several people
│   ├── NoSuchOrigin    an origin that leads to no item
│   ├── NoSuchBatch     a batch that is not there
│   └── BadNeed         a need that cannot be asked
├── HomeTrouble         the home cannot be used                  (exit code 3)
│   ├── NewerHome       written by a newer program: left alone
│   ├── NotAHome        the folder holds something else
│   ├── BusyHome        another command is writing
│   └── DamagedHome     the database cannot be read
└── PostTrouble         a message did not go out                 (exit code 4)
    ├── NotConfirmed    nobody said yes
    ├── AlreadySent     it went before: nothing goes twice
    ├── MaybeSent       the line broke: nobody knows whether it went
    ├── Unreachable     the mail server does not answer
    ├── NotPrivate      no encrypted line to the server
    ├── NoPassword      no password is kept or given
    ├── WrongPassword   the server does not let the owner in
    ├── Refused         the server takes the message or its recipient for wrong
    ├── NotKept         the mailbox does not take a letter
    └── ModelTrouble    the language model gives no usable answer
"""


class MaarifError(Exception):
    """Something the user can act on; the message ends with what to do next."""


class BadInput(MaarifError):
    """What was given cannot be used."""


class NotRecognised(BadInput):
    """No source knows this file."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name}: no source recognises this file. "
            "See docs/sources for what is read and how to export it; nothing of it was taken in."
        )


class TwoClaimants(BadInput):
    """Two sources claim the same file."""

    def __init__(self, name: str, claimants: list[str]) -> None:
        super().__init__(
            f"{name}: claimed by {' and '.join(claimants)}. "
            "Two sources must not recognise one file: remove one of them, or tell its author."
        )


class UnreadableFile(BadInput):
    """The file or archive cannot be opened, or goes past a limit."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: cannot be read ({why}). Check the file and import it again; the rest was taken in.")


class NoSuchPerson(BadInput):
    """A name, address or id that leads to nobody."""

    def __init__(self, who: str) -> None:
        super().__init__(f"Nobody known as {who!r}. Look with: maarif people {who!r}")


class AmbiguousPerson(BadInput):
    """A name that leads to several people."""

    def __init__(self, who: str, people: list[str]) -> None:
        super().__init__(f"{who!r} could be {'; '.join(people)}. Say which one by its id or address.")


class NoSuchOrigin(BadInput):
    """An origin that leads to no item."""

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"No item at {origin!r}. Copy an origin from an answer, such as i12, or from: maarif items --json"
        )


class NoSuchBatch(BadInput):
    """A batch that is not there."""

    def __init__(self, batch: str) -> None:
        super().__init__(f"No import {batch!r}. List them with: maarif imports")


class BadNeed(BadInput):
    """A need that cannot be asked."""


class HomeTrouble(MaarifError):
    """The home cannot be used."""


class NewerHome(HomeTrouble):
    """A home written by a newer program: it is left alone."""

    def __init__(self, path: str, theirs: int, ours: int) -> None:
        super().__init__(
            f"{path} was written by a newer Maarif (schema {theirs}; this program knows {ours}). "
            "Nothing was changed. Update Maarif, or choose another folder with --home."
        )


class NotAHome(HomeTrouble):
    """The folder holds something else."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} is no Maarif home ({why}). Choose another folder with --home.")


class BusyHome(HomeTrouble):
    """Another command is writing to this home."""

    def __init__(self, path: str, seconds: int) -> None:
        super().__init__(
            f"{path} is in use by another Maarif command (waited {seconds} s). Wait until it ends, then try again."
        )


class DamagedHome(HomeTrouble):
    """The database cannot be read."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path} cannot be read: {why}. Put it aside and import your files again into a new --home.")


class PostTrouble(MaarifError):
    """A message did not go out; its words are kept."""


class NotConfirmed(PostTrouble):
    """Nobody said yes to a message that would go out."""

    def __init__(self) -> None:
        super().__init__("Nothing was sent: a message goes out only after your yes. Look at the plan, then confirm.")


class AlreadySent(PostTrouble):
    """The message went before, from here or from another device."""

    def __init__(self, where: str) -> None:
        super().__init__(f"This very message {where}: nothing was sent again. Change its words to write once more.")


class MaybeSent(PostTrouble):
    """The line broke while the message went: nobody knows whether it arrived."""

    def __init__(self, why: str, key: str) -> None:
        super().__init__(
            f"{why}, so it may or may not have gone, and is not sent again by itself. Look into your Sent folder, "
            f"then say: maarif outreach sent {key}, or: maarif outreach unsent {key}"
        )


class Unreachable(PostTrouble):
    """The mail server does not answer."""

    def __init__(self, server: str, why: str) -> None:
        super().__init__(
            f"{server} cannot be reached ({why}). Nothing was sent; your words are kept. Check the network and the "
            "server's name with: maarif account, then try again."
        )


class NotPrivate(PostTrouble):
    """No encrypted line to the server can be made."""

    def __init__(self, server: str, why: str) -> None:
        super().__init__(
            f"No encrypted line to {server} ({why}). Nothing was sent, nor said in the clear. Check port and security "
            "with: maarif account; a server with a certificate of its own needs --certificate."
        )


class NoPassword(PostTrouble):
    """No password is kept or given for a server."""

    def __init__(self, server: str, user: str) -> None:
        super().__init__(
            f"No password of {user} for {server} is known. Nothing was sent. Let your system keep it with: "
            "maarif account --password, or give it in MAARIF_SMTP_PASSWORD."
        )


class WrongPassword(PostTrouble):
    """The server does not let the owner in."""

    def __init__(self, server: str, user: str) -> None:
        super().__init__(
            f"{server} does not let {user} in: user or password is wrong. Nothing was sent. Many providers want a "
            "password made for programs; set it with: maarif account --password"
        )


class NotKept(PostTrouble):
    """The mailbox does not take a letter, or does not do what it is asked."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(
            f"Your mailbox did not {what} ({why}). Your words are kept: try again, or send it another way."
        )


class Refused(PostTrouble):
    """The server takes the message, its sender or its recipient for wrong."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what} was refused ({why}). Nothing was sent; your words are kept. Check the address.")


class ModelTrouble(PostTrouble):
    """The language model that the owner named gives no usable answer."""

    def __init__(self, endpoint: str, why: str) -> None:
        self.why = why
        super().__init__(f"{endpoint}: {why}. The draft stays as it was; check [model] in settings.toml.")
