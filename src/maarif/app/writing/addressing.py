"""Whom a message is for: their name, how the owner writes to them, how near they are, and through what to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maarif.app.everybody import owner_ids, people_of
from maarif.app.home import Home
from maarif.app.settings import settings_of
from maarif.domain.drafts import Medium
from maarif.domain.items import Message
from maarif.domain.people import Person
from maarif.domain.ties import Tie
from maarif.draft.compose import Nearness
from maarif.draft.register import Register, register_of
from maarif.normalise.reading import own_text
from maarif.text.fold import fold, raw_words

#: How many of the latest items with somebody are looked at for how the owner writes to them.
LOOKED_AT = 40
#: What is better said than written, where there is a number to call (RANKING.md finding 7: big asks to friends).
BETTER_SAID = frozenset({"confide"})
#: Below this strength (and without a mark) two hardly know each other.
HARDLY = 0.15
#: The first word of a name that is none without the next ("Umm Samir", "Abd al-Rahman").
_BOUND = frozenset(map(fold, ("أم", "أبو", "عبد", "umm", "abu", "abd", "abdul")))


@dataclass(frozen=True, slots=True)
class Talk:
    """What two said to each other lately, the owner's words and theirs (latest first), and through what."""

    sent: tuple[str, ...]
    received: tuple[str, ...]
    channels: tuple[str, ...]


def talk_with(home: Home, person: Person, before: int) -> Talk:
    """The latest direct messages between the owner and one person."""
    numbers = home.store.ledgers.timeline(person.id, before, LOOKED_AT)
    items, authors = home.store.items.bare(numbers), home.store.ledgers.authors(numbers)
    sent, received, channels = [], [], []
    mine = owner_ids(home)
    for number in numbers:
        item = items.get(number)
        if not isinstance(item, Message) or item.bulk or len(item.envelope.to) + len(item.envelope.cc) > 2:
            continue
        if authors.get(number) in mine:
            sent.append(own_text(item))
        elif authors.get(number) == person.id:
            received.append(own_text(item))
        else:
            continue
        channels.append(item.channel)
    return Talk(tuple(sent), tuple(received), tuple(channels))


def register_with(talk: Talk, person: Person) -> Register:
    """How the owner writes to somebody; greetings and farewells are learnt from mails alone."""
    return register_of(talk.sent, talk.received, (person.name, *person.names))


def medium_for(person: Person, talk: Talk, kind: str) -> Medium:
    """A call for what is better said, else what they use with each other, else a mail where there is an address."""
    kinds = {handle.kind for handle in person.handles}
    if kind in BETTER_SAID and "phone" in kinds:
        return "call"
    if talk.channels:
        return "chat" if talk.channels[0] in ("chat", "message") else "mail"
    return "mail" if "email" in kinds or not kinds & {"phone", "chat"} else "chat"


def nearness_of(tie: Tie | None, marks: Sequence[str]) -> Nearness:
    """How near somebody is, as far as words go; the owner's own word first."""
    if tie is not None and tie.state == "dormant":
        return "dormant"
    if "close" in marks:
        return "near"
    if tie is None or tie.state in ("unknown", "one_sided") or tie.effective < HARDLY:
        return "acquaintance"
    return "near"


def called(person: Person, formal: bool) -> str:
    """How they are addressed: the given name, or the whole name in the polite form."""
    parts = person.name.split()
    if formal or len(parts) < 2:
        return person.name
    return " ".join(parts[:2]) if fold(parts[0]) in _BOUND else parts[0]


#: Ends of Arabic given names that are mostly women's, and names that are women's without one.
_FEMININE_ENDS = ("ة", "اء", "ى")
_FEMININE = frozenset(
    map(
        fold,
        "مريم زينب سعاد هند نور سحر رباب منال ريم دلال سناء نهاد أمل إيمان رنا دانا لينا سارة ليلى منى هدى ندى".split(),
    )
)
_MASCULINE = frozenset(map(fold, "موسى عيسى يحيى مصطفى مرتضى حمزة طلحة أسامة عطا رضا".split()))


def is_feminine(name: str) -> bool:
    """Whether an Arabic given name is a woman's, as far as it shows; false where nothing shows it."""
    first = next(iter(raw_words(name)), "")
    if fold(first) in _MASCULINE:
        return False
    return fold(first) in _FEMININE or first.endswith(_FEMININE_ENDS)


def owner_name(home: Home) -> str:
    """What the owner signs with: their setting, else the name they go by; the given name alone."""
    chosen = settings_of(home).name
    if chosen:
        return chosen
    mine = owner_ids(home)
    names = [person.name for person in home.store.people.get(sorted(mine)).values() if person.name]
    named = [name for name in names if "@" not in name]
    return named[0].split()[0] if named else ""


def people_named(home: Home, names: Sequence[str]) -> list[str]:
    """The full names of people that some written names lead to."""
    wanted = {fold(name) for name in names}
    return [p.name for p in people_of(home).values() if {fold(name) for name in (p.name, *p.names)} & wanted]
