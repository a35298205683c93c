"""What the speed benchmarks generate: the same bytes each time, with what the documentation says."""

import mailbox
from itertools import islice
from pathlib import Path

import pytest

from bench.ask.world import messages, needs, write_mbox
from bench.imports.corpus import mbox
from bench.report import Part, Table, keep, kept_parts, markdown
from bench.vocabulary import Language, vocabulary


def test_the_mbox_is_the_same_bytes_each_time_and_used_again(tmp_path: Path) -> None:
    first, second = mbox(tmp_path / "a", 0.002), mbox(tmp_path / "b", 0.002)
    assert first.read_bytes() == second.read_bytes()
    before = first.stat().st_mtime_ns
    assert mbox(tmp_path / "a", 0.002).stat().st_mtime_ns == before


def test_the_mbox_holds_the_mixture_that_is_documented(tmp_path: Path) -> None:
    path = mbox(tmp_path, 0.01)
    mails = list(mailbox.mbox(path))
    kinds = [mail.get_content_type() for mail in mails]
    assert len(mails) == 1200
    assert len({mail["Message-ID"] for mail in mails}) == 1200
    assert kinds.count("text/plain") / 1200 == pytest.approx(0.55, abs=0.05)
    assert kinds.count("multipart/alternative") / 1200 == pytest.approx(0.35, abs=0.05)
    assert sum(mail["List-Id"] is not None for mail in mails) / 1200 == pytest.approx(0.15, abs=0.04)
    assert path.stat().st_size / 1200 == pytest.approx(12_000, rel=0.1)


def test_the_world_is_the_same_each_time_and_mostly_ordered(tmp_path: Path) -> None:
    found = list(messages(200))
    assert found == list(messages(200))
    assert [message.at for message in found] == sorted(message.at or 0 for message in found)
    write_mbox(iter(found), tmp_path / "world.mbox")
    assert len(list(mailbox.mbox(tmp_path / "world.mbox"))) == 200


def test_needs_are_of_all_kinds_and_languages() -> None:
    asked = needs()
    assert len(asked) == 200
    assert {need.language for need in asked} == {"en", "de", "ar"}
    assert len({need.kind for need in asked}) == 9
    assert all(need.text.strip() for need in asked)


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_vocabularies_hold_thousands_of_different_forms(language: Language) -> None:
    forms = vocabulary(language)
    assert len(forms) == len(set(forms)) > 2000
    assert all(forms[:50])


def test_results_are_kept_and_printed_as_they_were(tmp_path: Path) -> None:
    part = Part("cold", (Table("a", ("what", "s"), (("help", 0.25), ("ask", None)), ("a note",)),), {"cores": "2"})
    keep(Part("cold", ()), tmp_path)
    keep(part, tmp_path)
    assert [markdown(one) for one in kept_parts(tmp_path)] == [markdown(part)]
    assert list(islice(markdown(part).splitlines(), 4, 9)) == [
        "### a",
        "",
        "| what |     s |",
        "| ---- | ----- |",
        "| help | 0.250 |",
    ]
