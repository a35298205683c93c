"""What is near in meaning is one list more, where a model is named; without one nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from maarif.app.asking.ask import ask
from maarif.app.asking.portraits import echoes, portray
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import take_in
from maarif.domain.encoding import Vectors
from maarif.domain.errors import BadInput
from maarif.domain.evidence import Evidence
from maarif.rank.needs import understand
from tests.app import network
from tests.app.network import ME, NOW

#: Two fields of meaning; a text points at the one whose words it has.
FIELDS = (("apiculture", "beekeeping", "honey", "bees", "hives"), ("violin", "bow", "strings"))


class Fields:
    """A small encoder of its own kind: one axis a field, one for everything else."""

    name = "fields"

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, fields + 1), each row of length one."""
        rows = np.array([[*(float(any(w in t.lower() for w in field)) for field in FIELDS), 0.2] for t in texts])
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with open_home(tmp_path / "home", lambda: NOW) as opened:
        take_in(opened, network.write(tmp_path / "files", ""), [ME[1]])
        yield opened


def test_without_a_model_nothing_is_portrayed(home: Home) -> None:
    with pytest.raises(BadInput, match="No model is named"):
        portray(home)
    assert echoes(home, understand("", "apiculture", None, NOW)) == []


def test_what_is_said_in_other_words_is_heard(home: Home) -> None:
    need = "who understands apiculture?"
    assert "Hanneke Vos" not in {one.person.name for one in ask(home, need).suggestions}
    home.kept["encoder"] = Fields()
    assert portray(home) > 0
    home.kept["encoder"] = Fields()
    found = {one.person.name: one for one in ask(home, need).suggestions}
    assert "Hanneke Vos" in found
    assert any("in other words" in claim for claim in _claims(found["Hanneke Vos"].evidence))
    home.kept["encoder"] = Fields()
    assert portray(home) == 0, "what is portrayed is not portrayed again"


def _claims(evidence: Evidence) -> list[str]:
    return [str(evidence.claim), *(claim for part in evidence.parts for claim in _claims(part))]
