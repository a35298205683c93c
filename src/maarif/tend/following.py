"""What became of an outreach, as far as later messages and meetings show it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from maarif.domain.exchanges import Exchange
from maarif.domain.outreach import OutreachStep, Step
from maarif.domain.posting import Dispatch
from maarif.tend.favours import favour_in
from maarif.text.fold import words
from maarif.text.stem import stem_variants

#: How far each step is along the way.
RANK: dict[Step, int] = {
    "to write": 0, "written": 1, "answered": 2, "declined": 3, "helped": 3, "thanked": 4, "told": 5,
}  # fmt: skip

#: The share of a draft's different words that a sent message holds when it is taken for that draft, edited.
SAME_WORDS = 0.6
#: How many of a need's words a message holds when it is taken for the asking (all of them, where there are fewer).
SHARED_WORDS = 2
#: Above so many people on it, a message is to nobody in particular, and a meeting is with nobody in particular.
FEW, GATHERED = 4, 6
#: A draft's copy may bear the minute before it was handed over: clocks differ.
_SLACK = 3600


class Found(NamedTuple):
    """A step that an item shows, when, and the item."""

    step: Step
    at: int
    item: int


@dataclass(frozen=True, slots=True)
class Traces:
    """What shows what became of an outreach: exchanges with the person since it began, oldest first, what they say
    by item, the messages handed to the outside for it, the need's words, and the ids of the owner and the person."""

    exchanges: Sequence[Exchange]
    said: Mapping[int, str]
    dispatches: Sequence[Dispatch]
    need_words: Collection[str]
    owner: Collection[str]
    person: str


def steps_found(own: Sequence[OutreachStep], traces: Traces) -> tuple[Found, ...]:
    """The steps that later items show: written, answered, thanked; each once, oldest first."""
    begun = own[0].at if own else 0
    found: list[Found] = []
    told_written = min((step.at for step in own if RANK[step.step] >= RANK["written"]), default=None)
    written = _first(traces, lambda e: e.at >= begun - _SLACK and _is_the_asking(e, traces), "written")
    if written is not None:
        found.append(written)
    since = min((at for at in (told_written, written.at if written else None) if at is not None), default=None)
    if since is None:
        return tuple(found)
    threads = {d.letter.thread or d.letter.message_id for d in traces.dispatches} - {""}
    answered = _first(traces, lambda e: e.at > since and _is_answer(e, traces, threads), "answered")
    if answered is not None:
        found.append(answered)
    helped = next((step.at for step in own if step.step == "helped"), None)
    if helped is not None and answered is not None:
        thanked = _first(traces, lambda e: e.at > answered.at and _is_thanks(e, traces), "thanked")
        found += [thanked] if thanked is not None else []
    return tuple(found)


def _first(traces: Traces, shows: Callable[[Exchange], bool], step: Step) -> Found | None:
    return next((Found(step, each.at, each.item) for each in traces.exchanges if shows(each)), None)


def _is_the_asking(exchange: Exchange, traces: Traces) -> bool:
    """A message of the owner's: one that was handed over (by its id or its words), or one that speaks of the need."""
    if exchange.shape != "Message" or exchange.sender not in traces.owner:
        return False
    if any(d.letter.message_id and d.letter.message_id == exchange.place for d in traces.dispatches):
        return True
    if exchange.present > FEW:
        return False
    text = traces.said.get(exchange.item, "")
    return any(same_words(d.letter.body, text) for d in traces.dispatches) or _speaks_of(traces.need_words, text)


def same_words(draft: str, sent: str) -> bool:
    """Whether a message that was sent is a draft, edited or not."""
    wanted = set(words(draft))
    return bool(wanted) and len(wanted & set(words(sent))) >= SAME_WORDS * len(wanted)


def _speaks_of(need_words: Collection[str], text: str) -> bool:
    terms = {term for word in words(text) for term in stem_variants(word)}
    shared = sum(any(term in terms for term in stem_variants(word)) for word in need_words)
    return bool(need_words) and shared >= min(SHARED_WORDS, len(need_words))


def _is_answer(exchange: Exchange, traces: Traces, threads: Collection[str]) -> bool:
    """A message of theirs in the thread, or to the owner among few; a call, or a meeting of few."""
    if exchange.shape == "Message" and exchange.channel not in ("call", "meeting", "visit"):
        if exchange.sender != traces.person:
            return False
        return exchange.thread in threads or (bool(exchange.owner) and exchange.present <= FEW)
    return exchange.shape in ("Message", "Meeting") and exchange.present <= GATHERED


def _is_thanks(exchange: Exchange, traces: Traces) -> bool:
    if exchange.shape != "Message" or exchange.sender not in traces.owner or exchange.present > FEW:
        return False
    told = favour_in(traces.said.get(exchange.item, ""), by_owner=True)
    return told is not None and told[0] == "received"


def merged(own: Sequence[OutreachStep], found: Iterable[OutreachStep]) -> tuple[OutreachStep, ...]:
    """The owner's steps with those that were found, oldest first; the last one is how it stands.

    What is found only leads on. The owner's word stands above it: where they took a step back, nothing dated before
    that word leads on again.
    """
    steps = list(own)
    heard = _last_step_back(own)
    for each in sorted(found, key=lambda step: (RANK[step.step], step.at)):
        if each.at > heard and RANK[each.step] > RANK[steps[-1].step if steps else "to write"]:
            steps.append(each)
        elif each.at > heard and not any(RANK[step.step] >= RANK[each.step] and step.at <= each.at for step in steps):
            steps.insert(_place(steps, each), each)
    return tuple(steps)


def _last_step_back(own: Sequence[OutreachStep]) -> int:
    """When the owner last said that it stands less far than they had said, or no farther than written whatever imports
    show; -1 where never."""
    backs = [later.at for earlier, later in pairwise(own) if RANK[later.step] <= RANK[earlier.step]]
    return max([*backs, *(step.at for step in own[1:] if RANK[step.step] <= RANK["written"])], default=-1)


def _place(steps: Sequence[OutreachStep], found: OutreachStep) -> int:
    """Before the first step that stands farther along: the last of all remains how it stands."""
    return next((number for number, step in enumerate(steps) if RANK[step.step] > RANK[found.step]), len(steps) - 1)
