"""What two mail addresses say of whether they are one person's; each docstring is the sentence shown."""

from __future__ import annotations

from maarif.resolve import addresses
from maarif.resolve.features import may_agree
from maarif.resolve.pair import Pair
from maarif.resolve.sketch import Sketch


def address_of_name(pair: Pair) -> bool:
    """Nobody is named beside one address, but it is made of the other's rare name as that house makes them."""
    return _is_made_of(pair.left, pair.right, pair) or _is_made_of(pair.right, pair.left, pair)


def _is_made_of(bare: Sketch, named: Sketch, pair: Pair) -> bool:
    if bare.names or not bare.has_house or bare.house != named.house or bare.kind != "person":
        return False
    fitting = {name.key for name in named.names if addresses.shape(bare.local, name)}
    beside = pair.crowd.bearers_in(bare.house, bare.local)
    rare = all(pair.crowd.rarity(name) == "rare" for name in named.names)
    return bool(fitting) and rare and beside <= fitting


def same_house(pair: Pair) -> bool:
    """Both addresses are of one organisation, and their names agree."""
    left, right = pair.left, pair.right
    return left.has_house and left.house == right.house and (pair.agree or pair.likeness == "initial")


def same_local_part(pair: Pair) -> bool:
    """The part before the @ is the same, and it says more than a name."""
    return _same_local(pair) and addresses.is_telling(pair.left.local, (*pair.left.names, *pair.right.names))


def local_part_of_name(pair: Pair) -> bool:
    """The part before the @ is the same, as many make it of this name."""
    return _same_local(pair) and not same_local_part(pair)


def _same_local(pair: Pair) -> bool:
    return pair.left.local != "" and pair.left.local == pair.right.local and may_agree(pair)


def made_of_name(pair: Pair) -> bool:
    """Both addresses are made of that name."""
    return (pair.agree or pair.likeness == "initial") and pair.are_made_of_names


def two_houses(pair: Pair) -> bool:
    """The addresses are of two different organisations."""
    return pair.left.has_house and pair.right.has_house and pair.left.house != pair.right.house
