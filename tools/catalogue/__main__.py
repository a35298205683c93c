"""Write the catalogues anew: what is said now, with the translations there are; then list what is not translated."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.catalogue.gather import gather

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "maarif"
LANGUAGES = ("ar", "de")


def path_of(language: str) -> Path:
    """The .po file of a language."""
    return SOURCE / "voice" / "locale" / language / "LC_MESSAGES" / "maarif.po"


def empty(language: str) -> Catalog:
    """A catalogue without a message; its head names no day, so that the same sentences make the same file."""
    begun = datetime(2026, 11, 24, tzinfo=UTC)
    return Catalog(
        locale=language, project="Maarif", version="1", fuzzy=False, creation_date=begun, revision_date=begun,
        header_comment="# The sentences of Maarif. Gathered by tools/catalogue; the translations are by hand.",
        copyright_holder="The Maarif authors", last_translator="The Maarif authors", language_team="Maarif",
    )  # fmt: skip


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it is kept; an empty one where there is none."""
    path = path_of(language)
    if not path.exists():
        return empty(language)
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def renewed(language: str) -> Catalog:
    """What is said now, with the translations that are kept; what is said no more is gone."""
    kept, fresh = catalogue(language), empty(language)
    for message in gather(SOURCE):
        known = kept.get(message if isinstance(message, str) else message[0])
        fresh.add(message, string=known.string if known is not None and known.id == message else None)
    return fresh


def main(languages: list[str]) -> int:
    """Write .po and .mo of some languages (all where none is named); ends with 1 where a message is not translated."""
    lacking = 0
    for language in languages or LANGUAGES:
        fresh = renewed(language)
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            write_po(stream, fresh, width=120, omit_header=False, sort_output=False, no_location=True)
        with path.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, fresh)
        missing = [m.id for m in fresh if m.id and not (all(m.string) if isinstance(m.string, tuple) else m.string)]
        print(f"{language}: {len(fresh)} messages, {len(missing)} not translated")
        lacking += len(missing)
    return min(lacking, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
