"""What damaged files and archives make the standard library raise, and how that is said."""

from __future__ import annotations

import errno
import lzma
import struct
import tarfile
import zipfile
import zlib

#: Readers of archives meet hostile bytes with all of these.
BROKEN = (
    OSError,
    EOFError,
    ValueError,  # among them names that are no UTF-8
    OverflowError,
    IndexError,
    MemoryError,  # an xz dictionary larger than the machine
    RuntimeError,  # a zip member with a password
    NotImplementedError,  # a way of packing that the standard library lacks
    struct.error,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
)

#: Words for what the operating system says, with what to do.
SYSTEM = {
    errno.EACCES: "no permission to read it",
    errno.EPERM: "no permission to read it",
    errno.ENOENT: "it is not there, or its link leads nowhere",
    errno.ELOOP: "its link leads back to itself",
    errno.ENOSPC: "no room left to unpack it: make room where temporary files go, or unpack it yourself",
}

TOO_EARLY = "ends too early: get or copy it again"


def in_words(error: BaseException) -> str:
    """Say what is wrong with a file in the words of its owner."""
    match error:
        case EOFError():
            return TOO_EARLY
        case tarfile.ReadError() if "unexpected end" in str(error):
            return TOO_EARLY
        case OSError() if error.errno is not None:
            return SYSTEM.get(error.errno, (error.strerror or str(error)).lower())
        case NotImplementedError():
            return f"packed in a way that is not read here ({error}): unpack it first"
        case MemoryError():
            return "unpacking it takes more memory than there is"
        case _:
            return f"damaged: {error}"[:200]
