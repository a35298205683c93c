"""The commands that tend the home: status, check, rebuild; and demo, which makes one to try things on."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from maarif.faces.cli.opened import opened
from maarif.faces.cli.options import HomeOption, JsonOption
from maarif.faces.cli.screen import print_lines, print_record, say, width

#: What `check` ends with where something is wrong.
UNSOUND = 1


def status(home: HomeOption = None, json: JsonOption = False) -> None:
    """Say what the home holds.

    \b
    Example:
      maarif status
    """
    from maarif.app import overview
    from maarif.faces.cli import reports

    with opened(home) as open_home:
        found = overview.status(open_home)
    if json:
        print_record(reports.status_shape(found))
    else:
        print_lines(reports.status(found, width()))


def check(home: HomeOption = None, json: JsonOption = False) -> None:
    """Check that the home is sound.

    Changes nothing. The exit code is 1 where something is wrong.

    \b
    Example:
      maarif check
    """
    from maarif.app import overview

    with opened(home) as open_home:
        troubles = overview.check(open_home)
    if json:
        print_record({"sound": not troubles, "troubles": troubles})
    else:
        say("\n".join(troubles) or "Everything is sound.")
    if troubles:
        raise typer.Exit(UNSOUND)


def portray(home: HomeOption = None) -> None:
    """Read what speaks for people with the sentence encoder of your settings, on this machine.

    Off unless `[semantic] folder = "..."` names a model in settings.toml; stopped, it goes on where it was.

    \b
    Example:
      maarif portray
    """
    from maarif.app.asking.portraits import portray as read_all

    with opened(home) as open_home:
        read = read_all(open_home, lambda done, of: say(f"{done:,} of {of:,} passages"))
    say(f"{read:,} passages were read; needs now find what is said in other words, too.")


def rebuild(home: HomeOption = None) -> None:
    """Derive everything anew from what is known.

    People, ties and the index are made again from what the sources said and you decided; nothing is lost.

    \b
    Example:
      maarif rebuild
    """
    from maarif.app import refresh

    with opened(home) as open_home:
        refresh.rebuild(open_home)
    say("Rebuilt.")


def demo(home: HomeOption = None, json: JsonOption = False) -> None:
    """Try it on an invented owner and 200 invented people.

    Takes in mail, cards, a LinkedIn export, notes and a table, and answers three needs.

    Without --home, the demo lives in a temporary folder, which is named at the end so that you can go
    on asking.

    \b
    Example:
      maarif demo
    """
    import shlex
    import tempfile

    from maarif.app.demo import demo as run_demo
    from maarif.faces.cli import asking, reports
    from maarif.faces.cli.progress import progress_bar

    folder = home if home is not None else Path(tempfile.mkdtemp(prefix="maarif-demo-"))
    with opened(folder) as open_home:
        with progress_bar() as progress:
            found = run_demo(open_home, progress)
        if not json:
            print_lines(reports.import_report(found.report, width()))
        for answer in found.answers:
            asking.demonstrate(open_home, found.owner, answer, json)
    say(f"Go on asking: {_program()} ask TEXT --home {shlex.quote(str(folder))}")
    say(f"Open it in your browser: {_program()} serve --home {shlex.quote(str(folder))}")


def _program() -> str:
    """How this program is called from here: by its path where it lies in a folder below, such as .venv."""
    called = Path(sys.argv[0])
    if called.is_absolute() and called.is_relative_to(Path.cwd()):
        return str(called.relative_to(Path.cwd()))
    return "maarif"
