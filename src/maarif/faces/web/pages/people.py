"""People: everybody, found as one types, narrowed by what is known, sorted by what matters."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlencode

from starlette.responses import Response

from maarif.app.home import Home
from maarif.app.knowing.browse import SORTS, Directory, Found, Listed, Wanted, is_empty
from maarif.app.knowing.known import known_briefly
from maarif.domain.phrases import Phrase
from maarif.domain.wording import context_in_words, how_things_stand
from maarif.faces.web.routing import get
from maarif.faces.web.visit import Visit
from maarif.faces.web.words import FACET_WORDS, LAST_WORDS, LAYER_WORDS, SORT_WORDS, STATE_WORDS


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in the list, with how things stand and how they are known."""

    listed: Listed
    stands: Phrase
    known_from: Phrase | None


@dataclass(frozen=True, slots=True)
class PeopleView:
    """A page of the list with what it was narrowed to; `more` is the address of the next page, "" at the end."""

    wanted: Wanted
    rows: tuple[Row, ...]
    count: int
    more: str
    choices: dict[str, list[str]]
    empty: bool


def view(home: Home, directory: Directory, wanted: Wanted, start: int) -> PeopleView:
    """Look people up."""
    found = directory.find(home, wanted, start)
    more = f"/people?{urlencode({**_said(wanted), 'start': found.next})}" if found.next else ""
    empty = found.count == 0 and is_empty(home)
    return PeopleView(wanted, _rows(home, found), found.count, more, directory.choices(home), empty)


def _rows(home: Home, found: Found) -> tuple[Row, ...]:
    known = known_briefly(home, [one.id for one in found.people])
    return tuple(
        Row(
            one,
            how_things_stand(known[one.id].tie, known[one.id].marks),
            next((context_in_words(each) for each in known[one.id].contexts if each.label), None),
        )
        for one in found.people
        if one.id in known
    )


def _said(wanted: Wanted) -> dict[str, str]:
    said = {field.name: getattr(wanted, field.name) for field in fields(wanted)}
    return {name: str(value) for name, value in said.items() if value}


def wanted_of(visit: Visit) -> Wanted:
    """What the address narrows the list to; what cannot be meant is left out."""
    said = {field.name: visit.query.get(field.name, "")[:200] for field in fields(Wanted) if field.name != "others"}
    if said["sort"] not in SORTS:
        said["sort"] = SORTS[0]
    return Wanted(**said, others=bool(visit.query.get("others")) or visit.settings.others)


def people(visit: Visit) -> Response:
    """The list; for htmx the rows alone."""
    directory = visit.household.kept.setdefault("directory", Directory())
    start = visit.query.get("start", "0")
    found = view(visit.home, directory, wanted_of(visit), int(start) if start.isdecimal() and len(start) < 9 else 0)
    template = "people_rows.html" if visit.partial and start != "0" else "people.html"
    return visit.show(
        template, view=found, layers=LAYER_WORDS, states=STATE_WORDS, facets=FACET_WORDS, lasts=LAST_WORDS,
        sorts=SORT_WORDS,
    )  # fmt: skip


ROUTES = (get("/people", people),)
