"""The command of today: at most three gentle suggestions, a week of them, a feed, and what is put off."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from maarif.faces.cli.opened import moment_of, opened, references
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maarif.domain.items import Origin
    from maarif.domain.reminders import Reminder

commands = typer.Typer(invoke_without_command=True, rich_markup_mode=None, add_completion=False)


@commands.callback()
def today(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="As if on that day: 2026-03-31.")] = None,
    week: Annotated[bool, typer.Option("--week", help="The next seven days, as a text.")] = False,
    ics: Annotated[bool, typer.Option("--ics", help="A calendar feed of a year's birthdays and today.")] = False,
    home: HomeOption = None,
    json: JsonOption = False,
) -> None:
    """At most three people to think of today, each with the reason.

    \b
    Examples:
      maarif today
      maarif today --week
      maarif today --ics > maarif.ics
      maarif today later ab3xy7 --days 30
    """
    if ctx.invoked_subcommand is not None:
        return
    from maarif.app import today as app

    with opened(home) as open_home:
        moment = moment_of(on)
        if ics:
            sys.stdout.write(app.feed_of(open_home, moment))
            return
        if week:
            seven = app.week(open_home, moment)
            found: Sequence[Reminder] = (*seven.dated, *seven.undated)
        else:
            found = app.today(open_home, moment)
        refs = references(open_home, [origin for each in found for origin in each.origins])
    if json:
        for each in found:
            print_record(_shape(each))
    elif week:
        print_lines(_week_lines(seven.dated, seven.undated, refs))
    else:
        print_lines(line for each in found for line in _lines(each, refs))
    if not found and not json:
        say("Nothing that cannot wait.")


@commands.command()
def later(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The suggestion, by the word behind it.")],
    days: Annotated[int, typer.Option("--days", metavar="N", help="For so many days.")] = 7,
    home: HomeOption = None,
) -> None:
    """Put a suggestion off."""
    from maarif.app import today as app

    with opened(home) as open_home:
        put_off = app.put_off(open_home, key, days)
    say(f"Not before {days} days: {put_off.says}")


def _lines(reminder: Reminder, refs: dict[Origin, str], day: str = "") -> list[Any]:
    from maarif.faces.cli.layout import DIM, Indent, fill
    from maarif.faces.cli.speech import voice

    marks = " ".join(f"[{refs[origin]}]" for origin in reminder.origins if origin in refs)
    said = f"{day}{voice()(reminder.says)}"
    return [
        *fill(said, width(), Indent("- ", "  "), tail=f"({reminder.key})"),
        *fill(voice()(reminder.why), width(), Indent("  ", "  "), DIM, tail=marks),
    ]


def _week_lines(dated: Sequence[Reminder], undated: Sequence[Reminder], refs: dict[Origin, str]) -> list[Any]:
    from maarif.faces.cli.layout import STRONG, fill
    from maarif.faces.cli.speech import day, voice

    lines: list[Any] = []
    if dated:
        lines += fill(voice()("This week"), width(), style=STRONG)
        for each in dated:
            lines += _lines(each, refs, f"{day(_second(each))}: ")
    if undated:
        lines += fill(voice()("When there is time"), width(), style=STRONG)
        for each in undated:
            lines += _lines(each, refs)
    return lines


def _second(reminder: Reminder) -> int:
    """The first second of a reminder's day."""
    from datetime import UTC, datetime

    return int(datetime(reminder.day.year, reminder.day.month, reminder.day.day, tzinfo=UTC).timestamp())


def _shape(reminder: Reminder) -> dict[str, Any]:
    from maarif.faces.cli import shapes

    return {
        "key": reminder.key, "occasion": reminder.occasion, "day": reminder.day.isoformat(),
        "people": list(reminder.people), "says": str(reminder.says), "why": str(reminder.why),
        "origins": [shapes.origin(origin) for origin in reminder.origins],
    }  # fmt: skip
