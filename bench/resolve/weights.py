"""The table of rules and guards as docs/who-is-who.md shows it: `python -m bench.resolve.weights` writes it there."""

from __future__ import annotations

from bench.report import ROOT
from maarif.resolve.guards import GUARDS
from maarif.resolve.rules import LOWER, PRIOR, PRIOR_SENTENCE, RULES, UPPER

PAGE = ROOT / "docs" / "who-is-who.md"
BEGIN, END = "<!-- weights: begin -->\n", "<!-- weights: end -->"


def table() -> str:
    """A line a rule: its sentence, its points, what these rest on; then the guards in their order."""
    lines = ["| what is found | points | the points rest on |", "|---|---|---|"]
    lines.append(f"| {PRIOR_SENTENCE} (the prior) | {PRIOR:+.0f} | one right record in four thousand |")
    lines += [f"| {rule.sentence} | {rule.points:+.0f} | {rule.source} |" for rule in RULES]
    lines += ["", f"United from {UPPER:+.0f} on, asked from {LOWER:+.0f} on.", ""]
    lines += ["| guard, the first that applies decides | verdict |", "|---|---|"]
    lines += [f"| {guard.sentence} | {'apart' if guard.verdict == 'different' else 'asks'} |" for guard in GUARDS]
    return "\n".join(lines) + "\n"


def written() -> str:
    """The table as the page has it."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]


def write() -> None:
    """Put the table into the page, between its two markers."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{table()}{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    write()
