"""The benchmark of needs: its data keep the rules that its documentation states."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.needs.distance import shared_words
from bench.needs.make import make
from bench.needs.owner import KINDS, owners
from bench.needs.said import World
from tests.bench.needs_files import words_of

LEAST_OUTSIDE = 0.6


@dataclass(frozen=True, slots=True)
class Made:
    folder: Path
    world: World

    def rows(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.folder / name).read_text(encoding="utf-8").splitlines()]

    @property
    def first_wordings(self) -> list[dict[str, Any]]:
        return [row for row in self.rows("needs.jsonl") if row["of"] is None]

    @property
    def good(self) -> list[dict[str, Any]]:
        return [row for row in self.rows("judgements.jsonl") if row["grade"] >= 2]


@pytest.fixture(scope="module", params=owners())
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp("needs")
    return Made(out / request.param, make(request.param, out))


def test_every_judgement_stands_in_a_file_that_says_it(made: Made) -> None:
    for row in made.rows("judgements.jsonl"):
        words = " ".join(words_of(made.folder / "files", row["source"], row["item"]).split())
        assert " ".join(row["quote"].split()) in words, (row["need"], row["person"])
        assert row["quote"] or row["grade"] == -1, (row["need"], row["person"])


def test_every_judged_person_can_be_met_in_the_files(made: Made) -> None:
    """A person is reached by an address, number or name that the files hold."""
    files = made.folder / "files"
    written = "\n".join(path.read_text(encoding="utf-8") for path in sorted(files.rglob("*")) if path.is_file())
    for row in made.rows("judgements.jsonl"):
        assert any(handle.partition(":")[2] in written for handle in row["handles"]), row["person"]


def test_handles_belong_to_one_person(made: Made) -> None:
    reached: dict[str, set[str]] = {}
    for row in made.rows("judgements.jsonl"):
        for handle in row["handles"]:
            reached.setdefault(handle, set()).add(row["person"])
    assert {handle: people for handle, people in reached.items() if len(people) > 1} == {}


def test_there_are_sixty_needs_of_all_kinds_in_three_languages(made: Made) -> None:
    needs = made.first_wordings
    kinds, languages = Counter(row["kind"] for row in needs), Counter(row["language"] for row in needs)
    assert len(needs) == len({row["id"] for row in needs}) == 60
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 5
    assert set(languages) == {"en", "ar", "de"}
    assert min(languages.values()) >= 3


def test_eight_needs_have_no_good_answer(made: Made) -> None:
    answered = {row["need"] for row in made.rows("judgements.jsonl") if row["grade"] > 0}
    good = {row["need"] for row in made.good}
    assert len(made.first_wordings) - len(answered) == 8
    assert answered == good


def test_a_third_of_the_needs_is_put_in_three_other_wordings(made: Made) -> None:
    wordings = Counter(row["of"] for row in made.rows("needs.jsonl") if row["of"])
    assert len(wordings) >= 20
    assert set(wordings.values()) == {3}


def test_most_good_answers_are_no_work_contacts_and_stand_in_no_profile(made: Made) -> None:
    outside = [row for row in made.good if row["outside_work"] and row["alone"]]
    assert len(outside) / len(made.good) >= LEAST_OUTSIDE


def test_some_good_answers_are_in_words_of_the_need_and_most_are_not(made: Made) -> None:
    same = sum(row["distance"] == "same words" for row in made.good) / len(made.good)
    assert 0.2 <= same <= 0.45


def test_decoys_echo_a_need_as_people_do(made: Made) -> None:
    """Of the items nobody is judged by, few share more than three words of content with their need."""
    needs = made.world.owner.needs
    told = {judged.key for need in needs for judged in need.judged}
    decoys = [
        shared_words(need.text, str(item.told.get("text") or " ".join(line for _, line in item.told.get("says", ()))))
        for need in needs
        for item in need.items
        if item.key not in told
    ]
    assert sum(shared > 3 for shared in decoys) / len(decoys) <= 0.2


def test_the_delicate_kinds_name_whom_it_must_not_reach(made: Made) -> None:
    never = {row["need"] for row in made.rows("judgements.jsonl") if row["grade"] == -1}
    delicate = [row["id"] for row in made.first_wordings if row["kind"] in ("confide", "job")]
    assert len(never & set(delicate)) >= len(delicate) * 0.6


def test_the_owner_knows_many_people_over_eight_years(made: Made) -> None:
    owner = made.world.owner
    assert len(made.world.people) >= 250
    assert (owner.until - owner.since).days >= 8 * 365 - 2
    kinds = {path.suffix for path in (made.folder / "files").rglob("*") if path.is_file()}
    assert {".mbox", ".eml", ".vcf", ".ics", ".txt", ".json", ".csv", ".md"} <= kinds


def test_nobody_is_the_answer_to_everything(made: Made) -> None:
    often = Counter(row["person"] for row in made.good)
    assert max(often.values()) <= 4


def test_only_example_domains_and_what_the_formats_need(made: Made) -> None:
    for person in made.world.people.values():
        assert all(email.endswith(".example") for email in person.emails)


def test_the_files_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    name = owners()[0]
    make(name, tmp_path / "a")
    make(name, tmp_path / "b")
    first, second = (
        {
            str(path.relative_to(tmp_path / side)): path.read_bytes()
            for path in (tmp_path / side).rglob("*")
            if path.is_file()
        }
        for side in "ab"
    )
    assert first == second
