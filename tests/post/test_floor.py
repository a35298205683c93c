"""One room reaches the network, and one module of one verb uses it."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src/maarif"
_NETWORK = re.compile(r"^\s*(?:import|from) (?:smtplib|imaplib)\b", re.MULTILINE)
_SENDS = re.compile(r"from maarif\.post(?:\.\w+)? import [^\n]*\b(?:send|Mailbox)\b")


def _where(pattern: re.Pattern[str]) -> set[str]:
    return {str(p.relative_to(SOURCE)) for p in SOURCE.rglob("*.py") if pattern.search(p.read_text("utf-8"))}


def test_mail_servers_are_spoken_to_in_one_room() -> None:
    assert _where(_NETWORK) == {"post/smtp.py", "post/imap.py"}


def test_only_a_confirmed_plan_is_carried_out() -> None:
    assert _where(_SENDS) == {"post/__init__.py", "app/sending/carrying.py"}
    assert "confirmed is not True" in (SOURCE / "app/sending/carrying.py").read_text("utf-8")
