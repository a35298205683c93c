"""An import that may be killed: run as `python -m tests.app.crashes HOME FILE KILL_AT [WORKERS]`.

It kills itself (SIGKILL) when so many items are read; 0 lets it end by itself, or be killed from outside.
"""

from __future__ import annotations

import os
import signal
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from maarif.app.home import open_home
from maarif.app.importing.progress import Advance
from maarif.app.importing.take_in import take_in
from maarif.store import writer
from tests.app.worlds import DAY, NOW, OWNER, TOPICS, party

#: Mails in the file that is imported while it is killed.
MAILS = 3000


def write_box(path: Path) -> None:
    """Many mails among a few people; some stand there twice, some are copies, some dates cannot be."""
    path.write_bytes(b"".join(_mail(number) for number in range(MAILS)))


def _mail(number: int) -> bytes:
    if number % 40 == 1:
        number -= 1  # the mail before it once more
    said = number - 2 if number % 60 == 2 else number  # the words of an earlier mail, under an id of its own
    other = said % 7 + 1
    (sender, sent_from), (name, to) = (party(0), party(other)) if said % 3 else (party(other), party(0))
    words = TOPICS[said // 15 % len(TOPICS)] if said % 15 == 0 else "All is quiet at the harbour today."
    day = datetime.fromtimestamp(NOW - DAY - (said % 900) * DAY - said, UTC)
    if number % 50 == 7:
        day = datetime(1979, 11, 1, 10, tzinfo=UTC)
    return (
        f"From x@invented.example {day:%a %b %d %H:%M:%S %Y}\n"
        f"From: {sender} <{sent_from}>\nTo: {name} <{to}>\n"
        f"Date: {format_datetime(day)}\nMessage-ID: <{number}@invented.example>\nSubject: letter\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{words} Letter {said}.\n\n"
    ).encode()


def run(home: Path, file: Path, kill_at: int, workers: int = 0) -> None:
    """Import the file into the home, unless killed before; what is read is written in small chunks."""
    writer.CHUNK = 600

    def watch(come: Advance) -> None:
        if kill_at and come.items >= kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with open_home(home, lambda: NOW) as opened:
        take_in(opened, [file], [OWNER[1]], watch, workers)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), *map(int, sys.argv[3:]))
