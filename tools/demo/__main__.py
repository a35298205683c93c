"""Write the demo files: `python -m tools.demo [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.demo import cards, encounters, linkedin, post
from tools.demo.cast import read_cast
from tools.demo.letters import LAST, Letter, Scribe
from tools.demo.script import read_threads

DATA = Path(__file__).parent / "data"
SHIPPED = Path(__file__).parents[2] / "src" / "maarif" / "app" / "demo_files"


def main(folder: Path = SHIPPED) -> None:
    """Write mail, cards, the LinkedIn export and the table of encounters into the folder."""
    cast = read_cast(DATA / "people.txt")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mail.mbox").write_bytes(post.mbox(mails(Scribe(cast))))
    (folder / "contacts.vcf").write_bytes(cards.address_book(cast).encode())
    (folder / "linkedin.zip").write_bytes(linkedin.export(cast, DATA / "linkedin.txt"))
    (folder / "interactions.csv").write_bytes(encounters.table(cast, DATA).encode())


def mails(scribe: Scribe) -> list[post.Mail]:
    """Every mail of the eight years, stories first."""
    threads = [scribe.story(thread) for path in _files("stories") for thread in read_threads(path)]
    for path in _files("routine"):
        for thread in read_threads(path):
            threads += scribe.routine(thread)
    return [mail for letters in threads for mail in _thread(letters)]


def _files(folder: str) -> list[Path]:
    return sorted((DATA / folder).glob("*.txt"))


def _thread(letters: list[Letter]) -> list[post.Mail]:
    done: list[post.Mail] = []
    for letter in letters:
        if letter.at <= LAST:
            done.append(post.Mail(letter, list(done)))
    return done


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:2]))
