"""How many people of one name are to be expected among those one knows."""

from __future__ import annotations

from typing import Literal, TypeAlias

from maarif.resolve.names import Name
from maarif.text.likeness import without_umlauts, word_table
from maarif.text.nicknames import is_given_name

Rarity: TypeAlias = Literal["rare", "usual", "common"]

#: Surnames that many bear in English, German, Arabic, French or Spanish speaking countries.
_FREQUENT_SURNAMES = word_table(
    "smith jones williams brown taylor davies evans thomas johnson roberts walker wright robinson "
    "thompson white hughes edwards green hall wood harris martin jackson clarke clark miller davis wilson "
    "moore anderson lee lewis young allen king scott adams baker campbell mitchell carter turner phillips "
    "parker collins morris murphy cook muller mueller schmidt schneider fischer weber meyer meier maier "
    "mayer wagner becker schulz hoffmann hofmann schafer koch bauer richter klein wolf schroder neumann "
    "schwarz zimmermann braun kruger hartmann lange werner krause lehmann kohler konig huber kaiser fuchs "
    "peters lang scholz moller weiss jung hahn vogel keller gunther ali ahmed ahmad mohamed mohammed "
    "muhammad hassan hussein hussain ibrahim khalil saleh salem said saeed omar osman mahmoud mustafa "
    "abdallah abdullah haddad khoury mansour nasser hamdan khan youssef salim hamid محمد احمد علي حسن "
    "حسين ابراهيم خليل صالح سالم سعيد عمر عثمان محمود مصطفي حداد خوري منصور ناصر حمدان يوسف martin "
    "bernard dubois robert richard petit durand leroy moreau simon laurent lefebvre michel garcia david "
    "bertrand roux vincent fournier girard rodriguez gonzalez fernandez lopez martinez sanchez perez "
    "gomez jimenez ruiz hernandez diaz moreno munoz alvarez romero alonso gutierrez navarro torres "
    "dominguez vazquez ramos gil silva santos nguyen tran singh kumar patel chen wang li zhang liu kim "
    "park rossi nowak kowalski kowalska wisniewski wisniewska wojcik kowalczyk kaminski kaminska lewandowski "
    "lewandowska zielinski zielinska szymanski szymanska wozniak dabrowski dabrowska kozlowski kozlowska yilmaz "
    "kaya demir celik sahin yildiz yildirim ozturk aydin ozdemir arslan dogan kilic aslan cetin kara koc kurt "
    "ozkan simsek silva ferreira pereira oliveira costa rodrigues martins jansen janssen de vries bakker visser "
    "andersson johansson hansen nielsen jensen olsen larsen pedersen"
)
#: Background shares of a name in a population: of a frequent surname, any other, a known given name, other.
#: Orders of magnitude of published census lists (Smith and Müller 1 %, the hundredth surname .2 %).
_FREQUENT, _SURNAME, _GIVEN, _OTHER = 0.004, 0.0001, 0.008, 0.001
#: How many people the background counts for beside those met.
_BACKGROUND = 1000
#: Expected namesakes below which a name is rare, and from which it is common. A pair of equal names is one
#: human with odds of about .3 to that expectation (three in ten people are met under two addresses).
_RARE, _COMMON = 0.001, 0.02


#: So many others of one surname are mostly one family, whose given names differ, or one person in two spellings:
#: one or two count for nothing, three and more for little.
_FAMILY = 4


class Census:
    """The names met, counted once a name, to tell rare ones from common ones.

    Counts enter in steps (powers of two), so that a newcomer changes the rarity of few names. `counts` may be a mapping
    that recalls counts of before: "names" (different ones), "name anna weber", "first anna", "last weber".
    """

    __slots__ = ("_counts",)

    def __init__(self, counts: dict[str, int]) -> None:
        self._counts = counts

    def take(self, first: str, last: str, was: dict[str, int]) -> None:
        """Count a name once more; counts of names and words that change are written down in `was` as they were."""
        self._count(first, last, 1, was)

    def drop(self, first: str, last: str, was: dict[str, int]) -> None:
        """Count a name once less, like `take`."""
        self._count(first, last, -1, was)

    def _count(self, first: str, last: str, by: int, was: dict[str, int]) -> None:
        counts, name = self._counts, f"name {first} {last}"
        before = counts[name]
        counts[name] = before + by
        if before > 0 and before + by > 0:
            return
        for word in ("names", f"first {first}", f"last {last}"):
            now = counts[word]
            was.setdefault(word, now)
            counts[word] = now + by

    def stepped(self, was: dict[str, int]) -> set[str]:
        """The words whose count is in another step than it was."""
        return {word for word, count in was.items() if _step(count) != _step(self._counts[word])}

    def namesakes(self, first: str, last: str) -> float:
        """How many others of this name are to be expected: people met x share of first x share of last.

        Shares are smoothed with a background population and leave the name itself and its family out.
        """
        counts = self._counts
        people = _step(counts["names"])
        everyone = people + _BACKGROUND
        given = _GIVEN if is_given_name(first) else _OTHER
        surname = _FREQUENT if last in _FREQUENT_SURNAMES else _SURNAME
        of_first = max(_step(counts[f"first {first}"]) - 1, 0) + _BACKGROUND * given
        others = _step(counts[f"last {last}"]) - 1
        of_last = max(others - _FAMILY, others // 3 / _FAMILY) + _BACKGROUND * surname
        return max(people, _BACKGROUND) * (of_first / everyone) * (of_last / everyone)

    def rarity(self, first: str, last: str) -> Rarity:
        """Sort a name by the namesakes to be expected."""
        expected = self.namesakes(first, last)
        if expected < _RARE:
            return "rare"
        return "common" if expected >= _COMMON else "usual"


def words_of(name: Name) -> tuple[str, str]:
    """The two words of a name that are counted."""
    return without_umlauts(name.first), without_umlauts(name.last)


def _step(count: int) -> int:
    """The largest power of two that a count reaches."""
    return 1 << (count.bit_length() - 1) if count > 0 else 0
