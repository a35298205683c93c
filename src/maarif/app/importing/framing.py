"""What goes between an import and the processes that read for it: units of work one way, frames of events the other."""

from __future__ import annotations

import copyreg
import io
import pickle
import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any, NamedTuple

from maarif.app.importing.reading import Event
from maarif.domain.items import Defect, Envelope, Message, Origin, Party
from maarif.files import Place

_LENGTH = struct.Struct("<Q")


class Setup(NamedTuple):
    """What a worker must know before it begins: the day, and the home that may know files already, if there is one."""

    today: date
    home: Path | None


class Unit(NamedTuple):
    """Files to be read in their order. `careful`: whatever begins is said at once, since something here ends
    processes; members in `skip` are passed over."""

    places: tuple[Place | Defect, ...]
    careful: bool = False
    skip: frozenset[str] = frozenset()


class Ack(NamedTuple):
    """One more frame was taken."""


class Done(NamedTuple):
    """A unit was read to its end."""


Frame = Sequence[Event | Done]


def _fields(noun: Any) -> tuple[Any, ...]:
    return type(noun), tuple(getattr(noun, name) for name in noun.__slots__)


#: Nouns that go by the million travel as their fields, which costs half of what frozen dataclasses cost otherwise.
_QUICK = copyreg.dispatch_table | dict.fromkeys((Message, Envelope, Origin, Party), _fields)


def send(stream: IO[bytes], told: Any) -> None:
    """Write one value. Raises BrokenPipeError where nobody reads any more."""
    packed = io.BytesIO()
    packed.write(bytes(_LENGTH.size))
    pickler = pickle.Pickler(packed, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _QUICK
    pickler.dump(told)
    view = packed.getbuffer()
    _LENGTH.pack_into(view, 0, len(view) - _LENGTH.size)
    stream.write(view)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next value as it was written; None where the other process has ended."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length = _LENGTH.unpack(head)[0]
    told = stream.read(length)
    return told if len(told) == length else None


def opened(told: bytes) -> Any:
    """The value that was written."""
    return pickle.loads(told)
