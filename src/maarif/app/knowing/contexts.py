"""How and where the owner knows people: from notes that name them, meetings, employers, and lists of contacts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.domain.circles import Circle
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
#: What a label or a sentence is about, by the words in it (folded); the first that fits.
_KINDS = (
    ("family", re.compile(r"\b(?:family|cousins?|familie\w*|cousin\w*|verwandt\w*)\b|عايله|العايله|الاقارب")),
    ("club", re.compile(
        r"\b(?:choir|club|team|rehearsal|runn(?:ing|ers?)|band|orchestra|volunteers?|chor\w*|verein\w*|probe|training|lauftreff|kapelle|"
        r"mannschaft|ehrenamt\w*|repair ?caf\w+|sprach ?caf\w+|stammtisch)\b|جوقه|نادي|فريق|فرقه|جمعيه|متطوع")),
    ("study", re.compile(
        r"\b(?:university|uni|seminar|school|class of|studium|schule|hochschule|course|kurs|abitur|studiengang|alumni|kommiliton\w*)\b"
        r"|جامعه|الجامعه|مدرسه|المدرسه|دوره|دفعه")),
    ("trip", re.compile(r"\b(?:trip|travel\w*|hike|hiking|holiday|journey|reise|wander\w*|urlaub|pilgrim\w*)\b|رحله|سفر|عمره")),
    ("neighbours", re.compile(
        r"\b(?:neighbou?r\w*|house|courtyard|playground|parents|nachbar\w*|hof|haus\w*|elternabend|spielplatz|kita)\b|جار|جيران|الجيران|العماره")),
    ("event", re.compile(
        r"\b(?:party|barbecue|bbq|birthday|wedding|concert|meetup|fair|conference|fest|feier|geburtstag|hochzeit|grillen|messe|tagung)\b"
        r"|حفله|عرس|موتمر|معرض")),
)  # fmt: skip

#: Contexts in the order in which they are told.
_ORDER = ("family", "club", "trip", "study", "neighbours", "chat", "circle", "event", "list", "note", "work")
#: What a circle is a context of, where its name does not tell.
_FALLBACK = {"chat": "chat", "meeting": "club", "list": "list", "community": "circle"}


def contexts_of(home: Home, before: int) -> dict[str, tuple[Context, ...]]:
    """Contexts by person, from what was said before a moment."""
    return home.view(f"contexts@{before}", lambda: _gather(home, before))


def _gather(home: Home, before: int) -> dict[str, tuple[Context, ...]]:
    found: dict[str, dict[tuple[str, str], Context]] = defaultdict(dict)
    for person, context in [*_from_items(home, before), *_from_facts(home, before)]:
        known = found[person].get((context.kind, fold(context.label)))
        found[person][context.kind, fold(context.label)] = _widen(known, context) if known else context
    for person, context in _from_circles(home, before):  # what is known of the person themself is more exact
        found[person].setdefault((context.kind, fold(context.label)), context)
    return {person: tuple(sorted(own.values(), key=_order)[:MOST]) for person, own in found.items()}


def _order(context: Context) -> tuple[int, int, str]:
    return _ORDER.index(context.kind), -(context.until or context.since or 0), context.label


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


def _from_facts(home: Home, before: int) -> list[tuple[str, Context]]:
    """Where people were met as somebody told, and people who work or worked, learn or learnt where the owner does or
    did."""
    own = {fold(name) for name in home.store.people.owner_employers()}
    facts = home.store.ledgers.facts(before)
    rows = [row for row in facts if row[3] == "met" or (row[3] == "employer" and fold(row[4]) in own)]
    origins = home.store.items.origins([row[6] for row in rows])
    return [
        (row[0], Context(_kind(row[4], "event") if row[3] == "met" else "work", _plain(row[4]), row[5], row[5],
                         origins.get(row[6], Origin("", ""))))
        for row in rows
    ]  # fmt: skip


def _from_circles(home: Home, before: int) -> list[tuple[str, Context]]:
    """The circles people are in, as far as these are called by more than their people's names."""
    from maarif.app.knowing.circles import circles

    found = []
    for circle in circles(home, None if home.now - before < _NOW else before):
        kind = _kind_of(circle)
        if kind is not None:
            until = None if circle.until is None else min(circle.until, before)
            origin = circle.origins[0] if circle.origins else Origin("", "")
            context = Context(kind, circle.name, circle.since, until, origin)
            found += [(person, context) for person in circle.people]
    return found


def _kind_of(circle: Circle) -> str | None:
    """The kind of context that a circle makes; None for one that has no name of its own, and for one of the office:
    employers are told of by facts."""
    if circle.kind == "community" and getattr(circle.why, "template", "").startswith(_UNTOLD):
        return "family" if getattr(circle.name, "template", "") == _FAMILY else None
    return _kind(circle.name, _FALLBACK[circle.kind])


#: Asked for a moment so short ago (seconds), the kept circles are those of then.
_NOW = 60

_UNTOLD = ("named after", "{count} of {size}")
_FAMILY = "the {surname} family"


def told_in(note: Note, name: str) -> Context | None:
    """How a note, alone, says that its writer knows somebody."""
    return _context(note, name, frozenset())
