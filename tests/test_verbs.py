"""The verbs that `import maarif` offers: each loads, and the README's example of them runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import maarif

README = Path(__file__).parents[1] / "README.md"

MAIL = """From lina@post.example Sat Mar  4 10:00:00 2023
From: Lina Haddad <lina@post.example>
To: you@mail.example
Subject: Our bees
Date: Sat, 4 Mar 2023 10:00:00 +0000
Message-ID: <one@post.example>

I have kept bees for ten years now; beekeeping is the best thing I do on a Sunday.
"""
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Lina Haddad\nEMAIL:lina@post.example\nEND:VCARD\n"


@pytest.mark.parametrize("verb", maarif.__all__)
def test_each_verb_loads(verb: str) -> None:
    assert callable(getattr(maarif, verb))


def test_a_verb_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        maarif.forget_everything  # noqa: B018


def test_the_readme_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    example = re.search(r"```python\n(import maarif\n.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    (tmp_path / "mail.mbox").write_text(MAIL, encoding="utf-8")
    (tmp_path / "contacts.vcf").write_text(CARD, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    exec(compile(example[1], str(README), "exec"), {})

    assert "Lina Haddad" in capsys.readouterr().out
