"""A need in plain words, understood: its kind, the words that carry its topic, the names it mentions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from maarif.domain.errors import BadNeed
from maarif.domain.needs import Need, NeedKind
from maarif.rank.kinds import ASKING, explain_kind, tell_kind
from maarif.rank.parts import parts_of, without_kept_out
from maarif.text.fold import fold, raw_words
from maarif.text.language import STOPWORDS, tell_language
from maarif.text.stem import stem_variants

KINDS: tuple[NeedKind, ...] = (
    "job", "spread", "confide", "expert", "intro", "favour", "hire", "company", "recipients",
)  # fmt: skip

#: Kinds that are nobody else's business.
_SECRETS: tuple[NeedKind, ...] = ("confide", "job")

#: Longer needs are cut to their first so many characters: a need is said in words, not in files.
LONGEST = 20_000

#: At most so many different words of a need are looked for, the rarest first.
MOST_WORDS = 48

_NAME = re.compile(
    r"\b[^\W\d_a-z][\w'’-]+(?:\s+(?:van|von|de|al|el|bin|ibn|abu|der|den|la|le)\s*|\s+)?(?:[^\W\d_a-z][\w'’-]+)?"
)


def understand(need_id: str, text: str, kind: str | None, moment: int) -> Need:
    """Read a need; `kind` overrides what its words say. Raises BadNeed where nothing is asked."""
    text = text.strip()[:LONGEST]
    if not raw_words(text):
        raise BadNeed(
            'There is no need in these words. Say what you need, such as: maarif ask "who knows about beekeeping?"'
        )
    if kind is not None and kind not in KINDS:
        raise BadNeed(f"{kind!r} is no kind of need. Kinds are: {', '.join(KINDS)}.")
    known: NeedKind | None = next((k for k in KINDS if k == kind), None)
    told = known or tell_kind(text)
    if told == "recipients":
        return Need(need_id, text, told, topic_words(text, told), names_in(text), moment)
    parts = parts_of(text)
    asked = without_kept_out(text) if parts.keep_out else text
    names = names_in(asked)
    words = topic_words(asked, told)
    if told == "confide":  # whom it is about is no topic to look for
        called = {fold(part) for name in names for part in raw_words(name)}
        words = tuple(word for word in words if word not in called) or words
    return Need(need_id, text, told, words, names, moment, parts)


def as_delicate_as_may_be(need: Need) -> list[Need]:
    """The need, and the same as a confidence or a job hunt where its words speak of one, whatever kind it was taken
    for: a gate that closes once too often costs a name, one that stands open a secret."""
    points = explain_kind(need.text).points
    other = [kind for kind in _SECRETS if kind != need.kind and points.get(kind, 0.0) > 0]
    return [need, *(replace(need, kind=kind) for kind in other)]


def topic_words(text: str, kind: NeedKind) -> tuple[str, ...]:
    """The different words of a need, as written and in order, that carry its topic.

    For `recipients` the text is a message, of which every word counts; otherwise the words of asking are left out
    (all of them are kept where nothing else remains).
    """
    every = raw_words(text)
    common = STOPWORDS[tell_language(every)]
    found = [word for word in every if fold(word) not in common and stem_variants(word)]
    topical = found if kind == "recipients" else [word for word in found if fold(word) not in ASKING]
    return tuple(dict.fromkeys(map(fold, topical or found)))


def counted_words(text: str, words: tuple[str, ...]) -> Counter[str]:
    """How often each topic word stands in the text."""
    kept = set(words)
    return Counter(word for word in map(fold, raw_words(text)) if word in kept)


def names_in(text: str) -> tuple[str, ...]:
    """Names a need mentions: capitalised words beyond the first of a sentence, two together where they stand so."""
    found = []
    for sentence in re.split(r"(?<=[.!?؟])\s+", text):
        for match in _NAME.finditer(sentence):
            if match.start() > 0:
                found.append(match.group().strip())
    return tuple(dict.fromkeys(found))


def parse_moment(text: str) -> int:
    """A day or moment (ISO 8601; a day means its first second, UTC; plain digits are Unix seconds) as Unix seconds.

    Raises BadNeed.
    """
    if re.fullmatch(r"-?\d{9,11}(\.\d+)?", text):
        return int(float(text))
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError as error:
        raise BadNeed(f"{text!r} is no day. Write it as 2026-03-31 or 2026-03-31T18:00.") from error
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
