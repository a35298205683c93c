"""What waits for no day: promises, follow-ups and thanks, people met, and close ones who drift out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from maarif.app.everybody import owner_ids
from maarif.app.exchange.events import SEE_AGAIN
from maarif.app.outreach.following import Followed, follow
from maarif.app.outreach.listing import view_of
from maarif.app.today.looking import DAY, Look, key_of
from maarif.domain.items import Message
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.reminders import Occasion, Reminder
from maarif.domain.ties import Tie
from maarif.normalise.reading import own_text
from maarif.tend import favour_in, is_kept, promise_in
from maarif.tend.next_steps import Next

#: Days a promise rests before it is spoken of, and after which it is let go.
_RESTS, _LET_GO = 2, 60
_MOST = 5000
#: Above so many people on a message, nobody in particular was promised anything.
_FEW = 4
#: Nor is anybody in particular met among more than so many.
_CROWD = 12

#: Days of silence that each layer bears before it is spoken of (RANKING.md section 2: the layers' clocks).
CLOCKS = {5: 7, 15: 30, 50: 180, 150: 365}
#: Whoever is silent longer is out of sight, which is another thing than drifting.
_OUT_OF_SIGHT = 730

_OCCASIONS: dict[Next, Occasion] = {"write": "see again", "follow up": "follow up", "thank": "thank", "tell": "tell"}


def promises(look: Look) -> Iterator[Reminder]:
    """What the owner promised somebody and, by all that is known, has not done yet."""
    store = look.home.store
    numbers = store.exchanges.said(look.moment - _LET_GO * DAY, look.moment - _RESTS * DAY, _MOST)
    authors = store.ledgers.authors(numbers)
    mine = [number for number in numbers if authors.get(number) in owner_ids(look.home)]
    on_them = store.exchanges.people_on(mine)
    for number, item in store.items.bare(mine).items():
        others = {person for _, person in on_them.get(number, ())} - owner_ids(look.home)
        if not isinstance(item, Message) or item.at is None or len(others) != 1:
            continue
        (person,) = others
        promise = promise_in(own_text(item))
        if promise is None or person not in look.people or _was_kept(look, person, (item.at, promise)):
            continue
        says = Phrase('You wrote to {name}: "{words}"', name=look.name(person), words=promise)
        why = Phrase("on {when}; nothing since shows that it was done", when=Moment(item.at, "day"))
        yield Reminder(
            key_of("promise", person, promise), "promise", look.day, (person,), says, why, look.origin(number),
            1 - (look.moment - item.at) / (_LET_GO * DAY),
        )  # fmt: skip


def _was_kept(look: Look, person: str, given: tuple[int, str]) -> bool:
    """Whether a later message of the owner's hands over what was promised, or a later one of theirs thanks for it, or
    they met since: what was promised is told by mouth, then."""
    at, promise = given
    later = [each for each in look.home.store.exchanges.between(person, at + 1, look.moment) if each.present <= _FEW]
    if any(each.shape == "Meeting" for each in later):
        return True
    items, mine = look.home.store.items.bare([each.item for each in later]), owner_ids(look.home)
    for each in later:
        words = own_text(items[each.item]) if each.item in items else ""
        if each.sender in mine and promise_in(words) is None and is_kept(promise, words):
            return True
        if each.sender == person and favour_in(words, by_owner=False) is not None:
            return True
    return False


def outreach(look: Look) -> Iterator[Reminder]:
    """One follow-up, thanks, word of how it ended, and whom the owner meant to write to; then silence."""
    for followed in follow(look.home, look.moment + 1):
        if followed.person is None or followed.person.id not in look.people:
            continue
        view = view_of(look.home, followed, look.ties.get(followed.person.id), look.day)
        if view.next is not None:
            yield _of_outreach(look, followed, view.next, view.due or look.day)


def _of_outreach(look: Look, followed: Followed, what: Next, since: date) -> Reminder:
    person = followed.person.id if followed.person else ""
    name, need = followed.name, followed.need
    words = need.text if len(need.text) <= 80 else need.text[:80].rsplit(" ", 1)[0] + " …"
    when = Moment(int(datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp()), "day")
    says = {
        "write": Phrase('You meant to write to {name}: "{words}"', name=name, words=words),
        "follow up": Phrase('One friendly word to {name}, then leave it: "{words}"', name=name, words=words),
        "thank": Phrase('{name} helped you: say thank you: "{words}"', name=name, words=words),
        "tell": Phrase('Tell {name} how it ended: "{words}": {outcome}', name=name, words=words, outcome=need.outcome),
    }[what]
    if what == "write" and need.text.startswith(SEE_AGAIN):
        event = need.text.removeprefix(SEE_AGAIN)
        says = Phrase("You wanted to see {name} again after {event}", name=name, event=event)
    why = {
        "write": Phrase("since {when}", when=when),
        "follow up": Phrase("you wrote on {when} and have heard nothing since", when=when),
        "thank": Phrase("since {when}", when=when),
        "tell": Phrase("closed on {when}", when=when),
    }[what]
    origins = tuple(
        step.origin for step in followed.outreach.steps[-1:] if step.origin is not None and step.by == "import"
    )
    gathering = f"need {need.id}" if what == "write" else ""
    return Reminder(
        key_of(_OCCASIONS[what], person, need.id),
        _OCCASIONS[what],
        look.day,
        (person,),
        says,
        why,
        origins,
        0.5,
        gathering,
    )


def drifting(look: Look) -> Iterator[Reminder]:
    """Close ones of whom nothing was heard for longer than their layer bears; contact through any channel counts."""
    for person, tie in look.ties.items():
        clock = CLOCKS.get(tie.layer) or (CLOCKS[15] if person in look.close else 0)
        heard = max(tie.last_in or 0, tie.last_out or 0)
        if not clock or person not in look.people or look.moment - heard <= clock * DAY:
            continue
        last = _last_contact(look, person, heard)
        silent = (look.moment - last) // DAY
        if last and clock < silent <= _OUT_OF_SIGHT:
            yield _drifted(look, person, tie, (last, silent / clock))


def _last_contact(look: Look, person: str, heard: int) -> int:
    """When anything passed between them: a letter, a chat, a call, a meeting; a crowd is no contact."""
    since = max(heard, look.moment - (_OUT_OF_SIGHT + 1) * DAY)
    later = look.home.store.exchanges.between(person, since, look.moment)
    passed = [
        e.at for e in later if e.present <= _CROWD and (e.shape == "Meeting" or (e.shape == "Message" and e.owner))
    ]
    return max([heard, *passed])


def _drifted(look: Look, person: str, tie: Tie, silence: tuple[int, float]) -> Reminder:
    last, times = silence
    says = Phrase("Say hello to {name}", name=look.name(person))
    why = Phrase("close to you, and your last word was on {when}", when=Moment(last, "day"))
    weight = min(1.0, tie.effective) * min(times, 4.0) / 4.0
    return Reminder(key_of("drifting", person), "drifting", look.day, (person,), says, why, (), weight)
