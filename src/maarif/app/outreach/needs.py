"""The owner's own words on needs and outreaches: kept, begun, corrected, closed."""

from __future__ import annotations

from typing import get_args

from maarif.app.home import Home
from maarif.app.knowing.look import find
from maarif.domain.errors import BadInput
from maarif.domain.outreach import KeptNeed, Outreach, OutreachStep, Step
from maarif.domain.people import Person
from maarif.rank.needs import understand
from maarif.text.fold import words

STEPS: tuple[Step, ...] = get_args(Step)


def keep_need(home: Home, text: str, kind: str | None = None, on: int | None = None) -> KeptNeed:
    """Follow a need up; one that is open and said in the same words is the same need. Raises BadNeed."""
    moment = home.now if on is None else on
    need = understand("", text, kind, moment)
    for known in home.store.outreach.needs():
        if known.closed is None and words(known.text) == words(need.text):
            return known
    with home.store.database.writing():
        number = home.store.outreach.keep_need(need.text, need.kind, moment)
    return KeptNeed(number, need.text, need.kind, moment)


def need_of(home: Home, number: int) -> KeptNeed:
    """The need of a number. Raises BadInput."""
    found = home.store.outreach.need(number)
    if found is None:
        raise BadInput(f"No need {number}. List them with: maarif outreach")
    return found


def begin(home: Home, need: int, who: str, on: int | None = None) -> Outreach:
    """Mean to write to somebody about a need: the outreach stands at `to write`. Raises NoSuchPerson, BadInput."""
    need_of(home, need)
    person = find(home, who)
    known = _outreach(home, need, person)
    if known is not None:
        return known
    with home.store.database.writing(), home.store.database.transaction():
        number = home.store.outreach.begin(need, person.handles[0])
        home.store.outreach.add_step(number, OutreachStep("to write", home.now if on is None else on, "owner"))
    return _kept(home, number)


def set_step(
    home: Home, who: str, step: str, need: int | None = None, note: str = "", on: int | None = None
) -> Outreach:  # fmt: skip
    """Say how an outreach stands, whatever imports show. Without `need`, it is the person's only open one.

    Raises BadInput where the step is none, or where there is no such outreach or several.
    """
    known = next((each for each in STEPS if each == step), None)
    if known is None:
        raise BadInput(f"{step!r} is no step. Steps are: {', '.join(STEPS)}.")
    person = find(home, who)
    outreach = _outreach(home, need, person) if need is not None else _only_open(home, person)
    if outreach is None:
        raise BadInput(f"You did not mean to write to {person.name} about that. Begin with: maarif outreach add")
    moment = home.now if on is None else on
    with home.store.database.writing():
        home.store.outreach.add_step(outreach.id, OutreachStep(known, moment, "owner", None, note))
    return _kept(home, outreach.id)


def close(home: Home, need: int, outcome: str, on: int | None = None) -> KeptNeed:
    """The need is over; `outcome` says in one line what came of it. Raises BadInput."""
    found = need_of(home, need)
    line = " ".join(outcome.split())
    if not line:
        raise BadInput(f'Say in one line what came of it: maarif outreach close {need} "Idris put me in touch"')
    with home.store.database.writing():
        home.store.outreach.close_need(need, home.now if on is None else on, line)
    return need_of(home, found.id)


def reopen(home: Home, need: int) -> KeptNeed:
    """The need is not over after all. Raises BadInput."""
    need_of(home, need)
    with home.store.database.writing():
        home.store.outreach.close_need(need, None, "")
    return need_of(home, need)


def forget(home: Home, need: int) -> None:
    """Forget a need and its outreaches; what was sent stays known. Raises BadInput."""
    need_of(home, need)
    with home.store.database.writing():
        home.store.outreach.forget_need(need)


def with_person(home: Home, need: int, who: str) -> Outreach | None:
    """The outreach to somebody for a need; None where none was begun. Raises NoSuchPerson, BadInput."""
    need_of(home, need)
    return _outreach(home, need, find(home, who))


def _outreach(home: Home, need: int, person: Person) -> Outreach | None:
    handles = set(person.handles)
    return next((each for each in home.store.outreach.all() if each.need == need and each.handle in handles), None)


def _only_open(home: Home, person: Person) -> Outreach | None:
    handles = set(person.handles)
    is_open = {need.id for need in home.store.outreach.needs() if need.closed is None}
    theirs = [each for each in home.store.outreach.all() if each.handle in handles]
    found = [each for each in theirs if each.need in is_open] or theirs[-1:]
    if len(found) > 1:
        numbers = ", ".join(str(each.need) for each in found)
        raise BadInput(f"You wrote to {person.name} about several needs ({numbers}). Say which with --need.")
    return found[0] if found else None


def _kept(home: Home, number: int) -> Outreach:
    found = home.store.outreach.one(number)
    if found is None:
        raise BadInput(f"No outreach {number}. List them with: maarif outreach")
    return found
