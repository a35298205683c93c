"""One home behind the pages: one thread reads it, one changes it, and what takes long has a thread and a home of its
own.

A home is one connection, so that each is only ever used by the thread it was opened in. A reader never waits for a
writer: the database shows it the state before the change until the change is there as a whole.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

from maarif.app.access import Access
from maarif.app.home import Home, open_home
from maarif.domain.errors import MaarifError

T = TypeVar("T")

#: Seconds a change waits for another one before the page says that it is busy.
PATIENCE = 8

#: How many questions and pieces of work are remembered.
REMEMBERED = 200


@dataclass(slots=True)
class Work:
    """Something that takes long, under way in a thread of its own; pages look at how far it has come."""

    id: str
    title: str
    state: Literal["running", "done", "failed"] = "running"
    #: What the work tells as it goes: anything that its page understands.
    told: list[Any] = field(default_factory=list)
    result: Any = None
    trouble: MaarifError | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A need as it was put in a page; kept here so that it stands in no address and in no browser's history."""

    id: str
    text: str
    kind: str


class Household:
    """The home that is served."""

    def __init__(self, path: Path | None, clock: Callable[[], int] | None = None) -> None:
        """Open the home at `path` for reading. Raises HomeTrouble."""
        self._path = path
        self._more: dict[str, Any] = {} if clock is None else {"clock": clock}
        self._reading = ThreadPoolExecutor(1, "maarif-reads")
        self._changing = ThreadPoolExecutor(1, "maarif-changes")
        self._writer: Home | None = None
        self.reader: Home = self._reading.submit(self._opened, 0).result()
        self.path = self.reader.path
        self.access = Access(self.reader)
        #: What pages keep from one visit to the next; used in the reading thread alone.
        self.kept: dict[str, Any] = {}
        self._questions: dict[str, Question] = {}
        self._works: dict[str, Work] = {}

    def _opened(self, patience: int) -> Home:
        return open_home(self._path, patience=patience, **self._more)

    async def read(self, verb: Callable[[Home], T]) -> T:
        """What a verb finds in the home."""
        return await asyncio.get_running_loop().run_in_executor(self._reading, verb, self.reader)

    async def change(self, verb: Callable[[Home], T]) -> T:
        """Let a verb change the home; one at a time. Raises BusyHome where an import is under way."""
        return await asyncio.get_running_loop().run_in_executor(self._changing, self._changed, verb)

    def _changed(self, verb: Callable[[Home], T]) -> T:
        if self._writer is None:
            self._writer = self._opened(PATIENCE)
        return verb(self._writer)

    # -- what takes long --------------------------------------------------------------------------------------------

    def begin(self, title: str, work: Callable[[Home, Work], Any]) -> Work:
        """Begin something that takes long; it may append to `told` as it goes, and what it gives back is its result."""
        begun = Work(secrets.token_urlsafe(6), title)
        _remember(self._works, begun.id, begun)
        threading.Thread(target=self._do, args=(begun, work), name=f"maarif-{begun.id}", daemon=True).start()
        return begun

    def _do(self, begun: Work, work: Callable[[Home, Work], Any]) -> None:
        try:
            with open_home(self._path, **self._more) as home:
                begun.result = work(home, begun)
            begun.state = "done"
        except MaarifError as trouble:
            begun.trouble, begun.state = trouble, "failed"
        finally:
            if begun.state == "running":
                begun.state = "failed"

    def work(self, work_id: str) -> Work | None:
        """A piece of work that was begun; None where it is too long ago."""
        return self._works.get(work_id)

    # -- questions --------------------------------------------------------------------------------------------------

    def remember(self, text: str, kind: str) -> Question:
        """Remember a question under an id that says nothing of it."""
        known = next((q for q in self._questions.values() if (q.text, q.kind) == (text, kind)), None)
        question = known or Question(secrets.token_urlsafe(6), text, kind)
        _remember(self._questions, question.id, question)
        return question

    def question(self, question_id: str) -> Question | None:
        """A question that was put; None where it is too long ago."""
        return self._questions.get(question_id)

    def close(self) -> None:
        """End what is under way, and close the home; each connection in its own thread."""
        if self._writer is not None:
            self._changing.submit(self._writer.close).result()
        self._reading.submit(self.reader.close).result()
        self._changing.shutdown()
        self._reading.shutdown()


def _remember(kept: dict[str, T], key: str, value: T) -> None:
    """Keep the latest ones."""
    kept.pop(key, None)
    kept[key] = value
    while len(kept) > REMEMBERED:
        del kept[next(iter(kept))]
