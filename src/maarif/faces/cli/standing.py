"""How things stand between the owner and somebody, in words."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maarif.domain.people import Context
    from maarif.domain.ties import Tie

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

#: The owner's own word stands above all that is computed; the first that applies is said.
_MARKS = {
    "deceased": "has died",
    "keep away": "you keep away from them",
    "never suggest": "never to be suggested",
    "close": "close, you say",
}

_LAYERS = {
    5: "one of your closest five",
    15: "among your closest fifteen",
    50: "among your closest fifty",
    150: "among your hundred and fifty",
}

_FACETS = {
    "family": "family",
    "friend": "a friend",
    "work": "from work",
    "community": "from a club, a neighbourhood or the like",
    "service": "somebody who serves you",
}

#: From which probability on a facet is said, and from which it is said without "perhaps".
_PERHAPS, _SURELY = 0.4, 0.7


def day(at: int | None) -> str:
    """ "9 Nov 2020" in UTC; "undated" for None."""
    moment = _moment(at)
    return f"{moment.day} {_MONTHS[moment.month - 1][:3]} {moment.year}" if moment else "undated"


def minute(at: int | None) -> str:
    """ "9 Nov 2020, 18:04 UTC"; "undated" for None."""
    moment = _moment(at)
    return f"{day(at)}, {moment:%H:%M} UTC" if moment else "undated"


def month(at: int | None) -> str:
    """ "November 2020"; "an unknown time" for None."""
    moment = _moment(at)
    return f"{_MONTHS[moment.month - 1]} {moment.year}" if moment else "an unknown time"


def year(at: int | None) -> str:
    """ "2020"; "an unknown year" for None."""
    moment = _moment(at)
    return str(moment.year) if moment else "an unknown year"


def _moment(at: int | None) -> datetime | None:
    if at is None:
        return None
    try:
        return datetime.fromtimestamp(at, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def how_things_stand(tie: Tie | None, marks: Collection[str] = ()) -> str:
    """One phrase; the owner's own word first."""
    for mark, words in _MARKS.items():
        if mark in marks:
            return words
    if tie is None:
        return "no contact that I know of"
    last = max((at for at in (tie.last_in, tie.last_out) if at is not None), default=None)
    match tie.state:
        case "alive":
            return f"{_closeness(tie)}, last in {month(last)}" if last is not None else _closeness(tie)
        case "cooling":
            return f"{_closeness(tie)}, quiet since {month(last)}"
        case "dormant":
            return f"out of sight since {year(last)}, {_closeness(tie)} before"
        case "one_sided":
            return _one_sided(tie)
        case "new":
            return f"new, since {month(last)}" if last is not None else "new"
        case "unknown":
            return "never in touch, as far as I know" if last is None else f"hardly any contact, last in {month(last)}"


def _closeness(tie: Tie) -> str:
    if tie.layer in (5, 15) or tie.effective >= 0.6:
        return "close"
    return "a good acquaintance" if tie.layer == 50 or tie.effective >= 0.3 else "an acquaintance"


def _one_sided(tie: Tie) -> str:
    if tie.last_in is None:
        return f"you wrote, last in {month(tie.last_out)}; no answer yet"
    if tie.last_out is None:
        return f"wrote to you, last in {month(tie.last_in)}; you never did"
    return f"one-sided, last in {month(max(tie.last_in, tie.last_out))}"


def layer_in_words(tie: Tie) -> str:
    """How near: Dunbar's layers; "" beyond them."""
    return _LAYERS.get(tie.layer, "")


def facets_in_words(tie: Tie) -> str:
    """What sort of tie it looks like; "" where nothing tells."""
    found = sorted(((getattr(tie.facets, name), words) for name, words in _FACETS.items()), reverse=True)
    said = [words if share >= _SURELY else f"perhaps {words}" for share, words in found if share >= _PERHAPS]
    return ", ".join(said)


def give_and_take(tie: Tie) -> str:
    """Who wrote last, and how even it is."""
    said = []
    if tie.last_in is not None:
        said.append(f"last word from them: {day(tie.last_in)}")
    if tie.last_out is not None:
        said.append(f"from you: {day(tie.last_out)}")
    if tie.written:
        said.append(f"they answered {tie.answered} of {tie.written} you sent")
    return ", ".join(said)


def context_in_words(context: Context) -> str:
    """How the owner knows somebody: "choir rehearsal (club), 2014-2020"."""
    since, until = year(context.since), year(context.until)
    years = "" if context.since is None else since if context.until is None or since == until else f"{since}-{until}"
    label = context.label.strip(" ,;")
    if context.kind not in ("event", "note") and context.kind not in label.casefold():
        label = f"{context.kind}: {label}"
    return f"{label}, {years}" if years else label
