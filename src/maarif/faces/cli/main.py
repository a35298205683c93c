"""The program `maarif`: its commands, its exit codes, and what becomes of a failure."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from maarif.domain.errors import BadInput, HomeTrouble, MaarifError, PostTrouble
from maarif.faces.cli import (
    asking,
    circles,
    columns,
    deciding,
    drafting,
    giving,
    importing,
    judging,
    knowing,
    opinions,
    outreach,
    posting,
    reviewing,
    screen,
    sending,
    serving,
    tending,
    today,
    watching,
)

#: The kinds of failure and what the program ends with. 0 is fine; 1 is `check` finding something wrong.
EXIT_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (BadInput, 2),
    (HomeTrouble, 3),
    (PostTrouble, 4),
    (MaarifError, 2),
    (KeyboardInterrupt, 130),
    (BrokenPipeError, 141),
)

_ABOUT = """Who of all the people you know could help, and why them.

\b
Begin with:
  maarif demo
  maarif import ~/Mail contacts.vcf --me you@mail.example
  maarif ask "I am looking for a new job, something with water"

Exit codes: 0 fine; 1 check found something wrong; 2 bad input, or a file that was not recognised (the
others are taken in); 3 the home cannot be used; 4 a message did not go out; 130 interrupted;
141 nobody reads the output any more.
"""


class Program(TyperGroup):
    """The commands, with every failure that Maarif knows told in a sentence instead of a traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command; end with the exit code of its failure."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
        except (MaarifError, KeyboardInterrupt, BrokenPipeError) as failure:
            raise typer.Exit(told(failure)) from failure
        return done


def told(failure: BaseException) -> int:
    """Tell a failure to the user; gives its exit code."""
    if isinstance(failure, BrokenPipeError):
        _close_stdout()
    elif isinstance(failure, KeyboardInterrupt):
        screen.say("Stopped. What was done so far is sound; the same command goes on from there.")
    else:
        screen.say(str(failure))
    return next(code for kind, code in EXIT_CODES if isinstance(failure, kind))


def _close_stdout() -> None:
    """Let nothing be written any more, not even at the end of the process."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


app = typer.Typer(
    cls=Program,
    name="maarif",
    help=_ABOUT,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
)

for name, command in (
    ("import", importing.import_),
    ("watch", watching.watch),
    ("imports", importing.imports),
    ("defects", importing.defects),
    ("columns", columns.columns),
    ("undo", importing.undo),
    ("ask", asking.ask),
    ("feedback", opinions.feedback),
    ("draft", drafting.draft),
    ("intro", circles.intro),
    ("overlooked", circles.overlooked),
    ("circles", circles.circles),
    ("people", knowing.people),
    ("person", knowing.person),
    ("show", knowing.show),
    ("items", importing.items),
    ("note", importing.note),
    ("same", deciding.same),
    ("different", deciding.different),
    ("why", judging.why),
    ("split", judging.split),
    ("review", reviewing.review),
    ("decisions", judging.decisions),
    ("me", judging.me),
    ("mark", deciding.mark),
    ("account", posting.account),
    ("send", sending.send),
    ("give", giving.give),
    ("met", giving.met),
    ("status", tending.status),
    ("check", tending.check),
    ("rebuild", tending.rebuild),
    ("portray", tending.portray),
    ("demo", tending.demo),
    ("serve", serving.serve),
):
    app.command(name)(command)

for name, commands in (("outreach", outreach.commands), ("favours", giving.commands), ("today", today.commands)):
    app.add_typer(commands, name=name)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"maarif {version('maarif')}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and end."),
    ] = False,
) -> None:
    pass


def run() -> None:
    """The console entry point: whatever is written is for its owner alone."""
    os.umask(0o077)
    screen.speak_utf8()
    app(prog_name="maarif")


if __name__ == "__main__":
    run()
