"""Write: somebody and a need in, drafts out, each with what a careful reading of it finds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from maarif.app.asking.last_answer import last_answer, placed
from maarif.app.asking.nearness import owner_employer
from maarif.app.asking.search import search
from maarif.app.home import Home
from maarif.app.knowing.look import find
from maarif.app.knowing.look import person as acquaintance
from maarif.app.writing.addressing import (
    called,
    is_feminine,
    medium_for,
    nearness_of,
    owner_name,
    people_named,
    register_with,
    talk_with,
)
from maarif.app.writing.sharing import shared_with, words_of_others
from maarif.domain.drafts import Draft, Finding, Medium
from maarif.domain.errors import BadInput
from maarif.domain.needs import Need
from maarif.domain.people import Person
from maarif.draft.compose import Addressee, language_with, propose
from maarif.draft.lint import Known, lint
from maarif.draft.wish import Wish, wish_of
from maarif.draft.words import LANGUAGES
from maarif.rank.needs import understand

#: Whom nothing is written to, whatever is asked.
NOT_TO = {
    "deceased": "{name} has died, as you noted. If that is wrong: maarif mark {id} deceased --remove",
    "keep away": "You want to keep away from {name}. Take the mark back first: maarif mark {id} 'keep away' --remove",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A draft, and what a careful reading of it finds, grave things first."""

    draft: Draft
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be written to one person about one need: several variants, and what they are held against."""

    need: Need
    person: Person
    to: Addressee
    wish: Wish
    known: Known
    variants: tuple[Written, ...]


def write(
    home: Home, who: str, text: str | None = None, kind: str | None = None,
    medium: Medium | None = None, language: str | None = None,
) -> Proposal:  # fmt: skip
    """Drafts for one person about a need (`text`; the last answer's where it is not given).

    `who` is a place in the last answer ("1") or a person. The medium and the language are those they use with each
    other unless told. Raises BadInput, NoSuchPerson, AmbiguousPerson, BadNeed.
    """
    person, need = _meant(home, who, text, kind)
    known = acquaintance(home, person.id)
    for mark, refusal in NOT_TO.items():
        if mark in known.marks:
            raise BadInput(refusal.format(name=person.name, id=person.id))
    talk = talk_with(home, person, home.now)
    register = register_with(talk, person)
    if language is not None:
        if language not in LANGUAGES:
            raise BadInput(f"There are no words for {language!r}. Languages are: {', '.join(LANGUAGES)}.")
        register = replace(register, language=language)
    wish = wish_of(need, _unsaid(home, need))
    to = Addressee(
        person.id, called(person, register.formal), register, nearness_of(known.tie, known.marks),
        is_feminine(person.name),
    )  # fmt: skip
    to = replace(to, shared=shared_with(home, need, person, language_with(to, wish)))
    drafts = propose(to, wish, medium or medium_for(person, talk, need.kind), owner_name(home))
    held = _known(home, need, person, to)
    return Proposal(need, person, to, wish, held, tuple(Written(draft, lint(draft, held)) for draft in drafts))


def read_again(proposal: Proposal, draft: Draft) -> Written:
    """A draft that the owner (or a model) changed, read anew against the same."""
    free = draft.by == "model"
    return Written(draft, lint(draft, replace(proposal.known, free=free)))


def _meant(home: Home, who: str, text: str | None, kind: str | None) -> tuple[Person, Need]:
    place = placed(home, who) if text is None or who.isdigit() else None
    if text is None:
        last = place[0] if place is not None else last_answer(home)
        text, kind = last.text, kind or last.kind
    return find(home, place[1] if place is not None else who), understand("", text, kind, home.now)


def _unsaid(home: Home, need: Need) -> list[str]:
    """Names that must not stand in a message: whom a confidence is about, and where the owner works in a job hunt."""
    if need.kind == "confide":
        return [*need.names]
    if need.kind == "job":
        employer, domains = owner_employer(home, need.asked_on)
        return [name for name in (employer, *(domain.split(".")[0] for domain in domains)) if len(name) > 3]
    return []


def _known(home: Home, need: Need, person: Person, to: Addressee) -> Known:
    secret = [*need.parts.keep_out, *_unsaid(home, need)]
    found = search(home, need, frozenset())
    shared = " ".join(to.shared.values.values()) if to.shared is not None else ""
    said = (need.text, shared, to.name, to.register.greeting, to.register.farewell, owner_name(home))
    return Known(
        allowed=tuple(part for part in said if part),
        private=tuple(words_of_others(home, found, person.id)),
        secret=tuple(dict.fromkeys([*secret, *people_named(home, secret)])),
        names=(person.name, *person.names),
    )
