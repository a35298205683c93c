"""What the owner says of an answer, kept as truth."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.app.knowing.look import find, show
from maarif.domain.errors import BadInput
from maarif.domain.items import Origin
from maarif.rank.needs import understand
from maarif.store.feedback import OPINIONS, Feedback, Opinion

__all__ = ["OPINIONS", "Feedback", "Opinion", "all_feedback", "feedback", "take_back"]


def feedback(home: Home, text: str, kind: str | None, who: str, opinion: str, origin: str | None = None) -> int:
    """Keep what the owner said of somebody in the answer to a need; returns its number, for `take_back`.

    `opinion` is "good", "not this person" or "wrong reason", which names the item of the reason by its reference
    (`i12`) or origin (`source#item`). Later answers to needs like this one follow it, and say so; ties, slots and the
    ranking of people out of sight never do. Raises BadNeed, BadInput, NoSuchPerson, NoSuchOrigin.
    """
    said = next((one for one in OPINIONS if one == opinion), None)
    if said is None:
        raise BadInput(f"{opinion!r} is nothing that can be said of an answer. Say: {', '.join(OPINIONS)}.")
    if said == "wrong reason" and not origin:
        raise BadInput("Which reason is wrong? Name its item, such as i12.")
    need = understand("", text, kind, home.now)
    person = find(home, who)
    where: Origin | None = show(home, origin).origin if origin else None
    # A second back: the answer that comes next, in this very second, follows it already.
    kept = Feedback(0, home.now - 1, need.kind, need.words, need.text, person.handles[0], said, where)
    with home.store.database.writing(), home.store.database.transaction():
        number = home.store.feedback.add(kept)
    home.changed()
    return number


def take_back(home: Home, number: int) -> None:
    """Forget what was said of an answer. Raises BadInput where there is nothing of this number."""
    with home.store.database.writing(), home.store.database.transaction():
        if not home.store.feedback.remove(number):
            raise BadInput(f"Nothing was said under the number {number}. List it with: maarif feedback")
    home.changed()


def all_feedback(home: Home) -> list[Feedback]:
    """All that the owner said of answers, oldest first."""
    return home.store.feedback.all(home.now + 1)
