"""What is known of a few people, quickly: without going through everybody else."""

from __future__ import annotations

from collections.abc import Sequence

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.knowing.contexts import contexts_of
from maarif.app.knowing.look import Acquaintance, facts_of
from maarif.app.knowing.standing import standing
from maarif.domain.errors import NoSuchPerson
from maarif.domain.people import Context, Fact


def known(home: Home, person_id: str) -> Acquaintance:
    """Whoever an id (an old one, too) leads to, with all that is known now. Raises NoSuchPerson."""
    led = led_to(home, person_id)
    facts = facts_of(home, home.now + 1, led).get(led, ())
    return _acquainted(home, [led], {led: facts})[led]


def led_to(home: Home, person_id: str) -> str:
    """The id of the person that an id, even an old one, leads to. Raises NoSuchPerson."""
    catch_up(home)
    led = home.store.people.by_alias(person_id)
    if led is None:
        raise NoSuchPerson(person_id)
    return led


def known_briefly(home: Home, ids: Sequence[str]) -> dict[str, Acquaintance]:
    """Several people by id, without their facts."""
    return _acquainted(home, ids, {})


def _acquainted(home: Home, ids: Sequence[str], facts: dict[str, tuple[Fact, ...]]) -> dict[str, Acquaintance]:
    people, ties, marks = home.store.people.get(ids), standing(home, None).ties, home.store.browse.marks(ids)
    contexts = contexts_now(home)
    return {
        who: Acquaintance(
            people[who], ties.get(who), contexts.get(who, ()), facts.get(who, ()), tuple(sorted(marks.get(who, ())))
        )
        for who in ids
        if who in people
    }


def contexts_now(home: Home) -> dict[str, tuple[Context, ...]]:
    """Everybody's contexts; made once per state of the home, not once per moment."""
    return contexts_of(home, home.horizon(home.now))
