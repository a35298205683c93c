"""The model as a table: what speaks for and against two handles being one person's, and how much.

Points are bits: one point doubles the odds. They are judgements of ours, ordered by the studies named beside
them and checked by the table of pairs in the tests; a change shows there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from maarif.resolve import address_features, features
from maarif.resolve.pair import Pair


@dataclass(frozen=True, slots=True)
class Rule:
    """A feature and its points (bits of evidence; negative ones speak against).

    `needs` spares the question where it cannot be answered with yes: a likeness of the names, or what both sides
    must tell of: "phones" (one in common), "birthdays", "cities".
    """

    feature: Callable[[Pair], bool]
    points: float
    needs: str = ""

    @property
    def sentence(self) -> str:
        """The sentence to be shown where the feature speaks."""
        return (self.feature.__doc__ or "").strip()


#: One in four thousand: with a few thousand people, a handle's own person is about one in that many.
PRIOR = -12.0
PRIOR_SENTENCE = "two records picked at random are rarely one person"

#: From here on two handles are united: odds of 64 to 1 by the sum, which the guards make safer still.
UPPER = 6.0
#: From here on the owner is asked: as likely as not.
LOWER = 0.0
#: From here on a pair is weighed once more when other handles have joined either side.
NEAR = -4.0

RULES = (
    # Told by the owner's own address book: certain, save for cards that households share.
    Rule(features.same_card, 20.0),
    Rule(features.card_of_several, 12.0),
    # A number of one's own identifies nearly as well; a shared one tells a home or an office (Christen 2012).
    Rule(features.own_number, 18.0, "phones"),
    Rule(features.same_number, 12.0, "phones"),
    Rule(features.number_of_two, 6.0, "phones"),
    Rule(features.number_of_many, 2.0, "phones"),
    # Fellegi and Sunter's weights adjusted for how frequent a name is (Winkler 1990), in three steps.
    Rule(features.rare_name, 15.0),
    Rule(features.usual_name, 12.0),
    Rule(features.common_name, 8.0),
    Rule(features.misspelt_name, 8.0, "spelling"),
    Rule(features.turned_name, 5.0, "turned"),
    Rule(features.initial_only, 5.0, "initial"),
    Rule(features.other_surname, 5.0, "surname"),
    Rule(features.other_form, -1.0, "nickname"),
    Rule(features.other_script, -2.0, "script"),
    Rule(features.fewer_words, -1.0, "fewer"),
    Rule(features.name_from_address, -1.0),
    Rule(features.same_middle_name, 2.0),
    Rule(features.same_generation, 2.0),
    Rule(features.two_given_names, -4.0, "nickname"),
    Rule(features.other_middle_name, -6.0, "middle"),
    Rule(features.other_given_name, -8.0, "kin"),
    Rule(features.other_name, -14.0, "other"),
    Rule(features.namesakes_known, -6.0),
    # Bird et al. 2006 unite aliases by name and local part likewise; a made local part repeats the name.
    Rule(address_features.address_of_name, 18.0),
    Rule(address_features.same_house, 6.0),
    Rule(address_features.same_local_part, 9.0),
    Rule(address_features.local_part_of_name, 1.0),
    Rule(address_features.made_of_name, 2.0),
    Rule(address_features.two_houses, -5.0),
    Rule(features.employer_in_domain, 7.0),
    Rule(features.same_employer, 5.0),
    Rule(features.same_title, 1.0),
    # A day of birth is one in 365 x 80; twins and the many 1 January of registers cost it half of that.
    Rule(features.same_birthday, 9.0, "birthdays"),
    Rule(features.same_day_of_birth, 5.0, "birthdays"),
    Rule(features.near_birthday, 2.0, "birthdays"),
    Rule(features.other_birthday, -10.0, "birthdays"),
    Rule(features.same_city, 1.0, "cities"),
    Rule(features.other_city, -2.0, "cities"),
    Rule(features.other_numbers, -1.0),
    # Uniqueness within one owner's world.
    Rule(features.only_candidate, 4.0),
    Rule(features.only_two, 2.0),
    # Relational evidence (Bhattacharya and Getoor 2007), weaker than attributes.
    Rule(features.wide_circle, 5.0),
    Rule(features.same_circle, 3.0),
    Rule(features.stand_together, -3.0),
    Rule(features.several_names, -6.0),
)
