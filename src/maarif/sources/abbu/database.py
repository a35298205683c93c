"""Apple's own database of contacts (`AddressBook-v22.abcddb`), read from a copy that nobody else has open."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from maarif.domain.blobs import Blob, beside

#: What a damaged database raises, wherever it is read.
UNREADABLE = (sqlite3.Error, OverflowError, UnicodeDecodeError)

#: After so many steps of SQLite without an end in sight a statement is given up: steps per look, and looks.
_STEPS, _LOOKS = 1_000_000, 5_000

#: A table of values that belong to a record, and the columns of it that are read.
LISTS = {
    "ZABCDEMAILADDRESS": ("ZADDRESS",),
    "ZABCDPHONENUMBER": ("ZFULLNUMBER",),
    "ZABCDPOSTALADDRESS": ("ZSTREET", "ZCITY", "ZSTATE", "ZZIPCODE", "ZCOUNTRYNAME"),
    "ZABCDURLADDRESS": ("ZURL",),
    "ZABCDRELATEDNAME": ("ZNAME",),
    "ZABCDMESSAGINGADDRESS": ("ZADDRESS", "ZSERVICENAME", "ZSERVICE"),
    "ZABCDSOCIALPROFILE": ("ZUSERIDENTIFIER", "ZUSERNAME", "ZURLSTRING", "ZSERVICENAME"),
    "ZABCDCONTACTDATE": ("ZDATE",),
    "ZABCDNOTE": ("ZTEXT",),
}
RECORD = (
    *("ZUNIQUEID", "ZMODIFICATIONDATE", "ZDISPLAYFLAGS", "ZNAME", "ZFIRSTNAME", "ZMIDDLENAME", "ZLASTNAME"),
    *("ZTITLE", "ZSUFFIX", "ZNICKNAME", "ZMAIDENNAME", "ZPHONETICFIRSTNAME", "ZPHONETICMIDDLENAME"),
    *("ZPHONETICLASTNAME", "ZORGANIZATION", "ZDEPARTMENT", "ZJOBTITLE", "ZBIRTHDAY", "ZME"),
)

#: A record or a value of one: its columns by name, those the table lacks left out.
Values = dict[str, object]


@contextmanager
def opened(blob: Blob) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the blob, with the changes that lie beside it. Raises sqlite3.Error."""
    with tempfile.TemporaryDirectory(prefix="maarif-") as folder:
        path = Path(folder, "book.db")
        _copy(blob, path)
        changes = beside(blob, f"{re.split(r'[/!]', blob.name)[-1]}-wal")
        if changes is not None:
            _copy(changes, path.with_name("book.db-wal"))
        how = "mode=rw" if changes is not None else "mode=ro&immutable=1"
        with closing(sqlite3.connect(f"{path.as_uri()}?{how}", uri=True)) as database:
            database.text_factory = lambda data: data.decode("utf-8", "replace")
            looks = iter(range(_LOOKS))
            database.set_progress_handler(lambda: next(looks, None) is None, _STEPS)
            database.execute("pragma trusted_schema = off")
            yield database


def _copy(blob: Blob, path: Path) -> None:
    with blob.open() as source, path.open("wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)


def records_in(database: sqlite3.Connection) -> Iterator[tuple[str, Values, dict[str, list[Values]]]]:
    """Every record with the kind it is of (`ABCDContact`, `ABCDGroup`) and the values that belong to it, by table."""
    kinds = _kinds(database)
    listed = {table: _listed(database, table, columns) for table, columns in LISTS.items()}
    own = ("Z_PK", "Z_ENT", *RECORD)
    for record in _rows(database, "ZABCDRECORD", own, "Z_PK"):
        key = record.get("Z_PK")
        belonging = {table: rows[key] for table, rows in listed.items() if key in rows}
        yield kinds.get(record.get("Z_ENT"), ""), record, belonging


def _kinds(database: sqlite3.Connection) -> dict[object, str]:
    rows = _rows(database, "Z_PRIMARYKEY", ("Z_ENT", "Z_NAME"), "Z_ENT")
    return {row.get("Z_ENT"): str(row.get("Z_NAME")) for row in rows}


def _listed(database: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> dict[object, list[Values]]:
    owner = "ZCONTACT" if table == "ZABCDNOTE" else "ZOWNER"
    found: dict[object, list[Values]] = {}
    for row in _rows(database, table, ("Z_PK", owner, "ZLABEL", *columns), "Z_PK"):
        found.setdefault(row.get(owner), []).append(row)
    return found


def _rows(database: sqlite3.Connection, table: str, columns: tuple[str, ...], order: str) -> Iterator[Values]:
    """The rows of a plain table, with those of the columns that it has; what only looks like a table is left alone."""
    plain = "select 1 from sqlite_master where name = :table and type = 'table' and sql like 'create table%'"
    if database.execute(plain, {"table": table}).fetchone() is None:
        return
    known = {str(row[1]).upper() for row in database.execute(f"pragma table_info({table})")}
    there = [column for column in columns if column in known]
    if order not in known:
        return
    for row in database.execute(f"select {', '.join(there)} from {table} order by {order}"):
        yield dict(zip(there, row, strict=True))
