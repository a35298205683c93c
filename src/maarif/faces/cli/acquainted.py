"""Circles, ways to somebody, and overlooked people, in words and as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from maarif.domain.phrases import Phrase
from maarif.domain.wording import context_in_words, how_things_stand
from maarif.faces.cli import shapes
from maarif.faces.cli.bidi import clean_lines, isolate, isolate_within
from maarif.faces.cli.layout import DIM, NAME, STRONG, Indent, fill, two_ends
from maarif.faces.cli.speech import voice

if TYPE_CHECKING:
    from maarif.app.connecting.introductions import Ways
    from maarif.app.connecting.overlooked import Overlooked
    from maarif.app.knowing.look import Acquaintance
    from maarif.domain.circles import Circle
    from maarif.domain.evidence import Evidence
    from maarif.domain.introductions import Introduction
    from maarif.domain.items import Origin

#: People named of a circle, and contexts told of a person.
NAMED, CONTEXTS = 6, 2

_KINDS = {
    "community": Phrase("seen together"),
    "chat": Phrase("group chat"),
    "meeting": Phrase("meets again and again"),
    "list": Phrase("list"),
}
_PROVENANCES = {
    "stated": Phrase("somebody said so"),
    "wrote together": Phrase("inferred from common messages"),
    "met together": Phrase("inferred from common meetings"),
    "same employer": Phrase("inferred from one house"),
    "guessed": Phrase("a guess"),
}


# -- circles --------------------------------------------------------------------------------------


def circle_lines(found: Sequence[Circle], names: Mapping[str, str], width: int) -> list[Text]:
    """A paragraph a circle: its name, what it is, and who is in it."""
    lines: list[Text] = []
    for circle in found:
        head = Text(isolate_within(voice()(circle.name)), style=NAME, end="")
        people = voice()(Phrase.counted("{count} person", "{count} people", len(circle.people)))
        about = f"{voice()(_KINDS[circle.kind])} · {people}{_years(circle)}"
        lines += [*([Text()] if lines else []), *two_ends(head, Text(about, style=DIM, end=""), width)]
        shown = [isolate(names[person]) for person in circle.people[:NAMED] if person in names]
        more = len(circle.people) - len(shown)
        told = ", ".join(shown) + (
            " " + voice().count("and {count} more", "and {count} more", more) if more > 0 else ""
        )
        lines += fill(told, width, Indent("   ", "   "))
    return lines


def _years(circle: Circle) -> str:
    from datetime import UTC, datetime

    if circle.since is None or circle.until is None:
        return ""
    first, last = (datetime.fromtimestamp(at, UTC).year for at in (circle.since, circle.until))
    return f" · {first}" if first == last else f" · {first}-{last}"


def circle_record(circle: Circle) -> dict[str, Any]:
    """A circle as data."""
    return {
        "id": circle.id,
        "name": circle.name,
        "kind": circle.kind,
        "people": list(circle.people),
        "since": circle.since,
        "until": circle.until,
        "origins": [shapes.origin(origin) for origin in circle.origins],
        "why": circle.why,
    }


# -- introductions --------------------------------------------------------------------------------


def ways_lines(found: Ways, references: Mapping[Origin, str], width: int) -> list[Text]:
    """The ways to a target, the best first, and what the first could pass on."""
    lines = fill(voice()(Phrase("To {target}", target=isolate(found.target))), width, style=STRONG)
    if found.there:
        names = ", ".join(isolate(person.name) for person in found.there)
        near = Phrase("You know them yourself: {names}", names=names)
        lines += fill(voice()(near if found.near else Phrase("You know of them: {names}", names=names)), width)
    for number, way in enumerate(found.ways, start=1):
        lines += [Text(), *_way(number, way, references, width)]
    if not found.ways:
        return [*lines, *fill(voice()(Phrase("Nobody I know of could introduce you.")), width)]
    first = found.ways[0]
    told = Phrase("To {via}, with a part to pass on:", via=isolate(first.via.name))
    return [*lines, Text(), *fill(voice()(told), width, style=STRONG), *_note(first.note, width)]


def _way(number: int, way: Introduction, references: Mapping[Origin, str], width: int) -> list[Text]:
    head = Text.assemble((f"{number:<3}", STRONG), (isolate(way.via.name), NAME), end="")
    lines = two_ends(head, Text(voice()(_PROVENANCES[way.provenance]), style=DIM, end=""), width)
    if way.person is not None:
        to = Phrase("to {person}", person=isolate(way.person.name))
        lines += fill(voice()(to), width, Indent("   ", "   "), style=DIM)
    lines += _reasons(way.evidence, references, width)
    weakest = Phrase("the weakest link: {weakest}", weakest=way.weakest)
    return [*lines, *fill(isolate_within(voice()(weakest)), width, Indent("   ! ", "     "), style=DIM)]


def _note(text: str, width: int) -> list[Text]:
    lines: list[Text] = []
    for line in clean_lines(text):
        lines += fill(line, width, Indent("   ", "   ")) if line else [Text()]
    return lines


def _reasons(whole: Evidence, references: Mapping[Origin, str], width: int) -> list[Text]:
    lines = []
    for part in whole.parts:
        known = [references[origin] for origin in part.origins if origin in references]
        claim = isolate_within(voice()(part.claim))
        lines += fill(claim, width, Indent("   - ", "     "), tail=f"[{','.join(known)}]" if known else "")
    return lines


def ways_record(found: Ways) -> dict[str, Any]:
    """The ways to a target as data."""
    return {
        "target": found.target,
        "there": [shapes.person(person) for person in found.there],
        "near": found.near,
        "ways": [
            {
                "via": shapes.person(way.via),
                "target": way.target,
                "person": None if way.person is None else shapes.person(way.person),
                "score": way.score,
                "evidence": shapes.evidence(way.evidence),
                "provenance": way.provenance,
                "weakest": way.weakest,
                "inferred": way.inferred,
                "note": way.note,
            }
            for way in found.ways
        ],
    }


# -- overlooked -----------------------------------------------------------------------------------


def overlooked_lines(
    found: Sequence[Overlooked], known: Sequence[Acquaintance], references: Mapping[Origin, str], width: int
) -> list[Text]:
    """The people one would not think of, with how things stand and why."""
    lines = fill(voice()(Phrase("People you might not think of")), width, style=STRONG)
    for number, (one, acquaintance) in enumerate(zip(found, known, strict=True), start=1):
        head = Text.assemble((f"{number:<3}", STRONG), (isolate(one.person.name), NAME), end="")
        stands = voice()(how_things_stand(one.tie, acquaintance.marks))
        contexts = [isolate_within(voice()(context_in_words(each))) for each in acquaintance.contexts if each.label]
        lines += [Text(), *two_ends(head, Text(stands, style=DIM, end=""), width)]
        lines += fill(" · ".join(contexts[:CONTEXTS]), width, Indent("   ", "   "), style=DIM)
        lines += _reasons(one.evidence, references, width)
    look = f"maarif person {found[0].person.id}"
    return [*lines, Text(), *fill(voice()(Phrase("Look closer: {command}", command=look)), width, style=DIM)]


def overlooked_record(one: Overlooked) -> dict[str, Any]:
    """One overlooked person as data."""
    return {"person": shapes.person(one.person), "score": one.score, "evidence": shapes.evidence(one.evidence)}
