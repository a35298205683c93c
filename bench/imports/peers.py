"""Programs that index the same mail, where they are installed: notmuch and mu, each with a database of its own."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bench.children import Cost, run_child
from bench.people import OWNER

NOTMUCH, MU = "notmuch new", "mu index"

_CONFIG = """[database]
path={mail}
[user]
name=The owner
primary_email={address}
[new]
tags=unread
"""


def peers(mail: Path, work: Path) -> dict[str, Cost]:
    """What each program that is installed costs on a Maildir, from an empty database."""
    found = {}
    for title, run in ((NOTMUCH, _notmuch), (MU, _mu)):
        if shutil.which(title.split()[0]):
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            found[title] = run(mail, work)
    shutil.rmtree(work, ignore_errors=True)
    return found


def version(title: str) -> str:
    """What a program calls itself."""
    return run_child([title.split(maxsplit=1)[0], "--version"]).printed.partition("\n")[0].strip()


def _notmuch(mail: Path, work: Path) -> Cost:
    config = work / "config"
    config.write_text(_CONFIG.format(mail=mail.resolve(), address=OWNER.address), encoding="utf-8")
    shutil.rmtree(mail / ".notmuch", ignore_errors=True)
    os.environ["NOTMUCH_CONFIG"] = str(config.resolve())
    try:
        return run_child(["notmuch", "new", "--quiet"])
    finally:
        del os.environ["NOTMUCH_CONFIG"]
        shutil.rmtree(mail / ".notmuch", ignore_errors=True)


def _mu(mail: Path, work: Path) -> Cost:
    home = f"--muhome={(work / 'mu').resolve()}"
    begun = run_child(["mu", "init", home, f"--maildir={mail.resolve()}", f"--my-address={OWNER.address}", "--quiet"])
    return run_child(["mu", "index", home, "--quiet"]) if begun.code == 0 else begun
