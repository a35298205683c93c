"""Who is kept out of an answer whatever speaks for them, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from maarif.domain.needs import Need
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.ties import Mark
from maarif.text.fold import fold, words

#: Titles of people who decide over others: with a difficult colleague, the shared boss is no confidant.
_BOSS = re.compile(
    r"\b(?:head|chief|ceo|cto|cfo|coo|director|manager|lead|president|vp|owner|founder|leiter\w*|leitung|geschaftsfuhr\w*|vorstand|chef\w*"
    r"|direktor\w*)\b|مدير|رييس"
)
_GONE = re.compile(
    r"\b(?:died|passed away|gestorben|verstorben|ist tot|decede\w*|murio|fallecio)\b|†|توفي|توفيت|رحمه الله|رحمها الله"
)
_AWAY = re.compile(
    r"\b(?:keep away|stay away|no contact|never (?:write|call|contact)|do not contact|don't contact|avoid|blocked|abstand|kein kontakt|"
    r"nicht mehr (?:melden|schreiben|kontaktieren)|nie wieder)\b|ابتعد|لا تتواصل"
)


@dataclass(frozen=True, slots=True)
class Circle:
    """Who stands near to whom, as far as gates must know: people close to those the need names, the owner's present
    colleagues, and whom the need itself keeps out of it."""

    named: frozenset[str] = frozenset()
    close_to_named: frozenset[str] = frozenset()
    same_house_as_named: frozenset[str] = frozenset()
    present_colleagues: frozenset[str] = frozenset()
    employer: str = ""
    kept_out: frozenset[str] = frozenset()


#: Somebody's somebody: whoever died in such a sentence is most likely not the one the note is about.
_KIN = re.compile(
    r"\b(?:mother|father|mum|dad|parents?|grand\w+|husband|wife|son|daughter|brother|sister|uncle|aunt|dog|cat|mutter|vater|eltern|oma|opa"
    r"|mann|frau|sohn|tochter|bruder|schwester|onkel|tante|hund|katze)\b|والد|ام|اب|جد|اخ|اخت|زوج|عم|خال"
)


def mark_in_note(sentence: str, names: Collection[str], alone: bool) -> Mark | None:
    """What a sentence of a note or card asks for about one of those it names: "deceased", "keep away", or nothing.

    `names` are their folded names; `alone` says that the note is about nobody else, so that a sentence without a name
    speaks of them as well.
    """
    folded = fold(sentence)
    if not (alone or any(name in folded for name in names)):
        return None
    if _GONE.search(folded) and not _KIN.search(folded):
        return "deceased"
    return "keep away" if _AWAY.search(folded) else None


def named_people(need: Need, by_name: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The ids of people whose full name (two to four words) stands in the need; `by_name` holds ids by folded name."""
    text = words(need.text)
    runs = {" ".join(text[i : i + n]) for n in (2, 3, 4) for i in range(len(text) - n + 1)}
    return frozenset(person for run in runs for person in by_name.get(run, ()))


def speaks_of_work(need: Need) -> bool:
    """Whether a need speaks of somebody at work: a colleague, a boss, a team."""
    return bool(_AT_WORK.search(fold(need.text)))


def called(name: str, by_name: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The ids of people whom a written name may mean: by the full name, else by any one of its parts."""
    wanted = words(name)
    whole = by_name.get(" ".join(wanted), ())
    if whole or not wanted:
        return frozenset(whole)
    return frozenset(p for full, ids in by_name.items() if set(wanted) <= set(full.split()) for p in ids)


def shut_out(need: Need, person: Person, marks: Collection[str], titles: Iterable[str], circle: Circle) -> str | None:
    """The reason why a person must not appear for this need, in any slot; None where nothing forbids it."""
    for mark, reason in _MARKS.items():
        if mark in marks:
            return reason
    if person.kind != "person":
        return Phrase("a list, a role mailbox or a service, not a person")
    if person.id in circle.kept_out:
        return Phrase("you want to keep them out of it")
    if need.kind == "job" and person.id in circle.present_colleagues:
        return Phrase("works where you work now ({employer}): a job hunt stays hidden there", employer=circle.employer)
    if need.kind == "confide":
        return _entangled(need, person, titles, circle)
    if person.id in circle.named:
        return Phrase("is the one the need is about")
    return None


#: A need that speaks of somebody at work without a name.
_AT_WORK = re.compile(
    r"\b(?:colleagues?|co-?workers?|boss|manager|supervisor|team ?lead\w*|at work|my team|workplace|kolleg\w+|chef\w*|vorgesetzt\w+|arbeitsplatz"
    r"|auf (?:der )?arbeit|team\w*)\b|زميل\w*|مدير\w*|رييس\w*|الشغل|العمل|بالشغل"
)

_MARKS = {
    "deceased": Phrase("has died"),
    "keep away": Phrase("you want to keep away from them"),
    "never suggest": Phrase("you asked never to suggest them"),
}


def _entangled(need: Need, person: Person, titles: Iterable[str], circle: Circle) -> str | None:
    if person.id in circle.named:
        return Phrase("is the one it is about")
    if person.id in circle.close_to_named:
        return Phrase("is close to the one it is about")
    if person.id in circle.present_colleagues and any(_BOSS.search(fold(title)) for title in titles):
        return Phrase("decides over people where you work")
    if not circle.named and person.id in circle.present_colleagues and speaks_of_work(need):
        return Phrase("works where you work now: it could be about them, or reach whom it is about")
    if circle.named and person.id in circle.same_house_as_named:
        return Phrase("works with the one it is about")
    return None
