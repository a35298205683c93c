"""Who may be named at all: no lists, nobody who has died, is to be kept away from or never to be suggested."""

from __future__ import annotations

from collections.abc import Iterable

from maarif.app.asking.nearness import noted_marks
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.domain.needs import Need
from maarif.domain.people import Person
from maarif.rank import gates


def approachable(home: Home, ids: Iterable[str], moment: int) -> dict[str, Person]:
    """The people of these ids who may be named, in the order given."""
    people, marks, noted = people_of(home), home.store.decisions.marks(), noted_marks(home, moment)
    need = Need("", "", "expert", (), (), moment)
    found = {}
    for i in ids:
        words = marks.get(i, set()) | noted.get(i, set())
        if i in people and gates.shut_out(need, people[i], words, (), gates.Circle()) is None:
            found[i] = people[i]
    return found
