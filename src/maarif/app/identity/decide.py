"""What the owner decides: who is who, what to leave alone, what to take back."""

from __future__ import annotations

import re

from maarif.app.catching_up import catch_up
from maarif.app.home import Home
from maarif.app.knowing.ledger import settle_ties
from maarif.app.knowing.look import find
from maarif.app.refresh import refresh
from maarif.domain.errors import BadInput, NoSuchBatch
from maarif.domain.handles import Handle
from maarif.domain.items import Defect
from maarif.domain.people import Judgement, Person
from maarif.domain.ties import Mark
from maarif.normalise.owner import told
from maarif.store.imports import Batch

MARKS: tuple[Mark, ...] = ("close", "keep away", "deceased", "never suggest")


def same(home: Home, left: str, right: str) -> int:
    """These two are one human, whatever the rules say. Returns the decision's number, for `undo`."""
    return _decide(home, left, right, "same")


def different(home: Home, left: str, right: str) -> int:
    """These two are not one human, whatever the rules say. Returns the decision's number, for `undo`.

    Two addresses that now lead to one person are taken apart.
    """
    return _decide(home, left, right, "different")


def _decide(home: Home, left: str, right: str, verdict: str) -> int:
    one, two = _handle_or_person(home, left), _handle_or_person(home, right)
    if one == two:
        raise BadInput(f"{left!r} and {right!r} are the same address. Name two addresses or people.")
    with home.store.database.writing():
        home.store.unsettle("people")
        decision = home.store.decisions.decide(one, two, verdict)
        refresh(home)
    return decision


def _handle_or_person(home: Home, who: str) -> Handle:
    return known_handle(home, who) or find(home, who).handles[0]


def known_handle(home: Home, who: str) -> Handle | None:
    """The address that somebody typed, as "kind:value", a mail address, a number or a profile's URL, where it is
    known."""
    try:
        meant = [Handle.parse(who.strip())]
    except ValueError:
        meant = [Handle("email", who.strip().lower()), *told([who], ())]
    return next((handle for handle in meant if home.store.people.by_handle(handle)), None)


def decisions(home: Home) -> list[tuple[int, Judgement]]:
    """All that the owner decided about who is who, oldest first; what was decided in one act has one number."""
    return home.store.decisions.decisions()


def own_decisions(home: Home) -> list[tuple[int, Judgement]]:
    """What the owner said of addresses being their own, oldest first; both sides are the address."""
    return home.store.decisions.own_words()


def review(home: Home) -> list[Judgement]:
    """The questions that are open: one doubtful pair for any two people, most likely first."""
    from maarif.app.identity.review import Review

    return list(Review(home).pairs())


def batches(home: Home) -> list[Batch]:
    """All imports, oldest first."""
    return home.store.imports.batches()


def defects(home: Home) -> list[tuple[int, Defect]]:
    """What could not be read, with the number of its import, in the order it was met."""
    return home.store.imports.defects()


def undo(home: Home, what: str) -> str:
    """Take back an import (`3`, `b3`) or a decision (`d2`); says what was undone. Raises NoSuchBatch, BadInput."""
    match = re.fullmatch(r"([bd]?)(\d+)", what.strip())
    if not match:
        raise BadInput(f"{what!r} is neither an import nor a decision. List them with: maarif imports")
    kind, number = match.group(1), int(match.group(2))
    with home.store.database.writing():
        if kind == "d":
            home.store.unsettle("people")
            if not home.store.decisions.undecide(number):
                raise NoSuchBatch(what)
            refresh(home)
            return f"Decision d{number} is taken back."
        gone, left = home.store.imports.undo(number)
        catch_up(home)
    stays = f"; {left} items stay, another import has them too" if left else ""
    return f"Import {number} is taken back: {gone} items are gone{stays}."


def mark(home: Home, who: str, word: str, remove: bool = False) -> Person:
    """Write down (or take back) the owner's word about somebody: close, keep away, deceased, never suggest."""
    known = next((m for m in MARKS if m == word), None)
    if known is None:
        raise BadInput(f"{word!r} is no mark. Marks are: {', '.join(MARKS)}.")
    person = find(home, who)
    with home.store.database.writing(), home.store.database.transaction():
        if remove:
            home.store.decisions.unmark(person.handles, known)
        else:
            home.store.decisions.mark(person.handles, known)
    home.changed()
    if known == "close":  # it is a floor under the tie
        with home.store.database.writing():
            settle_ties(home)
        home.changed()
    return person
