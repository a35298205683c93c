"""Whom an introduction is wanted to: a person, the people of a house, those of a trade, or somebody only told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.look import find
from maarif.domain.errors import BadNeed, NoSuchPerson
from maarif.text.fold import fold, words
from maarif.text.language import STOPWORDS

#: "someone at X", "jemand bei X", "أحد في X": the house is meant.
_AT = re.compile(
    r"^\s*(?:(?:some(?:one|body)|any(?:one|body)|people|a person) (?:at|from|in|of|with)|"
    r"(?:jemand(?:en|em)?|irgend(?:jemand|wer|wen)|leute|wen|wer) (?:bei|von|aus|in)|"
    r"(?:شخص|أحد|احد|ناس|موظف) (?:في|من|لدى|عند))\s+(?P<house>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Target:
    """What the target is called, the ids of those who are it, and the words by which others may speak of it."""

    label: str
    people: tuple[str, ...]
    words: tuple[str, ...] = ()


def target_of(home: Home, whom: str, moment: int) -> Target:
    """The target that words name: a person by id, address or name before a house, a house before a trade.

    Raises BadNeed where there are no words, AmbiguousPerson where a name leads to several.
    """
    said = " ".join(whom.split())
    house = _AT.match(said)
    label = house.group("house").strip(" .?!") if house else said
    sought = _sought(label)
    if not sought:
        raise BadNeed('Say whom you want to meet, such as: maarif intro "someone at Evides"')
    if house is None:
        try:
            person = find(home, said)
            return Target(person.name, (person.id,), _sought(person.name))
        except NoSuchPerson:
            pass
    people = _of_house(home, sought, moment) or _of_trade(home, sought, moment)
    return Target(label, tuple(people), sought)


def _sought(label: str) -> tuple[str, ...]:
    common = STOPWORDS["en"] | STOPWORDS["de"] | STOPWORDS["ar"]
    every = words(label)
    return tuple(word for word in every if word not in common) or tuple(every)


def _of_house(home: Home, sought: Sequence[str], moment: int) -> list[str]:
    """Those whose latest employer bears these words, or who are reached at a domain of that name."""
    people = people_of(home)
    latest: dict[str, tuple[int, str]] = {}
    for person, _, _, _, value, at, _ in home.store.ledgers.facts(moment, attribute="employer"):
        latest[person] = max(latest.get(person, (-1, "")), (at or 0, value))
    found = {person for person, (_, value) in latest.items() if set(sought) <= set(words(value))}
    joined = "".join(sought)
    found |= {
        p.id for p in people.values() if any(joined == fold(part) for d in p.domains for part in d.split(".")[:-1])
    }
    return sorted(found & people.keys())


def _of_trade(home: Home, sought: Sequence[str], moment: int) -> list[str]:
    """Those whose title or field bears these words."""
    people, found = people_of(home), set()
    for attribute in ("title", "field"):
        for person, _, _, _, value, _, _ in home.store.ledgers.facts(moment, attribute=attribute):
            if set(sought) <= set(words(value)):
                found.add(person)
    return sorted(found & people.keys())
