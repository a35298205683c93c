"""Circles, ways and overlooked people as they are printed."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from maarif.app.connecting.introductions import Ways
from maarif.app.connecting.overlooked import Overlooked
from maarif.app.knowing.look import Acquaintance
from maarif.domain.circles import Circle
from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.introductions import Introduction
from maarif.domain.items import Origin
from maarif.domain.people import Person
from maarif.faces.cli.acquainted import (
    circle_lines,
    circle_record,
    overlooked_lines,
    overlooked_record,
    ways_lines,
    ways_record,
)  # fmt: skip

SARA = Person("p1", "سارة حداد", (Handle("email", "sara@haddad.example"),))
IDRIS = Person("p2", "Idris Bello", (Handle("email", "idris@bello.example"),))
HERE = Origin("a.mbox", "m1")
CIRCLE = Circle("c1", "جوقة الحي", "chat", ("p1", "p2", "p3"), 1_400_000_000, 1_700_000_000, (HERE,), "a group chat")
REASON = Evidence("", 0.0, (), (Evidence('spoke of it: "مضخات المياه في الميناء"', 0.5, (HERE,)),))
WAY = Introduction(SARA, "Evides", None, REASON, "guessed", "whether she knows them", True, "مرحبا سارة،\n\nهل يمكنك؟")


def plain(lines: list[Text], width: int = 80) -> str:
    """The lines as one text; none is too wide."""
    told = [line.plain for line in lines]
    assert all(cell_len(line) <= width for line in told)
    return "\n".join(told)


def test_a_circle_is_named_with_its_people_and_years() -> None:
    told = plain(circle_lines([CIRCLE], {"p1": SARA.name, "p2": IDRIS.name}, 80))
    assert "\u2068جوقة الحي\u2069" in told and "group chat · 3 people · 2014-2023" in told
    assert "\u2068سارة حداد\u2069, Idris Bello and 1 more" in told
    assert circle_record(CIRCLE)["origins"] == [{"source": "a.mbox", "item": "m1"}]


def test_a_way_tells_how_it_is_known_and_what_can_be_passed_on() -> None:
    found = Ways("Evides", (IDRIS,), 0, (WAY,))
    told = plain(ways_lines(found, {HERE: "i1"}, 80))
    for words in (
        "You know of them: Idris Bello",
        "a guess",
        "[i1]",
        "the weakest link: whether she knows them",
        "مرحبا سارة",
    ):
        assert words in told
    assert ways_record(found)["ways"][0]["inferred"] is True
    assert "Nobody I know of" in plain(ways_lines(Ways("Evides", (), 0, ()), {}, 80))


def test_overlooked_people_come_with_their_reasons() -> None:
    one = Overlooked(SARA, None, REASON)
    told = plain(overlooked_lines([one], [Acquaintance(SARA, None)], {HERE: "i1"}, 80))
    assert "1  \u2068سارة حداد\u2069" in told and "[i1]" in told and "maarif person p1" in told
    assert overlooked_record(one)["score"] == 0.5
