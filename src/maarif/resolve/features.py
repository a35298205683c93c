"""What speaks for and against two handles being one person's; each docstring is the sentence shown."""

from __future__ import annotations

from maarif.resolve import addresses
from maarif.resolve.comparing import compare
from maarif.resolve.pair import Pair
from maarif.resolve.sketch import Sketch
from maarif.text.given_names import are_cognates

#: How one human's name may stand to itself in another writing.
_READINGS = frozenset({"equal", "nickname", "script", "fewer"})


def may_agree(pair: Pair) -> bool:
    """Whether their names, as far as they are told, do not speak against it."""
    return pair.agree or pair.likeness in {"initial", "none", "surname"}


def same_card(pair: Pair) -> bool:
    """One address-book card lists both."""
    return bool(pair.shared_cards) and not pair.is_shared


def card_of_several(pair: Pair) -> bool:
    """One address-book card lists both, but several people are named beside them."""
    return bool(pair.shared_cards) and pair.is_shared


def name_in_book(pair: Pair) -> bool:
    """The chat shows the name under which your address book has them."""
    return pair.is_booked


def _own_number(pair: Pair) -> bool:
    if not pair.shared_phones:
        return False
    return any(one.profile.handle.kind in {"phone", "chat"} for one in (pair.left, pair.right))


def _fewest_at_a_number(pair: Pair) -> int:
    return min(map(pair.crowd.people_at, pair.shared_phones)) if pair.shared_phones else 0


def own_number(pair: Pair) -> bool:
    """The number stands in the signature or on the card of the other, and of nobody else."""
    return _own_number(pair) and _fewest_at_a_number(pair) <= 1


def same_number(pair: Pair) -> bool:
    """Both write with the same phone number, and nobody else does."""
    return bool(pair.shared_phones) and not _own_number(pair) and _fewest_at_a_number(pair) <= 1


def number_of_two(pair: Pair) -> bool:
    """Both have a phone number that one other person has as well, as couples do."""
    return _fewest_at_a_number(pair) == 2


def number_of_many(pair: Pair) -> bool:
    """Both have a phone number that several people have, as offices do."""
    return _fewest_at_a_number(pair) > 2


def rare_name(pair: Pair) -> bool:
    """Both bear the same full name, and a rare one."""
    return pair.agree and pair.likeness != "spelling" and pair.rarity == "rare"


def usual_name(pair: Pair) -> bool:
    """Both bear the same full name."""
    return pair.agree and pair.likeness != "spelling" and pair.rarity == "usual"


def common_name(pair: Pair) -> bool:
    """Both bear the same full name, but one that many bear."""
    return pair.agree and pair.likeness != "spelling" and pair.rarity == "common"


def misspelt_name(pair: Pair) -> bool:
    """Their full names differ by a slip of the pen."""
    return pair.likeness == "spelling"


def other_form(pair: Pair) -> bool:
    """The given name has another form in one of them."""
    return pair.likeness == "nickname"


def other_script(pair: Pair) -> bool:
    """The name is written in another script in one of them."""
    return pair.likeness == "script"


def same_middle_name(pair: Pair) -> bool:
    """Their middle names agree as well."""
    return pair.agree and all(name.middle for name in pair.names)


def two_given_names(pair: Pair) -> bool:
    """Their given names are alike, but such as two of one family bear."""
    return pair.likeness == "nickname" and are_cognates(*(name.first for name in pair.names))


def fewer_words(pair: Pair) -> bool:
    """One of the names has a surname more than the other."""
    return pair.likeness == "fewer"


def turned_name(pair: Pair) -> bool:
    """Their two names stand in another order, and either could be the given name."""
    return pair.likeness == "turned"


def initial_only(pair: Pair) -> bool:
    """One gives an initial where the other gives the name."""
    return pair.likeness == "initial"


def other_surname(pair: Pair) -> bool:
    """The given name is the same, the surname is not."""
    return pair.likeness == "surname"


def other_middle_name(pair: Pair) -> bool:
    """Their middle names differ."""
    return pair.likeness == "middle"


def other_given_name(pair: Pair) -> bool:
    """The surname is the same, the given name is not."""
    return pair.likeness == "kin"


def other_name(pair: Pair) -> bool:
    """They have different names."""
    return pair.likeness == "other"


def name_from_address(pair: Pair) -> bool:
    """The name was read from the address itself; nobody wrote it out."""
    return (pair.left.spelt or pair.right.spelt) and pair.agree


def namesakes_known(pair: Pair) -> bool:
    """Two people of this very name are known here."""
    suffix = max(pair.left.suffix, pair.right.suffix)
    return pair.agree and pair.birthdays != "same" and pair.crowd.has_namesakes(pair.names[0], suffix)


def same_generation(pair: Pair) -> bool:
    """Both are called junior, or both senior."""
    return pair.agree and pair.left.suffix == pair.right.suffix != ""


def employer_in_domain(pair: Pair) -> bool:
    """The employer of one is the organisation of the other's address."""
    return pair.agree and (_employs(pair.left, pair.right) or _employs(pair.right, pair.left))


def _employs(one: Sketch, other: Sketch) -> bool:
    return one.house != other.house and any(
        addresses.is_domain_of(other.domain, employer) for employer in one.profile.employers
    )


def same_employer(pair: Pair) -> bool:
    """Both give the same employer."""
    firms = [{addresses.firm(employer) for employer in one.profile.employers} for one in (pair.left, pair.right)]
    return pair.agree and not firms[0].isdisjoint(firms[1]) and not employer_in_domain(pair)


def same_title(pair: Pair) -> bool:
    """Both give the same job title."""
    return pair.agree and not pair.left.profile.titles.isdisjoint(pair.right.profile.titles)


def other_numbers(pair: Pair) -> bool:
    """Both give phone numbers, and none is the same."""
    return bool(pair.left.phones and pair.right.phones) and not pair.shared_phones


def only_candidate(pair: Pair) -> bool:
    """No second person of that name is known here."""
    return not pair.are_mails and _is_sole(pair)


def only_two(pair: Pair) -> bool:
    """No second person of that name is known here, by these addresses or others."""
    return pair.are_mails and _is_sole(pair)


def chat_and_mail(pair: Pair) -> bool:
    """You write with both, and know nobody else of that name."""
    one, other = pair.left, pair.right
    crossing = (one.shown != "" != other.local) or (other.shown != "" != one.local)
    return crossing and pair.likeness == "equal" and _is_sole(pair)


def _is_sole(pair: Pair) -> bool:
    """Whether all others of that name share a card, a number or the local part with one of the two.

    Of a rare name a few others will do as well, as long as nothing tells two of them apart.
    """
    if not pair.agree:
        return False
    if pair.likeness == "script" and _has_two_readings(pair):
        return False
    exact = pair.likeness == "equal"
    names = pair.names
    found = [pair.crowd.holders(name) if exact else pair.crowd.likely_holders(name) for name in names]
    suffix, handles = max(pair.left.suffix, pair.right.suffix), found[0] | found[1]
    if not suffix and len(handles) > (10 if pair.rarity == "rare" else 8):
        return False
    pair.crowd.sketches.foresee(handles)
    others = [pair.crowd.at(one) for one in handles]
    others = [one for one in others if not suffix or one.suffix in {"", suffix}]
    doubtful = any(pair.crowd.has_namesakes(name, suffix) for name in names)
    if pair.rarity == "rare" and len(others) <= 10 and not doubtful:
        return True
    return len(others) <= 8 and all(_is_no_rival(one, pair) for one in others)


def _has_two_readings(pair: Pair) -> bool:
    """Whether a name in Arabic letters may be read as that of two who are known: Serena and Sereno."""
    ours = {name.key for name in pair.names}
    holders = {one for name in pair.names if name.bones for one in pair.crowd.index[f"bones {name.bones}"]}
    pair.crowd.sketches.foresee(holders)
    others = {name for one in holders for name in pair.crowd.at(one).names if name.key not in ours}
    return any(compare(other.written, name.written) not in _READINGS for other in others for name in pair.names)


def _is_no_rival(one: Sketch, pair: Pair) -> bool:
    return one.key in pair.family or any(
        one is own
        or not one.profile.cards.isdisjoint(own.profile.cards)
        or not one.phones.isdisjoint(own.phones)
        or (one.local != "" and one.local == own.local)
        for own in (pair.left, pair.right)
    )


def wide_circle(pair: Pair) -> bool:
    """They write with the same people, four or more whom few others know."""
    shared, least = pair.circle
    return pair.agree and shared >= 4 and shared >= 0.25 * least


def same_circle(pair: Pair) -> bool:
    """They write with some of the same people."""
    return pair.agree and pair.circle[0] >= 2 and not wide_circle(pair)


def stand_together(pair: Pair) -> bool:
    """They stand side by side in one message, as two people do."""
    if pair.shared_cards:
        return False
    return pair.left.key in pair.right.profile.contacts or pair.right.key in pair.left.profile.contacts


def several_names(pair: Pair) -> bool:
    """Several people's names are written beside one of them."""
    return pair.is_shared and not pair.shared_cards
