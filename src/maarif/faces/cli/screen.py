"""The three ways out: words for a person and data for a program on stdout, messages on stderr."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.text import Text

#: Lines longer than this are hard to read, however wide the terminal.
WIDEST, NARROWEST = 100, 40


def width() -> int:
    """Cells of a line: the terminal's within limits, 80 where there is none."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def print_lines(lines: Iterable[Text]) -> None:
    """Print lines that are laid out already, with colours only where a terminal shows them."""
    from rich.console import Console

    class Terminal(Console):
        """A console that leaves it to the program to end where nobody reads any more."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    console = Terminal(
        file=sys.stdout, color_system=None if plain else "auto", highlight=False, markup=False, emoji=False
    )
    for line in lines:
        console.print(line, soft_wrap=True, end="\n")


def print_record(record: Any) -> None:
    """Print one line of JSON."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def hand_over() -> None:
    """Let whoever reads see at once what is printed so far."""
    sys.stdout.flush()


def say(message: str) -> None:
    """Print a message to stderr, made safe for a terminal."""
    from maarif.faces.cli.bidi import clean

    print("\n".join(clean(line) for line in message.split("\n")), file=sys.stderr)


def speak_utf8() -> None:
    """Let data and messages be UTF-8 everywhere; what is no text is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
