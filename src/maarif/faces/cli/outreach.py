"""The commands of outreach: per need, whom you wrote to and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.faces.cli.opened import moment_of, opened, references
from maarif.faces.cli.options import HomeOption, JsonOption, WhenOption, WhoArgument
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from maarif.app.outreach import NeedView, OutreachView
    from maarif.domain.items import Origin
    from maarif.domain.posting import Dispatch

commands = typer.Typer(invoke_without_command=True, rich_markup_mode=None, add_completion=False)

NeedArgument = Annotated[int, typer.Argument(metavar="NEED", help="The number of a need.")]
KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="The message in doubt, as it is listed.")]


@commands.callback()
def outreach(
    ctx: typer.Context,
    closed: Annotated[bool, typer.Option("--closed", help="Show needs that are over, too.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """Per need: whom you wrote to, what came back, what to do next.

    Answers and meetings are found by themselves with every import. Your word stands above what is found.

    \b
    Examples:
      maarif outreach
      maarif outreach add "a room for the choir" "Sara Haddad" "Idris Bello"
      maarif outreach set "Sara Haddad" helped --note "put me in touch with the parish"
      maarif outreach close 1 "We sing at St Mary's now"
    """
    if ctx.invoked_subcommand is not None:
        return
    from maarif.app import outreach as app

    with opened(home) as open_home:
        views, doubts = app.listed(open_home, closed), app.doubtful(open_home)
        origins = [origin for view in views for each in view.outreaches for origin in _origins(each)]
        refs = references(open_home, origins)
    if json:
        for view in views:
            print_record(_need_shape(view))
        return
    for view in views:
        print_lines(_need_lines(view, refs))
    for doubt in doubts:
        _tell_doubt(doubt)
    if not views and not doubts:
        say('You follow nothing up yet. Begin with: maarif outreach add "what you need" WHO...')


@commands.command()
def add(
    text: Annotated[str, typer.Argument(metavar="NEED", help="What you need, in plain words.")],
    who: Annotated[list[str], typer.Argument(metavar="WHO...", help="Whom you mean to write to.")],
    kind: Annotated[str | None, typer.Option("--kind", metavar="KIND", help="What kind of need it is.")] = None,
    on: WhenOption = None,
    home: HomeOption = None,
) -> None:
    """Follow a need up, and mean to write to somebody about it."""
    from maarif.app import outreach as app
    from maarif.app.knowing import look

    with opened(home) as open_home:
        moment = moment_of(on)
        names = [look.find(open_home, each).name for each in who]
        need = app.keep_need(open_home, text, kind, moment)
        for each in who:
            app.begin(open_home, need.id, each, moment)
    say(f"Need {need.id}, to write to: {', '.join(names)}.")


@commands.command("set")
def set_(
    who: WhoArgument,
    step: Annotated[
        str,
        typer.Argument(metavar="STEP", help="to write, written, answered, helped, declined, thanked or told."),
    ],
    need: Annotated[int | None, typer.Option("--need", metavar="N", help="Which need.")] = None,
    note: Annotated[str, typer.Option("--note", metavar="WORDS", help="What they did, in a few words.")] = "",
    on: WhenOption = None,
    home: HomeOption = None,
) -> None:
    """Say how it stands with somebody, whatever imports show."""
    from maarif.app import outreach as app
    from maarif.app.knowing import look

    with opened(home) as open_home:
        app.set_step(open_home, who, step, need, note, moment_of(on))
        name = look.find(open_home, who).name
    say(f"{name}: {step}.")


@commands.command()
def close(
    need: NeedArgument,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="What came of it, in one line.")] = "",
    on: WhenOption = None,
    home: HomeOption = None,
) -> None:
    """Say that a need is over, and in one line what came of it."""
    from maarif.app import outreach as app

    with opened(home) as open_home:
        asked = outcome or typer.prompt("What came of it, in one line", default="", show_default=False, err=True)
        closed = app.close(open_home, need, asked, moment_of(on))
    say(f"Need {closed.id} is over: {closed.outcome}")


@commands.command()
def reopen(need: NeedArgument, home: HomeOption = None) -> None:
    """Say that a need is not over after all."""
    from maarif.app import outreach as app

    with opened(home) as open_home:
        app.reopen(open_home, need)
    say(f"Need {need} is open again.")


@commands.command()
def forget(need: NeedArgument, home: HomeOption = None) -> None:
    """Forget a need and all that was noted about it."""
    from maarif.app import outreach as app

    with opened(home) as open_home:
        app.forget(open_home, need)
    say(f"Need {need} is forgotten.")


@commands.command()
def sent(key: KeyArgument, home: HomeOption = None) -> None:
    """Say that a message in doubt did go."""
    _settle(key, True, home)


@commands.command()
def unsent(key: KeyArgument, home: HomeOption = None) -> None:
    """Say that a message in doubt did not go, so that it may be sent again."""
    _settle(key, False, home)


def _settle(key: str, was_sent: bool, home: HomeOption) -> None:
    from maarif.app import outreach as app

    with opened(home) as open_home:
        settled = app.settle_doubt(open_home, key, was_sent)
    say(f"Noted: the message to {settled.letter.to} {'went' if was_sent else 'did not go, and may be sent again'}.")


# -- words and shapes ---------------------------------------------------------------------------------


def _origins(view: OutreachView) -> list[Origin]:
    return [step.origin for step in view.outreach.steps if step.origin is not None and step.by == "import"]


def _need_lines(view: NeedView, refs: dict[Origin, str]) -> list[Any]:
    from maarif.faces.cli.layout import STRONG, Indent, fill
    from maarif.faces.cli.speech import day, voice

    need, room, spoken = view.need, width(), voice()
    since = spoken("since {day}", day=day(need.asked_on))
    if need.closed is not None:
        since = spoken("{since}, over since {day}: {outcome}", since=since, day=day(need.closed), outcome=need.outcome)
    lines = fill(f"{need.id}  {need.text}", room, Indent("", "   "), STRONG, since)
    for each in view.outreaches:
        stands = each.outreach.steps[-1] if each.outreach.steps else None
        mark = f" [{refs[stands.origin]}]" if stands and stands.origin in refs else ""
        when = f", {day(stands.at)}" if stands else ""
        note = f': "{stands.note}"' if stands and stands.note else ""
        lines += fill(f"{each.name}: {spoken(each.stands_says)}{when}{note}{mark}", room, Indent("   ", "     "))
        if each.sounds_like:
            command = f"maarif outreach set {each.person} {each.sounds_like}"
            hint = spoken("sounds like “{step}”: {command}", step=each.sounds_like, command=command)
            lines += fill(hint, room, Indent("     ", "     "))
        if each.next:
            lines += fill(spoken(each.next_says), room, Indent("     - ", "       "))
    if view.asks:
        lines += fill(f'{spoken(view.asks)} maarif outreach close {need.id} "..."', room, Indent("   ", "   "))
    return lines


def _tell_doubt(doubt: Dispatch) -> None:
    say(
        f"A message to {doubt.letter.to} may or may not have gone. Look into your Sent folder, then say: "
        f"maarif outreach sent {doubt.key[:8]}, or: maarif outreach unsent {doubt.key[:8]}"
    )


def _need_shape(view: NeedView) -> dict[str, Any]:
    need = view.need
    return {
        "need": need.id, "text": need.text, "kind": need.kind, "asked": need.asked_on, "closed": need.closed,
        "outcome": need.outcome, "asks": str(view.asks),
        "outreach": [_outreach_shape(each) for each in view.outreaches],
    }  # fmt: skip


def _outreach_shape(view: OutreachView) -> dict[str, Any]:
    from maarif.faces.cli import shapes

    steps = [
        {
            "step": step.step, "at": step.at, "by": step.by, "note": step.note,
            "origin": shapes.origin(step.origin) if step.origin is not None else None,
        }
        for step in view.outreach.steps
    ]  # fmt: skip
    return {
        "person": view.person, "name": view.name, "handle": str(view.outreach.handle), "stands": view.outreach.stands,
        "steps": steps, "sounds_like": view.sounds_like, "next": view.next,
        "due": view.due.isoformat() if view.due else None,
    }  # fmt: skip
