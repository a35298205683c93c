"""Small invented address books, written into files of their own."""

from __future__ import annotations

from pathlib import Path

#: Each card: name, addresses, number ("" for none).
Card = tuple[str, tuple[str, ...], str]

PEOPLE: tuple[Card, ...] = (
    ("Wendelin Okonkwo", ("w.okonkwo@tannhof.example",), "+49301234501"),
    ("Wendelin Okonkwo", ("wendelin@webpost.example",), "+49301234501"),
    ("Ute Qhaddad", ("ute.qhaddad@gmail.example", "uq@tannhof.example"), ""),
    ("Ute Qhaddad", ("ute@qhaddad.example",), "+49301234502"),
    ("Jan Weber", ("jan.weber@tannhof.example",), ""),
    ("Jan Weber", ("jan.weber2@tannhof.example",), ""),
    ("Jan Weber", ("janw@gmail.example",), ""),
    ("سارة حداد", ("s.haddad@quds.example",), "+962790000001"),
    ("Sara Haddad", ("sara@haddad.example",), "+962790000001"),
    ("Clara Winterfeldt", ("clara.winterfeldt@gmail.example",), "+49301234501"),
)


def write_books(folder: Path, cards: tuple[Card, ...] = PEOPLE) -> list[Path]:
    """A file for each card: ten small books."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, card in enumerate(cards):
        path = folder / f"book{number}.vcf"
        path.write_text(write_card(card), "utf-8")
        paths.append(path)
    return paths


def write_card(card: Card) -> str:
    """One vCard."""
    name, addresses, number = card
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *(f"EMAIL:{address}" for address in addresses)]
    return "\n".join([*lines, *([f"TEL:{number}"] if number else []), "END:VCARD", ""])
