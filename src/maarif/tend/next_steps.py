"""What an outreach asks for next: one follow-up, a thank-you, word of how it ended; else silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal, TypeAlias

from maarif.domain.exchanges import Exchange
from maarif.domain.outreach import KeptNeed, OutreachStep
from maarif.tend.following import FEW
from maarif.tend.workdays import Calendar, working_days

Next: TypeAlias = Literal["write", "follow up", "thank", "tell"]

#: Working days of silence after which one follow-up is proposed: within 3-5 of an acquaintance, 7-10 of a friend.
ACQUAINTANCE, FRIEND = 4, 8
#: Days after which nothing is proposed any more: a follow-up, a thank-you, word of how it ended, a message to write.
FOLLOW_UP_ENDS, THANKS_END, TELLING_ENDS, WRITING_ENDS = 35, 45, 60, 21


@dataclass(frozen=True, slots=True)
class Standing:
    """How an outreach stands: its steps, its need, whether the person is a friend, the days where they live, and what
    passed between them and the owner since it began."""

    steps: Sequence[OutreachStep]
    need: KeptNeed
    friend: bool
    calendar: Calendar
    exchanges: Sequence[Exchange]


def next_step(standing: Standing, today: date) -> tuple[Next, date] | None:
    """What to do next about an outreach, and since which day; None where silence is best."""
    if not standing.steps:
        return None
    last = standing.steps[-1]
    since = (today - _day(last.at)).days
    if standing.need.closed is not None:
        return _after_the_end(standing, today)
    match last.step:
        case "to write":
            return ("write", _day(last.at)) if 0 <= since <= WRITING_ENDS else None
        case "written":
            return _follow_up(standing, last, today)
        case "helped":
            return ("thank", _day(last.at)) if since <= THANKS_END else None
        case _:
            return None


def _after_the_end(standing: Standing, today: date) -> tuple[Next, date] | None:
    last = standing.steps[-1]
    ended = _day(standing.need.closed or 0)
    helped = any(step.step == "helped" for step in standing.steps)
    if not helped or last.step == "told" or (today - ended).days > TELLING_ENDS:
        return None
    return ("thank" if last.step == "helped" else "tell"), ended


def _follow_up(standing: Standing, written: OutreachStep, today: date) -> tuple[Next, date] | None:
    """One follow-up, unless the owner wrote again or anything else passed between them since."""
    sent = _day(written.at)
    patience = FRIEND if standing.friend else ACQUAINTANCE
    if (today - sent).days > FOLLOW_UP_ENDS or standing.calendar.is_free(today):
        return None
    if working_days(sent, today, standing.calendar) < patience:
        return None
    return None if any(_is_contact(each, written) for each in standing.exchanges) else ("follow up", sent)


def _is_contact(exchange: Exchange, written: OutreachStep) -> bool:
    if exchange.at <= written.at + 60 or exchange.present > FEW:
        return False
    if written.origin is not None and written.origin.item == exchange.place:
        return False
    return exchange.shape in ("Message", "Meeting")


def _day(at: int) -> date:
    return datetime.fromtimestamp(at, UTC).date()
