"""Pairs of invented records, what is to be said of them, and because of what."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maarif.domain.handles import Handle
from maarif.domain.people import Profile
from maarif.resolve import explain, judge
from maarif.resolve.guards import GUARDS, Guard
from maarif.resolve.rules import LOWER, RULES, UPPER
from tests.resolve.invented import mail, profile, says

CIRCLE = [f"email:friend{n}@chor.example" for n in range(6)]
#: What two records alone cannot bring forth.
NEED_A_CROWD = {"Both have a phone number that several people have, as offices do."}
NEED_THREE = {"several_cards_of_name"}
LINKEDIN = {"sources": {"linkedin"}}
BOOK = {"sources": {"vcard"}}

#: left, right, verdict ("apart": no judgement at all), because
PAIRS: list[tuple[Profile, Profile, str, str]] = [
    # Chats that show the owner's own names
    (
        profile("name:ام فادي@whatsapp", "أم فادي"),
        profile("phone:+96279101", "أم فادي", booked=[("vcard", "a/1", "أم فادي")], **BOOK),
        "same",
        "the chat shows what the card says",
    ),
    (
        profile("name:yorvan weber@whatsapp", "Yorvan Weber", sent=9, received=9),
        mail("yw77@gmx.example", "Yorvan Weber", sent=2, received=3),
        "same",
        "the owner writes with both and knows one of that name",
    ),
    # Cards
    (
        mail("hv@boot.example", cards={"c1"}),
        profile("phone:+31612345678", cards={"c1"}),
        "same",
        "a card lists both",
    ),
    (
        mail("a.lang@tannhof.example", "Anna Lang", cards={"c"}),
        mail("weber@gmx.example", "Anna Weber", cards={"c"}),
        "same",
        "a card lists both, surname changed",
    ),
    (
        mail("anna@gmx.example", "Anna Brandl", cards={"c"}),
        mail("bert@gmx.example", "Bert Brandl", cards={"c"}),
        "unsure",
        "a couple's card, two given names",
    ),
    (
        mail("brandl@gmx.example", "Anna Brandl", "Bert Brandl", cards={"c"}),
        profile("phone:+491701", cards={"c"}),
        "unsure",
        "a couple's mailbox",
    ),
    (
        profile("phone:+49301", "Jan Röhrich", cards={"c1"}, **BOOK),
        mail("jr@gmx.example", "Jan Röhrich", cards={"c2"}, **BOOK),
        "unsure",
        "two cards of one book",
    ),
    (
        profile("phone:+49301", "Jan Röhrich", cards={"c1"}, **BOOK),
        mail("jr@gmx.example", "Jan Röhrich", cards={"c2"}, **LINKEDIN),
        "same",
        "cards of two books, rare name",
    ),
    # Phones
    (
        mail("idris.bello@port.example", "Idris Bello", phones={"+31101"}),
        profile("phone:+31101"),
        "same",
        "signature",
    ),
    (mail("idris.bello@port.example", "Idris Bello"), profile("phone:+31101"), "apart", "nothing in common"),
    (
        mail("ibello@port.example", "Idris Bello", phones={"+31101"}),
        mail("drisi@gmx.example", "Idris Bello", phones={"+31101"}),
        "same",
        "same number, same name",
    ),
    (
        mail("a@gmx.example", "Anna Weber", phones={"+4930"}),
        mail("b@gmx.example", "Bert Weber", phones={"+4930"}),
        "apart",
        "a couple's landline",
    ),
    (
        mail("a@gmx.example", "Anna Weber", phones={"+4930"}),
        mail("c@gmx.example", "Anna Lang", phones={"+4930"}),
        "unsure",
        "same number, other surname",
    ),
    (
        mail("t@gmx.example", "Tim Sorge", phones={"+4930"}),
        mail("s@gmx.example", "Tom Sorge", phones={"+4930"}),
        "apart",
        "twins at one number",
    ),
    (
        mail("j.weber@gmx.example", "J. Weber", phones={"+4930"}),
        mail("jan@boot.example", "Jan Weber", phones={"+4930"}),
        "unsure",
        "an initial and a number",
    ),
    (
        profile("chat:whatsapp:+4917012345678", "Mimi"),
        mail("m.kern@gmx.example", "Maria Kern", phones={"+4917012345678"}),
        "same",
        "the chat account is the signature's number",
    ),
    # Addresses in one house
    (
        mail("jan.roehrich@ny.boot.example", "Jan Röhrich"),
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        "same",
        "subdomain",
    ),
    (
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        mail("jroehrich@boot.example", "Jan Roehrich"),
        "same",
        "two patterns",
    ),
    (
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        mail("jan_roehrich@boot.example"),
        "same",
        "underscore",
    ),
    (
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        mail("jan.roehrich2@boot.example", "Jan Röhrich"),
        "different",
        "numbered",
    ),
    (
        mail("jweber1@boot.example", "Jan Weber"),
        mail("jweber2@boot.example", "Jan Weber"),
        "different",
        "numbered",
    ),
    (
        mail("jan.weber@boot.example", "Jan Weber", phones={"+491"}),
        mail("jan.weber2@boot.example", "Jan Weber", phones={"+491"}),
        "same",
        "numbered, but one number of their own",
    ),
    (
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        mail("kbx7@boot.example", "Jan Röhrich"),
        "unsure",
        "not of his name",
    ),
    (
        mail("jan.weber@boot.example", "Jan Weber"),
        mail("julia.weber@boot.example", "Julia Weber"),
        "apart",
        "colleagues",
    ),
    (
        mail("jan.roehrich@boot.example", "Jan A. Röhrich"),
        mail("jroehrich@boot.example", "Jan B. Röhrich"),
        "apart",
        "middle",
    ),
    (
        mail("k.roehrich@boot.example", "Jan K. Röhrich"),
        mail("jan.roehrich@boot.example", "Jan Röhrich"),
        "same",
        "middle",
    ),
    (
        mail("bob.tillmanns@boot.example", "Bob Tillmanns"),
        mail("robert.tillmanns@boot.example", "Robert Tillmanns"),
        "same",
        "nickname in one house",
    ),
    (
        mail("martin.thomas@boot.example", "Martin Thomas"),
        mail("thomas.martin@boot.example", "Thomas Martin"),
        "apart",
        "turned",
    ),
    (
        mail("jan.smith@boot.example", "Jan Smith"),
        mail("jsmith@boot.example", "Jan Smith"),
        "unsure",
        "common name",
    ),
    # Addresses in two houses
    (
        mail("saraqhaddad@gmail.example", "Sara Qhaddad"),
        mail("sara.qhaddad@tannhof.example", "Sara Qhaddad"),
        "same",
        "rare",
    ),
    (
        mail("moonwalker83@gmail.example", "Sara Haddad"),
        mail("moonwalker83@yahoo.example", "Sara Haddad"),
        "same",
        "telling",
    ),
    (
        mail("jan.smith@gmail.example", "Jan Smith"),
        mail("jan.smith@boot.example", "Jan Smith"),
        "unsure",
        "common name",
    ),
    (
        mail("jan.smith@aa.example", "Jan Smith"),
        mail("jan.smith@bb.example", "Jan Smith"),
        "apart",
        "common, two firms",
    ),
    (
        mail("jan.roehrich@aa.example", "Jan Röhrich"),
        mail("jan.roehrich@bb.example", "Jan Röhrich"),
        "unsure",
        "two firms",
    ),
    (
        mail("jan.roehrich@aa.example", "Jan Röhrich", contacts=CIRCLE),
        mail("jroehrich@bb.example", "Jan Röhrich", contacts=CIRCLE),
        "same",
        "one circle",
    ),
    (
        mail("jw@gmail.example", "Wendelin Weber"),
        mail("x1@yahoo.example", "Wendelin Weber"),
        "unsure",
        "the name only",
    ),
    (
        mail("jw@gmail.example", "Wendelin Weber", contacts=CIRCLE),
        mail("x1@yahoo.example", "Wendelin Weber", contacts=CIRCLE),
        "same",
        "circle",
    ),
    (
        mail("jw@gmail.example", "Jan Weber", contacts=CIRCLE),
        mail("x1@yahoo.example", "Jan Weber", contacts=CIRCLE),
        "unsure",
        "common name, circle",
    ),
    (
        mail("s.schatz@gmail.example", "Susan Schatz", contacts={"email:schatz@boot.example"}),
        mail("schatz@boot.example", "Susan Schatz"),
        "unsure",
        "side by side in one message",
    ),
    (mail("jan@gmail.example", "Jan"), mail("jan@boot.example", "Jan"), "apart", "a first name only"),
    (mail("mrkern@gmail.example"), mail("mrkern@yahoo.example"), "apart", "no names at all"),
    (mail("jan.roehrich@aa.example"), mail("jan.roehrich@gmail.example"), "same", "both spell a rare name"),
    # Father and son
    (
        mail("karl.brandl@gmx.example", "Karl Brandl Jr."),
        mail("karlbrandl@web.example", "Karl Brandl Sr."),
        "different",
        "jr, sr",
    ),
    (
        mail("karl.brandl@gmx.example", "Karl Brandl Jr."),
        mail("karl.brandl@gmail.example", "Karl Brandl"),
        "unsure",
        "jr or not",
    ),
    (
        mail("kb@gmx.example", "Karl Brandl Jr.", cards={"c"}),
        profile("phone:+4988", "Karl Brandl Jr.", cards={"c"}),
        "same",
        "jr",
    ),
    # LinkedIn and bare names
    (
        profile("url:linkedin.example/in/sq", "Sara Qhaddad", employers={"Tannhof Logistik GmbH"}, **LINKEDIN),
        mail("sara.qhaddad@tannhof.example", "Sara Qhaddad"),
        "same",
        "employer in the domain",
    ),
    (
        profile("name:sara qhaddad@linkedin", "Sara Qhaddad", **LINKEDIN),
        mail("sq@gmx.example", "Sara Qhaddad"),
        "same",
        "rare, sole",
    ),
    (
        profile("name:sara qhaddad@linkedin"),
        mail("sq@gmx.example", "Sara Qhaddad"),
        "same",
        "the name is in the handle",
    ),
    (
        profile("name:sara haddad@linkedin", "Sara Haddad", **LINKEDIN),
        mail("sh@gmx.example", "Sara Haddad"),
        "unsure",
        "a common name only",
    ),
    (
        profile("name:sara haddad@linkedin", "Sara Haddad", employers={"Tannhof AG"}, **LINKEDIN),
        mail("sara.haddad@tannhof.example", "Sara Haddad"),
        "same",
        "employer, sole",
    ),
    (
        profile("name:sara@linkedin", "Sara", **LINKEDIN),
        mail("sara@gmx.example", "Sara"),
        "apart",
        "a first name only",
    ),
    (
        profile("url:linkedin.example/in/jw1", "Jan Röhrich", **LINKEDIN),
        profile("url:linkedin.example/in/jw2", "Jan Röhrich", **LINKEDIN),
        "different",
        "two profiles on one site",
    ),
    (
        profile("url:linkedin.example/in/jr", "Jan Röhrich", employers={"Enerlab"}, **LINKEDIN),
        mail("x7@gmx.example", "Jan Röhrich", employers={"Enerlab GmbH"}),
        "same",
        "same employer",
    ),
    # Scripts and spellings
    (
        mail("layla@gmx.example", "ليلى القحطاني", phones={"+966"}),
        mail("l.q@yahoo.example", "Layla Al-Qahtani", phones={"+966"}),
        "same",
        "script",
    ),
    (
        mail("layla.q@gmx.example", "ليلى القحطاني", contacts=CIRCLE),
        mail("l.q@yahoo.example", "Leila Qahtani", contacts=CIRCLE),
        "same",
        "script, circle",
    ),
    (
        mail("m1@gmx.example", "محمد الزهراني"),
        mail("m2@yahoo.example", "Mohamed Zahrani"),
        "unsure",
        "script, nothing else",
    ),
    (
        mail("m1@gmx.example", "محمد الزهراني"),
        mail("m2@yahoo.example", "Mahmoud Zahrani"),
        "apart",
        "another given name",
    ),
    (
        mail("m1@gmx.example", "Muhammad Zahrani", phones={"+966"}),
        mail("m2@yahoo.example", "Mohamed Zahrani", phones={"+966"}),
        "same",
        "spelling",
    ),
    (
        mail("a1@gmx.example", "عبد الرحمن الزهراني", phones={"+966"}),
        mail("a2@yahoo.example", "Abdulrahman Zahrani", phones={"+966"}),
        "same",
        "joined",
    ),
    (mail("f@gmx.example", "Faisal Zahrani"), mail("f2@yahoo.example", "Fahad Zahrani"), "apart", "brothers"),
    (
        mail("moeller@aa.example", "Jörg Möllerich"),
        mail("joerg.moellerich@gmx.example", "Joerg Moellerich"),
        "unsure",
        "umlauts, two shapes",
    ),
    (
        mail("joerg.moellerich@aa.example", "Jörg Möllerich"),
        mail("joerg.moellerich@gmx.example", "Joerg Moellerich"),
        "same",
        "umlauts",
    ),
    (
        mail("dr@aa.example", "Dr. med. Jörg Möllerich", phones={"+49"}),
        mail("jm@gmx.example", "Möllerich, Jörg", phones={"+49"}),
        "same",
        "title",
    ),
    (
        mail("maria.garcia@aa.example", "María García Zubiri", phones={"+34"}),
        mail("mg@gmx.example", "Maria Garcia", phones={"+34"}),
        "same",
        "two surnames",
    ),
    (
        mail("jan@aa.example", "Jan Röhrich", phones={"+49"}),
        mail("jon@gmx.example", "Jana Röhrich", phones={"+49"}),
        "apart",
        "Jan is not Jana",
    ),
    (
        mail("s@aa.example", "Stefan Hofmeisters", phones={"+49"}),
        mail("h@gmx.example", "Stefan Hofmeister", phones={"+49"}),
        "same",
        "a slip",
    ),
    # Offices, lists, machines, shared boxes
    (
        mail("info@tannhof.example", "Sara Qhaddad"),
        mail("sara.qhaddad@tannhof.example", "Sara Qhaddad"),
        "different",
        "office",
    ),
    (
        mail("hausverwaltung@nord.example", cards={"c"}),
        profile("phone:+4940", "Jan Röhrich", cards={"c"}),
        "different",
        "office on a card",
    ),
    (
        mail("noreply@tannhof.example", "Sara Qhaddad"),
        mail("sara.qhaddad@tannhof.example", "Sara Qhaddad"),
        "different",
        "machine",
    ),
    (
        mail("chor-l@lists.example", "Sara Qhaddad"),
        mail("sara.qhaddad@gmx.example", "Sara Qhaddad"),
        "different",
        "list",
    ),
    (
        mail("boss@tannhof.example", "Kurt Ehrlich", "Lisa Quandt"),
        mail("lisa.quandt@tannhof.example", "Lisa Quandt"),
        "apart",
        "an assistant in a mailbox that spells nobody",
    ),
    (
        mail("chor-l@lists.example", cards={"c"}),
        mail("info@chor.example", cards={"c"}),
        "different",
        "a list and an office",
    ),
    (
        mail("uq@gmail.example", "Ute Qhaddad", titles={"Head of HR"}, contacts=CIRCLE[:2]),
        mail("x1@yahoo.example", "Ute Qhaddad", titles={"Head of HR"}, contacts=CIRCLE[:2]),
        "same",
        "rare name, same title, some of the same people",
    ),
    (mail("uq@gmail.example", "Ute Qhaddad"), mail("uq@yahoo.example", "Ida Sorge"), "apart", "two people"),
    # Birthdays, cities, numbers of their own
    (
        mail("uq@gmx.example", "Ute Qhaddad", birthdays={"1984-07-19"}, cities={"Köln"}),
        mail("x7@yahoo.example", "Ute Qhaddad", birthdays={"1984-07-19"}, cities={"köln"}),
        "same",
        "born on one day, in one city",
    ),
    (
        mail("uq@gmx.example", "Ute Qhaddad", birthdays={"1984-07-19"}, cities={"Köln"}),
        mail("x7@yahoo.example", "Ute Brandl", birthdays={"1984-07-19"}, cities={"Köln"}),
        "same",
        "a name changed on marriage: given name, birthday and city stay",
    ),
    (
        mail("uq@gmx.example", "Ute Qhaddad", birthdays={"1984-07-19"}, cities={"Köln"}),
        mail("x7@yahoo.example", "Ute Brandl", birthdays={"1984-07-19"}, cities={"Ulm"}),
        "unsure",
        "one given name and birthday in two cities",
    ),
    (
        mail("uq@gmx.example", "Ute Qhaddad", birthdays={"1984-01-01"}, cities={"Köln"}),
        mail("x7@yahoo.example", "Ute Brandl", birthdays={"1984-01-01"}, cities={"Köln"}),
        "unsure",
        "1 January is whoever's",
    ),
    (
        profile("phone:+49301", "Dylan Zilm", cards={"a/1"}, birthdays={"1967-12-29"}),
        profile("phone:+49302", "Dyan Zilm", cards={"b/1"}, birthdays={"1967-12-29"}),
        "same",
        "a slip in the given name, born on one day",
    ),
    (
        profile("phone:+49301", "Lena Zilm", cards={"a/1"}, birthdays={"1967-12-29"}),
        profile("phone:+49302", "Lina Zilm", cards={"b/1"}, birthdays={"1967-12-29"}),
        "apart",
        "twins whose names are a letter apart",
    ),
    (
        profile("phone:+49301", "Marie Zilm", cards={"a/1"}, birthdays={"1967-12-29"}),
        profile("phone:+49302", "Maria Zilm", cards={"b/1"}, birthdays={"1967-12-29"}),
        "unsure",
        "twins whose names are forms of one, on two cards",
    ),
    (
        mail("ute.qhaddad@gmx.example", "Ute Qhaddad", birthdays={"1984-07-19"}),
        mail("ute.qhaddad@yahoo.example", "Ute Qhaddad", birthdays={"--07-19"}),
        "same",
        "a birthday without its year",
    ),
    (
        mail("ute.qhaddad@gmx.example", "Ute Qhaddad", birthdays={"1984-07-19"}),
        mail("ute.qhaddad@yahoo.example", "Ute Qhaddad", birthdays={"1984-07-18"}),
        "same",
        "a slip in the birthday",
    ),
    (
        profile("phone:+44770", "Ned Hathersage", cards={"a/1"}, birthdays={"1951-02-11"}, phones={"+44143"}),
        profile("phone:+44771", "Ned Hathersage", cards={"a/2"}, birthdays={"1983-09-30"}, phones={"+44143"}),
        "different",
        "father and son of one name, one landline",
    ),
    (
        mail("tim@gmx.example", "Tim Sorge", birthdays={"1990-10-10"}, phones={"+4930"}),
        mail("tom@gmx.example", "Tom Sorge", birthdays={"1990-10-10"}, phones={"+4930"}),
        "apart",
        "twins",
    ),
    (
        mail("marie.sorge@gmx.example", "Marie Sorge", birthdays={"1990-10-10"}, phones={"+4930"}),
        mail("maria.sorge@gmx.example", "Maria Sorge", birthdays={"1990-10-10"}, phones={"+4930"}),
        "unsure",
        "twins whose names are forms of one",
    ),
    (
        mail("rosa.qhaddad@gmx.example", "Rosa Qhaddad", cities={"Wien"}, phones={"+431"}),
        mail("rosa.qhaddad@yahoo.example", "Rosa Qhaddad", cities={"Graz"}, phones={"+433"}),
        "unsure",
        "moved",
    ),
    (
        mail("hans.grothe@gmx.example", "Hans-Peter Grothkopp"),
        mail("hans-peter.grothkopp@yahoo.example", "Hans Peter Grothkopp"),
        "same",
        "both given names",
    ),
    (
        mail("kb@gmx.example", "Karl Brandl Sr.", phones={"+4988"}),
        profile("phone:+4989", "Karl Brandl sen."),
        "same",
        "senior both",
    ),
    (
        profile("phone:+4988", "Anna Brandl", "Bert Brandl", cards={"a/1", "a/2"}),
        mail("anna.brandl@gmx.example", "Anna Brandl", cards={"a/1"}),
        "different",
        "a couple's landline on both cards",
    ),
    # Houses
    (
        mail("ute.quandtner@boot.example", "Ute Quandtner"),
        mail("uquandtner@boot.example"),
        "same",
        "nobody is named, but the address is hers",
    ),
    (
        mail("ute.quandtner@boot.example", "Ute Quandtner"),
        mail("iquandtner@boot.example"),
        "apart",
        "not her initial",
    ),
    (
        mail("david.martinez@boot.example", "David Martínez"),
        mail("dmartinez2@boot.example", "David Martínez"),
        "unsure",
        "the second of that name there",
    ),
    (
        mail("kurt.ehrlich@tannhof.example", "Lisa Quandt", "Kurt Ehrlich"),
        mail("lisa.quandt@tannhof.example", "Lisa Quandt"),
        "apart",
        "the assistant writes from the boss's mailbox",
    ),
    (
        mail("kurt.ehrlich@tannhof.example", "Lisa Quandt", "Kurt Ehrlich"),
        mail("kurt.ehrlich@gmx.example", "Kurt Ehrlich"),
        "same",
        "the boss whose assistant writes from the mailbox",
    ),
    (
        mail("jugend@pfad.example", "Merle Fassbinder", "Jannik Oelrichs"),
        mail("merle.fassbinder@gmx.example", "Merle Fassbinder"),
        "apart",
        "an address that another took over",
    ),
    (
        profile("phone:+491701234567", "Ida Sorge", cards={"a/1"}, **BOOK),
        profile("chat:whatsapp:+491701234567", "Ida aus dem Chor"),
        "same",
        "a chat account on the number of a card",
    ),
    (
        profile("phone:+491701234567", "Ida Sorge", cards={"a/1"}, **BOOK),
        mail("ida.sorge@gmx.example", "Ida Sorge", cards={"b/1"}, **BOOK),
        "same",
        "two cards of two books",
    ),
    # Names
    (
        mail("x@gmx.example", "Abdelkader Bensalem", phones={"+33"}),
        mail("y@gmx.example", "Kader Bensalem", phones={"+33"}),
        "same",
        "an Arabic short form",
    ),
    (
        mail("x@gmx.example", "Nadia Ben Moussa", phones={"+33"}),
        mail("y@gmx.example", "Nadia Benmoussa", phones={"+33"}),
        "same",
        "a particle written together",
    ),
    (
        profile("chat:whatsapp:+963912345678", "أم يوسف"),
        mail("amal@gmx.example", "Amal Safadi", phones={"+963912345678"}),
        "same",
        "a kunya on her own number",
    ),
    (
        mail("x@gmx.example", "María Dolores Cifuentes", phones={"+34"}),
        mail("y@gmx.example", "Lola Cifuentes", phones={"+34"}),
        "same",
        "called by the second half",
    ),
    (
        mail("x@gmx.example", "Anna Nowicka", phones={"+48"}),
        mail("y@gmx.example", "Anna Nowicka-Reuter", phones={"+48"}),
        "same",
        "a name joined on marriage",
    ),
    (
        mail("anna.nowicka@gmx.example", "Anna Nowicka"),
        mail("anna.reuter@gmx.example", "Anna Reuter"),
        "apart",
        "another surname and nothing else",
    ),
]


def _verdict(left: Profile, right: Profile) -> str:
    found = judge([left, right], [])
    assert len(found) <= 1
    return found[0].verdict if found else "apart"


@pytest.mark.parametrize(("left", "right", "verdict", "because"), PAIRS)
def test_pairs(left: Profile, right: Profile, verdict: str, because: str) -> None:
    assert _verdict(left, right) == verdict, because
    assert _verdict(right, left) == verdict, because


@pytest.mark.parametrize(("left", "right", "verdict", "because"), PAIRS)
def test_points_are_the_sum_of_their_parts(left: Profile, right: Profile, verdict: str, because: str) -> None:
    for judgement in judge([left, right], []):
        total = judgement.evidence.total
        assert total == sum(part.points for part in judgement.evidence.parts)
        assert judgement.verdict == "different" or total >= LOWER
        assert judgement.evidence.parts[0].claim.startswith("prior: two records picked at random")
        assert judgement.verdict != "same" or total >= UPPER
        assert (judgement.by, judgement.on) == ("rule", 0)


def test_every_rule_says_a_sentence() -> None:
    for rule in RULES:
        assert (rule.feature.__doc__ or "").strip().endswith(".")
        assert rule.points


def test_pairs_the_owner_decided_are_skipped() -> None:
    left, right = mail("jan@aa.example", cards={"c"}), mail("x@gmx.example", cards={"c"})
    assert judge([left, right], [])
    assert not judge([left, right], [says(str(right.handle), str(left.handle), "different")])
    assert judge([left, right], [says(str(left.handle), str(right.handle), "unsure")])


def test_a_landline_of_three_counts_for_little() -> None:
    office = [
        mail(f"{name}@boot.example", f"{name.title()} Quandt", phones={"+4930"}) for name in ("ute", "ida", "rolf")
    ]
    line = profile("phone:+4930")
    assert judge([office[0], line], [])[0].verdict == "same"
    assert judge([*office, line], []) == []


def test_a_name_of_two_profiles_joins_neither_address() -> None:
    one, other = (profile(f"url:linkedin.example/in/{n}", "Jan Röhrich", sources={"linkedin"}) for n in (1, 2))
    address = mail("jr@gmx.example", "Jan Röhrich")
    assert judge([one, address], [])[0].verdict == "same"
    assert {j.verdict for j in judge([one, other, address], []) if address.handle in (j.left, j.right)} <= {"unsure"}


def test_middle_initials_of_two_keep_the_third_from_both() -> None:
    two = [mail(f"{m}.taubert@boot.example", f"Nils {m.upper()}. Taubert") for m in "ej"]
    plain = mail("nils.taubert@boot.example", "Nils Taubert")
    assert judge([two[0], plain], [])[0].verdict == "same"
    assert all(judgement.verdict == "unsure" for judgement in judge([*two, plain], []))


def test_colleagues_who_know_the_same_people_stay_apart() -> None:
    left = mail("ute.quandt@boot.example", "Ute Quandt", contacts=CIRCLE, employers={"Boot"}, titles={"Head"})
    right = mail("ida.quandt@boot.example", "Ida Quandt", contacts=CIRCLE, employers={"Boot"}, titles={"Head"})
    assert judge([left, right], []) == []


def test_first_names_unite_nobody_whatever_else_fits() -> None:
    shared = {"contacts": CIRCLE, "employers": {"Boot"}, "titles": {"Head"}}
    left, right = mail("jan@boot.example", "Jan", **shared), mail("jan@nord.boot.example", "Jan", **shared)
    assert judge([left, right], []) == []
    assert judge([left, profile("name:jan@linkedin", "Jan", **shared)], []) == []


def test_the_owner_whom_all_write_to_is_no_circle() -> None:
    crowd = [
        mail(f"u{n}@x{n}.example", contacts={"email:me@home.example", "email:kid@home.example"}) for n in range(30)
    ]
    pair = [
        mail(f"{a}@gmail.example", "Jan Röhrich", contacts={"email:me@home.example", "email:kid@home.example"})
        for a in "pq"
    ]
    assert "same people" in str(judge(pair, [])[0].evidence)
    assert "same people" not in str(judge([*crowd, *pair], [])[0].evidence)


def test_a_phone_and_address_beside_a_full_name_in_a_large_home() -> None:
    crowd = [mail(f"jan.x{n}@f{n}.example", f"Jan X{chr(97 + n % 26)}{chr(97 + n // 26)}z") for n in range(200)]
    pair = [mail("jan.roehrich@boot.example", "Jan Röhrich"), mail("jroehrich@boot.example", "Jan Röhrich")]
    assert [j.verdict for j in judge([*crowd, *pair], []) if j.left in {p.handle for p in pair}] == ["same"]


def test_explain_shows_the_nearest_pair_and_the_guard() -> None:
    left = [profile("phone:+49301", "Karl Brandl Jr."), mail("karl.brandl@gmx.example", "Karl Brandl Jr.")]
    right = [mail("karlbrandl@web.example", "Karl Brandl Sr.")]
    evidence = explain(left, right)
    assert evidence.claim == "They are different people: One is called junior, the other senior."
    assert evidence.total == sum(part.total for part in evidence.parts)
    assert explain([mail("a@x.example", "Ute Quandt")], [mail("b@y.example", "Ida Sorge")]).total < LOWER


def test_explain_needs_two_sides() -> None:
    with pytest.raises(ValueError, match="at least one profile"):
        explain([], [mail("a@x.example")])


@settings(max_examples=30, deadline=None)
@given(st.permutations([side for left, right, *_ in PAIRS[:24] for side in (left, right)]))
def test_the_order_of_profiles_does_not_matter(shuffled: list[Profile]) -> None:
    once = {profile.handle: profile for pair in PAIRS[:24] for profile in pair[:2]}
    again = list({one.handle: once[one.handle] for one in shuffled}.values())
    assert judge(again, []) == judge(list(once.values()), [])


def test_hostile_names_are_no_names() -> None:
    for name in (
        "a" * 100_000,
        " ".join("ab" * 1 for _ in range(50_000)),
        "=?x?=",
        "Jan <jan@x.example>",
        "",
    ):
        pair = [mail("p@x.example", name), mail("q@y.example", name)]
        assert judge(pair, []) == []
    assert Handle("email", "p@x.example")


def _said_of_pairs() -> str:
    """All sentences that the table of pairs brings forth."""
    evidence = [explain([left], [right]) for left, right, *_ in PAIRS]
    return " ".join(part.claim for one in evidence for part in one.parts)


@pytest.mark.parametrize("sentence", sorted({(rule.feature.__doc__ or "").strip() for rule in RULES} - NEED_A_CROWD))
def test_every_rule_speaks_in_some_pair(sentence: str) -> None:
    assert sentence in _said_of_pairs()


@pytest.mark.parametrize("guard", [one for one in GUARDS if one.feature.__name__ not in NEED_THREE])
def test_every_guard_decides_some_pair(guard: Guard) -> None:
    decided = {(judge([left, right], []) or [None])[0] for left, right, *_ in PAIRS}
    claims = [one.evidence.claim for one in decided if one and one.verdict == guard.verdict]
    assert any(claim.endswith(guard.sentence) for claim in claims)
