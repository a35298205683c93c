"""Everything that a home holds and answers, free of row numbers and of when it was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from maarif.app.asking.ask import ask
from maarif.app.home import Home, open_home
from maarif.app.importing.take_in import ImportReport, take_in
from maarif.app.knowing.ledger import kept_ties
from maarif.domain.evidence import Evidence
from maarif.domain.needs import Answer
from maarif.store.items import say
from tests.app.worlds import NEEDS, NOW, OWNER

#: Points that differ by less are equal: sums of floats depend on the order of their parts in the last digits.
DIGITS = 9


@contextmanager
def home_at(folder: Path, now: int = NOW) -> Iterator[Home]:
    """The home in a folder, with a clock that stands still."""
    with open_home(folder, lambda: now) as home:
        yield home


def import_all(home: Home, paths: Sequence[Path]) -> ImportReport:
    """Import some files as the owner of all these worlds."""
    return take_in(home, paths, [OWNER[1]])


def answers(home: Home, on: int | None = None, needs: Sequence[str] = NEEDS) -> list[Any]:
    """What is answered to some needs, and whom such a message would go to."""
    asked = [ask(home, need, limit=10, on=on) for need in needs]
    return [told(answer) for answer in [*asked, ask(home, needs[0], "recipients", on=on)]]


def told(answer: Answer) -> Any:
    """An answer as plain values."""
    return {
        "kind": answer.need.kind,
        "suggestions": [
            (s.person.id, s.person.name, s.slot, s.via, s.cautions, reasons(s.evidence)) for s in answer.suggestions
        ],
        "aside": sorted((aside.person.id, aside.reason) for aside in answer.set_aside),
    }


def reasons(evidence: Evidence) -> Any:
    """Evidence as plain values, its points rounded."""
    return (
        evidence.claim,
        round(evidence.points, DIGITS),
        tuple((origin.source, origin.item) for origin in evidence.origins),
        tuple(map(reasons, evidence.parts)),
    )


def ties(home: Home) -> Any:
    """How things stand with everybody."""
    return {
        person: (
            reasons(tie.strength), round(tie.peak, DIGITS), tie.layer, tie.state, tie.facets, tie.reciprocity,
            tie.last_in, tie.last_out, tie.shared_contacts, tie.written, tie.answered, tie.as_of,
        )
        for person, tie in kept_ties(home).items()
    }  # fmt: skip


def who_is_who(home: Home) -> Any:
    """The people, who the owner is, and what the rules judged."""
    people = home.store.people
    judged = [(str(j.left), str(j.right), j.verdict, reasons(j.evidence)) for j in map_judgements(home)]
    return people.all(), people.owner(), sorted(judged)


def map_judgements(home: Home) -> list[Any]:
    """The judgements of the rules, whatever they say."""
    return [j for verdict in ("same", "different", "unsure") for j in home.store.decisions.judgements(verdict)]


def truth(home: Home) -> Any:
    """The items, where they stand, what is wrong with them, and all that is derived from them one by one."""
    rows = home.store.database.rows
    numbers = [row[0] for row in rows("select id from item")]
    items = home.store.items.bare(numbers)
    return {
        "items": sorted(str(say(item)) for item in items.values()),
        "sightings": sorted(rows(_SIGHTINGS)),
        "defects": sorted(
            rows("select f.name, d.place, d.reason, d.excerpt from defect d join file f on f.id = d.file")
        ),
        "called": sorted(rows(_CALLED)),
        "parts": sorted(rows(_PARTS)),
        "facts": sorted(rows(_FACTS)),
        "copies": sorted(rows(_COPIES), key=str),
        "handles": sorted(rows("select kind, value from handle")),
    }


def batches(home: Home) -> Any:
    """The imports with their files and counts."""
    return [(batch.finished is not None, batch.paths, batch.files) for batch in home.store.imports.batches()]


def index(home: Home) -> Any:
    """What the text index holds."""
    terms = ("honey", "water", "bien", "cours", "choir", "letter")
    return (
        home.store.index.size(),
        home.store.index.frequencies(terms, None),
        home.store.index.frequencies(terms, NOW),
    )


def everything(home: Home, *, without_batches: bool = False) -> dict[str, Any]:
    """All of a home that can be seen."""
    seen = {
        "answers": answers(home),
        "truth": truth(home),
        "people": who_is_who(home),
        "ties": ties(home),
        "index": index(home),
    }
    return seen if without_batches else {**seen, "batches": batches(home)}


_SIGHTINGS = """
select hex(i.digest), f.name, f.source, s.place
  from sighting s join item i on i.id = s.item join file f on f.id = s.file
"""
_CALLED = """
select f.name, h.kind, h.value, c.name, sum(c.times) from called c join file f on f.id = c.file
  join handle h on h.id = c.handle group by 1, 2, 3, 4
"""
_PARTS = """
select hex(i.digest), h.kind, h.value, p.role
  from participant p join item i on i.id = p.item join handle h on h.id = p.handle
"""
_FACTS = """
select hex(i.digest), h.kind, h.value, f.attribute, f.value from fact f join item i on i.id = f.item
  join handle h on h.id = f.handle
"""
_COPIES = """
select hex(i.digest), i.length, hex(o.digest) from item i left join item o on o.id = i.copy_of
"""
