"""Maarif as one more ranker beside the baselines."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from bench import program
from bench.recipients.cases import Case
from bench.recipients.mailbox import Mailbox, canonical
from bench.recipients.metrics import Ranking

#: As long as the longest list of a baseline: everybody who is known.
LIMIT = 1000


class Ours:
    """One mailbox, taken in once; every case is asked as of its own moment."""

    def __init__(self, mailbox: Mailbox, folder: Path) -> None:
        self._mailbox = mailbox
        self._home: Any = program.fresh_home(folder / mailbox.user)
        self._answers: dict[tuple[int, str], Ranking] = {}
        program.take_in(self._home, [mailbox.folder], sorted(mailbox.owner))

    def rank(self, case: Case) -> Ranking:
        """The people named, best first, each as the addresses seen by then, the most used one first."""
        key = (case.at, case.text)
        if key not in self._answers:
            self._answers[key] = self._asked(case)
        return self._answers[key]

    def _asked(self, case: Case) -> Ranking:
        answer = program.ask(self._home, case.text, "recipients", LIMIT, case.at)
        used = self._used(case.at)
        people = (_addresses(suggestion.person) for suggestion in answer.suggestions)
        spread = (tuple(sorted((a for a in person if a in used), key=lambda a: -used[a])) for person in people)
        return [person for person in spread if person]

    def _used(self, moment: int) -> Counter[str]:
        """How many mails before the moment each address is on."""
        mails = self._mailbox.mails[: self._mailbox.before(moment)]
        return Counter(address for mail in mails for address in mail.others)


def _addresses(person: Any) -> list[str]:
    return [canonical(handle.value) for handle in person.handles if handle.kind == "email"]
