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
└── HomeTrouble         the home cannot be used                  (exit code 3)
    ├── NewerHome       written by a newer program: left alone
    ├── NotAHome        the folder holds something else
    ├── BusyHome        another command is writing
    └── DamagedHome     the database cannot be read
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
