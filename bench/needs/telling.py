"""The hand-written items of all needs, as things that were said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bench.needs.owner import ME, Telling
from bench.needs.said import Said, World


def telling(world: World) -> Iterator[Said]:
    """Every item of every need; an unknown person is a KeyError that names the item."""
    for need in world.owner.needs:
        for item in need.items:
            for said in _said(world, item):
                _known(world, said)
                yield said


def _known(world: World, said: Said) -> None:
    for who in (said.sender, *said.others, *said.cc):
        if who != ME and who not in world.people:
            raise KeyError(f"{said.key}: nobody is called {who!r} in people.toml")


def _said(world: World, item: Telling) -> Iterator[Said]:
    match item.place:
        case "chat":
            yield from _chat(world, item)
        case "mail":
            yield _mail(item)
        case "note":
            told = item.told
            page = f"note:{told['note']}"
            yield Said(
                page,
                item.at,
                ME,
                (),
                told["text"].strip(),
                told.get("title", ""),
                item.key,
                told={"day": told.get("at")},
            )
        case _:
            told = item.told
            yield Said(
                "meeting",
                item.at,
                ME,
                tuple(told.get("with", ())),
                told.get("text", ""),
                told["meet"],
                item.key,
                told=told,
            )


def _chat(world: World, item: Telling) -> Iterator[Said]:
    told = item.told
    service, _, circle = told["chat"].partition(":")
    lines = told.get("says") or [[told["by"], told["text"]]]
    key = f"#{circle}" if circle else told.get("with") or next(who for who, _ in lines if who != ME)
    if circle and world.circles[circle].told.get("group", {}).get("on") != service:
        raise KeyError(f"{item.key}: the circle {circle!r} has no group on {service}")
    for number, (who, text) in enumerate(lines):
        others = (key,) if who == ME and not circle else (ME,) if who != ME else ()
        yield Said(f"{service}:{key}", item.at + timedelta(seconds=95 * number), who, others, text, key=item.key)


def _mail(item: Telling) -> Said:
    told = item.told
    answers = f"{item.key.partition('/')[0]}/{told['reply']}" if "reply" in told else ""
    to, cc = tuple(told.get("to", (ME,))), tuple(told.get("cc", ()))
    return Said("mail", item.at, told["by"], to, told["text"].strip(), told["mail"], item.key, answers, cc, told)
