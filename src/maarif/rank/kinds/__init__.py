"""Which kind of help a need asks for, told from its words in English, German and Arabic.

Where the borders run:

- `job` or `hire`: who is to work? The one who speaks, or wants to hear of work: job. Somebody else: hire.
- `hire` or `favour`: steady, paid, or a place in a house, team or band is hire ("twins, two afternoons a week, paid");
  once, small and for thanks is favour ("mind our two tonight").
- `hire` or `expert`: whoever is to do work for a while (cleaner, builder, tutor, carer) is hired; a professional who is
  consulted about a trouble (solicitor, surgeon, vet), a recommendation of one, and every question of fact are expert.
- `confide` or `expert`: a question that has an answer is expert, though it be about illness; how it is with me, what
  happened between us, what I am ashamed of or cannot decide is confide, though it end with a question mark.
- `intro` or `job`: a named person, role or house to be reached is intro, though work be the purpose; a house asked
  about as an employer is job.
- `company` or `favour`: a thing done with me for its own sake is company, feasts not spent alone among it; a thing done
  for me is favour.
- `spread` or `company`: our concert is spread; a concert I want to go to with somebody is company.

`recipients` is never told from words: it is asked for by name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from maarif.domain.needs import NeedKind
from maarif.rank.kinds.asking import ASKING
from maarif.rank.kinds.cues import Cue, cues_of
from maarif.rank.kinds.patterns import cues_in, tokens_of
from maarif.text.language import tell_language

__all__ = ["ASKING", "FALLBACK", "PRIOR", "KindTold", "explain_kind", "tell_kind"]

#: What a need is taken for where no cue stands in it.
FALLBACK: NeedKind = "expert"

#: What stands for the fallback before any word is read, as the natural logarithm of odds: a weak cue outweighs it.
PRIOR = 0.5

#: In which languages a text is read that is told to be of one; the second is asked where the first knows no cue of it.
_READINGS = {"ar": ("ar",), "de": ("de", "en")}
_ELSE = ("en", "de")


@dataclass(frozen=True, slots=True)
class KindTold:
    """A kind of need with the cues it was told from; `points` holds the sum for each kind that any cue speaks of."""

    kind: NeedKind
    points: dict[NeedKind, float]
    cues: tuple[Cue, ...]


def tell_kind(text: str) -> NeedKind:
    """The kind with most points (FALLBACK with PRIOR, and those of the cues that stand in the text)."""
    return explain_kind(text).kind


def explain_kind(text: str) -> KindTold:
    """The kind of a need and why: the sum over the cues that stand in the text; the first told wins a tie."""
    tokens = tokens_of(text)
    cues: Sequence[Cue] = ()
    for language in _READINGS.get(tell_language([token for token in tokens if token[0].isalpha()]), _ELSE):
        known = cues_of(language)
        cues = [known.cues[number] for number in sorted(cues_in(tokens, known))]
        if any(points > PRIOR for cue in cues for points in cue.points.values()):
            break
    points: dict[NeedKind, float] = {FALLBACK: PRIOR}
    for cue in cues:
        for kind, share in cue.points.items():
            points[kind] = points.get(kind, 0.0) + share
    return KindTold(max(points, key=points.__getitem__), points, tuple(cues))
