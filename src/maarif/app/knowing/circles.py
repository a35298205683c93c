"""The circles of a home: who is seen together with whom, and what each circle is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.ledger import ledger_of
from maarif.domain.circles import Circle, CircleKind
from maarif.domain.phrases import Phrase
from maarif.text.fold import words
from maarif.text.mail_domains import is_free_mail
from maarif.ties.circle_names import Named, Shared, name_circle, rarity, with_years
from maarif.ties.copresence import Graph, carry_ids, communities, pull, seen_together
from maarif.ties.gatherings import Seen, gatherings_in, lists_in, seen_at
from maarif.ties.ledger import Flags, Ints, Ledger

DAY = 86_400
#: Circles change slowly: they are derived anew after a day, or when this share of the items is new or gone.
NEW_SHARE = 0.02
#: A community that has this share of its people in common with a chat, a meeting or a list is that.
SAME_PEOPLE = 0.6
#: Items of a community whose subjects are read for its name.
SUBJECTS = 20
#: Pairs of people below which there are no communities to find.
FEWEST_PAIRS = 60
#: Items that are shown for a circle.
SHOWN = 3


def circles(home: Home, on: int | None = None) -> list[Circle]:
    """All circles, the largest first: as kept for now (None), or derived as of a moment, which sees nothing later."""
    if on is not None:
        return home.view(f"circles@{on}", lambda: _by_size(_derive(home, on, {})))
    return home.view("circles", lambda: _by_size(home.store.circles.all()))


def circle_of_person(home: Home, on: int | None = None) -> Mapping[str, str]:
    """The id of the one circle each person belongs to most: their community, else the smallest circle they are in."""
    return home.view(f"circle_of_person@{on}", lambda: _main_circles(circles(home, on)))


def circles_of(home: Home, person_id: str, on: int | None = None) -> list[Circle]:
    """The circles somebody is in, the smallest first."""
    return home.view(f"circles_of@{on}", lambda: _by_person(circles(home, on))).get(person_id, [])


def _by_person(found: Sequence[Circle]) -> dict[str, list[Circle]]:
    """The circles of everybody, the smallest first."""
    by_person: dict[str, list[Circle]] = {}
    for circle in reversed(found):
        for person in circle.people:
            by_person.setdefault(person, []).append(circle)
    return by_person


def _main_circles(found: Sequence[Circle]) -> dict[str, str]:
    """The last word counts: groups from the largest to the smallest, then communities."""
    in_order = sorted(found, key=lambda circle: circle.kind == "community")
    return {person: circle.id for circle in in_order for person in circle.people}


def _by_size(found: Sequence[Circle]) -> list[Circle]:
    return sorted(found, key=lambda circle: (-len(circle.people), circle.id))


def settle_circles(home: Home, *, anew: bool = False) -> None:
    """Derive the circles again where enough has changed since (or `anew`), and keep them."""
    at, items = home.store.circles.derived()
    now, count = home.now, home.store.items.count()
    if not anew and 0 <= now - at < DAY and abs(count - items) <= NEW_SHARE * items:
        return
    former = {circle.id: frozenset(circle.people) for circle in home.store.circles.all()}
    home.store.circles.replace(_derive(home, now, former), now, count)


# -- deriving -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Group:
    """A circle on its way: its people and when it was, before it has an id and origins."""

    kind: CircleKind
    label: str
    seen: Seen


def _derive(home: Home, moment: int, former: Mapping[str, frozenset[str]]) -> list[Circle]:
    ledger, people = ledger_of(home).before(moment), people_of(home)
    human = np.array([people[person].kind == "person" for person in ledger.people], dtype=np.bool_)
    groups = _gathered(home, ledger, human, moment)
    graph = seen_together(ledger, human)
    taken = [frozenset(group.seen.people.tolist()) for group in groups]
    parts = [members for members in _communities(graph) if not _is_one_of(frozenset(members.tolist()), taken)]
    found = groups + _as_groups(ledger, graph, parts)
    sets = [frozenset(ledger.people[place] for place in group.seen.people) for group in found]
    ids = carry_ids(sets, dict(former))
    names = _names(home, ledger, found, moment)
    origins = home.store.items.origins(sorted({item for group in found for item in group.seen.items[:SHOWN]}))
    return [
        Circle(
            ids[place], with_years(named.name, group.seen.since, group.seen.until, moment), group.kind,
            tuple(ledger.people[who] for who in group.seen.people), group.seen.since, group.seen.until,
            tuple(origins[item] for item in group.seen.items[:SHOWN] if item in origins), named.why,
        )
        for place, (group, named) in enumerate(zip(found, names, strict=True))
    ]  # fmt: skip


def _communities(graph: Graph) -> list[Ints]:
    """The communities of a graph; none where it has too few pairs to fall into parts, which also spares small homes
    the second that the graph library takes to load."""
    return communities(graph) if len(graph.left) >= FEWEST_PAIRS else []


def _gathered(home: Home, ledger: Ledger, human: Flags, moment: int) -> list[_Group]:
    """Group chats, meetings that come again, and lists."""
    people = people_of(home)
    is_list = np.array([people[person].kind == "group" for person in ledger.people], dtype=np.bool_)
    known = [
        *gatherings_in(home.store.circles.gatherings(moment)),
        *lists_in(ledger, is_list, [people[person].name for person in ledger.people]),
    ]
    both = zip(known, seen_at(ledger, human, known), strict=True)
    return [_Group(each.kind, each.label, seen) for each, seen in both if seen is not None]


def _is_one_of(people: frozenset[int], taken: Sequence[frozenset[int]]) -> bool:
    return any(len(people & other) >= SAME_PEOPLE * len(people | other) for other in taken)


def _as_groups(ledger: Ledger, graph: Graph, parts: Sequence[Ints]) -> list[_Group]:
    """Communities with when they were seen together, and the items that show it."""
    label = np.full(len(ledger.people), -1)
    for number, members in enumerate(parts):
        label[members] = number
    rows = np.flatnonzero(ledger.together & (label[ledger.person] >= 0))
    key = ledger.item[rows] * max(len(parts), 1) + label[ledger.person[rows]]
    different, first, times = np.unique(key, return_index=True, return_counts=True)
    several = times >= 2
    whose, rows, times = different[several] % max(len(parts), 1), rows[first[several]], times[several]
    order = np.lexsort((-ledger.at[rows], -times, whose))
    bounds = np.searchsorted(whose[order], np.arange(len(parts) + 1))
    drawn, groups = pull(graph, label), []
    for number, members in enumerate(parts):
        own = rows[order[bounds[number] : bounds[number + 1]]]
        if len(own):
            at, items = ledger.at[own], tuple(ledger.item[own[:SUBJECTS]].tolist())
            in_order = members[np.argsort(-drawn[members], kind="stable")]
            seen = Seen(in_order, len(own), int(at.min()), int(at.max()), items)
            groups.append(_Group("community", "", seen))
    return groups


# -- names ----------------------------------------------------------------------------------------

_WHY = {
    "chat": Phrase("a group chat"),
    "meeting": Phrase("a meeting that comes again"),
    "list": Phrase("those who write to one list"),
}


def _names(home: Home, ledger: Ledger, groups: Sequence[_Group], moment: int) -> list[Named]:
    unnamed = [group for group in groups if not group.label]
    said = home.store.circles.subjects(sorted({item for group in unnamed for item in group.seen.items}))
    subjects = {id(group): [said.get(item, "") for item in group.seen.items] for group in unnamed}
    rare = rarity(subjects.values())
    facts = _facts(home, moment) if unnamed else {}
    named = []
    for group in groups:
        if group.label:
            named.append(Named(group.label, _WHY[group.kind]))
        else:
            shared = _shared(home, ledger, group, facts)
            named.append(name_circle(replace(shared, subjects=subjects[id(group)]), rare))
    return named


def _facts(home: Home, moment: int) -> dict[tuple[str, str], str]:
    """The latest employer and city of everybody, by (person, attribute)."""
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for attribute in ("employer", "city"):
        for person, _, _, _, value, at, _ in home.store.ledgers.facts(moment, attribute=attribute):
            key = (person, attribute)
            found[key] = max(found.get(key, (-1, "")), (at or 0, value))
    return {key: value for key, (_, value) in found.items()}


def _shared(home: Home, ledger: Ledger, group: _Group, facts: Mapping[tuple[str, str], str]) -> Shared:
    people = people_of(home)
    own = [people[ledger.people[place]] for place in group.seen.people]
    houses = [facts.get((person.id, "employer")) or _house(person.domains) for person in own]
    surnames = [parts[-1].capitalize() if len(parts := words(person.name)) > 1 else "" for person in own]
    cities = [facts.get((person.id, "city"), "") for person in own]
    return Shared([person.name for person in own], surnames, houses, cities, ())


def _house(domains: frozenset[str]) -> str:
    """The name of a house as its mail domain gives it: "tannhof.example" is Tannhof."""
    work = sorted(domain for domain in domains if not is_free_mail(domain))
    return work[0].rpartition(".")[0].rpartition(".")[2].capitalize() if work else ""
