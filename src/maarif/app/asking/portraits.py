"""Portraits of people as vectors, where the owner named a model; without one everything works in full."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from maarif.app.catching_up import catch_up
from maarif.app.everybody import people_of
from maarif.app.home import Home
from maarif.app.knowing.ledger import kept_ties
from maarif.domain.encoding import Encoder, Vectors
from maarif.domain.errors import BadInput
from maarif.domain.needs import Need
from maarif.normalise.confidence import in_confidence
from maarif.normalise.reading import own_text
from maarif.portray import open_encoder, pick_passages

#: So many people, the strongest ties first, and so many of the latest items with each are looked at.
PEOPLE, LOOKED_AT = 3_000, 60
#: Passages handed to the encoder before they are written: what a stop in between can cost.
STEP = 256
#: Cosines above which a passage speaks for somebody at all, and vouches for them as words would. For encoders whose
#: unrelated sentences lie about .1 apart; set by hand.
SPEAKS, VOUCHES = 0.35, 0.5
#: So many passages are looked at for a need.
NEAREST = 60


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage that is near a need in meaning: whose, where, when, and the cosine."""

    person: str
    item: int
    at: int | None
    cosine: float


def encoder_of(home: Home) -> Encoder | None:
    """The encoder that `[semantic] folder = "..."` of the settings names; None where none is. Raises BadInput."""
    return home.view("encoder", lambda: _open(home))


def _open(home: Home) -> Encoder | None:
    path = home.path / "settings.toml"
    try:
        said = tomllib.loads(path.read_text("utf-8")).get("semantic") if path.exists() else None
    except ValueError as error:
        raise BadInput(f"{path} cannot be read ({error}). Mend it, or remove it.") from error
    folder = said.get("folder") if isinstance(said, dict) else None
    return open_encoder(Path(str(folder)).expanduser()) if folder else None


def portray(home: Home, progress: Callable[[int, int], None] | None = None) -> int:
    """Make the portraits that are missing; returns how many passages were read. Stopped, it goes on where it was.

    `progress` is told how many of how many. Raises BadInput where no model is named.
    """
    encoder = encoder_of(home)
    if encoder is None:
        raise BadInput('No model is named. In settings.toml: [semantic] folder = "/path/to/model"')
    catch_up(home)
    wanted = dict(_wanted(home))
    store = home.store
    with store.database.writing():
        store.portraits.forget(encoder.name, set(wanted))
        known = store.portraits.known(encoder.name)
        todo = [key for key in wanted if key not in known]
        for start in range(0, len(todo), STEP):
            step = todo[start : start + STEP]
            vectors = encoder.encode([wanted[key] for key in step])
            with store.database.transaction():
                store.portraits.replace(encoder.name, step, vectors)
            if progress is not None:
                progress(start + len(step), len(todo))
    home.changed()
    return len(todo)


def _wanted(home: Home) -> Iterable[tuple[tuple[int, str], str]]:
    """Every passage that belongs to a portrait: (item, person) and its words."""
    ties, people = kept_ties(home), people_of(home)
    strongest = sorted(ties, key=lambda p: (-ties[p].effective, p))
    for person in [p for p in strongest if p in people and people[p].kind == "person"][:PEOPLE]:
        numbers = home.store.ledgers.timeline(person, 1 << 62, LOOKED_AT)
        items, authors = home.store.items.bare(numbers), home.store.ledgers.authors(numbers)
        own = [
            (number, items[number], own_text(items[number]))
            for number in numbers
            if number in items and authors.get(number, person) == person and not in_confidence(items[number])
        ]
        for number, passage in pick_passages(own):
            yield (number, person), passage


def echoes(home: Home, need: Need) -> list[Echo]:
    """The passages nearest to a need in meaning, dated before it; none where no model is named."""
    encoder = encoder_of(home)
    if encoder is None or need.kind == "recipients":
        return []
    rows, vectors = _portraits(home, encoder)
    if not rows:
        return []
    cosines = vectors @ encoder.encode([need.text])[0]
    best = cosines.argsort()[::-1]
    near = [(rows[place], float(cosines[place])) for place in best[: 4 * NEAREST] if cosines[place] >= SPEAKS]
    found = [Echo(person, item, at, cosine) for (item, person, at), cosine in near]
    return [echo for echo in found if echo.at is None or echo.at < need.asked_on][:NEAREST]


def _portraits(home: Home, encoder: Encoder) -> tuple[list[tuple[int, str, int | None]], Vectors]:
    return home.view("portraits", lambda: home.store.portraits.all(encoder.name))
