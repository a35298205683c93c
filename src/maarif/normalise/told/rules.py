"""Running the rules of a language over a sentence, and making statements of what they find."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import cast as seen_as

from maarif.domain.handles import Handle
from maarif.domain.people import Attribute
from maarif.normalise.statements import Statement
from maarif.normalise.told import arabic, english, german
from maarif.normalise.told.cast import Cast
from maarif.normalise.told.lexicon import LANGUAGE, NO_NAMES, OCCUPATION_ENDINGS, OCCUPATIONS
from maarif.normalise.told.sentences import clause_around, is_denied, is_supposed
from maarif.text.fold import fold
from maarif.text.nicknames import is_given_name

_TABLES = {"en": english.rules, "de": german.rules, "ar": arabic.rules}
#: Groups that are no attribute of their own.
_HELD = frozenset(("who", "whose", "rel", "called", "kin", "sure", "knows", "title", "role"))
_ENDS = " .,;:!-–—'’\"()"
_LONGEST = 120
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_OF = re.compile(r"^(.{2,40}?) (?:of|for|der|des|für|von)\b")
_LANGUAGE = re.compile(LANGUAGE)
_POSSESSED = re.compile("(?<=[\u0620-\u064a]{2})(?:ي|ها|هم|ه)$")
_FEMALE = re.compile("ت$")
#: What a partner can be besides the one at home.
_VAGUE = frozenset(("partner", "partnerin", "boss"))
#: Titles that say nothing where no house stands with them.
_LOOSE = frozenset(
    [
        "agent",
        "fellow",
        "chair",
        "chairman",
        "chief",
        "student",
        "partner",
        "leader",
        "doctor",
        "conductor",
        "coach",
        "driver",
        "captain",
    ]
)


@cache
def rules_of(language: str, *, notes: bool) -> tuple[re.Pattern[str], ...]:
    """The compiled rules of a language in their order, for a note or for what a writer says."""
    return tuple(re.compile(_numbered(rule)) for rule in _TABLES[language](notes=notes))


def _numbered(rule: str) -> str:
    """The pattern with a number behind each group name that stands in it for a second time."""
    times: Counter[str] = Counter()

    def number(found: re.Match[str]) -> str:
        times[found[1]] += 1
        return f"(?P<{found[1]}{times[found[1]]}>"

    return _GROUP.sub(number, rule)


def begins_in(sentence: str, language: str, *, notes: bool) -> tuple[int, ...] | None:
    """Where rules can hold at all: in an English mail at the words of the first person; None for anywhere."""
    if notes or language != "en":
        return None
    return tuple(found.start() for found in english.FIRST_PERSON.finditer(sentence))


def facts_in(sentence: str, rule: re.Pattern[str], begins: tuple[int, ...] | None, cast: Cast) -> Iterator[Statement]:
    """What one rule finds in a sentence, at these places or anywhere."""
    for found in _found(sentence, rule, begins):
        said: dict[str, str] = {}
        for name, value in found.groupdict().items():
            if value is not None:
                said.setdefault(name.rstrip("0123456789"), value)
        clause = clause_around(sentence, *found.span())
        if is_supposed(clause) or ("left" not in said and is_denied(clause)):
            continue
        handle = _subject(said, sentence, found.start(), cast)
        if handle is not None:
            for attribute, value in _facts(said, cast):
                yield Statement(handle, attribute, value)


def _found(sentence: str, rule: re.Pattern[str], begins: tuple[int, ...] | None) -> Iterator[re.Match[str]]:
    if begins is None:
        return rule.finditer(sentence)
    return filter(None, (rule.match(sentence, begin) for begin in begins))


def _subject(said: dict[str, str], sentence: str, at: int, cast: Cast) -> Handle | None:
    who = said.get("who") or said.get("whose")
    return cast.subject(who, sentence, at)


def _facts(said: dict[str, str], cast: Cast) -> Iterator[tuple[Attribute, str]]:
    if "knows" in said:
        yield from _second_hand(said)
        return
    if "role" in said and not _title(said["role"], alone="employer" not in said):
        return
    if title := _title(said.get("role") or said.get("title", ""), alone=False):
        yield "title", title
    if "kin" in said:
        yield from _kin(said, cast)
    for name, value in said.items():
        if name not in _HELD:
            yield from _plain(name, value)


def _plain(name: str, written: str) -> Iterator[tuple[Attribute, str]]:
    value = written.strip(_ENDS)[:_LONGEST]
    match name:
        case "employer" | "left" | "school" if _is_house(value):
            yield seen_as("Attribute", name), value
        case "settled" if _is_place(value):
            yield "moved", value
            yield "city", value
        case "city" | "moved" if _is_place(value):
            yield seen_as("Attribute", name), value
        case "language":
            yield from (("language", one) for one in _LANGUAGE.findall(value))
        case "employer" | "left" | "school" | "city" | "moved" | "settled":
            return
        case _ if value:
            yield seen_as("Attribute", name), value


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
    """The relative's name and relation, unless what follows the relation is no name.

    After a `sure` rule any word may follow, as all German nouns are written large: there a given name must.
    """
    name, relation = _name(said["kin"]), _relation(said["rel"])
    if not name or cast.is_writer(name):
        return
    given = is_given_name(fold(name.split()[0]))
    if given or not ("sure" in said or relation.lower() in _VAGUE):
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


def _relation(written: str) -> str:
    """The relation without the Arabic ending that says whose ("زوجتي" is "زوجة")."""
    relation = written.strip()
    bare = _POSSESSED.sub("", relation)
    if bare == relation:
        return relation
    head, gap, last = bare.rpartition(" ")
    last = _FEMALE.sub("ة", last).removesuffix("و") if last not in ("أخت", "اخت", "بنت") else last
    return f"{head}{gap}{last}"


def _second_hand(said: dict[str, str]) -> Iterator[tuple[Attribute, str]]:
    """What a relative or friend does: "sister Anna: runs the planning office"."""
    clause = said["knows"].strip(_ENDS)[:_LONGEST].strip()
    if "role" in said and not _title(said["role"], alone=False):
        return
    name = _name(said.get("called", ""))
    relation = _relation(said["rel"])
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
    if (
        _is_occupation(word)
        or (_is_occupation(first) and not value.isascii())
        or (head and word in ("head", "leiter", "leiterin"))
    ):
        return value
    return ""


def _is_occupation(word: str) -> bool:
    return word in OCCUPATIONS or (len(word) > 8 and word.endswith(OCCUPATION_ENDINGS))
