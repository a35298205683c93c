"""An answer in words: who, how things stand, and the reasons, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from maarif.domain.phrases import template
from maarif.domain.wording import KINDS, context_in_words, how_things_stand
from maarif.faces.cli.bidi import clean, isolate, isolate_within
from maarif.faces.cli.layout import DIM, NAME, STRONG, WARNING, Indent, fill, two_ends
from maarif.faces.cli.speech import day, voice

if TYPE_CHECKING:
    from maarif.app.knowing.look import Acquaintance
    from maarif.domain.evidence import Evidence
    from maarif.domain.items import Origin
    from maarif.domain.needs import Answer, Near, Need, SetAside, Suggestion

#: Contexts and words shown per line, so that the eye is not lost.
CONTEXTS, WORDS = 2, 8

#: Lines of what speaks for one who only came near.
MOST_LINES = 2


_ADVICE = template(
    "Nothing that anyone said or did speaks for this. Try other or fewer words, another --kind, or take in "
    "more of what you have: maarif import FILE-OR-FOLDER..."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer is told with: acquaintances by person id, references by origin, what is to be seen."""

    acquaintances: Mapping[str, Acquaintance] = field(default_factory=dict)
    references: Mapping[Origin, str] = field(default_factory=dict)
    limit: int = 7
    why: bool = False
    why_not: bool = False
    as_of: int | None = None


def answer(given: Answer, shown: Shown, width: int) -> list[Text]:
    """The whole answer: what was understood, the people, and who was set aside."""
    lines = [*_heading(given.need, shown, width), *_aside(given.set_aside, shown, width)]
    for number, suggestion in enumerate(given.suggestions, start=1):
        lines += [Text(), *_suggestion(number, suggestion, shown, width)]
    return [*lines, Text(), *_ending(given, shown, width)]


def demonstrated(owner: str, given: Answer, shown: Shown, width: int) -> list[Text]:
    """An answer of the demo, with the need as it was said above it."""
    asked = fill(
        voice()("{owner} asks: {need}", owner=isolate(owner), need=isolate_within(given.need.text)), width, style=NAME
    )
    return [Text("─" * width, style=DIM, end=""), *asked, Text(), *answer(given, shown, width), Text()]


def _heading(need: Need, shown: Shown, width: int) -> list[Text]:
    parts = [voice()(KINDS[need.kind])]
    if need.words and need.kind != "recipients":
        parts.append(", ".join(_as_written(need)[:WORDS]) + (" ..." if len(need.words) > WORDS else ""))
    if shown.as_of is not None:
        parts.append(voice()("as of {day}", day=day(shown.as_of)))
    return fill(" · ".join(parts), width, style=STRONG)


def _as_written(need: Need) -> list[str]:
    written = {word.casefold(): word for name in need.names for word in clean(name).split()}
    return [isolate(written.get(word, word)) for word in need.words]


def _aside(found: tuple[SetAside, ...], shown: Shown, width: int) -> list[Text]:
    if not found:
        return []
    say, many = voice(), len(found)
    if shown.why_not:
        lines = fill(say.count("{count} person is set aside:", "{count} people are set aside:", many), width)
        for each in found:
            words = f"{isolate(each.person.name)}: {isolate_within(say(each.reason))}"
            lines += fill(words, width, Indent("- ", "  "))
        return lines
    reasons = Counter(say(each.reason) for each in found)
    told = "; ".join(
        isolate_within(reason) + (f" ({count})" if len(reasons) > 1 else "") for reason, count in reasons.items()
    )
    words = say.count(
        "{count} person is set aside (by name: --why-not): {reasons}.",
        "{count} people are set aside (by name: --why-not): {reasons}.", many, reasons=told,
    )  # fmt: skip
    return fill(words, width, style=DIM)


def _suggestion(number: int, one: Suggestion, shown: Shown, width: int) -> list[Text]:
    known = shown.acquaintances.get(one.person.id)
    stands = voice()(how_things_stand(known.tie, known.marks)) if known is not None else ""
    head = Text.assemble((f"{number:<3}", STRONG), (isolate(one.person.name), NAME), end="")
    lines = two_ends(head, Text(stands, style=DIM, end=""), width)
    lines += fill(_circumstances(one, known), width, Indent("   ", "   "), style=DIM)
    lines += _waterfall(one, shown, width) if shown.why else _reasons(one.evidence, shown, width)
    for caution in one.cautions:
        lines += fill(isolate_within(voice()(caution)), width, Indent("   ! ", "     "), style=WARNING)
    if one.via:
        lines += fill(
            voice()("through {name}", name=isolate(_name_of(one.via, shown))), width, Indent("   > ", "     ")
        )
    return lines


def _name_of(person_id: str, shown: Shown) -> str:
    known = shown.acquaintances.get(person_id)
    return known.person.name if known is not None else person_id


def _circumstances(one: Suggestion, known: Acquaintance | None) -> str:
    contexts = (
        [isolate_within(voice()(context_in_words(each))) for each in known.contexts if each.label] if known else []
    )
    return " · ".join([*([voice()("beyond work")] if one.slot == "beyond work" else []), *contexts[:CONTEXTS]])


def _reasons(whole: Evidence, shown: Shown, width: int) -> list[Text]:
    """The reasons that rest on something one can open; where none does, all of them."""
    leaves = [leaf for leaf in leaves_of(whole) if leaf.claim]
    lines = []
    for leaf in [leaf for leaf in leaves if leaf.origins] or leaves:
        lines += fill(
            isolate_within(voice()(leaf.claim)), width, Indent("   - ", "     "), tail=_references(leaf, shown)
        )
    return lines


def _references(reason: Evidence, shown: Shown) -> str:
    known = [shown.references[origin] for origin in reason.origins if origin in shown.references]
    return f"[{','.join(known)}]" if known else ""


def leaves_of(reason: Evidence) -> Iterator[Evidence]:
    """The claims that are made of no others, in order; a whole with points of its own counts as one more."""
    if not reason.parts:
        yield reason
        return
    if reason.points:
        yield type(reason)(reason.claim, reason.points, reason.origins)
    for part in reason.parts:
        yield from leaves_of(part)


def _waterfall(one: Suggestion, shown: Shown, width: int) -> list[Text]:
    """Every reason with its points and the sum so far; the last sum is the score."""
    lines, total = [], 0.0
    for leaf in leaves_of(one.evidence):
        total += leaf.points
        figures = f"   {leaf.points:+7.2f} {total:7.2f}  "
        claim = isolate_within(voice()(leaf.claim)) or "-"
        lines += fill(claim, width, Indent(figures, " " * len(figures)), tail=_references(leaf, shown))
    return [*lines, Text(f"   {'=':>7} {one.score:7.2f}", style=STRONG, end="")]


def _ending(given: Answer, shown: Shown, width: int) -> list[Text]:
    say = voice()
    if not given.suggestions:
        head = fill(say("Nobody I can vouch for."), width, style=STRONG)
        return [*head, *fill(say(_ADVICE), width), *_nearest(given.nearest, shown, width)]
    lines = fill(say("Nobody else I can vouch for."), width) if len(given.suggestions) < shown.limit else []
    opened = next(
        (leaf for one in given.suggestions for leaf in leaves_of(one.evidence) if _references(leaf, shown)),
        None,
    )
    first = given.suggestions[0].person
    hints = [f"maarif person {first.id}"]
    if opened is not None:
        hints.insert(0, f"maarif show {_references(opened, shown).strip('[]').split(',')[0]}")
    closing = fill(say("Look closer: {commands}", commands=" · ".join(hints)), width, style=DIM)
    return [*lines, *_nearest(given.nearest, shown, width), *closing]


def _nearest(near: tuple[Near, ...], shown: Shown, width: int) -> list[Text]:
    """Those who came near: what speaks for them, and what would have to be known."""
    if not near:
        return []
    lines = fill(voice().count("One came near:", "{count} came near:", len(near)), width, style=DIM)
    for each in near:
        words = f"{isolate(each.person.name)}: {isolate_within(voice()(each.missing))}"
        lines += fill(words, width, Indent("   ", "     "), style=DIM)
        lines += _reasons(each.evidence, shown, width)[:MOST_LINES]
    return lines
