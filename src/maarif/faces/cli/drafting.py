"""The command that helps to write: draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from maarif.domain.errors import BadInput
from maarif.faces.cli.opened import opened, references
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.home import Home
    from maarif.app.writing import Proposal, Written
    from maarif.domain.items import Origin

_MEDIA = ("mail", "chat", "call")


def draft(
    who: Annotated[str, typer.Argument(metavar="WHO", help="A place in the last answer (1), or a person.")],
    need: Annotated[
        str | None, typer.Option("--need", metavar="TEXT", help="The need, where it is not the last.")
    ] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="The kind of that need.")] = None,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="HOW", help="mail, chat or call.  [default: as you do]")
    ] = None,
    language: Annotated[str | None, typer.Option("--language", metavar="CODE", help="en, de or ar.")] = None,
    model: Annotated[
        bool, typer.Option("--model", help="Let the model of your settings put it in other words.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Your yes to what the model is shown, given beforehand.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Propose words for one person: in your language with them, with one true thing that you share.

    Every draft comes with what a careful reading finds. Nothing is sent: take it, change it, and see maarif send.

    \b
    Examples:
      maarif draft 1
      maarif draft "Sara Haddad" --need "who could repair my violin?" --as chat
    """
    from maarif.app.writing import write

    medium = next((each for each in ("mail", "chat", "call") if each == as_), None)
    if as_ is not None and medium is None:
        raise BadInput(f"{as_!r} is no way to say it. Ways are: {', '.join(_MEDIA)}.")
    with opened(home) as open_home:
        proposal = write(open_home, who, need, kind, medium, language)
        written = list(proposal.variants)
        if model:
            written = [_rewritten(open_home, proposal, written[0], yes), *written]
        if json:
            print_record(_shape(proposal, written))
        else:
            print_lines(_told(open_home, proposal, written))


def _rewritten(home: Home, proposal: Proposal, written: Written, yes: bool) -> Written:
    """The model's words, after the owner saw what it would be told and said yes."""
    from maarif.app.writing.rewriting import model_of, rewrite, sees

    named = model_of(home)
    if named is not None and not yes:
        say(f"{named.endpoint} would be told this, and nothing else:\n\n{sees(proposal, written)}\n")
        if not typer.confirm("Tell it?", default=False, err=True):
            return written
    return rewrite(home, proposal, written)


def _told(home: Home, proposal: Proposal, written: list[Written]) -> list[Text]:
    from maarif.app.knowing.look import person
    from maarif.domain.wording import how_things_stand
    from maarif.faces.cli.bidi import isolate
    from maarif.faces.cli.layout import DIM, NAME, two_ends
    from maarif.faces.cli.speech import voice

    known = person(home, proposal.person.id)
    stands = Text(voice()(how_things_stand(known.tie, known.marks)), style=DIM, end="")
    lines = two_ends(Text(isolate(proposal.person.name), style=NAME, end=""), stands, width())
    refs = references(home, [origin for each in written for origin in each.draft.uses])
    for each in written:
        lines += [Text(), *_one(each, refs)]
    return lines


def _one(written: Written, refs: dict[Origin, str]) -> list[Text]:
    from maarif.domain.wording import MEDIA, VARIANTS
    from maarif.faces.cli.bidi import clean, isolate_within
    from maarif.faces.cli.layout import DIM, STRONG, WARNING, Indent, fill
    from maarif.faces.cli.speech import voice

    spoken, draft = voice(), written.draft
    by = spoken("by the model") if draft.by == "model" else spoken(VARIANTS[draft.variant])
    head = " · ".join([spoken(MEDIA[draft.medium]), draft.language, by])
    lines = [Text("─" * min(width(), 40), style=DIM, end=""), Text(head, style=DIM, end="")]
    if draft.subject:
        lines += fill(isolate_within(draft.subject), width(), style=STRONG)
    lines.append(Text())
    for line in draft.body.split("\n"):
        lines += fill(clean(line), width()) or [Text()]
    lines.append(Text())
    for finding in written.findings:
        words = f"{spoken(finding.says)}{': ' + finding.words if finding.words else ''}"
        lines += fill(isolate_within(words), width(), Indent("! " if finding.grave else "- ", "  "), style=WARNING)
    used = " ".join(f"[{refs[origin]}]" for origin in draft.uses if origin in refs)
    return [*lines, *fill(spoken("leans on {items}", items=used), width(), style=DIM)] if used else lines


def _shape(proposal: Proposal, written: list[Written]) -> dict[str, Any]:
    from maarif.faces.cli import shapes

    return {
        "need": shapes.need(proposal.need, None),
        "person": shapes.person(proposal.person),
        "drafts": [
            {
                "medium": each.draft.medium, "language": each.draft.language, "variant": each.draft.variant,
                "by": each.draft.by, "subject": each.draft.subject, "body": each.draft.body,
                "uses": [shapes.origin(origin) for origin in each.draft.uses],
                "findings": [
                    {"rule": f.rule, "says": str(f.says), "words": f.words, "grave": f.grave} for f in each.findings
                ],
            }
            for each in written
        ],
    }  # fmt: skip
