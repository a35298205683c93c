"""Everybody in a list: found as one types, narrowed by what is known, sorted by what matters."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.knowing.known import contexts_now
from maarif.app.knowing.standing import ties_as_of
from maarif.domain.people import PersonKind
from maarif.store.database import Row
from maarif.text.fold import fold, words

if TYPE_CHECKING:
    from maarif.ties import Ties

#: People on one page of a list.
PAGE = 60

#: From which probability on a facet counts, as in the words for it.
SURELY = 0.4

_YEAR = 365 * 86_400
FACETS = ("work", "family", "friend", "community", "service")

#: How long ago the last contact was: the newest and the oldest in years.
LAST_CONTACT: dict[str, tuple[float, float]] = {
    "this year": (-1000.0, 1.0),
    "one to three years": (1.0, 3.0),
    "longer ago": (3.0, 1000.0),
}
SORTS = ("closeness", "name", "last contact")


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in a list: what filters and sorting look at. `text` holds all that a search finds them by, folded."""

    id: str
    name: str
    kind: PersonKind
    layer: int
    state: str
    effective: float
    last: int | None
    facets: frozenset[str]
    places: frozenset[str]
    languages: frozenset[str]
    contexts: frozenset[str]
    text: str
    by_name: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; "" leaves a filter open. `others` shows lists, shared mailboxes and services, too."""

    text: str = ""
    layer: str = ""
    context: str = ""
    place: str = ""
    facet: str = ""
    state: str = ""
    last: str = ""
    language: str = ""
    sort: str = "closeness"
    others: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list, how many there are in all, and where the next page begins (0: this was the last)."""

    people: tuple[Listed, ...]
    count: int
    next: int


@dataclass(slots=True)
class Directory:
    """Everybody, laid out once per state of the people; marks and the like do not make it anew."""

    _stamp: Row = ()
    _listed: list[Listed] = field(default_factory=list)
    _people: list[Listed] = field(default_factory=list)
    _choices: dict[str, list[str]] = field(default_factory=dict)

    def find(self, home: Home, wanted: Wanted, start: int = 0, most: int = PAGE) -> Found:
        """A page of those who are wanted, in the order that is wanted."""
        self._settle(home)
        found = self._listed if wanted.others else self._people
        for word in words(wanted.text):
            found = [one for one in found if word in one.text]
        for fits in _tests(wanted, home.now):
            found = [one for one in found if fits(one)]
        if wanted.sort == "name":
            found = sorted(found, key=attrgetter("by_name"))
        elif wanted.sort == "last contact":
            found = sorted(found, key=lambda one: -(one.last or -(1 << 60)))
        page = found[start : start + most]
        return Found(tuple(page), len(found), start + most if len(found) > start + most else 0)

    def choices(self, home: Home) -> dict[str, list[str]]:
        """What the filters `context`, `place` and `language` can be set to, the most frequent first."""
        self._settle(home)
        return self._choices

    def _settle(self, home: Home) -> None:
        catch_up(home)
        stamp = home.store.browse.stamp()
        if stamp != self._stamp:
            self._listed = sorted(_everybody(home), key=lambda one: (-one.effective, one.name, one.id))
            self._people = [one for one in self._listed if one.kind == "person"]
            self._choices = {
                "context": _frequent(one.contexts for one in self._listed),
                "place": _frequent(one.places for one in self._listed),
                "language": _frequent(one.languages for one in self._listed),
            }
            self._stamp = stamp


def is_empty(home: Home) -> bool:
    """Whether nothing was taken in so far."""
    return home.store.items.last() == 0


_SAID = frozenset({"employer", "title", "city", "country", "language", "nickname"})


def _everybody(home: Home) -> Iterable[Listed]:
    said: dict[str, dict[str, list[str]]] = {}
    for person, _, _, attribute, value, _, _ in home.store.ledgers.facts(home.now):
        if attribute in _SAID:
            said.setdefault(person, {}).setdefault(attribute, []).append(value)
    addresses: dict[str, str] = dict(home.store.browse.addresses())
    contexts, ties = contexts_now(home), _numbers(ties_as_of(home, None))
    for row in home.store.browse.everybody():
        labels = [each.label for each in contexts.get(row[0], ()) if each.label]
        yield _listed((*row, addresses.get(row[0], "")), ties.get(row[0], _NO_TIE), said.get(row[0], {}), labels)


#: Effective strength, layer, state, last in, last out, and the facets in their order.
_Numbers: TypeAlias = tuple[float, int, str, int, int, tuple[float, ...]]
_NO_TIE: _Numbers = (0.0, 0, "", 0, 0, ())


def _numbers(ties: Ties) -> dict[str, _Numbers]:
    """How things stand with everybody, in numbers alone: to make every tie with its sentences would take seconds."""
    from maarif.ties.table import STATES

    rows = ties.rows
    columns = (rows[name].tolist() for name in ("layer", "last_in", "last_out"))
    states = [STATES[state] for state in rows["state"].tolist()]
    facets = zip(*(rows[facet].tolist() for facet in FACETS), strict=True)
    layers, last_in, last_out = columns
    numbers = zip(ties.effective.tolist(), layers, states, last_in, last_out, facets, strict=True)
    return dict(zip(ties.people, numbers, strict=True))


def _listed(row: Row, tie: _Numbers, said: dict[str, list[str]], contexts: Sequence[str]) -> Listed:
    person, name, names, kind, addresses = row
    effective, layer, state, last_in, last_out, facets = tie
    values = [value for values in said.values() for value in values]
    return Listed(
        id=person,
        name=name,
        kind=kind,
        layer=layer,
        state=state,
        effective=effective,
        last=max(last_in, last_out) or None,
        facets=frozenset(facet for facet, share in zip(FACETS, facets, strict=False) if share >= SURELY),
        places=frozenset([*said.get("city", ()), *said.get("country", ())]),
        languages=frozenset(said.get("language", ())),
        contexts=frozenset(contexts),
        text=fold(" ".join((person, name, *json.loads(names), addresses, *values, *contexts))),
        by_name=fold(name),
    )


def _tests(wanted: Wanted, now: int) -> Iterator[Callable[[Listed], bool]]:
    if wanted.layer.isdigit():
        layer = int(wanted.layer)
        yield lambda one: (0 < one.layer <= layer) if layer else one.layer == 0
    if wanted.state:
        yield lambda one: one.state == wanted.state
    for attribute in ("context", "place", "language"):
        if value := getattr(wanted, attribute):
            yield _among(f"{attribute}s", value)
    if wanted.facet:
        yield _among("facets", wanted.facet)
    if wanted.last in LAST_CONTACT:
        newest, oldest = LAST_CONTACT[wanted.last]
        yield lambda one: one.last is not None and newest <= (now - one.last) / _YEAR < oldest
    elif wanted.last == "never":
        yield lambda one: one.last is None


def _among(attribute: str, value: str) -> Callable[[Listed], bool]:
    return lambda one: value in getattr(one, attribute)


def _frequent(sets: Iterable[frozenset[str]], most: int = 60) -> list[str]:
    counted = Counter(value for values in sets for value in values)
    return [value for value, _ in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:most]]
