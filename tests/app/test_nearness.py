"""The owner's present house: told from a position and from the mail the owner sends."""

from __future__ import annotations

from pathlib import Path

import pytest

from maarif.app.asking.nearness import owner_employer
from maarif.app.home import open_home
from maarif.app.importing.take_in import take_in
from tests.app.letters import HANNEKE, ME, NOW, Said, write

AT_HOME = ("Nora Lindqvist", "nora@dorfpost.example")
POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n{house},Engineer,,,Mar 2021,\n"


@pytest.mark.parametrize(
    ("house", "domains"),
    [
        ("Delta Works B.V.", {"deltaworks.example"}),
        ("Overseas Pumps", {"deltaworks.example", "dorfpost.example"}),
        ("", {"deltaworks.example", "dorfpost.example"}),
    ],
)
def test_a_domain_called_like_the_employer_is_the_house_and_other_mail_is_private(
    tmp_path: Path, house: str, domains: set[str]
) -> None:
    letters = [Said(ME, (HANNEKE,), 20, "From work."), Said(AT_HOME, (HANNEKE,), 10, "From home.")]
    files = [write(tmp_path / "sent.mbox", letters)]
    if house:
        folder = tmp_path / "linkedin"
        folder.mkdir()
        (folder / "Positions.csv").write_text(POSITIONS.format(house=house), encoding="utf-8")
        files.append(folder)
    with open_home(tmp_path / "home") as home:
        take_in(home, files, [ME[1], AT_HOME[1]])
        assert owner_employer(home, NOW)[1] == domains
