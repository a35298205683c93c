"""The store of one home: the database, the index, and one room per noun."""

from __future__ import annotations

from pathlib import Path

from maarif.store.browse import Browse
from maarif.store.circles import Circles
from maarif.store.columns import Columns
from maarif.store.copies import choose_all_copies
from maarif.store.corrections import Corrections
from maarif.store.database import PATIENCE, Database
from maarif.store.decisions import Decisions
from maarif.store.dispatch import Dispatches
from maarif.store.exchanges import Exchanges
from maarif.store.favours import Favours
from maarif.store.feedback import Feedbacks
from maarif.store.history import History
from maarif.store.imports import Imports
from maarif.store.index import TextIndex
from maarif.store.items import Items
from maarif.store.ledger import Ledgers
from maarif.store.outreach import Outreaches
from maarif.store.people import People
from maarif.store.portraits import Portraits
from maarif.store.profiles import Profiles
from maarif.store.registers import Registers
from maarif.store.settling import Unsettled, mark_settled, mark_unsettled, unsettled
from maarif.store.snoozes import Snoozes
from maarif.store.writer import Writer, drop_unused_handles


class Store:
    """Everything that is kept for one owner, in one folder that only they can read."""

    def __init__(self, folder: Path, patience: int = PATIENCE) -> None:
        """Open or create the store in `folder`. Raises NewerHome, NotAHome, BusyHome, DamagedHome."""
        self.folder = folder
        self.database = Database(folder, patience)
        self.index = TextIndex(folder / "index")
        self.imports = Imports(self.database)
        self.items = Items(self.database)
        self.people = People(self.database)
        self.decisions = Decisions(self.database)
        self.profiles = Profiles(self.database)
        self.registers = Registers(self.database)
        self.ledgers = Ledgers(self.database)
        self.columns = Columns(self.database)
        self.circles = Circles(self.database)
        self.browse = Browse(self.database)
        self.corrections = Corrections(self.database)
        self.history = History(self.database)
        self.exchanges = Exchanges(self.database)
        self.outreach = Outreaches(self.database)
        self.dispatches = Dispatches(self.database)
        self.favours = Favours(self.database)
        self.snoozes = Snoozes(self.database)
        self.feedback = Feedbacks(self.database)
        self.portraits = Portraits(self.database)

    def writer(self) -> Writer:
        """A writer for many items; to be used by the one command that writes."""
        return Writer(self.database, self.index)

    @property
    def unsettled(self) -> Unsettled | None:
        """What must be derived again, since a command ended before it had done so; None where nothing must."""
        return unsettled(self.database)

    def unsettle(self, what: Unsettled) -> None:
        """Write down that derived tables are about to fall behind; in force even where the command is killed."""
        mark_unsettled(self.database, what)

    def settle(self) -> None:
        """Write down that all that is derived follows from the truth."""
        mark_settled(self.database)

    def choose_all_copies(self) -> None:
        """Choose again which copy of each mail counts."""
        choose_all_copies(self.database)

    def drop_unused_handles(self) -> None:
        """Forget handles that stand on no item any more."""
        with self.database.transaction():
            drop_unused_handles(self.database)

    def close(self) -> None:
        """Close the database."""
        self.database.close()
