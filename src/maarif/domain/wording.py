"""How the nouns are told: kinds of need, places in an answer, how things stand, how people are known."""

from __future__ import annotations

from collections.abc import Collection

from maarif.domain.drafts import Medium
from maarif.domain.needs import NeedKind, Slot
from maarif.domain.people import Context, PersonKind
from maarif.domain.phrases import Moment, Phrase
from maarif.domain.ties import Tie

KINDS: dict[NeedKind, Phrase] = {
    "job": Phrase("A job"),
    "spread": Phrase("Spreading the word"),
    "confide": Phrase("Talking it over"),
    "expert": Phrase("Somebody who knows"),
    "intro": Phrase("An introduction"),
    "favour": Phrase("A favour"),
    "hire": Phrase("Somebody to work with"),
    "company": Phrase("Company"),
    "recipients": Phrase("Whom such a message goes to"),
}

SLOTS: dict[Slot, Phrase] = {
    "recent": Phrase("a word of this year"),
    "dormant": Phrase("somebody you have lost sight of"),
    "beyond work": Phrase("somebody beyond work"),
    "best": Phrase("fits best"),
}

#: The owner's own word stands above all that is computed; the first that applies is said.
MARKS = {
    "deceased": Phrase("has died"),
    "keep away": Phrase("you keep away from them"),
    "never suggest": Phrase("never to be suggested"),
    "close": Phrase("close, you say"),
}

#: Through what a draft would go, and the ways in which it is put.
MEDIA: dict[Medium, Phrase] = {"mail": Phrase("Mail"), "chat": Phrase("Chat"), "call": Phrase("Call")}
VARIANTS = {
    "": Phrase("plain"),
    "warm": Phrase("warm"),
    "direct": Phrase("direct"),
    "short": Phrase("short"),
    "plain": Phrase("plain"),
}

#: Whoever is no person.
OTHERS: dict[PersonKind, Phrase] = {
    "group": Phrase("a list or a shared mailbox"),
    "service": Phrase("a service or a machine"),
}

_LAYERS = {
    5: Phrase("one of your closest five"),
    15: Phrase("among your closest fifteen"),
    50: Phrase("among your closest fifty"),
    150: Phrase("among your hundred and fifty"),
}

_FACETS = {
    "family": (Phrase("family"), Phrase("perhaps family")),
    "friend": (Phrase("a friend"), Phrase("perhaps a friend")),
    "work": (Phrase("from work"), Phrase("perhaps from work")),
    "community": (
        Phrase("from a club, a neighbourhood or the like"),
        Phrase("perhaps from a club, a neighbourhood or the like"),
    ),
    "service": (Phrase("somebody who serves you"), Phrase("perhaps somebody who serves you")),
}

_CONTEXTS = {
    "club": Phrase("club"),
    "trip": Phrase("trip"),
    "study": Phrase("study"),
    "neighbours": Phrase("neighbours"),
    "work": Phrase("work"),
    "family": Phrase("family"),
}

#: From which probability on a facet is said, and from which it is said without "perhaps".
_PERHAPS, _SURELY = 0.4, 0.7


def closeness(tie: Tie) -> Phrase:
    """Closeness in words; layers are Dunbar's."""
    if tie.layer in (5, 15) or tie.effective >= 0.6:
        return Phrase("close")
    if tie.layer == 50 or tie.effective >= 0.3:
        return Phrase("a good acquaintance")
    return Phrase("an acquaintance")


def last_touch(tie: Tie) -> int | None:
    """When they last were in touch at all (Unix seconds)."""
    return max((at for at in (tie.last_in, tie.last_out) if at is not None), default=None)


def how_things_stand(tie: Tie | None, marks: Collection[str] = ()) -> Phrase:
    """One phrase, the owner's own word first: "out of sight since 2021, close before"."""
    for mark, words in MARKS.items():
        if mark in marks:
            return words
    last = last_touch(tie) if tie is not None else None
    if tie is None:
        return Phrase("no contact that I know of")
    near = closeness(tie)
    if last is None:
        return {"new": Phrase("new"), "unknown": Phrase("never in touch, as far as I know")}.get(tie.state, near)
    match tie.state:
        case "alive":
            return Phrase("{near}, last in {when}", near=near, when=Moment(last))
        case "cooling":
            return Phrase("{near}, quiet since {when}", near=near, when=Moment(last))
        case "dormant":
            return Phrase("out of sight since {when}, {near} before", when=Moment(last, "year"), near=near)
        case "one_sided":
            return _one_sided(tie, last)
        case "new":
            return Phrase("new, since {when}", when=Moment(last))
        case "unknown":
            return Phrase("hardly any contact, last in {when}", when=Moment(last))


def _one_sided(tie: Tie, last: int) -> Phrase:
    if tie.last_in is None:
        return Phrase("you wrote, last in {when}; no answer yet", when=Moment(last))
    if tie.last_out is None:
        return Phrase("wrote to you, last in {when}; you never did", when=Moment(last))
    return Phrase("one-sided, last in {when}", when=Moment(last))


def layer_in_words(tie: Tie) -> Phrase | str:
    """How near: Dunbar's layers; "" beyond them."""
    return _LAYERS.get(tie.layer, "")


def facets_in_words(tie: Tie) -> list[Phrase]:
    """What sort of tie it looks like, likeliest first; empty where nothing tells."""
    found = sorted(((getattr(tie.facets, name), words) for name, words in _FACETS.items()), reverse=True)
    return [sure if share >= _SURELY else perhaps for share, (sure, perhaps) in found if share >= _PERHAPS]


def give_and_take(tie: Tie) -> list[Phrase]:
    """Who wrote last, and how even it is."""
    said = []
    if tie.last_in is not None:
        said.append(Phrase("last word from them: {when}", when=Moment(tie.last_in, "day")))
    if tie.last_out is not None:
        said.append(Phrase("from you: {when}", when=Moment(tie.last_out, "day")))
    if tie.written:
        said.append(
            Phrase("they answered {answered} of {written} you sent", answered=tie.answered, written=tie.written)
        )
    return said


def context_in_words(context: Context) -> Phrase:
    """How the owner knows somebody: "choir rehearsal (club), 2014-2020"."""
    label = context.label.strip(" ,;")
    named = Phrase("{label}", label=label)
    kind = _CONTEXTS.get(context.kind)
    if kind is not None and context.kind not in label.casefold():
        named = Phrase("{kind}: {label}", kind=kind, label=label)
    if context.since is None:
        return named
    since, until = Moment(context.since, "year"), Moment(context.until or context.since, "year")
    if str(since) == str(until):
        return Phrase("{context}, {year}", context=named, year=since)
    return Phrase("{context}, {since}-{until}", context=named, since=since, until=until)
