"""The suggestions of a day and of a week, as a list, a text or a feed; and what is put off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.today import dated, undated
from maarif.app.today.looking import DAY, Look, look
from maarif.domain.errors import BadInput
from maarif.domain.reminders import Occasion, Reminder
from maarif.post import Entry, feed
from maarif.tend import choose

#: How many suggestions a week's text holds, and how many days a feed reaches ahead.
WEEKLY, FEED = 7, 365
#: Days that something is put off for where nothing else is said, and at most.
USUAL, LONGEST = 7, 3650
_BOUND: frozenset[Occasion] = frozenset(("birthday", "event", "trip"))


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: what is bound to one of them, in order, and what is not."""

    begins: date
    dated: tuple[Reminder, ...]
    undated: tuple[Reminder, ...]


def today(home: Home, on: int | None = None) -> tuple[Reminder, ...]:
    """At most three suggestions for a day, the most timely first; none is a good answer, too."""
    catch_up(home)
    return choose(_all(look(home, on, 1)), home.store.snoozes.put_off_at(home.now if on is None else on))


def week(home: Home, on: int | None = None) -> Week:
    """What seven days hold: everything that is bound to a day, and a few of the rest."""
    catch_up(home)
    seen = look(home, on, 7)
    put_off_now = home.store.snoozes.put_off_at(seen.moment)
    every = [reminder for reminder in _all(seen) if reminder.key not in put_off_now]
    bound = sorted((r for r in every if r.occasion in _BOUND), key=lambda r: (r.day, r.key))
    rest = choose([r for r in every if r.occasion not in _BOUND], (), max(WEEKLY - len(bound), 3))
    return Week(seen.day, tuple(bound), rest)


def feed_of(home: Home, on: int | None = None) -> str:
    """A calendar feed (iCalendar): the birthdays of a year, and the day's suggestions."""
    catch_up(home)
    entries = [
        Entry(f"{reminder.key}-{reminder.day:%Y}", reminder.day, reminder.says, reminder.why)
        for reminder in dated.birthdays(look(home, on, FEED))
    ]
    entries += [
        Entry(f"{reminder.key}-{reminder.day:%Y%m%d}", reminder.day, reminder.says, reminder.why)
        for reminder in today(home, on)
        if reminder.occasion != "birthday"
    ]
    return feed(entries, home.now if on is None else on)


def put_off(home: Home, key: str, days: int = USUAL) -> Reminder:
    """Say nothing of a suggestion for so many days. Raises BadInput where none of this week's has that key."""
    if not 1 <= days <= LONGEST:
        raise BadInput(f"{days} days cannot be put off. Choose between 1 and {LONGEST}.")
    catch_up(home)
    known = next((each for each in _all(look(home, None, 7)) if each.key == key.strip().lower()), None)
    if known is None:
        raise BadInput(f"Nothing is called {key!r} today. List what there is with: maarif today")
    with home.store.database.writing():
        home.store.snoozes.put_off(known.key, home.now + days * DAY)
    return known


def _all(seen: Look) -> Iterator[Reminder]:
    yield from dated.birthdays(seen)
    yield from dated.events(seen)
    yield from dated.trips(seen)
    yield from undated.promises(seen)
    yield from undated.outreach(seen)
    yield from undated.drifting(seen)
