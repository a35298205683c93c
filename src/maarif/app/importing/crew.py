"""The processes that read for an import, so that all processors work; their results come in the order of the files."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from maarif.app.importing.framing import Ack, Done, Frame, Setup, Unit, opened, receive, send
from maarif.app.importing.reading import At, Ended, Event, Known, Lost, Passed, Refused
from maarif.domain.errors import BadInput
from maarif.domain.items import Defect
from maarif.files import Place

#: A unit of work ends with this many bytes, or this many files.
_UNIT_BYTES, _UNIT_FILES = 4 << 20, 250
#: Units that each worker is given ahead.
_AHEAD = 2
#: So often a worker is started anew; then it is not the files that end it.
_TRIES = 100


def units_of(places: Iterator[Place | Defect]) -> Iterator[Unit]:
    """The files in their order, small ones together."""
    held: list[Place | Defect] = []
    size = 0
    for place in places:
        held.append(place)
        size += place.size if isinstance(place, Place) else 0
        if size >= _UNIT_BYTES or len(held) >= _UNIT_FILES:
            yield Unit(tuple(held))
            held, size = [], 0
    if held:
        yield Unit(tuple(held))


class _Worker:
    """One process, the frames that came from it, and the units it still has to do."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._tries = 0
        self.units: deque[Unit] = deque()
        self._start()

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "maarif.app.importing.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=1 << 20,
        )
        self._frames: SimpleQueue[bytes | None] = SimpleQueue()
        threading.Thread(target=self._listen, args=(self._process, self._frames), daemon=True).start()
        self._say(self._setup)

    @staticmethod
    def _listen(process: subprocess.Popen[bytes], frames: SimpleQueue[bytes | None]) -> None:
        assert process.stdout is not None
        with process.stdout as stream:
            while (told := receive(stream)) is not None:
                frames.put(told)
        frames.put(None)

    def _say(self, told: Setup | Unit | Ack) -> None:
        """Say something; a worker that has ended is noticed by its silence."""
        assert self._process.stdin is not None
        try:
            send(self._process.stdin, told)
        except OSError:
            return

    def give(self, unit: Unit) -> None:
        """One more unit to do."""
        self.units.append(unit)
        self._say(unit)

    def frame(self) -> Frame | None:
        """The next frame; None where the worker has ended."""
        told = self._frames.get()
        if told is None:
            return None
        self._say(Ack())
        frame: Frame = opened(told)
        return frame

    def ended(self) -> int:
        """What the process ended with."""
        code = self._process.wait()
        self._close()
        return code

    def begin_again(self, first: Unit) -> None:
        """Start anew after the process has ended, with what is left to do. Raises BadInput where that never ends."""
        self._tries += 1
        if self._tries > _TRIES:
            raise BadInput(
                "The processes that read files end again and again, whatever they read. What was done so far is sound: "
                "look for what ends them (memory, a virus scanner), then give the same command; it goes on from there."
            )
        self._start()
        self.units[0] = first
        for unit in self.units:
            self._say(unit)

    def stop(self) -> None:
        """End the process; what it has not done is left."""
        self._process.kill()
        self._close()
        self._process.wait()

    def _close(self) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()
        except OSError:  # words that were never heard
            return


@dataclass(slots=True)
class _Left:
    """What is left of a unit that is being read, as far as its events tell."""

    places: list[Place | Defect]
    at: str = ""
    done: set[str] = field(default_factory=set)

    def hear(self, event: Event) -> None:
        """One more event came."""
        match event:
            case At(name):
                self.at = name
            case Ended():
                self.done.add(self.at)
            case Refused(name) | Known(name):
                self.done.add(name)
                if isinstance(self.places[0], Defect):
                    self.places.pop(0)
            case Passed():
                self._drop()

    def blame(self, code: int) -> Iterator[Event]:
        """Refuse what was at hand when the process ended."""
        place = self.places[0]
        name = self.at
        if not self.at or self.at in self.done:
            name = place.path if isinstance(place, Place) else place.origin.source
        self.done.add(name)
        yield Refused(name, "", _ended_the_process(name, code))
        if name != self.at:
            yield Passed(place.size if isinstance(place, Place) else 0)
            self._drop()

    def _drop(self) -> None:
        self.places.pop(0)
        self.at = ""
        self.done.clear()


def _ended_the_process(name: str, code: int) -> str:
    return (
        f"{name}: reading it ended the process that read it ({code}); what came before is kept. "
        "Please report this with the shape of the file, not its contents; the rest was taken in."
    )


class Crew:
    """Some workers, and the files they read; to be used in a `with` statement, which ends them."""

    def __init__(self, count: int, setup: Setup) -> None:
        self._workers = [_Worker(setup) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        for worker in self._workers:
            worker.stop()

    def is_there(self) -> bool:
        """Whether processes can be started here: waits until the first has said a word."""
        return self._workers[0].frame() is not None

    def events(self, places: Iterator[Place | Defect]) -> Iterator[Event]:
        """What all files give, in their order."""
        units, turns = units_of(places), cycle(self._workers)
        given: deque[_Worker] = deque()
        while True:
            while len(given) < _AHEAD * len(self._workers) and (unit := next(units, None)):
                worker = next(turns)
                worker.give(unit)
                given.append(worker)
            if not given:
                return
            yield from _events_of(given.popleft())


def _events_of(worker: _Worker) -> Iterator[Event]:
    """What the next unit of a worker gives. Where its process ends, the rest is read with care, until it is known
    which file does that; that one is refused, and the others go on."""
    left = _Left(list(worker.units[0].places))
    careful = False
    while True:
        frame = worker.frame()
        if frame is None:
            code = worker.ended()
            yield Lost()
            if careful:
                yield from left.blame(code)
            careful = not careful
            worker.begin_again(Unit(tuple(left.places), careful, frozenset(left.done)))
            continue
        for event in frame:
            if isinstance(event, Done):
                worker.units.popleft()
                return
            left.hear(event)
            yield event
