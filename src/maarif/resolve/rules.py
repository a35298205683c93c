"""The model as a table: what speaks for and against two handles being one person's, and how much.

Points are bits: one point doubles the odds. They are judgements of ours, ordered by the studies named beside
them and checked by the table of pairs in the tests; a change shows there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from maarif.resolve import address_features, birth_and_place, features
from maarif.resolve.pair import Pair


@dataclass(frozen=True, slots=True)
class Rule:
    """A feature and its points (bits of evidence; negative ones speak against).

    `needs` spares the question where it cannot be answered with yes: a likeness of the names, or a word of what the
    pair tells (`pair.tells`). `source` says what the points rest on.
    """

    feature: Callable[[Pair], bool]
    points: float
    needs: str = ""
    source: str = ""

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


def _by(source: str, *rules: Rule) -> tuple[Rule, ...]:
    return tuple(replace(rule, source=source) for rule in rules)


RULES = (
    # Told by the owner's own address book: certain, save for cards that households share.
    *_by(
        "the owner's own address book",
        Rule(features.same_card, 20.0, "cards"),
        Rule(features.card_of_several, 12.0, "cards"),
        Rule(features.name_in_book, 20.0, "booked"),
    ),
    # A number of one's own identifies nearly as well; a shared one tells a home or an office (Christen 2012).
    *_by(
        "Christen 2012: shared numbers",
        Rule(features.own_number, 18.0, "phones"),
        Rule(features.same_number, 12.0, "phones"),
        Rule(features.number_of_two, 6.0, "phones"),
        Rule(features.number_of_many, 2.0, "phones"),
    ),
    # Fellegi and Sunter's weights adjusted for how frequent a name is (Winkler 1990), in three steps.
    *_by(
        "Fellegi and Sunter 1969, frequencies as Winkler 1990",
        Rule(features.rare_name, 15.0, "agree"),
        Rule(features.usual_name, 12.0, "agree"),
        Rule(features.common_name, 8.0, "agree"),
        Rule(features.misspelt_name, 8.0, "spelling"),
        Rule(features.turned_name, 5.0, "turned"),
        Rule(features.initial_only, 5.0, "initial"),
        Rule(features.other_surname, 5.0, "surname"),
        Rule(features.other_form, -1.0, "nickname"),
        Rule(features.other_script, -2.0, "script"),
        Rule(features.fewer_words, -1.0, "fewer"),
        Rule(features.name_from_address, -1.0, "spelt"),
        Rule(features.same_middle_name, 2.0, "agree"),
        Rule(features.same_generation, 2.0, "generation"),
        Rule(features.two_given_names, -4.0, "nickname"),
        Rule(features.other_middle_name, -6.0, "middle"),
        Rule(features.other_given_name, -8.0, "kin"),
        Rule(features.other_name, -14.0, "other"),
        Rule(features.namesakes_known, -6.0, "agree"),
    ),
    # Bird et al. 2006 unite aliases by name and local part likewise; a made local part repeats the name.
    *_by(
        "Bird et al. 2006: aliases by name and local part",
        Rule(address_features.address_of_name, 18.0, "house"),
        Rule(address_features.same_house, 6.0, "house"),
        Rule(address_features.same_local_part, 9.0, "locals"),
        Rule(address_features.local_part_of_name, 1.0, "locals"),
        Rule(address_features.made_of_name, 2.0, "mails"),
        Rule(address_features.two_houses, -5.0, "mails"),
    ),
    # How many of a home share an employer is known to nobody beforehand: few, where the name agrees as well.
    *_by(
        "our estimate of how many share one",
        Rule(features.employer_in_domain, 7.0, "employers"),
        Rule(features.same_employer, 5.0, "employers"),
        Rule(features.same_title, 1.0, "titles"),
    ),
    # A day of birth is one in 365 x 80, nearly 15 bits; of twins, and the many 1 January of registers, it says less.
    *_by(
        "one day in 365 x 80 years: 14.8 bits",
        Rule(birth_and_place.birthday_and_name, 13.0, "birthdays"),
        Rule(birth_and_place.same_birthday, 9.0, "birthdays"),
        Rule(birth_and_place.changed_name, 4.0, "surname"),
        Rule(birth_and_place.same_day_of_birth, 5.0, "birthdays"),
        Rule(birth_and_place.near_birthday, 2.0, "birthdays"),
        Rule(birth_and_place.other_birthday, -10.0, "birthdays"),
    ),
    # People move, and have several numbers: little either way.
    *_by(
        "our estimate: people move and have several numbers",
        Rule(birth_and_place.same_city, 1.0, "cities"),
        Rule(birth_and_place.other_city, -2.0, "cities"),
        Rule(features.other_numbers, -1.0, "numbers"),
    ),
    # Uniqueness within one owner's world.
    *_by(
        "uniqueness within one owner's world",
        Rule(features.only_candidate, 4.0, "agree"),
        Rule(features.only_two, 2.0, "mails"),
        Rule(features.chat_and_mail, 3.0, "talk"),
    ),
    # Relational evidence (Bhattacharya and Getoor 2007), weaker than attributes.
    *_by(
        "Bhattacharya and Getoor 2007: relations",
        Rule(features.wide_circle, 5.0, "circle"),
        Rule(features.same_circle, 3.0, "circle"),
        Rule(features.stand_together, -3.0, "company"),
        Rule(features.several_names, -6.0, "several"),
    ),
)
