"""At most three gentle suggestions a day, of different kinds and about different people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace

from maarif.domain.phrases import Phrase
from maarif.domain.reminders import Occasion, Reminder

#: How many suggestions a day holds.
MOST = 3

#: How many of one kind a day holds; those that are not named here, two.
_OF_A_KIND: dict[Occasion, int] = {"drifting": 1, "see again": 1, "trip": 1, "event": 1}

#: What comes first when there is more than a day holds: what is bound to the day, then what was said, then the rest.
URGENCY: dict[Occasion, float] = {
    "birthday": 1.0, "event": 0.95, "thank": 0.9, "trip": 0.85, "promise": 0.8, "follow up": 0.7, "see again": 0.65,
    "tell": 0.6, "drifting": 0.4,
}  # fmt: skip


def choose(reminders: Iterable[Reminder], put_off: Collection[str] = (), most: int = MOST) -> tuple[Reminder, ...]:
    """The reminders of a day: the weightiest, each person once, one for all that comes from one gathering."""
    chosen: list[Reminder] = []
    kinds: Counter[Occasion] = Counter()
    people: set[str] = set()
    for each in sorted(gathered(reminders), key=_order):
        fresh = not people & set(each.people) and kinds[each.occasion] < _OF_A_KIND.get(each.occasion, 2)
        if each.key not in put_off and fresh and len(chosen) < most:
            chosen.append(each)
            kinds[each.occasion] += 1
            people |= set(each.people)
    return tuple(chosen)


def _order(reminder: Reminder) -> tuple[float, str]:
    return -(URGENCY[reminder.occasion] + 0.05 * reminder.weight), reminder.key


def gathered(reminders: Iterable[Reminder]) -> list[Reminder]:
    """One party makes one reminder, however many people were there."""
    alone: list[Reminder] = []
    together: dict[str, Reminder] = {}
    for each in reminders:
        if not each.gathering:
            alone.append(each)
        elif each.gathering in together:
            together[each.gathering] = _with(together[each.gathering], each)
        else:
            together[each.gathering] = each
    return [*alone, *together.values()]


def _with(one: Reminder, other: Reminder) -> Reminder:
    people = tuple(dict.fromkeys((*one.people, *other.people)))
    more = (
        Phrase("{first} and others: {others}", first=one.says, others=other.says) if len(one.people) == 1 else one.says
    )
    origins = tuple(dict.fromkeys((*one.origins, *other.origins)))
    return replace(one, people=people, says=more, origins=origins, weight=max(one.weight, other.weight))
