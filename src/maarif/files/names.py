"""Names of files and members: how they are shown, which are litter, which not to trust."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

#: Control characters (a name must not drive the terminal), line separators, and bytes that were no UTF-8.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

#: What programs leave beside the data: version control, archive and desktop metadata, lists of mail programs.
LITTER = frozenset(
    (
        *(
            ".git",
            "__macosx",
            ".ds_store",
            ".localized",
            "icon\r",
            "thumbs.db",
            "ehthumbs.db",
            "desktop.ini",
            "folders.db",
        ),
        *("$recycle.bin", "system volume information", "lost+found", "@eadir", ".trashes", ".spotlight-v100"),
        *(
            "popstate.dat",
            "msgfilterrules.dat",
            "filterlog.html",
            "virtualfolders.dat",
            "foldertree.json",
            "panacea.dat",
        ),
        *("global-messages-db.sqlite", "nstmp", "nstmp-1", "table_of_contents.cache", "mailboxes.plist"),
    )
)

#: What mail programs keep beside each folder of mails: Thunderbird's summaries, Evolution's and KMail's indexes.
INDEX_FILE = re.compile(
    r".+\.(?:msf|cmeta|ibex\.index(?:\.data)?|ev-summary(?:-meta)?|sbd\.lock|dat\.lock|mbx\.lock|mbox\.lock|parentlock)$"
    r"|.+\.index(?:\.ids|\.sorted)$|(?:sbd|mbx)-lock$"
)

#: What is still being written: downloads of the browsers, copies of file managers and editors, office locks.
UNFINISHED = re.compile(
    r".*\.(?:part|partial|crdownload|download|opdownload|filepart|tmp|temp|swp|swx|icloud|kate-swp|aria2|!ut)$"
    r"|~\$.*|\.~lock\..*#?$|.*~$|\.goutputstream-.*|\.fuse_hidden.*|\.nfs[0-9a-f]+$|#.*#$"
)

#: What mail servers keep beside the mails of a Maildir: Dovecot's and Courier's indexes and lists.
SERVER_FILE = re.compile(
    r"dovecot(\.index|\.list|\.mailbox|-uid|-keywords|-acl)|courier(imap|pop3)|maildirfolder$|maildirsize$|subscriptions$"
)

#: The folders of a Maildir that hold mails; `tmp` holds what is not delivered yet.
MAIL_FOLDERS = frozenset(("cur", "new"))


def printable(name: str) -> str:
    """The name with what cannot be shown written as `\\xNN`, so that different names stay different."""
    if name.isprintable():
        return name
    return UNPRINTABLE.sub(_escape, name)


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def printable_path(path: str | os.PathLike[str]) -> str:
    """A path on disk as text that can be shown and stored."""
    return printable(os.fspath(path))


def is_litter(name: str) -> bool:
    """Whether a file or folder of this name is a program's own bookkeeping, not anyone's data."""
    folded = name.lower()
    if folded in LITTER or name.startswith("._"):
        return True
    return SERVER_FILE.match(folded) is not None or INDEX_FILE.match(folded) is not None


def is_unfinished(name: str) -> bool:
    """Whether a file of this name is still being written by the program that put it there."""
    return UNFINISHED.match(name.lower()) is not None


def is_hidden(parts: Sequence[str]) -> bool:
    """Whether a member's path leads through litter or a hidden folder that is no Maildir++ folder."""
    for part, following in zip(parts, (*parts[1:], ""), strict=True):
        if is_litter(part) or (part.startswith(".") and following not in MAIL_FOLDERS):
            return True
    return False


def parts_of(member: str) -> list[str]:
    """The folders and the file of a member's path, whichever way its slashes lean."""
    return [part for part in member.replace("\\", "/").split("/") if part not in ("", ".")]


def leads_outside(member: str) -> bool:
    """Whether a member's path claims a place outside of its archive: absolute, or upwards by `..`."""
    return member.startswith(("/", "\\")) or member[1:3] in (":/", ":\\") or ".." in parts_of(member)
