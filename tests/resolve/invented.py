"""Invented people for the tests of this step."""

from __future__ import annotations

from collections.abc import Iterable

from maarif.domain.evidence import Evidence
from maarif.domain.handles import Handle
from maarif.domain.people import Judgement, Profile, Verdict


def mail(address: str, *names: str, **more: object) -> Profile:
    """A profile of a mail address met in mail."""
    return profile(f"email:{address}", *names, **{"sources": {"mail"}, **more})


def profile(handle: str, *names: str, **more: object) -> Profile:
    """A profile of any handle; names stand in falling frequency, sets may be given as any iterable."""
    counted = tuple((name, len(names) - place) for place, name in enumerate(names))
    sets = {key: frozenset(value) for key, value in more.items() if isinstance(value, Iterable)}
    return Profile(Handle.parse(handle), counted, **{**more, **sets})  # type: ignore[arg-type]


def says(left: str, right: str, verdict: Verdict, by: str = "owner", number: float = 1) -> Judgement:
    """A judgement on two handles: the owner's as of second `number`, or a rule's worth that many points."""
    on, points = (int(number), 0.0) if by == "owner" else (0, float(number))
    evidence = Evidence("said", points)
    return Judgement(Handle.parse(left), Handle.parse(right), verdict, by, on, evidence)  # type: ignore[arg-type]
