"""What a circle is called: by what its people share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import log

from maarif.domain.phrases import Phrase
from maarif.text.fold import fold, raw_words
from maarif.text.language import STOPWORDS

#: At least this share of a circle shares what it is named by.
MOST = 0.6
#: A word of subjects names a circle where it stands on so many of them, and on so large a share.
WORD_TIMES, WORD_SHARE = 3, 0.2
#: Words of a name, and people in a name made of people.
WORDS, PEOPLE = 2, 2
#: A circle seen within so long (seconds) is one of today; an older one is named with its years.
TODAY = 365 * 86_400

_COMMON = frozenset(word for words in STOPWORDS.values() for word in words) | frozenset(
    """re fw fwd aw wg tr sv antw hello hi hallo meeting call invitation invite updated update question request info
    thanks thank danke news today tomorrow morgen heute week monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december new please
    """.split()  # greetings, marks of answering, days: they stand on anybody's mail
)


@dataclass(frozen=True, slots=True)
class Shared:
    """What is known of the people of a circle, each in their order: names, surnames, houses (as they are called),
    cities; and the subjects of what they were seen on."""

    names: Sequence[str]
    surnames: Sequence[str]
    houses: Sequence[str]
    cities: Sequence[str]
    subjects: Sequence[str]


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a circle, and why it is called so."""

    name: str
    why: str


def name_circle(shared: Shared, rare: Mapping[str, float]) -> Named:
    """The name by the first thing shared: a house, a family, what it was about, a place, else by two of its people.

    `rare` is the inverse document frequency of folded words over the subjects of all circles.
    """
    size = len(shared.names)
    house, times = _commonest(shared.houses)
    if times >= MOST * size:
        return Named(house, Phrase("{count} of {size} are reached at {house}", count=times, size=size, house=house))
    surname, times = _commonest(shared.surnames)
    if times >= MOST * size:
        family = Phrase("the {surname} family", surname=surname)
        return Named(
            family, Phrase("{count} of {size} bear the name {surname}", count=times, size=size, surname=surname)
        )
    words = _telling(shared, rare)
    if words:
        told = " ".join(words)
        return Named(
            told[:1].upper() + told[1:], Phrase("what they were written to about: {words}", words=", ".join(words))
        )
    city, times = _commonest(shared.cities)
    if times >= MOST * size:
        return Named(
            Phrase("people in {city}", city=city),
            Phrase("{count} of {size} live in {city}", count=times, size=size, city=city),
        )
    first = ", ".join(name.split()[0] for name in shared.names[:PEOPLE] if name)
    why = Phrase("named after those who are seen most with the others")
    if size <= PEOPLE:
        return Named(first, why)
    return Named(Phrase("{names} and {count} more", names=first, count=size - PEOPLE), why)


def _commonest(values: Iterable[str]) -> tuple[str, int]:
    counts = Counter(value for value in values if value)
    return min(((v, n) for v, n in counts.items()), key=lambda pair: (-pair[1], pair[0]), default=("", 0))


def rarity(subjects: Iterable[Sequence[str]]) -> dict[str, float]:
    """Inverse document frequency of words: ln(circles / circles that have it), over the subjects of each circle."""
    found: Counter[str] = Counter()
    total = 0
    for own in subjects:
        total += 1
        found.update({fold(word) for subject in own for word in raw_words(subject)})
    return {word: log((1 + total) / times) for word, times in found.items()}


def _telling(shared: Shared, rare: Mapping[str, float]) -> list[str]:
    """The words that stand on many of the circle's subjects and on few of others (tf-idf), as mostly written."""
    people = {fold(part) for name in shared.names for part in raw_words(name)}
    counts: Counter[str] = Counter()
    spelt: dict[str, Counter[str]] = {}
    for subject in shared.subjects:
        for word in {w for w in raw_words(subject) if len(w) > 2 and not w.isdigit()}:
            folded = fold(word)
            counts[folded] += 1
            spelt.setdefault(folded, Counter())[word] += 1
    least = max(WORD_TIMES, WORD_SHARE * len(shared.subjects))
    told = [w for w, n in counts.items() if n >= least and w not in _COMMON and w not in people and rare.get(w, 0) > 0]
    told.sort(key=lambda word: (-counts[word] * rare[word], word))
    return [_commonest(spelt[word].elements())[0] for word in told[:WORDS]]


def with_years(name: str, since: int | None, until: int | None, moment: int) -> str:
    """The name, with the years of a circle that is past: "Tannhof 2019-22"."""
    if since is None or until is None or moment - until < TODAY:
        return name
    first, last = (datetime.fromtimestamp(at, UTC).year for at in (since, until))
    years = (
        str(first)
        if first == last
        else f"{first}-{last % 100:02}"
        if first // 100 == last // 100
        else f"{first}-{last}"
    )
    return Phrase("{name} {years}", name=name, years=years)
