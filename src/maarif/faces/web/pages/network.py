"""The network: a picture of all people through the years, and the same as lists for whoever does not see it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse, Response

from maarif.app.home import Home
from maarif.app.knowing.browse import Directory, Wanted, is_empty
from maarif.app.knowing.circles import circles
from maarif.app.knowing.known import known_briefly
from maarif.app.network import Picture, kept_picture, make_picture, stamp_of
from maarif.domain.circles import Circle
from maarif.domain.errors import NoSuchPerson
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.domain.wording import how_things_stand
from maarif.faces.web.household import Household, Work
from maarif.faces.web.routing import get
from maarif.faces.web.visit import Visit

#: Circles that are listed, people that are listed of one, and people that a search offers.
LISTED, MEMBERS, OFFERED = 40, 150, 8

LINES = {
    "making": Phrase("The picture is being drawn. This takes a moment the first time …"),
    "failed": Phrase("The picture could not be drawn here. The lists below hold the same people."),
    "nobody": Phrase("Nobody by that name is in the picture."),
    "today": Phrase("today"),
    "people": Phrase("in touch that year"),
}


@dataclass(frozen=True, slots=True)
class NetworkView:
    """What the page prints beside the picture: the circles, the largest first, and how many more there are."""

    empty: bool
    circles: tuple[Circle, ...]
    more: int


def view(home: Home) -> NetworkView:
    """The circles as lists."""
    found = circles(home)
    return NetworkView(is_empty(home), tuple(found[:LISTED]), max(len(found) - LISTED, 0))


def _picture(house: Household, home: Home) -> Picture | None:
    """The picture, where it is made; else it is begun, in a thread of its own."""
    stamp = stamp_of(home)
    known: tuple[str, Picture] | None = house.kept.get("picture")
    if known is not None and known[0] == stamp:
        return known[1]
    found = kept_picture(home)
    if found is not None:
        house.kept["picture"] = (stamp, found)
        return found
    begun: Work | None = house.kept.get("picture being made")
    if begun is None or begun.state != "running":
        house.kept["picture being made"] = house.begin("the network", lambda own, _: make_picture(own).ids[:0])
    return None


# -- handlers -----------------------------------------------------------------------------------


def network(visit: Visit) -> Response:
    """The page; the picture comes after it."""
    lines = {name: visit.voice(words) for name, words in LINES.items()}
    return visit.show("network.html", view=view(visit.home), lines=lines)


def picture(visit: Visit) -> Response:
    """The picture with the names of its circles; 202 while it is being made."""
    found = _picture(visit.household, visit.home)
    if found is None:
        return JSONResponse({"making": True}, 202)
    names = json.dumps({each.id: visit.voice(each.name) for each in circles(visit.home)}, ensure_ascii=False)
    return Response(f'{{"picture":{found.drawn},"circles":{names}}}', media_type="application/json")


def at_place(visit: Visit) -> Response:
    """Who stands at a place in the picture: their name, how things stand, and their page."""
    who = _person_at(visit)
    found = known_briefly(visit.home, [who])
    if who not in found:
        raise NoSuchPerson(who)
    stands = visit.voice(how_things_stand(found[who].tie, found[who].marks))
    return JSONResponse({"name": found[who].person.name, "stands": stands, "page": f"/person/{who}"})


def _person_at(visit: Visit) -> str:
    place, found = visit.path["place"], _picture(visit.household, visit.home)
    if found is None or not place.isdecimal() or len(place) > 8 or int(place) >= len(found.ids):
        raise NoSuchPerson(place)
    return found.ids[int(place)]


def find(visit: Visit) -> Response:
    """The places of those whom words lead to."""
    found = _picture(visit.household, visit.home)
    text = visit.query.get("text", "").strip()[:200]
    if found is None or not text:
        return JSONResponse([])
    places = _places(visit.household, found)
    directory = visit.household.kept.setdefault("directory", Directory())
    people = directory.find(visit.home, Wanted(text), 0, OFFERED).people
    return JSONResponse([{"place": places[one.id], "name": one.name} for one in people if one.id in places])


def _places(house: Household, found: Picture) -> dict[str, int]:
    kept: tuple[Picture, dict[str, int]] | None = house.kept.get("places in the picture")
    if kept is None or kept[0] is not found:
        kept = (found, {who: place for place, who in enumerate(found.ids)})
        house.kept["places in the picture"] = kept
    return kept[1]


def circle(visit: Visit) -> Response:
    """The people of one circle, those in its middle first."""
    found = next((each for each in circles(visit.home) if each.id == visit.path["circle"]), None)
    members: tuple[Person, ...] = ()
    if found is not None:
        known: dict[str, Any] = known_briefly(visit.home, found.people[:MEMBERS])
        members = tuple(known[who].person for who in found.people[:MEMBERS] if who in known)
    return visit.show("network_circle.html", circle=found, members=members, most=MEMBERS)


ROUTES = (
    get("/network", network),
    get("/network/picture", picture),
    get("/network/at/{place}", at_place),
    get("/network/find", find),
    get("/network/circle/{circle}", circle),
)
