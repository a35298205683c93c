"""The Maildir of the benchmark holds the mails of its mbox, no more and no fewer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bench.imports.corpus import mbox
from bench.imports.maildir import maildir
from maarif.domain.items import Message
from maarif.files import walk
from maarif.sources import mail


def _said(path: Path) -> list[tuple[str, str, str]]:
    found = [noun for blob in walk([path]) for noun in mail.read(blob, date(2030, 1, 1))]  # type: ignore[arg-type]
    return [(noun.origin.item, noun.subject, noun.text) for noun in found if isinstance(noun, Message)]


def test_the_same_mails_one_to_a_file(tmp_path: Path) -> None:
    box = mbox(tmp_path, 0.0005)
    folder = maildir(box)
    assert len(list((folder / "cur").iterdir())) == 60
    assert _said(folder) == _said(box)
    made = folder.stat().st_mtime_ns
    assert maildir(box) == folder and folder.stat().st_mtime_ns == made
