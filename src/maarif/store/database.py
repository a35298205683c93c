"""The SQLite file of a home: opened, stepped up to today's schema, locked while one command writes."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import apsw

from maarif.domain.errors import BusyHome, DamagedHome, NewerHome, NotAHome

Row = tuple[Any, ...]

#: Seconds that a command waits for another one before it says so.
PATIENCE = 60
_DAMAGE = (apsw.NotADBError, apsw.CorruptError)
_APPLICATION_ID = 0x4D616172  # "Maar"
#: Pages of 8 KiB hold several mails each (a home begun with others keeps those); the log is folded in every
#: 32 MB, so that the busy pages of an import are written seldom.
_SETTINGS = (
    "page_size = 8192", "journal_mode = wal", "wal_autocheckpoint = 4096", "synchronous = normal",
    "foreign_keys = on", "cache_size = -65536", "temp_store = memory", "journal_size_limit = 67108864",
)  # fmt: skip


def _schema_steps() -> list[str]:
    folder = files("maarif.store") / "schema"
    return [
        step.read_text("utf-8") for step in sorted(folder.iterdir(), key=lambda f: f.name) if step.name[0].isdigit()
    ]


class Database:
    """One connection to `maarif.db`: statements in, tuples out; a schema step and a lock at a time."""

    def __init__(self, folder: Path, patience: int = PATIENCE) -> None:
        """Open or create the database in `folder`; `patience` is how many seconds `writing` waits for another command.

        Raises NewerHome, NotAHome, BusyHome, DamagedHome.
        """
        self.folder = folder
        self.patience = patience
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = folder / "maarif.db"
        _create_private(self.path)
        if _is_ours(self.path):  # SQLite's side files are as open as the file is when they are made
            _keep_private(self.path)
        try:
            self._connection = apsw.Connection(str(self.path))
            self._prepare()
        except (*_DAMAGE, apsw.CantOpenError, apsw.ReadOnlyError) as error:
            raise DamagedHome(str(self.path), str(error)) from error
        except apsw.BusyError as error:
            raise BusyHome(str(folder), PATIENCE) from error
        _keep_private(self.path)
        self._lock: apsw.Connection | None = None
        self._version = self.number("pragma data_version")

    def _prepare(self) -> None:
        db = self._connection
        db.set_busy_timeout(PATIENCE * 1000)
        version, application = self.number("pragma user_version"), self.number("pragma application_id")
        steps = _schema_steps()
        if application not in (0, _APPLICATION_ID) or (application == 0 and self.rows("select 1 from sqlite_schema")):
            raise NotAHome(str(self.path), "its database belongs to another program")
        if version > len(steps):
            raise NewerHome(str(self.path), version, len(steps))
        for setting in _SETTINGS:  # one by one, each to its end: a cursor left at a row would not reach the next
            db.execute(f"pragma {setting}").fetchall()
        for number, step in enumerate(steps[version:], version + 1):
            with self.transaction():
                if self.number("pragma user_version") < number:  # another command may have been faster
                    db.execute(step)
                    db.execute(f"pragma user_version = {number}; pragma application_id = {_APPLICATION_ID}")

    def close(self) -> None:
        """Close the file; a lock that is held is let go."""
        if self._lock is not None:
            self._lock.close()
        self._connection.close()

    def rows(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[Row]:
        """All rows of one statement (fetched whole: an unfinished cursor would make COMMIT fail)."""
        try:
            return self._connection.execute(statement, values).fetchall()
        except _DAMAGE as error:
            raise DamagedHome(str(self.path), str(error)) from error

    def stream(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> Iterator[Row]:
        """The rows of one statement, one at a time; to be read to the end before anything is committed."""
        try:
            yield from self._connection.execute(statement, values)
        except _DAMAGE as error:
            raise DamagedHome(str(self.path), str(error)) from error

    def row(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def number(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """The first column of the first row as a number; 0 where there is none."""
        found = self.row(statement, values)
        return int(found[0] or 0) if found else 0

    def run(self, statement: str, values: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Run one statement; returns how many rows it changed."""
        self.rows(statement, values)
        return self._connection.changes()

    def run_many(self, statement: str, values: Iterator[Sequence[Any]] | Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        try:
            self._connection.executemany(statement, values).fetchall()
        except _DAMAGE as error:
            raise DamagedHome(str(self.path), str(error)) from error

    def in_ids(self, statement: str, ids: Sequence[Any]) -> list[Row]:
        """Rows of a statement that takes a JSON list of ids as its one value (`in (select value from
        json_each(?))`)."""
        return self.rows(statement, (json.dumps(list(ids)),))

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with the file; empty where it is sound."""
        found = [row[0] for row in self.rows("pragma quick_check(20)")]
        broken = [f"{row[0]} refers to a missing {row[2]}" for row in self.rows("pragma foreign_key_check")[:20]]
        return [said for said in found if said != "ok"] + broken

    def changed_by_others(self) -> bool:
        """Whether another command has written since this was last asked."""
        before, self._version = self._version, self.number("pragma data_version")
        return before != self._version

    def last_id(self) -> int:
        """The row id of the last insert."""
        return self._connection.last_insert_rowid()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end, rolls back on any exception."""
        self._connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._connection.execute("rollback")
            raise
        self._connection.execute("commit")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the one command that writes to this home; waits for another, then raises BusyHome.

        The lock is an SQLite lock on a file of its own, so that it ends with the process however that ends.
        """
        if self._lock is not None:
            yield
            return
        path = self.folder / "lock"
        _create_private(path)
        _keep_private(path)
        lock = apsw.Connection(str(path))
        lock.set_busy_timeout(self.patience * 1000)
        try:
            lock.execute("begin exclusive")
        except apsw.BusyError as error:
            lock.close()
            raise BusyHome(str(self.folder), self.patience) from error
        self._lock = lock
        try:
            yield
        finally:
            self._lock = None
            lock.close()


def _create_private(path: Path) -> None:
    """Make the file, where it is missing, readable by its owner alone before anything is in it (SQLite's side files
    follow it); a file that is there may be another program's and is left as it is."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    os.close(handle)


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(72)[68:] == _APPLICATION_ID.to_bytes(4)


def _keep_private(path: Path) -> None:
    """Close a file of ours, and the home, to everybody else."""
    if path.parent.stat().st_mode & 0o077:
        path.parent.chmod(0o700)
    path.chmod(0o600)


def unix_now() -> int:
    """The moment, for rows that say when something was written down."""
    return int(time.time())
