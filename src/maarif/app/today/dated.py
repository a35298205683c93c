"""What is bound to a day: birthdays, trips, and what stands in the calendar for tomorrow."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from maarif.app.everybody import owner_ids
from maarif.app.exchange.giving import wishes
from maarif.app.today.looking import DAY, Look, key_of
from maarif.domain.items import Meeting
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.reminders import Reminder
from maarif.text.fold import fold
from maarif.text.places import find_places, near

_BIRTHDAY = re.compile(r"^(?:\d{4}|-)?-(\d{2})-(\d{2})")
#: Days ahead that a trip is spoken of, and behind that show where the owner is at home.
_TRIP, _AT_HOME = 14, 120
#: A place of so many meetings lately is no trip.
_OFTEN = 3
#: How near (`maarif.text.places.near`, in (0, 1]) is there, and how many friends are named.
_THERE, _NAMED = 0.5, 3
#: Days back that meetings of one name show who comes to them.
_COMES = 200


def birthdays(look: Look) -> Iterator[Reminder]:
    """Birthdays of people who are close, on the day."""
    for person, (month, day, item) in sorted(_born(look).items()):
        for each in look.days:
            if (each.month, each.day) == _celebrated(month, day, each.year) and not _was_thought_of(look, person, each):
                says = Phrase("It is {name}'s birthday", name=look.name(person))
                why = Phrase("their birthday, as your address book or they themselves have it")
                yield Reminder(
                    key_of("birthday", person, each.year),
                    "birthday",
                    each,
                    (person,),
                    says,
                    why,
                    look.origin(item),
                    1.0,
                )


def _was_thought_of(look: Look, person: str, day: date) -> bool:
    """Whether the owner wrote to somebody or met them on their day already."""
    begin = _midnight(day)
    passed = (
        look.home.store.exchanges.between(person, begin, min(begin + DAY, look.moment)) if begin < look.moment else []
    )
    return any(each.shape == "Meeting" or each.sender in owner_ids(look.home) for each in passed)


def _born(look: Look) -> dict[str, tuple[int, int, int]]:
    found: dict[str, tuple[int, int, int]] = {}
    for person, _, _, _, value, _, item in look.home.store.ledgers.facts(look.moment, attribute="birthday"):
        match = _BIRTHDAY.match(value)
        if match and person in look.people and look.is_near(person):
            month, day = int(match[1]), int(match[2])
            if 1 <= month <= 12 and 1 <= day <= 31:
                found.setdefault(person, (month, day, item))
    return found


def _celebrated(month: int, day: int, year: int) -> tuple[int, int]:
    """Whoever was born on 29 February celebrates on the 28th in other years."""
    leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    return (2, 28) if (month, day) == (2, 29) and not leap else (month, day)


# -- trips --------------------------------------------------------------------------------------------


def trips(look: Look) -> Iterator[Reminder]:
    """Friends who live where the owner will be, by their calendar."""
    ahead = look.home.store.exchanges.meetings(look.moment, look.moment + _TRIP * DAY)
    items = look.home.store.items.read(ahead)
    at_home, told = _home_places(look), set[str]()
    for number in ahead:
        item = items.get(number)
        if not isinstance(item, Meeting) or item.at is None:
            continue
        for place in find_places(f"{item.subject}\n{item.text}"):
            if place not in at_home and place not in told and (there := _living_at(look, place)):
                told.add(place)
                yield _trip(look, place, item, there)


def _trip(look: Look, place: str, item: Meeting, there: Sequence[tuple[str, int]]) -> Reminder:
    names = [look.name(person) for person, _ in there[:_NAMED]]
    says = Phrase.counted(
        "You will be in {place} on {when}: {names} lives there",
        "You will be in {place} on {when}: {names} live there",
        len(names), place=place, when=Moment(item.at or 0, "day"), names=", ".join(names),
    )  # fmt: skip
    origins = (item.origin, *(origin for _, number in there[:_NAMED] for origin in look.origin(number)))
    people = tuple(person for person, _ in there[:_NAMED])
    why = Phrase("your calendar: {words}", words=item.subject or place)
    return Reminder(key_of("trip", place, item.at), "trip", look.day, people, says, why, origins, 0.5, f"trip {place}")


def _home_places(look: Look) -> set[str]:
    """Where the owner lives: what is said of them, and the places of many meetings; with what lies near."""
    lately = look.home.store.exchanges.meetings(look.moment - _AT_HOME * DAY, look.moment)
    items = look.home.store.items.bare(lately).values()
    often = Counter(p for i in items if isinstance(i, Meeting) for p in set(find_places(f"{i.subject}\n{i.text}")))
    mine = {(handle.kind, handle.value) for handle in look.home.store.people.owner()}
    cities = look.home.store.ledgers.facts(look.moment, attribute="city")
    stated = {place for row in cities if (row[1], row[2]) in mine for place in find_places(f"in {row[4]}")}
    return stated | {place for place, times in often.items() if times >= _OFTEN}


def _living_at(look: Look, place: str) -> list[tuple[str, int]]:
    """Who lives at a place or near it by the latest that is said of them, closest first, with the item."""
    around = near(place)
    latest: dict[str, tuple[int, str, int]] = {}
    for person, _, _, _, value, at, item in look.home.store.ledgers.facts(look.moment, attribute="city"):
        if person in look.people and (at or 0) >= latest.get(person, (-1, "", 0))[0]:
            latest[person] = (at or 0, value, item)
    there = [
        (person, item)
        for person, (_, value, item) in latest.items()
        if look.is_near(person)
        and max(around.get(fold(p), 0.0) for p in (value, *find_places(f"in {value}"))) >= _THERE
    ]
    return sorted(there, key=lambda each: (-_strength(look, each[0]), each[0]))


def _strength(look: Look, person: str) -> float:
    tie = look.ties.get(person)
    return tie.effective if tie is not None else 0.0


# -- tomorrow -----------------------------------------------------------------------------------------


def events(look: Look) -> Iterator[Reminder]:
    """What somebody lately said they look for, the day before the owner meets them."""
    stated: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for wish in wishes(look.home, look.moment):
        stated[wish.person].append((wish.sentence, wish.item))
    begin = _midnight(look.day) + DAY
    for number in look.home.store.exchanges.meetings(begin, begin + look.ahead * DAY):
        item = look.home.store.items.read([number]).get(number)
        if not isinstance(item, Meeting) or item.at is None:
            continue
        for person in _coming(look, number, item):
            for sentence, source in stated.get(person, ())[:1]:
                yield _event(look, item, person, (sentence, source))


def _event(look: Look, item: Meeting, person: str, wish: tuple[str, int]) -> Reminder:
    sentence, source = wish
    when, what = Moment(item.at or 0, "day"), item.subject or "a meeting"
    says = Phrase(
        '{event} on {when}: {name} said "{words}"', event=what, when=when, name=look.name(person), words=sentence
    )
    why = Phrase("your calendar, and what {name} said", name=look.name(person))
    day = datetime.fromtimestamp((item.at or 0) - DAY, UTC).date()
    origins = (item.origin, *look.origin(source))
    return Reminder(
        key_of("event", item.subject, item.at, person), "event", day, (person,), says, why, origins, 0.5,
        f"event {item.subject} {item.at}",
    )  # fmt: skip


def _coming(look: Look, number: int, item: Meeting) -> list[str]:
    """Who is on an entry of the calendar, else who came to those of the same name."""
    present = look.home.store.exchanges.people_on([number]).get(number, [])
    coming = [person for _, person in present if person in look.people]
    if not coming and item.subject:
        past = look.home.store.exchanges.meetings(look.moment - _COMES * DAY, look.moment)
        items = look.home.store.items.bare(past)
        same = [n for n, i in items.items() if isinstance(i, Meeting) and fold(i.subject) == fold(item.subject)]
        on_them = look.home.store.exchanges.people_on(same)
        coming = [person for each in on_them.values() for _, person in each if person in look.people]
    return sorted(dict.fromkeys(coming), key=lambda person: (-_strength(look, person), person))


def _midnight(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
