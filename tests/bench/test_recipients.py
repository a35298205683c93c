"""The recipients benchmark: measures by hand, texts stripped of their answer, baselines on five mails."""

from pathlib import Path

import pytest

from bench.recipients import baselines
from bench.recipients.cases import Case, Query, dormant, dormant_pool, name_words, new_threads
from bench.recipients.generated import generate
from bench.recipients.mailbox import Mail, Mailbox, addresses, read_mailbox
from bench.recipients.memory import DAY, Moment, remember
from bench.recipients.metrics import (
    Outcome,
    average_precision,
    difference,
    estimate,
    hit_at,
    judge,
    macro,
    recall_at,
    reciprocal_rank,
)
from bench.recipients.words import bare_subject, is_reply, strip_query, written_part

ME, ANNA, BORIS, CLARA = "me@post.example", "anna@post.example", "boris@post.example", "clara@post.example"
NOW = 1000 * DAY


def mail(day: int, sender: str, to: list[str], text: str) -> Mail:
    others = tuple(one for one in (sender, *to) if one != ME)
    return Mail(day * DAY, sender, sender == ME, others, tuple(one for one in to if one != ME), "", text)


@pytest.fixture
def toy() -> Mailbox:
    mails = (
        mail(500, ME, [CLARA], "the beehive needs a new queen before summer"),
        mail(900, ME, [ANNA], "the sailing boat needs paint"),
        mail(950, ME, [ANNA, BORIS], "sailing on Sunday, bring rope"),
        mail(980, BORIS, [ME], "the budget is due"),
        mail(1001, ME, [BORIS], "beehive beehive beehive"),
    )
    names = {
        ANNA: frozenset({"anna", "sorensen"}),
        BORIS: frozenset({"boris"}),
        ME: frozenset({"mira", "vos"}),
    }
    return Mailbox("toy", Path("toy"), frozenset({ME}), mails, names)


def asked(toy: Mailbox, text: str, now: int = NOW) -> Moment:
    return Moment(remember(toy), now, text)


def order(toy: Mailbox, name: str, text: str) -> list[str]:
    return [person[0] for person in baselines.rank(baselines.BASELINES[name], asked(toy, text))]


# Measures


def test_average_precision_counts_what_is_missing_as_nothing() -> None:
    ranking = [("a",), ("b",), ("c",), ("d",)]
    assert average_precision(ranking, {"a", "c", "x"}) == pytest.approx((1 / 1 + 2 / 3) / 3)


def test_a_person_with_two_addresses_takes_two_places_in_average_precision_but_one_in_rank() -> None:
    ranking = [("a", "a2"), ("b",)]
    assert average_precision(ranking, {"b"}) == pytest.approx(1 / 3)
    assert reciprocal_rank(ranking, {"b"}) == pytest.approx(1 / 2)


def test_reciprocal_rank_hit_and_recall_by_hand() -> None:
    ranking = [("a",), ("b",), ("c",)]
    assert reciprocal_rank(ranking, {"c", "b"}) == pytest.approx(1 / 2)
    assert reciprocal_rank(ranking, {"x"}) == 0.0
    assert (hit_at(1, ranking, {"b"}), hit_at(2, ranking, {"b"})) == (0.0, 1.0)
    assert recall_at(2, ranking, {"b", "c"}) == pytest.approx(1 / 2)


def test_macro_weighs_mailboxes_alike_however_many_queries_they_have() -> None:
    outcomes = [judge("busy", str(n), [("a",)], {"a"}) for n in range(9)] + [judge("quiet", "1", [("a",)], {"b"})]
    assert macro(outcomes, lambda o: o.map) == pytest.approx(0.5)


def test_intervals_hold_the_value_and_shrink_to_it_where_nothing_varies() -> None:
    mixed = [Outcome("u", str(n), n % 2, 0, 0, 0, 0) for n in range(40)]
    found = estimate(mixed, lambda o: o.map)
    assert found.value == pytest.approx(0.5)
    assert found.low < found.value < found.high
    same = difference(mixed, mixed, lambda o: o.map)
    assert (same.value, same.low, same.high) == (0.0, 0.0, 0.0)


# Texts


def test_strip_query_takes_out_salutation_signature_names_and_quotes() -> None:
    text = (
        "Hi Anna,\n\nCould Sorensen's brother lend us the trailer? Ask Bill too.\n\nThanks,\nMira\n"
        "-----Original Message-----\nFrom: Anna\nthe secret answer"
    )
    stripped = strip_query(text, {"anna", "sorensen", "william"}, {"mira"})
    assert stripped.split() == ["Could", "brother", "lend", "us", "the", "trailer?", "Ask", "too."]


def test_strip_query_ends_at_the_owners_name_and_keeps_it_within_a_sentence() -> None:
    stripped = strip_query(
        "Mira will bring the tent on Sunday.\nSee the list.\n\nMira Vos\n+49 30 1234567", (), {"mira", "vos"}
    )
    assert stripped == "Mira will bring the tent on Sunday.\nSee the list."


@pytest.mark.parametrize("first", ["John,", "Anna -", "Dear all,", "Anna and Boris:", "good morning Anna!"])
def test_a_first_line_that_only_calls_somebody_goes(first: str) -> None:
    assert strip_query(f"{first}\nThe pump is broken again.", ()) == "The pump is broken again."


def test_a_first_line_that_says_something_stays() -> None:
    assert strip_query("The pump is broken.\nCome soon.", ()) == "The pump is broken.\nCome soon."


def test_written_part_survives_hostile_input() -> None:
    assert written_part(">" * 200_000) == ""
    assert written_part(" " * 200_000 + "x").endswith("x")


def test_subjects_lose_their_marks() -> None:
    assert bare_subject("RE: Fw: AW: Pumps") == "Pumps"
    assert is_reply("Fwd: Pumps") and not is_reply("Regarding pumps")


# Cases


def test_new_threads_leave_answers_short_texts_and_unknown_people_out(toy: Mailbox) -> None:
    def query(number: str, text: str, to: str, reply: bool = False) -> Query:
        return Query(number, NOW, "", text, frozenset({to}), reply)

    queries = [
        query("kept", "Anna,\nwho can paint the boat?", ANNA),
        query("answer", "who can paint the boat?", ANNA, reply=True),
        query("short", "Anna,\nyes please", ANNA),
        query("unknown", "who can paint the boat?", "nobody@post.example"),
    ]
    assert [case.query for case in new_threads(toy, queries)] == ["kept"]


def test_names_come_from_headers_and_from_the_address(toy: Mailbox) -> None:
    assert name_words(toy, frozenset({ANNA})) == {"anna", "sorensen"}
    assert name_words(toy, frozenset({"jo.de-vries7@post.example"})) >= {"jo", "de", "vries"}


def test_dormant_are_those_silent_for_half_a_year_in_both_directions(toy: Mailbox) -> None:
    assert dormant_pool(toy, NOW) == {CLARA}
    cases = [Case("1", NOW, "bees", frozenset({CLARA, ANNA})), Case("2", NOW, "boat", frozenset({ANNA}))]
    assert [(case.query, case.relevant) for case in dormant(toy, cases)] == [("1", frozenset({CLARA}))]


# Baselines


def test_nothing_at_or_after_the_moment_is_seen(toy: Mailbox) -> None:
    assert asked(toy, "beehive").mails == 4
    assert order(toy, "KNN-30", "beehive") == [CLARA]
    assert asked(toy, "beehive", now=1001 * DAY).mails == 4
    assert asked(toy, "beehive", now=1001 * DAY + 1).mails == 5


def test_frequency_counts_sent_mail_alone(toy: Mailbox) -> None:
    scores = dict(zip(remember(toy).people, baselines.frequency(asked(toy, "")), strict=True))
    assert scores == {ANNA: 2, BORIS: 1, CLARA: 1}
    assert order(toy, "frequency", "") == [ANNA, CLARA, BORIS]


def test_recency_breaks_ties_by_who_was_written_to_last(toy: Mailbox) -> None:
    assert order(toy, "recency", "") == [ANNA, BORIS, CLARA]


def test_interaction_rank_halves_every_thirty_days(toy: Mailbox) -> None:
    moment = asked(toy, "")
    scores = dict(zip(moment.memory.people, baselines.interaction_rank(moment), strict=True))
    assert scores[ANNA] == pytest.approx(5 * (2 ** (-100 / 30) + 2 ** (-50 / 30)))
    assert scores[BORIS] == pytest.approx(5 * 2 ** (-50 / 30) + 2 ** (-20 / 30))


@pytest.mark.parametrize("name", ["KNN-30", "Model 2", "kd", "fusion of six"])
def test_text_methods_find_whom_the_words_belong_to(toy: Mailbox, name: str) -> None:
    assert order(toy, name, "who knows beehives and queens?")[0] == CLARA


def test_kd_shares_a_vote_among_all_on_the_mail(toy: Mailbox) -> None:
    moment = asked(toy, "rope")
    scores = dict(zip(moment.memory.people, baselines.memory_vote(moment), strict=True))
    likeness = moment.likeness[2]
    assert scores[ANNA] == scores[BORIS] == pytest.approx(likeness**2 * (2 ** (-50 / 180) + 0.25) / 2)


def test_an_empty_past_gives_empty_lists(toy: Mailbox) -> None:
    moment = asked(toy, "beehive", now=1)
    assert all(baselines.rank(baseline, moment) == [] for baseline in baselines.BASELINES.values())


# Mailboxes


def test_a_generated_mailbox_is_read_back_with_its_owner(tmp_path: Path) -> None:
    generate(tmp_path)
    found = read_mailbox(tmp_path / "enron_maildir" / "mira")
    assert found.owner == {"mira@post.example"}
    assert len(found.mails) == 700
    assert list(found.mails) == sorted(found.mails, key=lambda one: one.at)


def test_copies_in_two_folders_count_once(tmp_path: Path) -> None:
    head = "Date: Mon, 1 Jan 2024 10:00:{} +0000\nFrom: me@post.example\nTo: anna@post.example"
    for folder, second, number in ((".sent", "05", 1), (".all", "40", 2)):
        box = tmp_path / "me" / folder / "cur"
        box.mkdir(parents=True)
        (box / str(number)).write_text(f"Message-ID: <{number}@x>\n" + head.format(second) + "\n\nhello there\n")
    assert len(read_mailbox(tmp_path / "me").mails) == 1


def test_addresses_lose_stray_quotes_and_dots() -> None:
    assert addresses("'Anna' <'anna@post.example>, .bo@post.example, Anna@post.example") == (
        "anna@post.example",
        "bo@post.example",
    )
