"""What speaks for and against two handles being one person's; each docstring is the sentence shown."""

from __future__ import annotations

from typing import TypeAlias

from maarif.resolve import addresses
from maarif.resolve.names import AGREEING
from maarif.resolve.sketch import Pair, Sketch

#: What a feature finds: nothing, its docstring, or a sentence of its own.
Found: TypeAlias = bool | str | None


def _agree(pair: Pair) -> bool:
    return pair.likeness in AGREEING


def _may_agree(pair: Pair) -> bool:
    return pair.likeness in AGREEING or pair.likeness in {"initial", "none", "surname"}


def same_card(pair: Pair) -> Found:
    """One address-book card lists both."""
    return bool(pair.shared_cards) and not pair.is_shared


def card_of_several(pair: Pair) -> Found:
    """One address-book card lists both, but several people are named beside them."""
    return bool(pair.shared_cards) and pair.is_shared


def _own_number(pair: Pair) -> bool:
    return bool(pair.shared_phones) and not pair.kinds.isdisjoint({"phone", "chat"})


def _fewest_at_a_number(pair: Pair) -> int:
    return min((pair.crowd.people_at(phone) for phone in pair.shared_phones), default=0)


def own_number(pair: Pair) -> Found:
    """The number stands in the signature or on the card of the other, and of nobody else."""
    return _own_number(pair) and _fewest_at_a_number(pair) <= 1


def same_number(pair: Pair) -> Found:
    """Both write with the same phone number, and nobody else does."""
    return bool(pair.shared_phones) and not _own_number(pair) and _fewest_at_a_number(pair) <= 1


def number_of_two(pair: Pair) -> Found:
    """Both have a phone number that one other person has as well, as couples do."""
    return _fewest_at_a_number(pair) == 2


def number_of_many(pair: Pair) -> Found:
    """Both have a phone number that several people have, as offices do."""
    return _fewest_at_a_number(pair) > 2


def rare_name(pair: Pair) -> Found:
    """Both bear the same full name, and a rare one."""
    return _agree(pair) and pair.likeness != "spelling" and pair.rarity == "rare"


def usual_name(pair: Pair) -> Found:
    """Both bear the same full name."""
    return _agree(pair) and pair.likeness != "spelling" and pair.rarity == "usual"


def common_name(pair: Pair) -> Found:
    """Both bear the same full name, but one that many bear."""
    return _agree(pair) and pair.likeness != "spelling" and pair.rarity == "common"


def misspelt_name(pair: Pair) -> Found:
    """Their full names differ by a slip of the pen."""
    return pair.likeness == "spelling"


def other_form(pair: Pair) -> Found:
    """The given name has another form in one of them."""
    return pair.likeness == "nickname"


def other_script(pair: Pair) -> Found:
    """The name is written in another script in one of them."""
    return pair.likeness == "script"


def fewer_words(pair: Pair) -> Found:
    """One of the names has a surname more than the other."""
    return pair.likeness == "fewer"


def turned_name(pair: Pair) -> Found:
    """Their two names stand in another order, and either could be the given name."""
    return pair.likeness == "turned"


def initial_only(pair: Pair) -> Found:
    """One gives an initial where the other gives the name."""
    return pair.likeness == "initial"


def other_surname(pair: Pair) -> Found:
    """The given name is the same, the surname is not."""
    return pair.likeness == "surname"


def other_middle_name(pair: Pair) -> Found:
    """Their middle names differ."""
    return pair.likeness == "middle"


def other_given_name(pair: Pair) -> Found:
    """The surname is the same, the given name is not."""
    return pair.likeness == "kin"


def other_name(pair: Pair) -> Found:
    """They have different names."""
    return pair.likeness == "other"


def name_from_address(pair: Pair) -> Found:
    """The name was read from the address itself; nobody wrote it out."""
    return (pair.left.spelt or pair.right.spelt) and _agree(pair)


def namesakes_known(pair: Pair) -> Found:
    """Two people of this very name are known here."""
    return _agree(pair) and pair.name is not None and pair.crowd.has_namesakes(pair.name)


def same_house(pair: Pair) -> Found:
    """Both addresses are of one organisation, and their names agree."""
    left, right = pair.left, pair.right
    return left.has_house and left.house == right.house and _agree(pair)


def same_local_part(pair: Pair) -> Found:
    """The part before the @ is the same, and it says more than a name."""
    return _same_local(pair) and addresses.is_telling(pair.left.local, (*pair.left.names, *pair.right.names))


def local_part_of_name(pair: Pair) -> Found:
    """The part before the @ is the same, as many make it of this name."""
    return _same_local(pair) and not same_local_part(pair)


def _same_local(pair: Pair) -> bool:
    return pair.left.local != "" and pair.left.local == pair.right.local and _may_agree(pair)


def made_of_name(pair: Pair) -> Found:
    """Both addresses are made of that name."""
    return _agree(pair) and all(
        one.local and any(addresses.shape(one.local, name) for name in (*pair.left.names, *pair.right.names))
        for one in (pair.left, pair.right)
    )


def two_houses(pair: Pair) -> Found:
    """The addresses are of two different organisations."""
    return pair.left.has_house and pair.right.has_house and pair.left.house != pair.right.house


def employer_in_domain(pair: Pair) -> Found:
    """The employer of one is the organisation of the other's address."""
    return _agree(pair) and (_employs(pair.left, pair.right) or _employs(pair.right, pair.left))


def _employs(one: Sketch, other: Sketch) -> bool:
    return one.house != other.house and any(
        addresses.is_domain_of(other.domain, employer) for employer in one.profile.employers
    )


def same_employer(pair: Pair) -> Found:
    """Both give the same employer."""
    firms = [
        {addresses.firm(employer) for employer in one.profile.employers} for one in (pair.left, pair.right)
    ]
    return _agree(pair) and not firms[0].isdisjoint(firms[1]) and not employer_in_domain(pair)


def same_title(pair: Pair) -> Found:
    """Both give the same job title."""
    return _agree(pair) and not pair.left.profile.titles.isdisjoint(pair.right.profile.titles)


def only_candidate(pair: Pair) -> Found:
    """No second person of that name is known here."""
    return pair.kinds != {"email"} and _is_sole(pair)


def only_two(pair: Pair) -> Found:
    """No second person of that name is known here, by these addresses or others."""
    return pair.kinds == {"email"} and _is_sole(pair)


def _is_sole(pair: Pair) -> bool:
    """Whether all others of that name share a card, a number or the local part with one of the two.

    Of a rare name few others will do as well, as long as nothing tells two of them apart.
    """
    if not _agree(pair) or pair.nearest is None:
        return False
    loosely = pair.likeness == "script"
    for name in pair.nearest[1:]:
        holders = pair.crowd.likely_holders(name) if loosely else pair.crowd.holders(name)
        trusted = pair.rarity == "rare" and not loosely and len(holders) <= 5
        if trusted and not pair.crowd.has_namesakes(name):
            continue
        if len(holders) > 8 or not all(_is_no_rival(one, pair) for one in holders):
            return False
    return True


def _is_no_rival(one: Sketch, pair: Pair) -> bool:
    return any(
        one is own
        or not one.profile.cards.isdisjoint(own.profile.cards)
        or not one.phones.isdisjoint(own.phones)
        or (one.local != "" and one.local == own.local)
        for own in (pair.left, pair.right)
    )


def wide_circle(pair: Pair) -> Found:
    """They write with the same people, four or more whom few others know."""
    shared, least = _circle(pair)
    return shared >= 4 and shared >= 0.25 * least


def same_circle(pair: Pair) -> Found:
    """They write with some of the same people."""
    return _circle(pair)[0] >= 2 and not wide_circle(pair)


def _circle(pair: Pair) -> tuple[int, int]:
    """Acquaintances whom few others have: how many they share, and how many the one with fewer has."""
    if not _agree(pair):
        return 0, 0
    ours = {str(pair.left.profile.handle), str(pair.right.profile.handle)}
    left, right = pair.left.profile.contacts - ours, pair.right.profile.contacts - ours
    shared = sum(not pair.crowd.is_everywhere(contact) for contact in left & right)
    return shared, min(len(left), len(right))


def stand_together(pair: Pair) -> Found:
    """They stand side by side in one message, as two people do."""
    left, right = pair.left.profile, pair.right.profile
    return not pair.shared_cards and (
        str(left.handle) in right.contacts or str(right.handle) in left.contacts
    )


def several_names(pair: Pair) -> Found:
    """Several people's names are written beside one of them."""
    return pair.is_shared and not pair.shared_cards
