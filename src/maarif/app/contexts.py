"""How and where the owner knows people: from notes that name them, meetings, employers, and lists of contacts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.domain.items import Item, Meeting, Note, Origin
from maarif.domain.people import Context
from maarif.text.fold import fold

#: Contexts shown per person, the most telling first.
MOST = 4

#: A title on so many notes is the name of a journal, not of what happened.
JOURNAL = 3

_MET = re.compile(
    r"\b(?:met|got to know|introduced to me|bumped into|kennengelernt|kennen gelernt|getroffen|traf)\b|تعرفت|التقيت|قابلت"
)
_KINDS = (
    ("club", re.compile(r"\b(?:choir|club|team|rehearsal|running|chor|verein|probe|training|lauftreff)\b|جوقه|نادي")),
    ("study", re.compile(r"\b(?:university|uni|seminar|school|studium|schule|hochschule|course|kurs)\b|جامعه|مدرسه|دوره")),
    ("trip", re.compile(r"\b(?:trip|travel\w*|hike|hiking|holiday|journey|reise|wander\w*|urlaub)\b|رحله|سفر")),
    ("neighbours", re.compile(r"\b(?:neighbou?r\w*|house|courtyard|nachbar\w*|hof|haus)\b|جار|جيران")),
    ("event", re.compile(r"\b(?:party|barbecue|bbq|birthday|wedding|concert|meetup|fair|fest|feier|geburtstag|hochzeit|grillen)\b|حفله|عرس")),
)  # fmt: skip


def contexts_of(home: Home, before: int) -> dict[str, tuple[Context, ...]]:
    """Contexts by person, from what was said before a moment."""
    key = f"contexts@{before}"
    if key not in home.kept:
        home.kept[key] = _gather(home, before)
    contexts: dict[str, tuple[Context, ...]] = home.kept[key]
    return contexts


def _gather(home: Home, before: int) -> dict[str, tuple[Context, ...]]:
    found: dict[str, dict[tuple[str, str], Context]] = defaultdict(dict)
    for person, context in [*_from_items(home, before), *_from_employers(home, before)]:
        known = found[person].get((context.kind, fold(context.label)))
        found[person][context.kind, fold(context.label)] = _widen(known, context) if known else context
    return {person: tuple(sorted(own.values(), key=_order)[:MOST]) for person, own in found.items()}


def _order(context: Context) -> tuple[int, int, str]:
    rank = ("club", "trip", "study", "neighbours", "event", "note", "work").index(context.kind)
    return rank, -(context.until or context.since or 0), context.label


def _widen(one: Context, other: Context) -> Context:
    times = [t for t in (one.since, one.until, other.since, other.until) if t is not None]
    first = min((one, other), key=lambda c: (c.since or 0, c.origin))
    return Context(one.kind, one.label, min(times, default=None), max(times, default=None), first.origin)


def _from_items(home: Home, before: int) -> list[tuple[str, Context]]:
    named = home.store.ledgers.named_in_notes(before) + home.store.ledgers.present_at(before)
    items = home.store.items.read(sorted({item for item, _ in named}))
    people = people_of(home)
    titles = Counter(item.title for item in items.values() if isinstance(item, Note))
    journals = frozenset(title for title, times in titles.items() if times >= JOURNAL)
    return [
        (person, context)
        for item, person in named
        if person in people and item in items and (context := _context(items[item], people[person].name, journals))
    ]


def _context(item: Item, name: str, journals: Collection[str]) -> Context | None:
    match item:
        case Note(origin, at, title, text):
            told = _sentence_about(text, name)
            untold = at is None or not title or title in journals or fold(name) in fold(title)
            label = _plain(told if untold else title)
            kind = _kind(f"{title} {told}", "event" if _MET.search(fold(told)) else "note")
            return Context(kind, label, at, at, origin) if label else None
        case Meeting(origin, _, at, people, _, subject, text, thread) if (thread or subject or text) and len(
            people
        ) > 2:
            label = _plain(thread.replace("-", " ") if _NAMELIKE.fullmatch(thread) else subject or text)
            return Context(_kind(f"{label} {subject} {text}", "event"), label, at, at, origin)
        case _:
            return None


#: A thread that somebody named by hand ("choir-rehearsal"), not a key of a machine.
_NAMELIKE = re.compile(r"[^\W\d_]{3,}(?:[- ][^\W\d_]+){0,3}")

#: Longer labels are cut after a word.
_LABEL = 56


def _plain(text: str) -> str:
    """A label without marks of writing (links, headings), cut after a whole word."""
    bare = " ".join(re.sub(r"\[\[([^|\]]*\|)?|\]\]|^[#*\-\s]+", "", text).split()).rstrip(".")
    return bare if len(bare) <= _LABEL else bare[:_LABEL].rsplit(" ", 1)[0] + " …"


def _sentence_about(text: str, name: str) -> str:
    wanted = fold(name)
    sentences = [" ".join(s.split()) for s in re.split(r"(?<=[.!?؟])\s+|\n", text)]
    return next((s for s in sentences if wanted in fold(s)), "")


def _kind(label: str, fallback: str) -> str:
    folded = fold(label)
    return next((kind for kind, pattern in _KINDS if pattern.search(folded)), fallback)


def _from_employers(home: Home, before: int) -> list[tuple[str, Context]]:
    """People who work or worked where the owner does or did."""
    own = {fold(name) for name in home.store.people.owner_employers()}
    rows = [row for row in home.store.ledgers.facts(before) if row[3] == "employer" and fold(row[4]) in own]
    origins = home.store.items.origins([row[6] for row in rows])
    return [(row[0], Context("work", row[4], row[5], row[5], origins.get(row[6], Origin("", "")))) for row in rows]
