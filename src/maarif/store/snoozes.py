"""What the owner does not want to be reminded of for now."""

from __future__ import annotations

from maarif.store.database import Database


class Snoozes:
    """The snoozed reminders of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put_off(self, key: str, until: int) -> None:
        """Say nothing of this until a moment (Unix seconds)."""
        self._db.run("insert or replace into snooze (key, until) values (?, ?)", (key, until))

    def take_back(self, key: str) -> bool:
        """Speak of it again; false where it was not put off."""
        return bool(self._db.run("delete from snooze where key = ?", (key,)))

    def put_off_at(self, moment: int) -> dict[str, int]:
        """What is put off at a moment, and until when."""
        return dict(self._db.rows("select key, until from snooze where until > ?", (moment,)))
