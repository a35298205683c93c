"""The store of one home: the database, the index, and one room per noun."""

from __future__ import annotations

from pathlib import Path

from maarif.store.database import Database
from maarif.store.imports import Imports
from maarif.store.index import TextIndex
from maarif.store.items import Items
from maarif.store.ledger import Ledgers
from maarif.store.people import People
from maarif.store.profiles import Profiles
from maarif.store.writer import Writer


class Store:
    """Everything that is kept for one owner, in one folder that only they can read."""

    def __init__(self, folder: Path) -> None:
        """Open or create the store in `folder`. Raises NewerHome, NotAHome, BusyHome, DamagedHome."""
        self.folder = folder
        self.database = Database(folder)
        self.index = TextIndex(folder / "index")
        self.imports = Imports(self.database)
        self.items = Items(self.database)
        self.people = People(self.database)
        self.profiles = Profiles(self.database)
        self.ledgers = Ledgers(self.database)

    def writer(self) -> Writer:
        """A writer for many items; to be used by the one command that writes."""
        return Writer(self.database, self.index)

    def close(self) -> None:
        """Close the database."""
        self.database.close()
