"""A fact before it has an origin."""

from __future__ import annotations

from dataclasses import dataclass

from maarif.domain.handles import Handle
from maarif.domain.people import Attribute


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact before it has an origin: whoever is behind the handle, and what is said of them."""

    handle: Handle
    attribute: Attribute
    value: str
