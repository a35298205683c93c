"""Who stands near to whom, for the gates: the owner's present house, and the people around those a need names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.needs import Need
from maarif.domain.ties import Mark
from maarif.normalise.reading import own_text
from maarif.rank.gates import Circle, mark_in_note, named_people
from maarif.text.fold import fold, words
from maarif.text.mail_domains import is_free_mail

DAY = 86_400
#: A work domain or a stated employer counts as the present one for this long after it was last seen.
PRESENT = 365 * DAY


def owner_employer(home: Home, moment: int) -> tuple[str, frozenset[str]]:
    """The owner's present employer as it is called, and the mail domains of that house; ("", none) where unknown.

    Told from the owner's current position on a profile, and from the work domain the owner wrote from within a year.
    """
    domains = frozenset(home.store.people.owner_domains(moment - PRESENT, moment))
    work = frozenset(domain for domain in domains if not is_free_mail(domain))
    stated = home.store.people.owner_positions(moment)
    name = stated[0] if stated else ""
    if not name and work:
        name = sorted(work)[0]
    return name, work


def circle_of(home: Home, need: Need) -> Circle:
    """What the gates must know for this need; empty for kinds that keep nobody out."""
    people = people_of(home)
    if need.kind not in ("job", "confide", "intro"):
        return Circle()
    named = named_people(need, people.values())
    employer, domains = owner_employer(home, need.asked_on)
    colleagues = _people_of_house(home, employer, domains, need.asked_on)
    if need.kind == "confide" and not named:
        return Circle(present_colleagues=colleagues, employer=employer)
    houses = frozenset(d for p in named for d in people[p].domains if not is_free_mail(d))
    same_house = _people_of_house(home, "", houses, need.asked_on) | (colleagues if named & colleagues else frozenset())
    close = _close_to(home, named, need.asked_on) | _kin_or_noted(home, named, need.asked_on)
    return Circle(named, close, frozenset(same_house), colleagues, employer)


def _people_of_house(home: Home, employer: str, domains: frozenset[str], moment: int) -> frozenset[str]:
    """Everybody at these domains, or whose latest stated employer is this one."""
    people = people_of(home)
    inside = {person.id for person in people.values() if domains & person.domains}
    if employer:
        latest: dict[str, tuple[int, str]] = {}
        for person, _, _, attribute, value, at, _ in home.store.ledgers.facts(moment):
            if attribute == "employer":
                latest[person] = max(latest.get(person, (-1, "")), (at or 0, value))
        wanted = _house_words(employer)
        inside |= {p for p, (_, value) in latest.items() if p in people and wanted and wanted <= _house_words(value)}
    return frozenset(inside)


_LEGAL = frozenset(
    "gmbh ag inc ltd llc kg se co corp corporation limited plc ev ug sa sarl company group holding und & and".split()
)


def _house_words(name: str) -> frozenset[str]:
    return frozenset(word for word in words(name) if word not in _LEGAL)


def _close_to(home: Home, named: frozenset[str], moment: int) -> frozenset[str]:
    if not named:
        return frozenset()
    from maarif.app.ledger import ledger_of
    from maarif.ties.company import close_to

    return close_to(ledger_of(home).before(moment), named)


def _kin_or_noted(home: Home, named: frozenset[str], moment: int) -> frozenset[str]:
    """People with the surname of the named, and whom a note speaks of together with them."""
    people = people_of(home)
    surnames = {w[-1] for p in named if len(w := words(people[p].name)) > 1}
    found = {p.id for p in people.values() if len(w := words(p.name)) > 1 and w[-1] in surnames}
    together: dict[int, set[str]] = defaultdict(set)
    for note, person in home.store.ledgers.named_in_notes(moment):
        together[note].add(person)
    for on_it in together.values():
        if on_it & named:
            found |= on_it
    return frozenset(found - named)


def noted_marks(home: Home, moment: int) -> dict[str, set[Mark]]:
    """What the owner's own notes and cards ask for: somebody has died, or is to be kept away from."""
    key = f"noted@{moment}"
    if key not in home.kept:
        for old in [k for k in home.kept if k.startswith("noted@")]:
            del home.kept[old]
        home.kept[key] = _read_marks(home, moment)
    marks: dict[str, set[Mark]] = home.kept[key]
    return marks


def _read_marks(home: Home, moment: int) -> dict[str, set[Mark]]:
    people, mine = people_of(home), owner_ids(home)
    marks: dict[str, set[Mark]] = defaultdict(set)
    about = home.store.ledgers.named_in_notes(moment) + home.store.ledgers.cards(moment)
    items = home.store.items.bare(sorted({item for item, _ in about}))
    crowd = Counter(item for item, _ in about)
    for item, person in about:
        if person in people and person not in mine and item in items:
            names = {fold(name) for name in (people[person].name, *people[person].names)}
            for sentence in _SENTENCES.split(own_text(items[item])):
                mark = mark_in_note(sentence, names, alone=crowd[item] == 1)
                if mark is not None:
                    marks[person].add(mark)
    return dict(marks)


_SENTENCES = re.compile(r"(?<=[.!?؟])\s+|\n")
