"""Archives, told by their content: what is in them comes out, or a Defect where it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, TypeAlias

from maarif.domain.blobs import Blob
from maarif.domain.errors import UnreadableFile
from maarif.domain.items import Defect
from maarif.files.blobs import defect
from maarif.files.damage import BROKEN, in_words
from maarif.files.limits import STANDARD, Budget, LimitError, Limits
from maarif.files.streams import SQUEEZED, read_squeezed
from maarif.files.tars import is_tar, read_tar
from maarif.files.zips import is_document, read_zip

Kind: TypeAlias = Literal["zip", "tar", "squeezed"]
Reader: TypeAlias = Callable[[Blob, Budget], Iterator[Blob | Defect]]

READERS: dict[Kind, Reader] = {"zip": read_zip, "tar": read_tar, "squeezed": read_squeezed}

#: A zip file begins with a member, or, where it has none, with its end.
ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def archive_kind(head: bytes) -> Kind | None:
    """Tell an archive by its first bytes; None for all else, and for documents that are zip files inside."""
    if head.startswith(ZIP):
        return None if is_document(head) else "zip"
    if head.startswith(SQUEEZED):
        return "squeezed"
    return "tar" if is_tar(head) else None


def unpack(
    blob: Blob, limits: Limits = STANDARD, outer: Budget | None = None, depth: int = 0
) -> Iterator[Blob | Defect]:
    """Yield the blob itself, or all that is in it where it is an archive, archives within it included.

    Members are named `archive!member`. Where an archive turns out to be damaged or past a limit, what was
    whole before has been yielded, and a Defect follows that says why it ends.
    """
    kind = archive_kind(blob.head)
    if kind is None:
        yield blob
    elif depth == limits.depth:
        yield defect(blob.name, f"archives within archives are opened {limits.depth} deep: unpack the outer one first")
    else:
        budget = Budget(limits, blob.size, outer)
        for member in read_archive(kind, blob, budget):
            if isinstance(member, Defect):
                yield member
            else:
                yield from unpack(member, limits, budget, depth + 1)


def read_archive(kind: Kind, blob: Blob, budget: Budget) -> Iterator[Blob | Defect]:
    """Yield the members of one archive; what breaks it off becomes a Defect of the archive."""
    try:
        yield from READERS[kind](blob, budget)
    except LimitError as limit:
        yield defect(blob.name, f"not read any further: {limit}")
    except UnreadableFile as error:
        yield defect(blob.name, f"archive {in_words(error.__cause__ or error)}")
    except BROKEN as error:
        yield defect(blob.name, f"archive {in_words(error)}")
