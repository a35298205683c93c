"""Running the rules of a language over a sentence, and making statements of what they find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import cast as seen_as

from maarif.domain.handles import Handle
from maarif.domain.people import Attribute
from maarif.normalise.statements import Statement
from maarif.normalise.told import arabic, english, german
from maarif.normalise.told.cast import Cast
from maarif.normalise.told.lexicon import LANGUAGE, NO_NAMES, OCCUPATION_ENDINGS, OCCUPATIONS
from maarif.normalise.told.sentences import is_hedged
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

_TABLES = {"en": english.rules, "de": german.rules, "ar": arabic.rules}
#: Groups that are no attribute of their own.
_HELD = frozenset(("who", "whose", "rel", "called", "gone", "kin", "knows", "title", "role"))
_ENDS = " .,;:!-–—'’\"()"
_LONGEST = 120
_OF = re.compile(r"^(.{2,40}?) (?:of|for|der|des|für|von)\b")
_LANGUAGE = re.compile(LANGUAGE)
#: What a partner can be besides the one at home.
_VAGUE = frozenset(("partner", "partnerin", "boss"))
#: Titles that say nothing where no house stands with them.
_LOOSE = frozenset("agent fellow chair chairman chief student partner leader doctor conductor coach driver captain".split())


@cache
def rules_of(language: str, *, notes: bool) -> tuple[re.Pattern[str], ...]:
    """The compiled rules of a language, for a note or for what a writer says."""
    return tuple(re.compile(rule) for rule in _TABLES[language](notes=notes))


def facts_in(sentence: str, rule: re.Pattern[str], cast: Cast) -> Iterator[Statement]:
    """What one rule finds in a sentence."""
    for found in rule.finditer(sentence):
        said = {name.rstrip("0123456789"): value for name, value in found.groupdict().items() if value}
        handle = _subject(said, sentence, found.start(), cast)
        if handle is not None and ("left" in said or not is_hedged(sentence, found.start(), found.end())):
            for attribute, value in _facts(said, sentence, cast):
                yield Statement(handle, attribute, value)


def _subject(said: dict[str, str], sentence: str, at: int, cast: Cast) -> Handle | None:
    who = said.get("who") or said.get("whose")
    if who in ("you", "mine") and cast.writer is not None:
        return cast.writer
    return cast.subject(who, sentence, at)


def _facts(said: dict[str, str], sentence: str, cast: Cast) -> Iterator[tuple[Attribute, str]]:
    if "knows" in said:
        yield from _second_hand(said, cast)
        return
    if "role" in said and not _title(said["role"], alone="employer" not in said):
        return
    if title := _title(said.get("role") or said.get("title", ""), alone=False):
        yield "title", title
    if "kin" in said:
        yield from _kin(said, cast)
    for name, value in said.items():
        if name not in _HELD:
            yield from _plain(name, value, said)


def _plain(name: str, written: str, said: dict[str, str]) -> Iterator[tuple[Attribute, str]]:
    value = written.strip(_ENDS)[:_LONGEST]
    match name:
        case "employer" | "left" | "school" if _is_house(value) and not _is_denied(name, said):
            yield seen_as(Attribute, name), value
        case "settled" if _is_place(value):
            yield "moved", value
            yield "city", value
        case "city" | "moved" if _is_place(value):
            yield seen_as(Attribute, name), value
        case "language":
            yield from (("language", one) for one in _LANGUAGE.findall(value))
        case "employer" | "left" | "school" | "city" | "moved" | "settled":
            return
        case _ if value:
            yield seen_as(Attribute, name), value


def _is_denied(name: str, said: dict[str, str]) -> bool:
    """"I don't work at X" says nothing; with "any more" it says left."""
    return name == "left" and "gone" in said and not said["gone"].strip()


def _is_house(value: str) -> bool:
    words = fold(value).split()
    bare = [word for word in words if word not in ("the", "der", "die", "das", "dem", "den")]
    return bool(bare) and bare[0] not in NO_NAMES and not _is_somebody(bare) and any(map(str.isalpha, value))


def _is_somebody(bare: list[str]) -> bool:
    return is_given_name(bare[0].removesuffix("'s")) and len(bare) == 1


def _is_place(value: str) -> bool:
    words = fold(value).split()
    return bool(words) and words[0] not in NO_NAMES and not _is_somebody(words) and not value.endswith(("'s", "’s"))


def _kin(said: dict[str, str], cast: Cast) -> Iterator[tuple[Attribute, str]]:
    """The relative's name and relation, unless what follows the relation is no name."""
    name = _name(said["kin"])
    relation = said.get("rel", "").strip()
    if name and not (relation.lower() in _VAGUE and not is_given_name(fold(name.split()[0]))):
        yield "kin", f"{name} ({relation})"


def _name(written: str) -> str:
    """The words of a name as far as they are one; "" where the first is none."""
    kept: list[str] = []
    for word in written.replace("’", "'").split():
        bare = word.removesuffix("'s").strip(_ENDS)
        if fold(bare) in NO_NAMES or len(bare) < 2 or word != bare:
            kept += [bare] if word != bare and fold(bare) not in NO_NAMES and len(bare) > 1 else []
            break
        kept.append(bare)
    return " ".join(kept)


def _second_hand(said: dict[str, str], cast: Cast) -> Iterator[tuple[Attribute, str]]:
    """What a relative or friend does: "sister Anna: runs the planning office"."""
    clause = said["knows"].strip(_ENDS)[:_LONGEST].strip()
    if "role" in said and not _title(said["role"], alone=False):
        return
    name = _name(said.get("called", ""))
    relation = said["rel"].strip()
    if clause:
        yield "knows", f"{relation} {name}: {clause}" if name else f"{relation}: {clause}"


def _title(written: str, *, alone: bool) -> str:
    """The title, where its last word, or the word before "of", is an occupation; "" elsewhere."""
    value = written.strip(_ENDS)
    head = _OF.match(value)
    word = fold((head[1] if head else value).split()[-1]) if value.split() else ""
    first = fold(value.split()[0]) if value.split() else ""
    if alone and not head and word in _LOOSE:
        return ""
    if _is_occupation(word) or (_is_occupation(first) and not value.isascii()) or (head and word in ("head", "leiter", "leiterin")):
        return value
    return ""


def _is_occupation(word: str) -> bool:
    return word in OCCUPATIONS or (len(word) > 8 and word.endswith(OCCUPATION_ENDINGS))
