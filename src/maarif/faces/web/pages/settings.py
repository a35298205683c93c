"""Settings: who the owner is, how the program speaks and looks, whom it leaves alone, what it keeps, who gets in."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.responses import Response

from maarif.app.access import SHORTEST, Passkey
from maarif.app.holdings import Holdings, holdings, left_alone
from maarif.app.home import Home
from maarif.app.identity.decide import mark
from maarif.app.identity.owner import OwnAddress, claim, own_addresses
from maarif.app.settings import change_settings
from maarif.domain.errors import BadInput
from maarif.domain.people import Person
from maarif.domain.phrases import Phrase
from maarif.faces.web.household import Household
from maarif.faces.web.routing import get, post
from maarif.faces.web.visit import Visit
from maarif.faces.web.words import MARK_WORDS

WHY_WORDS = {
    "told": Phrase("as you said"),
    "profile": Phrase("from your own profile"),
    "mail": Phrase("from your mail"),
    "same": Phrase("belongs to another address of yours"),
}
THEMES = {"": Phrase("as this device"), "light": Phrase("light"), "dark": Phrase("dark")}


@dataclass(frozen=True, slots=True)
class SettingsView:
    """All that the page prints."""

    owner: tuple[OwnAddress, ...]
    left_alone: tuple[tuple[Person, tuple[str, ...]], ...]
    holdings: Holdings
    has_password: bool
    passkeys: tuple[Passkey, ...]
    saved: bool


def view(home: Home, house: Household, saved: bool) -> SettingsView:
    """Gather what can be set."""
    found = holdings(home)
    return SettingsView(
        owner=tuple(own_addresses(home)),
        left_alone=tuple(left_alone(home)),
        holdings=found,
        has_password=house.access.has_password,
        passkeys=tuple(house.access.passkeys()),
        saved=saved,
    )


def settings(visit: Visit) -> Response:
    """The page."""
    found = view(visit.home, visit.household, "saved" in visit.query)
    return visit.show(
        "settings.html", view=found, why=WHY_WORDS, themes=THEMES, marks=MARK_WORDS, shortest=SHORTEST
    )  # fmt: skip


def change(visit: Visit) -> Response:
    """Keep what was chosen."""
    said = visit.form
    change_settings(
        visit.home,
        language=said.get("language", ""),
        theme=said.get("theme", ""),
        name=said.get("name", "").strip(),
        others=said.get("others") == "yes",
    )
    return visit.go("/settings?saved")


def add_address(visit: Visit) -> Response:
    """An address is the owner's, or is not."""
    address = visit.form.get("address", "").strip()
    if not address:
        raise BadInput("Say an address or a name of yours.")
    claim(visit.home, address, mine=visit.form.get("mine") != "no")
    return visit.go("/settings?saved")


def suggest_again(visit: Visit) -> Response:
    """Take a mark back."""
    mark(visit.home, visit.form.get("person", ""), visit.form.get("mark", ""), remove=True)
    return visit.go("/settings?saved")


def set_password(visit: Visit) -> Response:
    """A new password; whoever has an old one must say it. Everybody else is logged out."""
    access = visit.household.access
    if access.has_password and not access.is_password(visit.form.get("old", "")):
        raise BadInput("This is not your present password.")
    if visit.form.get("new", "") != visit.form.get("again", ""):
        raise BadInput("The two new passwords differ.")
    access.set_password(visit.form.get("new", ""), keep=visit.session)
    return visit.go("/settings?saved")


def forget_passkey(visit: Visit) -> Response:
    """Take a passkey away."""
    visit.household.access.drop_passkey(visit.form.get("passkey", ""))
    return visit.go("/settings?saved")


ROUTES = (
    get("/settings", settings),
    post("/settings", change),
    post("/settings/address", add_address),
    post("/settings/suggest-again", suggest_again),
    post("/settings/password", set_password),
    post("/settings/passkey/forget", forget_passkey),
)
