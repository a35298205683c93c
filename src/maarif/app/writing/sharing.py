"""The one true thing that both share, with where it comes from: what a draft leans on."""

from __future__ import annotations

from maarif.app.asking.candidates import Candidate, candidates_for
from maarif.app.asking.search import Found, search
from maarif.app.asking.speaking_facts import FactHit
from maarif.app.home import Home
from maarif.app.knowing.contexts import contexts_of
from maarif.app.knowing.standing import standing
from maarif.domain.items import Card
from maarif.domain.needs import Need
from maarif.domain.people import Context, Person
from maarif.domain.phrases import Moment
from maarif.draft.compose import Shared
from maarif.normalise.confidence import in_confidence
from maarif.rank.hits import Hit
from maarif.text.fold import fold, raw_words
from maarif.text.language import tell_language
from maarif.voice import voice_of

#: Facts that may be said to somebody's face; others (kin, city, birthday) are known, not said.
_SAYABLE = frozenset({"employer", "title", "interest"})
#: A context is a name, not a sentence: "choir rehearsal", at most so many words.
_LABEL_WORDS = 5
#: Words of a topic as it is named in a message.
_TOPIC_WORDS = 3
#: How many of the likest items are looked at for something that both share.
_LOOKED_AT = 6


def shared_with(home: Home, need: Need, person: Person, language: str) -> Shared | None:
    """What both share that bears on the need, in words of the draft's language; else how they know each other.

    What a third person said, a private note, or somebody's own affairs is never it.
    """
    found = search(home, need, standing(home, None).dormant)
    candidate = next((c for c in candidates_for(need, found, {}) if c.person == person.id), None)
    same_language = tell_language(raw_words(need.text)) == language
    if candidate is not None and need.kind != "confide":
        told = _from_items(home, candidate, need, language) if same_language else None
        told = told or _from_facts(home, candidate)
        if told is not None:
            return told
    return _from_contexts(home, person, need.asked_on)


def _from_items(home: Home, candidate: Candidate, need: Need, language: str) -> Shared | None:
    hits = [hit for hit in candidate.hits if hit.at is not None and not hit.bulk][:_LOOKED_AT]
    items = home.store.items.bare([hit.item for hit in hits])
    for hit in hits:
        item = items.get(hit.item)
        kind = _kind(hit, candidate.person)
        if item is None or kind is None or isinstance(item, Card) or in_confidence(item) or hit.at is None:
            continue
        topic = _topic(need, hit)
        when = voice_of(language).moment(Moment(hit.at))
        origins = tuple(home.store.items.origins([hit.item]).values())
        return Shared(kind, {"topic": topic, "when": when}, origins)
    return None


def _topic(need: Need, hit: Hit) -> str:
    """The words that both the need and the item speak of, as a run of the need's own words: "drinking water"."""
    weights = dict(hit.met)
    runs: list[list[str]] = [[]]
    for word in raw_words(need.text):
        if fold(word) in weights:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    best = max((run[:_TOPIC_WORDS] for run in runs), key=lambda run: sum(weights[fold(word)] for word in run))
    return " ".join(best)


def _kind(hit: Hit, person: str) -> str | None:
    """Only what was between the two: their own message, the owner's to them alone, a meeting."""
    part = next((part for who, part in hit.people if who == person), None)
    if hit.shape == "Meeting":
        return "met"
    if hit.shape != "Message" or part is None:
        return None
    if part == "author" and hit.crowd <= 2:
        return "wrote"
    return "told" if hit.by_owner and hit.crowd == 1 else None


def _from_facts(home: Home, candidate: Candidate) -> Shared | None:
    facts = [fact for fact in candidate.facts if fact.attribute in _SAYABLE and fact.newer is None]
    items = home.store.items.bare([fact.item for fact in facts])
    for fact in facts:
        item = items.get(fact.item)
        if item is not None and not in_confidence(item):
            return _as_shared(home, fact)
    return None


def _as_shared(home: Home, fact: FactHit) -> Shared:
    origins = tuple(home.store.items.origins([fact.item]).values())
    return Shared(fact.attribute, {"value": fact.value}, origins)


def _from_contexts(home: Home, person: Person, before: int) -> Shared | None:
    for context in contexts_of(home, home.horizon(before)).get(person.id, ()):
        if _is_a_name(context, person):
            return Shared("context", {"context": context.label.strip(" ,;")}, (context.origin,))
    return None


def _is_a_name(context: Context, person: Person) -> bool:
    label = context.label.strip()
    if context.kind in ("note", "family") or not label or "…" in label or len(label.split()) > _LABEL_WORDS:
        return False
    return fold(person.name) not in fold(label) and not label.endswith((".", "!", "?"))


def words_of_others(home: Home, found: Found, person: str) -> list[str]:
    """What third persons said that bears on the need, and notes in confidence: not to be repeated."""
    others = [
        hit
        for hit in (*found.hits, *found.dormant_hits)
        if any(part == "author" and who != person for who, part in hit.people)
    ]
    items = home.store.items.bare([hit.item for hit in others[: 4 * _LOOKED_AT]])
    notes = home.store.items.bare([hit.item for hit in found.hits if hit.shape == "Note"])
    private = [item for item in notes.values() if in_confidence(item)]
    return [str(getattr(item, "text", "")) for item in (*items.values(), *private)]
