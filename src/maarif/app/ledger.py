"""The ledger of a home with its people, and the signs of each: made once per state of the store."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.ties import Tie
from maarif.text.fold import fold, words
from maarif.text.mail_domains import is_free_mail
from maarif.text.private_life import PRIVATE_WORDS
from maarif.text.stem import stem_variants
from maarif.ties import Ledger, Signs, make_ledger, weigh_all
from maarif.ties.signs import Habits, OwnerSigns, habits_of, signs_of

_PERSONAL_ITEMS = 20_000


def ledger_of(home: Home) -> Ledger:
    """All participations up to now, as columns."""
    if "ledger" not in home.kept:
        rows = home.store.ledgers.participations(home.now)
        home.kept["ledger"] = make_ledger(rows, home.store.people.of_handles(), owner_ids(home), people_of(home))
    ledger: Ledger = home.kept["ledger"]
    return ledger


def ties_at(home: Home, moment: int) -> dict[str, Tie]:
    """Everybody's tie as of a moment."""
    key = f"ties@{moment}"
    if key not in home.kept:
        for old in [k for k in home.kept if k.startswith("ties@")]:
            del home.kept[old]
        home.kept[key] = {tie.person: tie for tie in weigh_all(ledger_of(home), moment, signs_at(home, moment))}
    ties: dict[str, Tie] = home.kept[key]
    return ties


def signs_at(home: Home, moment: int) -> dict[str, Signs]:
    """The signs of everybody as of a moment."""
    ledger = ledger_of(home).before(moment)
    people, said = people_of(home), _said(home, moment)
    habits = habits_of(ledger, _personal_items(home, moment))
    owner = _owner_signs(home)
    shares = zip(*_rounded(habits), strict=True)
    return {
        person: signs_of(people[person], owner, said.get(person, {}), share)
        for person, share in zip(ledger.people, shares, strict=True)
    }


def _rounded(habits: Habits) -> tuple[list[float], ...]:
    return tuple(np.round(column, 3).tolist() for column in (habits.personal, habits.off_hours, habits.gathered))


def _said(home: Home, moment: int) -> dict[str, dict[str, list[str]]]:
    """Facts by person and attribute; "declared" where a card or a note of the owner's speaks of them.

    Of kin only those count who are said to be the owner's own: everybody has a wife or a brother to speak of.
    """
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    mine = [frozenset(w) for name in _owner_names(home) if len(w := words(name)) > 1]
    for person, _, _, attribute, value, _, _ in home.store.ledgers.facts(moment):
        if attribute != "kin" or any(name <= set(words(value)) for name in mine):
            said[person][attribute].append(fold(value) if attribute == "employer" else value)
    for person in home.store.people.declared(moment):
        said[person]["declared"].append("yes")
    return said


def _owner_signs(home: Home) -> OwnerSigns:
    people = home.store.people
    mine = people.get(sorted(owner_ids(home))).values()
    domains = frozenset(domain for person in mine for domain in person.domains if not is_free_mail(domain))
    surnames = frozenset(w[-1] for name in _owner_names(home) if len(w := words(name)) > 1)
    employers = frozenset(fold(value) for value in people.owner_employers())
    return OwnerSigns(domains, employers, surnames)


def _owner_names(home: Home) -> list[str]:
    mine = home.store.people.get(sorted(owner_ids(home))).values()
    return [name for person in mine for name in (person.name, *person.names)]


def _personal_items(home: Home, moment: int) -> np.typing.NDArray[np.int64]:
    terms = {term for word in PRIVATE_WORDS for term in stem_variants(word)}
    hits = home.store.index.search(dict.fromkeys(sorted(terms), 1.0), moment, _PERSONAL_ITEMS)
    return np.array([item for item, _ in hits], dtype=np.int64)
