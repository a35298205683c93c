"""What was known before, told piece by piece: so that a few newcomers need not meet everybody again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol, TypeAlias, TypeVar

from maarif.domain.people import Profile
from maarif.resolve.verdicts import Weighed

#: Two handles' texts, the smaller first.
Pair: TypeAlias = tuple[str, str]
Value = TypeVar("Value")


class Memory(Protocol):
    """The state of a register as it was left. Handles are told by their text ("email:a@b.example")."""

    def profiles(self, handles: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of those of these handles that were here, as they were last taken in."""
        ...

    def members(self, keys: Collection[str]) -> Mapping[str, set[str]]:
        """All that stood under each of these keys of the index; keys without any may be left out."""
        ...

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """How often these words were counted; words never counted may be left out."""
        ...

    def weighed(self, handles: Collection[str]) -> Iterable[tuple[Pair, Weighed, Weighed | None]]:
        """The pairs of these handles that are near a bar: weighed alone, and with all that was known of both people."""
        ...


class Recalled(dict[str, Value]):
    """A mapping that asks the memory for what it does not hold yet, one by one or many at once."""

    __slots__ = ("_nothing", "_recall")

    def __init__(
        self, recall: Callable[[Collection[str]], Mapping[str, Value]] | None, nothing: Callable[[], Value]
    ) -> None:
        super().__init__()
        self._recall = recall
        self._nothing = nothing

    def __missing__(self, key: str) -> Value:
        found = None if self._recall is None else self._recall((key,)).get(key)
        self[key] = value = self._nothing() if found is None else found
        return value

    def foresee(self, keys: Iterable[str]) -> None:
        """Ask at once for what will be needed."""
        if self._recall is not None:
            missing = [key for key in keys if key not in self]
            if missing:
                for key in missing:
                    self[key] = self._nothing()
                self.update(self._recall(missing))
