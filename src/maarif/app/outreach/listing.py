"""Needs and outreaches as they are shown: how each stands, what its answer sounds like, what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from maarif.app.catching_up import catch_up
from maarif.app.exchange.days import calendar_of
from maarif.app.home import Home
from maarif.app.knowing.standing import standing
from maarif.app.outreach.following import Followed, follow
from maarif.domain.outreach import KeptNeed, Outreach, Step
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.ties import Tie
from maarif.tend import Standing, next_step, sounds_like
from maarif.tend.next_steps import Next

_NEXT: dict[Next, Phrase] = {
    "write": Phrase("you meant to write"),
    "follow up": Phrase("no answer yet: one friendly word, then leave it"),
    "thank": Phrase("they helped: say thank you"),
    "tell": Phrase("tell them how it ended"),
}
#: How each step is told.
_STANDS: dict[Step, Phrase] = {
    "to write": Phrase("to write"),
    "written": Phrase("written"),
    "answered": Phrase("answered"),
    "helped": Phrase("helped"),
    "declined": Phrase("declined"),
    "thanked": Phrase("thanked"),
    "told": Phrase("told how it ended"),
}
#: From which probability on somebody is taken for a friend, who is given more time to answer.
_FRIEND = 0.5


@dataclass(frozen=True, slots=True)
class OutreachView:
    """One outreach: who, how it stands, what the answer sounds like (only the owner says so), and what to do next."""

    outreach: Outreach
    person: str
    name: str
    stands_says: str
    sounds_like: Step | None = None
    next: Next | None = None
    next_says: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NeedView:
    """One need with its outreaches; `asks` is set where the program would like to know what came of it."""

    need: KeptNeed
    outreaches: tuple[OutreachView, ...]
    asks: str = ""


def listed(home: Home, closed: bool = False) -> list[NeedView]:
    """The open needs (with `closed`, all), newest first, with whoever was written to or is to be."""
    catch_up(home)
    views: dict[int, list[OutreachView]] = {}
    ties = standing(home, None).ties
    for each in follow(home):
        views.setdefault(each.need.id, []).append(
            view_of(home, each, ties.get(each.person.id) if each.person else None)
        )
    needs = [need for need in home.store.outreach.needs() if closed or need.closed is None]
    return [NeedView(need, tuple(views.get(need.id, ())), _asks(need, views.get(need.id, ()))) for need in needs[::-1]]


def view_of(home: Home, followed: Followed, tie: Tie | None, day: date | None = None) -> OutreachView:
    """One outreach as it is shown today, or on a day."""
    outreach, person = followed.outreach, followed.person
    calendar = calendar_of(home, person)
    stands = Standing(outreach.steps, followed.need, is_friend(tie), calendar, followed.exchanges)
    proposed = next_step(stands, day or home.today)
    return OutreachView(
        outreach,
        person.id if person else "",
        followed.name,
        _STANDS[outreach.stands],
        _sounds_like(followed),
        proposed[0] if proposed else None,
        _NEXT[proposed[0]] if proposed else "",
        proposed[1] if proposed else None,
    )


def is_friend(tie: Tie | None) -> bool:
    """Whether somebody is given a friend's time to answer."""
    return tie is not None and (max(tie.facets.friend, tie.facets.family) >= _FRIEND or tie.layer in (5, 15))


def _sounds_like(followed: Followed) -> Step | None:
    """What the answer sounds like, where all that is known is that there is one."""
    last = followed.outreach.steps[-1] if followed.outreach.steps else None
    if last is None or last.step != "answered" or last.by != "import":
        return None
    answers = [e for e in followed.exchanges if e.at >= last.at and followed.person and e.sender == followed.person.id]
    return next((found for e in answers if (found := sounds_like(followed.said.get(e.item, "")))), None)


def _asks(need: KeptNeed, views: Sequence[OutreachView]) -> str:
    """A question in one line, once everybody who was written to has answered one way or another."""
    if need.closed is not None or not views or any(v.outreach.stands in ("to write", "written") for v in views):
        return ""
    when = Moment(need.asked_on, "day")
    return Phrase("All have answered since {when}. What came of it? One line will do.", when=when)
