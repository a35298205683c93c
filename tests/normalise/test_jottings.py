"""Notes as one jots them down: verbs without a subject, kin without a verb."""

from __future__ import annotations

import pytest

from maarif.normalise.told import said_in_words


@pytest.mark.parametrize(
    ("note", "facts"),
    [
        (
            "met Sara at Ali's party, runs marathons, brother at the port",
            {("met", "at Ali's party"), ("interest", "runs marathons"), ("knows", "brother: works at the port")},
        ),
        (
            "Sara auf Alis Party kennengelernt, läuft Marathon, Bruder am Hafen",
            {("met", "auf Alis Party"), ("interest", "Marathon"), ("knows", "Bruder: arbeitet am Hafen")},
        ),
        (
            "تعرفت على سارة في حفلة علي، تركض الماراثون، أخوها في الميناء",
            {("met", "في حفلة علي"), ("interest", "تركض الماراثون"), ("knows", "أخ: يعمل في الميناء")},
        ),
        ("Bought bread, runs in the family, brother at home", set()),
    ],
)
def test_jottings_say_what_whole_sentences_say(note: str, facts: set[tuple[str, str]]) -> None:
    assert {(said.attribute, said.value) for said in said_in_words(note, None, "", ())} == facts
