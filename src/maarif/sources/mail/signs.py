"""By which signs mail is told from everything else."""

from __future__ import annotations

import re

#: Headers of which a message must show two, one of them from `TRACES`. Lower case.
KNOWN = frozenset(
    b"from to cc bcc date subject message-id received return-path mime-version reply-to sender in-reply-to "
    b"references delivered-to content-type content-transfer-encoding x-mailer user-agent dkim-signature "
    b"x-gm-thrid x-gmail-labels resent-from envelope-to list-id".split()
)

#: Headers that only mail has, or that name who sent it: a note with `Date:` and `Subject:` on top is no mail.
TRACES = frozenset(
    b"from sender to received return-path message-id delivered-to mime-version envelope-to x-gm-thrid".split()
)

_HEADER = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")

_WEEKDAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
#: `From a@b.example Mon Jan  5 10:30:00 2015`, with a zone before or after the year as some programs write.
_DATED_FROM = re.compile(
    rb"From +(?:[^\s]{1,320} +){0,3}" + _WEEKDAY + rb",? +(?:[A-Z][a-z]{2} +\d{1,2}|\d{1,2} +[A-Z][a-z]{2}),? +"
    rb"(?:\d{4} +)?\d{1,2}:\d\d(?::\d\d)?(?: +[^\s]{1,10}){0,2}(?: +remote from [^\s]{1,80})?[ \t\r]*(?:\n|$)"
)
#: `From a@b.example` with nothing like a sentence after it; believed only where a header follows.
_BARE_FROM = re.compile(rb"From +[^\s@]{1,200}@[^\s@]{1,200}[ \t]*\r?\n")


def is_from_line(data: bytes, start: int) -> bool:
    """Tell whether the line at `start` begins a message of an mbox, and is not a sentence in a body."""
    if _DATED_FROM.match(data, start):
        return True
    bare = _BARE_FROM.match(data, start)
    return bare is not None and _HEADER.match(data, bare.end()) is not None


def is_mbox(head: bytes) -> bool:
    """Tell whether a file begins like an mbox, blank lines and a byte order mark aside."""
    return is_from_line(head, len(head) - len(head.lstrip(b"\xef\xbb\xbf\r\n")))


def holds_mail(head: bytes) -> bool:
    """Tell whether the first block is a real set of mail headers and not a note that begins with `To:`."""
    found = set()
    for number, line in enumerate(head.lstrip(b"\xef\xbb\xbf\r\n").split(b"\n", 400)[:400]):
        if not line.rstrip(b"\r"):
            break
        header = _HEADER.match(line)
        if header:
            found.add(header[1].lower())
        elif number == 0:
            return False
    known = found & KNOWN
    return len(known) >= 2 and bool(known & TRACES)
