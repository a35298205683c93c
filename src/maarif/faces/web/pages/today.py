"""Today: at most three gentle suggestions, each with its reason and "not now"."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.knowing.history import references
from maarif.app.knowing.known import known_briefly
from maarif.app.today import put_off
from maarif.app.today import today as suggestions
from maarif.domain.errors import BadInput
from maarif.domain.items import Origin
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.reminders import Reminder
from maarif.faces.web.routing import get, post
from maarif.faces.web.visit import Visit

#: For how many days something is put off, by what the button says.
LATER = {7: Phrase("Not now"), 90: Phrase("Not for a while")}


@dataclass(frozen=True, slots=True)
class Nudge:
    """One suggestion: what it says and why, whom it is about, and the items one can open."""

    key: str
    occasion: str
    says: str
    why: str
    people: tuple[Person, ...]
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """All that the page prints; `put_off` when a suggestion was just put off."""

    at: int
    nudges: tuple[Nudge, ...]
    put_off: bool = False


def view(home: Home, was_put_off: bool = False) -> TodayView:
    """The suggestions of the day, laid out."""
    found = suggestions(home)
    known = known_briefly(home, sorted({who for each in found for who in each.people}))
    people = {who: each.person for who, each in known.items()}
    refs = references(home, [(who, origin) for each in found for who in each.people[:1] for origin in each.origins])
    return TodayView(
        home.now,
        tuple(
            Nudge(
                key=each.key,
                occasion=each.occasion,
                says=each.says,
                why=each.why,
                people=tuple(people[who] for who in each.people if who in people),
                refs=_refs(each, refs),
            )
            for each in found
        ),
        was_put_off,
    )


def _refs(one: Reminder, refs: dict[Origin, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(refs[origin] for origin in one.origins if origin in refs))


# -- handlers -----------------------------------------------------------------------------------


def today(visit: Visit) -> Response:
    """The page."""
    return visit.show("today.html", view=view(visit.home, "later" in visit.query), later=LATER)


def not_now(visit: Visit) -> Response:
    """Say nothing of a suggestion for a while."""
    days = visit.form.get("days", "7")
    if not days.isdecimal() or int(days) not in LATER:
        raise BadInput("Choose one of the times that are offered.")
    put_off(visit.home, visit.form.get("key", ""), int(days))
    return visit.go("/today?later")


ROUTES = (get("/today", today), post("/today/not-now", not_now))
