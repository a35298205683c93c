"""A picture that took long to make, kept beside the database; it may be deleted at any time."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_FILE = "network.json"


def read_picture(folder: Path, stamp: str) -> tuple[list[str], str] | None:
    """The ids of the people in the picture, in its order, and what is drawn (JSON); None where none of this stamp is
    kept."""
    try:
        kept_stamp, ids, drawn = (folder / _FILE).read_text("utf-8").split("\n", 2)
    except (OSError, ValueError):
        return None
    return (ids.split(), drawn) if kept_stamp == stamp else None


def write_picture(folder: Path, stamp: str, ids: list[str], drawn: str) -> None:
    """Keep a picture, for its owner's eyes alone; it is there as a whole or not at all."""
    made = folder / f"{_FILE}.{secrets.token_hex(4)}"
    handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{stamp}\n{' '.join(ids)}\n{drawn}")
    made.replace(folder / _FILE)
