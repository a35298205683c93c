"""A process that reads files for an import and says what they give; started by the crew alone."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue
from typing import IO

from maarif.app.importing.framing import Ack, Done, Setup, Unit, opened, receive, send
from maarif.app.importing.offline import stay_offline
from maarif.app.importing.reading import (
    STEP,
    At,
    Bare,
    Begun,
    Event,
    Lookup,
    Reader,
    nothing_known,
    refusal,
    sources,
    understood,
)
from maarif.domain.items import Defect

#: Frames that may wait to be taken; then the worker waits.
_AHEAD = 8
#: With no more frames waiting than this, whoever takes them has time to understand the next one themself.
_HUNGRY = 1


class _Line:
    """The line to the import: frames out, units and acknowledgements in."""

    def __init__(self, taken: IO[bytes], given: IO[bytes]) -> None:
        self._taken = taken
        self._given = given
        self._waiting = 0
        self._moved = threading.Condition()
        self.units: SimpleQueue[Unit] = SimpleQueue()

    def listen(self) -> None:
        """Hear what the import says; end with it."""
        while (told := receive(self._given)) is not None:
            match opened(told):
                case Unit() as unit:
                    self.units.put(unit)
                case Ack():
                    with self._moved:
                        self._waiting -= 1
                        self._moved.notify()
        os._exit(0)

    @property
    def is_hungry(self) -> bool:
        """Whether the import waits for work, or soon will."""
        return self._waiting <= _HUNGRY

    def send(self, frame: list[Event | Done]) -> None:
        """Hand a frame over; waits while too many are on their way."""
        with self._moved:
            self._moved.wait_for(lambda: self._waiting < _AHEAD)
            self._waiting += 1
        try:
            send(self._taken, frame)
        except BrokenPipeError:
            os._exit(0)


def _work(line: _Line, reader: Reader) -> None:
    while True:
        unit = line.units.get()
        frame: list[Event | Done] = []
        size = 0
        for event in _events(unit, reader):
            frame.append(event)
            size += len(event.said) if isinstance(event, Bare) else 1
            if size >= STEP or (unit.careful and isinstance(event, At | Begun)):
                line.send(_prepared(frame, line))
                frame, size = [], 0
        line.send([*_prepared(frame, line), Done()])


def _events(unit: Unit, reader: Reader) -> Iterator[Event]:
    for place in unit.places:
        if isinstance(place, Defect):
            yield refusal(place)
        else:
            yield from reader.events(place, unit.skip)


def _prepared(frame: list[Event | Done], line: _Line) -> list[Event | Done]:
    """The frame as it is where the import can do the rest as soon as this worker could, else understood."""
    if line.is_hungry:
        return frame
    ready: list[Event | Done] = []
    for event in frame:
        ready.extend(understood(event) if isinstance(event, Bare) else (event,))
    return ready


def _lookup(setup: Setup) -> Lookup:
    if setup.home is None:
        return nothing_known
    from maarif.store.database import Database
    from maarif.store.imports import Imports

    return Imports(Database(setup.home)).known


def run() -> None:
    """Read what the import asks for until it ends; nothing but frames goes to where the frames go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is told to all: the import decides, and ends this with it
    taken, given = os.fdopen(os.dup(1), "wb", 1 << 20), os.fdopen(os.dup(0), "rb", 1 << 16)
    os.dup2(2, 1)
    stay_offline()
    gc.disable()  # items hold no cycles, and walking them again and again is a third of the time
    told = receive(given)
    if told is None:
        return
    setup = opened(told)
    line = _Line(taken, given)
    threading.Thread(target=line.listen, daemon=True).start()
    line.send([])
    _work(line, Reader(sources(), setup.today, _lookup(setup)))


if __name__ == "__main__":
    run()
    sys.exit(0)
