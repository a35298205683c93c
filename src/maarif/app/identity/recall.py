"""The register of who is who, remembered between processes: rows of the store as the step's own words, and back."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeAlias

from maarif.domain.people import Profile
from maarif.resolve import Outcome, Register
from maarif.resolve.verdicts import Weighed
from maarif.store.registers import Registers

_Pair: TypeAlias = tuple[str, str]


class StoredMemory:
    """The memory of a register, read from the store piece by piece."""

    def __init__(self, registers: Registers) -> None:
        self._registers = registers

    def profiles(self, handles: Collection[str]) -> dict[str, Profile]:
        """The profiles of those of these handles that were here, as they were last taken in."""
        return self._registers.profiles(handles)

    def members(self, keys: Collection[str]) -> dict[str, set[str]]:
        """All that stood under each of these keys of the index."""
        return self._registers.members(keys)

    def counts(self, words: Collection[str]) -> dict[str, int]:
        """How often these words were counted."""
        return self._registers.counts(words)

    def weighed(self, handles: Collection[str]) -> Iterable[tuple[_Pair, Weighed, Weighed | None]]:
        """The pairs of these handles that are near a bar."""
        return [
            ((row[0], row[1]), Weighed(*row[2:6]), None if row[6] is None else Weighed(*row[6:10]))
            for row in self._registers.weighed(handles)
        ]


def keep_all(registers: Registers, register: Register, outcome: Outcome, profiles: Iterable[Profile]) -> None:
    """Keep a register that was made anew."""
    registers.forget()
    registers.keep_profiles(profiles, ())
    registers.keep_members((), ((key, member) for key, block in register.crowd.index.items() for member in block))
    registers.keep_counts((word, times) for word, times in register.crowd.counts.items() if times)
    registers.keep_weighed((), sorted(_rows(outcome)))


def keep_changes(registers: Registers, register: Register, outcome: Outcome) -> None:
    """Keep what a register with a memory has changed."""
    crowd = register.crowd
    gone = [handle for handle, profile in crowd.moved.items() if profile is None]
    registers.keep_profiles((one for one in crowd.moved.values() if one is not None), gone)
    filed = {place: here and place[1] in crowd.index[place[0]] for place, here in crowd.filed.items()}
    registers.keep_members(
        [place for place, here in filed.items() if not here], [place for place, here in filed.items() if here]
    )
    registers.keep_counts((word, crowd.counts[word]) for word in crowd.recounted)
    registers.keep_weighed([pair for pair, said in outcome.pairs.items() if said[0] is None], _rows(outcome))


def _rows(outcome: Outcome) -> Iterable[tuple[Any, ...]]:
    for pair, (alone, again) in outcome.pairs.items():
        if alone is not None:
            yield (*pair, *_columns(alone), *_columns(again))


def _columns(one: Weighed | None) -> tuple[Any, ...]:
    return (None, None, None, None) if one is None else (one.verdict, one.total, one.told, one.guard)
