"""Who stands near to whom, for the gates: the owner's present house, and the people around those a need names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.domain.needs import Need
from maarif.domain.ties import Mark, Tie
from maarif.normalise.reading import own_text
from maarif.rank.gates import Circle, called, mark_in_note, named_people, speaks_of_work
from maarif.text.fold import fold, raw_words, words
from maarif.text.language import is_stopword
from maarif.text.mail_domains import is_free_mail
from maarif.text.plain_words import is_plain

DAY = 86_400
#: A work domain or a stated employer counts as the present one for this long after it was last seen.
PRESENT = 365 * DAY


def owner_employer(home: Home, moment: int) -> tuple[str, frozenset[str]]:
    """The owner's present employer as it is called, and the mail domains of that house; ("", none) where unknown.

    Told from the owner's current position on a profile, and from the work domains the owner wrote from within a year:
    where one of them is called like that employer, the others are private, or left behind.
    """
    horizon = home.horizon(moment)
    return home.view(f"employer@{moment // DAY}/{horizon}", lambda: _owner_employer(home, moment, horizon))


def _owner_employer(home: Home, moment: int, horizon: int) -> tuple[str, frozenset[str]]:
    since = moment // DAY * DAY - PRESENT
    work = frozenset(d for d in home.store.people.owner_domains(since, horizon) if not is_free_mail(d))
    stated = home.store.people.owner_positions(horizon)
    if not stated:
        return min(work, default=""), work
    return stated[0], frozenset(d for d in work if _called_like(d, stated[0])) or work


#: A word of an employer's name tells its domain from so many letters on.
_TELLING = 4


def _called_like(domain: str, employer: str) -> bool:
    """Whether a domain bears a word of an employer's name, or its initials ("becksidehealth" for "Beckside Health")."""
    bare = domain.rpartition(".")[0].replace("-", "").replace(".", "")
    said = [word for word in words(employer) if word not in _LEGAL]
    initials = "".join(word[0] for word in said)
    return any(len(word) >= _TELLING and word in bare for word in said) or (len(initials) > 1 and initials == bare)


def circle_of(home: Home, need: Need, ties: Mapping[str, Tie]) -> Circle:
    """What the gates must know for this need, `ties` being how things stand as it is asked; empty for kinds that keep
    nobody out."""
    people = people_of(home)
    if need.kind not in ("job", "confide", "intro") and not need.parts.keep_out:
        return Circle()
    names, surnames = home.view("names", lambda: _by_name(home))
    kept_out = _kept_out(home, need, names, surnames)
    if need.kind not in ("job", "confide", "intro"):
        return Circle(kept_out=kept_out)
    named = named_people(need, names)
    employer, domains = owner_employer(home, need.asked_on)
    colleagues = _people_of_house(home, employer, domains, need.asked_on)
    if need.kind == "confide" and not named:
        named = _meant(need, names, colleagues, ties)
    if need.kind == "confide" and not named:
        return Circle(present_colleagues=colleagues, employer=employer, kept_out=kept_out)
    houses = frozenset(d for p in named for d in people[p].domains if not is_free_mail(d))
    same_house = _people_of_house(home, "", houses, need.asked_on) | (colleagues if named & colleagues else frozenset())
    close = _close_to(home, named, need.asked_on) | _kin_or_noted(home, named, surnames, need.asked_on)
    return Circle(named, close, frozenset(same_house), colleagues, employer, kept_out)


def _kept_out(
    home: Home, need: Need, names: Mapping[str, set[str]], surnames: Mapping[str, set[str]]
) -> frozenset[str]:  # fmt: skip
    """Everybody whom a need keeps out of it: those it names, the people of a house it names, and, where it is a
    secret, whoever is close to them."""
    if not need.parts.keep_out:
        return frozenset()
    out = frozenset(person for name in need.parts.keep_out for person in called(name, names))
    at_domain = home.view("domains", lambda: _by_domain(home))
    for house in need.parts.keep_out:
        joined = "".join(words(house))
        domains = frozenset(d for d in at_domain if not is_free_mail(d) and joined in {fold(p) for p in d.split(".")})
        if domains or len(words(house)) > 1:
            out |= _people_of_house(home, house, domains, need.asked_on)
    if need.kind in ("job", "confide"):
        out |= _close_to(home, out, need.asked_on) | _kin_or_noted(home, out, surnames, need.asked_on)
    return out


#: Whoever is meant by a given name alone is at least this near (S_eff), unless nobody is.
_MEANT = 0.2


def _meant(
    need: Need, names: Mapping[str, set[str]], colleagues: frozenset[str], ties: Mapping[str, Tie]
) -> frozenset[str]:  # fmt: skip
    """Whom a need may mean that is about somebody called by one name alone: present colleagues where it speaks of
    work, else those the owner is near to."""
    written = {word for word in raw_words(need.text) if word[:1].isupper() or not word[:1].islower()}
    single = [word for word in written if len(word) > 2 and not is_plain(fold(word)) and not is_stopword(fold(word))]
    found = frozenset(p for name in (*need.names, *single) if len(name) > 2 for p in called(name, names))
    if found & colleagues and speaks_of_work(need):
        return found & colleagues
    near = frozenset(p for p in found if p in ties and ties[p].effective >= _MEANT)
    return near or (found if len(found) <= 3 else frozenset())


def _people_of_house(home: Home, employer: str, domains: frozenset[str], moment: int) -> frozenset[str]:
    """Everybody at these domains, or whose latest stated employer is this one."""
    people = people_of(home)
    at_domain = home.view("domains", lambda: _by_domain(home))
    inside = {person for domain in domains for person in at_domain.get(domain, ())}
    if employer:
        horizon = home.horizon(moment)
        latest = home.view(f"employers@{horizon}", lambda: _latest_employers(home, horizon))
        wanted = _house_words(employer)
        inside |= {p for p, house in latest.items() if p in people and wanted and wanted <= house}
    return frozenset(inside)


def _latest_employers(home: Home, before: int) -> dict[str, frozenset[str]]:
    """The words of everybody's latest stated employer."""
    latest: dict[str, tuple[int, str]] = {}
    for person, _, _, _, value, at, _ in home.store.ledgers.facts(before, attribute="employer"):
        latest[person] = max(latest.get(person, (-1, "")), (at or 0, value))
    return {person: _house_words(value) for person, (_, value) in latest.items()}


def _by_domain(home: Home) -> dict[str, set[str]]:
    """The ids of people by the mail domains at which they are reached."""
    found: dict[str, set[str]] = defaultdict(set)
    for person in people_of(home).values():
        for domain in person.domains:
            found[domain].add(person.id)
    return found


def _by_name(home: Home) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The ids of people by their folded names, and by their surnames."""
    names: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    for person in people_of(home).values():
        for name in (person.name, *person.names):
            names[fold(name)].add(person.id)
        for name in dict.fromkeys((person.name, *person.names)):
            if len(parts := words(name)) > 1:
                surnames[parts[-1]].add(person.id)
    return names, surnames


_LEGAL = frozenset(
    "gmbh ag inc ltd llc kg se co corp corporation limited plc ev ug sa sarl company group holding und & and".split()
)


def _house_words(name: str) -> frozenset[str]:
    return frozenset(word for word in words(name) if word not in _LEGAL)


def _close_to(home: Home, named: frozenset[str], moment: int) -> frozenset[str]:
    if not named:
        return frozenset()
    from maarif.app.knowing.ledger import ledger_of
    from maarif.ties.company import close_to

    return close_to(ledger_of(home).before(moment), named)


def _kin_or_noted(home: Home, named: frozenset[str], by_surname: Mapping[str, set[str]], moment: int) -> frozenset[str]:
    """People with the surname of the named, and whom a note speaks of together with them."""
    people = people_of(home)
    called_by = [words(name) for p in named for name in (people[p].name, *people[p].names)]
    surnames = {parts[-1] for parts in called_by if len(parts) > 1}
    found = {person for surname in surnames for person in by_surname.get(surname, ())}
    together: dict[int, set[str]] = defaultdict(set)
    for note, person in home.store.ledgers.named_in_notes(moment):
        together[note].add(person)
    for on_it in together.values():
        if on_it & named:
            found |= on_it
    return frozenset(found - named)


def noted_marks(home: Home, moment: int) -> dict[str, set[Mark]]:
    """What the owner's own notes and cards ask for: somebody has died, or is to be kept away from."""
    horizon = home.horizon(moment)
    return home.view(f"noted@{horizon}", lambda: _read_marks(home, horizon))


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
