"""The ledger of a home with its people, the signs of each, and how things stand: made once per state of the store."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.app.knowing.columns import participations, settle_columns
from maarif.text.fold import fold, words
from maarif.text.mail_domains import is_free_mail
from maarif.text.private_life import PRIVATE_WORDS
from maarif.text.stem import stem_variants
from maarif.ties import Ledger, Ties, make_ledger, weigh
from maarif.ties.signs import OwnerSigns, Said, SignTable, sign_table, with_habits

_PERSONAL_ITEMS = 20_000

#: Facts that tell of nearness whatever was written.
_HOME = frozenset(("household", "birthday", "nickname"))


def ledger_of(home: Home) -> Ledger:
    """All participations up to now, as columns."""
    if "ledger" not in home.kept:
        parts = participations(home)
        past = parts[parts["at"] < home.now]
        home.kept["ledger"] = make_ledger(past, home.store.people.of_handles(), owner_ids(home), people_of(home))
    ledger: Ledger = home.kept["ledger"]
    return ledger


def ties_at(home: Home, moment: int) -> Ties:
    """Everybody's tie as of a moment."""
    return home.view(f"ties@{moment}", lambda: weigh(ledger_of(home), moment, signs_at(home, moment)))


def kept_ties(home: Home) -> Ties:
    """Everybody's tie as it was last settled; made anew where nothing fitting is kept."""
    kept = home.store.people.ties()
    try:
        return Ties.from_bytes(kept) if kept is not None else ties_at(home, home.now)
    except ValueError:
        return ties_at(home, home.now)


def settle_ties(home: Home) -> None:
    """How things stand today, and who is seen with whom."""
    from maarif.app.knowing.circles import settle_circles

    settle_columns(home)
    moment = home.now
    home.store.people.replace_ties(moment, ties_at(home, moment).to_bytes())
    settle_circles(home)


def signs_at(home: Home, moment: int) -> SignTable:
    """The signs of everybody as of a moment."""
    ledger = ledger_of(home).before(moment)
    table = sign_table(ledger, people_of(home), _owner_signs(home), _said(home, moment))
    return with_habits(table, ledger, _personal_items(home, moment))


def _said(home: Home, moment: int) -> dict[str, Said]:
    """What is said of people, and the owner's own word.

    Of kin only those count who are said to be the owner's own: everybody has a wife or a brother to speak of.
    """
    mine = [frozenset(w) for name in _owner_names(home) if len(w := words(name)) > 1]
    employers: dict[str, set[str]] = defaultdict(set)
    kin, homes, declared = set(), set(), set(home.store.people.declared(moment))
    for person, _, _, attribute, value, _, _ in home.store.ledgers.facts(moment):
        if attribute == "employer":
            employers[person].add(fold(value))
        elif attribute == "kin" and any(name <= set(words(value)) for name in mine):
            kin.add(person)
        elif attribute in _HOME:
            homes.add(person)
    close = {person for person, marks in home.store.decisions.marks().items() if "close" in marks}
    return {
        person: Said(frozenset(employers.get(person, ())), person in kin, person in declared, person in close,
                     person in homes)
        for person in employers.keys() | kin | homes | declared | close
    }  # fmt: skip


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
