"""How well a tie suits a kind of need, and how willing the person will be (RANKING.md section 2)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from maarif.domain.evidence import Evidence
from maarif.domain.needs import NeedKind
from maarif.domain.phrases import Phrase
from maarif.domain.ties import Tie
from maarif.domain.wording import KINDS

#: Shared contacts at which the inverted U of job information has its top (Rajkumar 2022, RANKING.md finding 5).
BUMP_TOP = 10.0
#: Shared contacts at which two circles count as one; overlap = m / (m + this).
OVERLAP_HALF = 15.0

#: T = sum of weight * part, parts in [0, 1], per kind (RANKING.md section 2, "Tie curve T by kind").
#: strength: S_eff; bump: shared contacts; apart: 1 - overlap; reach: how many people they reach; private: not a
#: colleague.
CURVES: dict[NeedKind, dict[str, float]] = {
    "job": {"bump": 0.5, "apart": 0.3, "strength": 0.2},
    "hire": {"bump": 0.5, "apart": 0.3, "strength": 0.2},
    "spread": {"strength": 0.4, "reach": 0.6},
    "expert": {"strength": 0.3, "standing": 0.3, "apart": 0.4},
    "confide": {"strength": 0.55, "private": 0.45},
    "favour": {"strength": 0.5, "private": 0.5},
    "company": {"strength": 0.6, "private": 0.4},
    "intro": {"strength": 0.7, "reach": 0.3},
    "recipients": {"strength": 1.0},
}  # fmt: skip

_SENTENCES = {
    "strength": Phrase("how close you are, or were"),
    "bump": Phrase("shares some of your circle, not all of it"),
    "apart": Phrase("hears what your own circle does not"),
    "reach": Phrase("knows many people"),
    "standing": Phrase("speaks of it from their own work or life"),
    "private": Phrase("someone beyond work"),
}

#: No factor falls below this: the score is a product, and one unknown must not decide alone.
FLOOR = 0.05


@dataclass(frozen=True, slots=True)
class Leaning:
    """What beside the tie bends the curve: standing in [0, 1] (does the person speak of the topic themself), and a
    factor
    with its sentence where the need itself speaks for or against them."""

    standing: float = 0.0
    factor: float = 1.0
    why: str = ""


def suit(kind: NeedKind, tie: Tie | None, leaning: Leaning) -> Evidence:
    """T in [FLOOR, 1] as the total of its parts, one per share of the curve."""
    parts = tuple(
        Evidence(_SENTENCES[part], weight * _share(part, tie, leaning)) for part, weight in CURVES[kind].items()
    )
    plain = sum(part.points for part in parts)
    if leaning.factor != 1.0:
        parts = (*parts, Evidence(leaning.why, plain * (leaning.factor - 1.0)))
    total = sum(part.points for part in parts)
    lifted = (*parts, Evidence(Phrase("little is known"), FLOOR - total)) if total < FLOOR else parts
    return Evidence(
        Phrase("suits a need of this kind ({kind})", kind=KINDS[kind]),
        0.0,
        (),
        tuple(part for part in lifted if part.points),
    )


def _share(part: str, tie: Tie | None, leaning: Leaning) -> float:
    if part == "standing":
        return leaning.standing
    if tie is None:
        return 0.5 if part in ("apart", "private") else 0.0
    shared = tie.shared_contacts
    match part:
        case "strength":
            return min(1.0, tie.effective)
        case "bump":
            return shared / BUMP_TOP * exp(1 - shared / BUMP_TOP)
        case "apart":
            return 1 - shared / (shared + OVERLAP_HALF)
        case "reach":
            return shared / (shared + BUMP_TOP)
        case _:
            return 1 - tie.facets.work


#: What each ask of the last ninety days leaves of somebody's willingness, and what a favour given rather than taken
#: adds (RANKING.md section 2, "Willingness": .7^asks, and a small factor for favours).
ASKED, FAVOUR, FAVOURS_AT_MOST = 0.7, 0.05, 3


def willingness(tie: Tie | None, usual: float, asks: int = 0, balance: int = 0) -> float:
    """W = (r + 4 mu) / (n + 4) * .7^asks * (1 + .05 balance), in [0, 1] (RANKING.md section 2).

    r of the owner's n direct messages were answered, mu (`usual`) as people mostly do; people out of sight are never
    held to be less willing than others. `asks` were made of them within ninety days; `balance` is favours given less
    received, of which three count at most.
    """
    lately = ASKED**asks * (1 + FAVOUR * max(-FAVOURS_AT_MOST, min(balance, FAVOURS_AT_MOST)))
    if tie is None or not tie.written:
        return min(1.0, usual * lately)
    answered = (tie.answered + 4 * usual) / (tie.written + 4)
    return min(1.0, (max(answered, usual) if tie.state == "dormant" else answered) * lately)
