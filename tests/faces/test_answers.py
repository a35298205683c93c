"""An answer in words: 80 columns, reasons with references, sums with --why."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from maarif.app.knowing.look import Acquaintance
from maarif.domain.evidence import Evidence
from maarif.domain.needs import SetAside
from maarif.faces.cli import answers
from maarif.faces.cli.answers import Shown, leaves_of
from tests.faces.invented import (
    HANNEKE,
    KNOWN,
    LETTER,
    REASONS,
    SAMI,
    TITLE,
    answer,
    suggestion,
)  # fmt: skip

SHOWN = Shown({"p1": KNOWN, "p2": Acquaintance(SAMI, None)}, {LETTER: "i4411", TITLE: "i12"})


def told(given: answers.Answer, shown: Shown = SHOWN, width: int = 80) -> list[str]:  # type: ignore[name-defined]
    return [line.plain for line in answers.answer(given, shown, width)]


def test_a_suggestion_reads_as_it_should() -> None:
    lines = told(answer(suggestion()))
    assert lines[0] == "A job · water, Rotterdam"
    assert re.fullmatch(r"1  Hanneke Vos +out of sight since 2020, close before", lines[2])
    assert cell_len(lines[2]) == 80
    assert lines[3] == "   club: Kanalchor, 2014-2020"
    assert lines[4].startswith("   - wrote to you about water:")
    assert lines[5].endswith("[i4411]")
    assert lines[6] == "   - title in your address book: Process engineer [i12]"
    assert lines[7] == "   ! a call is better than a mail after so long"


def test_no_score_is_shown_unless_asked_for() -> None:
    assert not re.search(r"\d\.\d\d", "\n".join(told(answer(suggestion()))))


def test_why_shows_every_point_and_their_sum() -> None:
    lines = told(answer(suggestion()), Shown(SHOWN.acquaintances, SHOWN.references, why=True))
    points = [float(match.group(1)) for line in lines if (match := re.match(r" +([+-]\d+\.\d\d) ", line))]
    (score,) = [float(line.split()[1]) for line in lines if line.strip().startswith("=")]
    assert score == pytest.approx(sum(points)) == pytest.approx(suggestion().score)


def test_leaves_hold_all_points() -> None:
    assert sum(leaf.points for leaf in leaves_of(REASONS)) == pytest.approx(REASONS.total)


def test_reasons_without_origins_are_told_where_there_are_no_others() -> None:
    lines = told(answer(suggestion(evidence=Evidence("", 0.0, (), (Evidence("you write to them often", 1.0),)))))
    assert "   - you write to them often" in lines


def test_nobody_is_an_answer_and_says_what_to_try() -> None:
    text = "\n".join(told(answer()))
    assert "Nobody I can vouch for." in text
    assert "maarif import" in text


def test_whoever_is_set_aside_is_summed_and_named_on_request() -> None:
    given = answer(suggestion(), aside=(SetAside(SAMI, "works where you work now"), SetAside(HANNEKE, "has died")))
    assert "2 people are set aside" in told(given)[1]
    assert SAMI.name not in "".join(told(given))
    named = told(given, Shown(SHOWN.acquaintances, SHOWN.references, why_not=True))
    assert any(SAMI.name in line and "works where you work now" in line for line in named)


def test_what_others_wrote_cannot_command_the_terminal() -> None:
    nasty = Evidence("", 0.0, (), (Evidence('wrote: "\x1b[2Jboo\u202e"', 1.0, (LETTER,)),))
    assert "\x1b" not in "".join(told(answer(suggestion(evidence=nasty))))
    assert "\u202e" not in "".join(told(answer(suggestion(evidence=nasty))))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    given = answer(suggestion(), suggestion(SAMI), aside=(SetAside(SAMI, "works where you work now " * 9),))
    for why in (False, True):
        shown = Shown(SHOWN.acquaintances, SHOWN.references, why=why, why_not=why)
        assert all(cell_len(line) <= width for line in told(given, shown, width))
