"""How many people of one name are to be expected among those one knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
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
    "park rossi"
)
#: Background shares of a name in a population: of a frequent surname, any other, a known given name, other.
#: Orders of magnitude of published census lists (Smith and Müller 1 %, the hundredth surname .2 %).
_FREQUENT, _SURNAME, _GIVEN, _OTHER = 0.004, 0.0001, 0.008, 0.001
#: How many people the background counts for beside those met.
_BACKGROUND = 1000
#: Expected namesakes below which a name is rare, and from which it is common. A pair of equal names is one
#: human with odds of about .3 to that expectation (three in ten people are met under two addresses).
_RARE, _COMMON = 0.001, 0.02


class Census:
    """The names met, counted once a name, to tell rare ones from common ones."""

    __slots__ = ("_firsts", "_lasts", "_people")

    def __init__(self, names: Iterable[Name]) -> None:
        met = {name.key: name for name in names}
        self._firsts = Counter(without_umlauts(name.first) for name in met.values())
        self._lasts = Counter(without_umlauts(name.last) for name in met.values())
        self._people = len(met)

    def namesakes(self, name: Name) -> float:
        """How many others of this name are to be expected: people met x share of first x share of last.

        Shares are smoothed with a background population and leave the name itself out.
        """
        first, last = without_umlauts(name.first), without_umlauts(name.last)
        everyone = self._people + _BACKGROUND
        of_first = max(self._firsts[first] - 1, 0) + _BACKGROUND * (
            _GIVEN if is_given_name(first) else _OTHER
        )
        of_last = max(self._lasts[last] - 1, 0) + _BACKGROUND * (
            _FREQUENT if last in _FREQUENT_SURNAMES else _SURNAME
        )
        return max(self._people, _BACKGROUND) * (of_first / everyone) * (of_last / everyone)

    def rarity(self, name: Name) -> Rarity:
        """Sort a name by the namesakes to be expected."""
        expected = self.namesakes(name)
        if expected < _RARE:
            return "rare"
        return "common" if expected >= _COMMON else "usual"
