"""The commands of give and take: favours, which tells the story, give, which says what one could give, and met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.faces.cli.opened import moment_of, opened, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption, WhoArgument
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.exchange.giving import Gift
    from maarif.app.exchange.giving_and_taking import FavourLine, Story
    from maarif.domain.items import Origin

commands = typer.Typer(invoke_without_command=True, rich_markup_mode=None, add_completion=False)

RefArgument = Annotated[
    str, typer.Argument(metavar="ORIGIN", help="The message or note that tells of it, such as i12.")
]


@commands.callback()
def favours(
    ctx: typer.Context,
    who: Annotated[str | None, typer.Option("--with", metavar="WHO", help="Only what moved between you two.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many people at most.")] = 20,
    on: WhenOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What you asked, received, gave and offered, as a story.

    What messages and notes tell of is proposed; it counts after your yes.

    \b
    Examples:
      maarif favours --with "Sara Haddad"
      maarif favours yes i12
      maarif favours add "Sara Haddad" given "drove her to the station"
    """
    if ctx.invoked_subcommand is not None:
        return
    from maarif.app.exchange import giving_and_taking as app

    with opened(home) as open_home:
        stories = app.favours(open_home, who, moment_of(on))[:limit]
    if json:
        for story in stories:
            print_record(_story_shape(story))
        return
    for story in stories:
        print_lines(_story_lines(story))
    if not stories:
        say("Nothing is known of favours yet.")


@commands.command()
def add(
    who: WhoArgument,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="asked, received, given or offered.")],
    what: Annotated[str, typer.Argument(metavar="WHAT", help="What it was, in a few words.")],
    on: WhenOption = None,
    home: HomeOption = None,
) -> None:
    """Write a favour down."""
    from maarif.app.exchange import giving_and_taking as app

    with opened(home) as open_home:
        favour = app.add(open_home, who, kind, what, moment_of(on))
    say(f"Noted: {favour.kind}: {favour.what}")


@commands.command()
def yes(ref: RefArgument, home: HomeOption = None) -> None:
    """Say that what an item tells is a favour."""
    _answer(ref, True, home)


@commands.command()
def no(ref: RefArgument, home: HomeOption = None) -> None:
    """Say that what an item tells is none."""
    _answer(ref, False, home)


def _answer(ref: str, is_one: bool, home: HomeOption) -> None:
    from maarif.app.exchange import giving_and_taking as app

    with opened(home) as open_home:
        favour = app.answer(open_home, ref, is_one)
    say(f"Noted: {favour.kind}: {favour.what}" if is_one else "Noted: that was none.")


def _story_lines(story: Story) -> list[Any]:
    from maarif.faces.cli.layout import NAME, Indent, fill
    from maarif.faces.cli.speech import voice

    lines = fill(story.name, width(), style=NAME)
    for each in story.lines:
        mark = f"[{each.ref}]" if each.ref else ""
        asked = " " + voice()("Was it? {command}", command=f"maarif favours yes {each.ref}") if each.open else ""
        lines += fill(f"{voice()(each.says)}{asked}", width(), Indent("   ", "     "), tail=mark)
    return lines


def _story_shape(story: Story) -> dict[str, Any]:
    return {"person": story.person, "name": story.name, "story": [_line_shape(each) for each in story.lines]}


def _line_shape(line: FavourLine) -> dict[str, Any]:
    from maarif.faces.cli import shapes

    favour = line.favour
    return {
        "kind": favour.kind, "what": favour.what, "at": favour.at, "confirmed": favour.confirmed, "ref": line.ref,
        "origin": shapes.origin(favour.origin) if favour.origin is not None else None,
    }  # fmt: skip


# -- give ---------------------------------------------------------------------------------------------


def give(
    who: Annotated[str | None, typer.Argument(metavar="WHO", help="Only what this person looks for.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="So many at most.")] = 7,
    on: WhenOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """What you could give: people who look for what you, or somebody you know, have.

    \b
    Example:
      maarif give
    """
    from maarif.app.exchange import giving

    with opened(home) as open_home:
        gifts = giving.give(open_home, who, limit, moment_of(on))
        refs = references(open_home, [origin for gift in gifts for origin in _origins(gift)])
    if json:
        for gift in gifts:
            print_record(_gift_shape(gift))
        return
    for gift in gifts:
        print_lines(_gift_lines(gift, refs))
    if not gifts:
        say("Nobody said lately that they look for what you or yours have.")


def _origins(gift: Gift) -> list[Origin]:
    return [gift.origin, *(origin for reason in gift.reasons for origin in reason.origins)]


def _gift_lines(gift: Gift, refs: dict[Origin, str]) -> list[Any]:
    from maarif.faces.cli.layout import Indent, fill
    from maarif.faces.cli.speech import voice

    mark = f"[{refs[gift.origin]}]" if gift.origin in refs else ""
    lines = fill(voice()(gift.says), width(), Indent("", "   "), tail=mark)
    for reason in gift.reasons:
        marks = " ".join(f"[{refs[origin]}]" for origin in reason.origins if origin in refs)
        lines += fill(voice()(reason.claim), width(), Indent("   - ", "     "), tail=marks)
    if gift.both:
        lines += fill(voice()(gift.both), width(), Indent("   - ", "     "))
    return lines


def _gift_shape(gift: Gift) -> dict[str, Any]:
    from maarif.faces.cli import shapes

    return {
        "person": gift.wish.person, "name": gift.name, "wish": gift.wish.sentence, "at": gift.wish.at,
        "origin": shapes.origin(gift.origin), "helper": gift.helper.id if gift.helper else None,
        "helper_name": gift.helper.name if gift.helper else None, "says": str(gift.says), "both": str(gift.both),
        "reasons": [
            {"claim": str(reason.claim), "origins": [shapes.origin(origin) for origin in reason.origins]}
            for reason in gift.reasons
        ],
    }  # fmt: skip


# -- met ----------------------------------------------------------------------------------------------


def met(
    event: Annotated[str, typer.Argument(metavar="EVENT", help='Where it was, such as "Jonas\'s barbecue".')],
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME...", help="Whom you met, known or new.")] = None,
    again: Annotated[
        list[str] | None, typer.Option("--again", metavar="NAME", help="Whom you want to see again; may be repeated.")
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What you want to keep of it.")] = "",
    on: WhenOption = None,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Keep whom you met at an event, and whom you want to see again.

    \b
    Example:
      maarif met "Jonas's barbecue" "Nour Said" "Tom Berger" --again "Nour Said" --on 2026-05-09
    """
    from maarif.app.exchange import events

    with opened(home) as open_home:
        kept = events.met(open_home, event, names or [], moment_of(on), note, again or [])
    if json:
        from maarif.faces.cli import shapes

        need = kept.again.id if kept.again else None
        print_record({"batch": kept.batch, "origin": shapes.origin(kept.origin), "new": list(kept.new), "need": need})
        return
    new = f" New: {', '.join(kept.new)}." if kept.new else ""
    follow = f" Need {kept.again.id}, to write to: {', '.join(again or [])}." if kept.again else ""
    say(f"Kept.{new}{follow} To take it back: maarif undo {kept.batch}")
