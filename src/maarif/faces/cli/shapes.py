"""Nouns as JSON: the field names and shapes that other programs rely on (docs/cli.md)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from maarif.domain.items import Card, Meeting, Message, Note
from maarif.faces.cli.speech import voice

if TYPE_CHECKING:
    from maarif.app.identity.why import Link, Why
    from maarif.app.knowing.look import Acquaintance, ItemView, Moment
    from maarif.domain.evidence import Evidence
    from maarif.domain.items import Item, Origin, Party
    from maarif.domain.needs import Answer, Near, Need, Suggestion
    from maarif.domain.people import Context, Fact, Judgement, Person
    from maarif.domain.ties import Tie

Shape = dict[str, Any]


def moment(at: int | None) -> str | None:
    """Unix seconds as ISO 8601 in UTC; None for None, and for what no calendar holds."""
    if at is None:
        return None
    try:
        return datetime.fromtimestamp(at, UTC).isoformat()
    except (OverflowError, ValueError, OSError):
        return None


def origin(where: Origin) -> Shape:
    """Where an item came from."""
    return {"source": where.source, "item": where.item}


def person(who: Person) -> Shape:
    """A person as an answer names them."""
    return {"id": who.id, "name": who.name, "handles": [str(handle) for handle in who.handles]}


def evidence(reason: Evidence) -> Shape:
    """A reason: its own points, what it rests on, and the parts that add to it."""
    return {
        "claim": voice()(reason.claim),
        "points": reason.points,
        "origins": [origin(where) for where in reason.origins],
        "parts": [evidence(part) for part in reason.parts],
    }


def reasons(whole: Evidence) -> list[Shape]:
    """The reasons of a suggestion: all points in them add up to its score."""
    own = [evidence(type(whole)(whole.claim, whole.points, whole.origins))] if whole.points else []
    return own + [evidence(part) for part in whole.parts]


def suggestion(one: Suggestion) -> Shape:
    """One person for one need, and why."""
    return {
        "person": person(one.person),
        "score": one.score,
        "slot": one.slot,
        "evidence": reasons(one.evidence),
        "via": one.via,
        "cautions": [voice()(caution) for caution in one.cautions],
    }


def near(one: Near) -> Shape:
    """Somebody who came near, what speaks for them, and what would have to be known."""
    return {"person": person(one.person), "evidence": reasons(one.evidence), "missing": voice()(one.missing)}


def need(asked: Need, on: int | None) -> Shape:
    """What was asked; `on` is null where no moment was given."""
    return {"id": asked.id, "text": asked.text, "kind": asked.kind, "on": moment(on)}


def answer(given: Answer, on: int | None) -> Shape:
    """A need with its suggestions and whoever was set aside."""
    return {
        "need": need(given.need, on),
        "suggestions": [suggestion(one) for one in given.suggestions],
        "set_aside": [{"person": person(each.person), "reason": voice()(each.reason)} for each in given.set_aside],
        "nearest": [near(each) for each in given.nearest],
    }


def acquaintance(known: Acquaintance) -> Shape:
    """A person with how things stand, how they are known and what is said of them."""
    return {
        "id": known.person.id,
        "name": known.person.name,
        "names": list(known.person.names),
        "handles": [str(handle) for handle in known.person.handles],
        "kind": known.person.kind,
        "tie": tie(known.tie) if known.tie is not None else None,
        "contexts": [context(each) for each in known.contexts],
        "facts": [fact(each) for each in known.facts],
        "marks": list(known.marks),
    }


def tie(stands: Tie) -> Shape:
    """How things stand; strength, peak, facets and reciprocity lie between 0 and 1."""
    facets = stands.facets
    return {
        "strength": round(stands.strength.total, 4),
        "peak": round(stands.peak, 4),
        "layer": stands.layer,
        "state": stands.state,
        "facets": {
            name: round(getattr(facets, name), 4) for name in ("work", "family", "friend", "community", "service")
        },
        "last_in": moment(stands.last_in),
        "last_out": moment(stands.last_out),
        "reciprocity": round(stands.reciprocity, 4),
    }


def context(known: Context) -> Shape:
    """How or where the owner knows somebody."""
    return {
        "kind": known.kind,
        "label": known.label,
        "since": moment(known.since),
        "until": moment(known.until),
        "origin": origin(known.origin),
    }


def fact(said: Fact) -> Shape:
    """What a source says about somebody."""
    return {
        "attribute": said.attribute,
        "value": said.value,
        "since": moment(said.since),
        "origin": origin(said.origin),
    }


def event(happened: Moment) -> Shape:
    """One line of a timeline."""
    return {
        "ref": happened.ref,
        "origin": origin(happened.origin),
        "kind": happened.kind,
        "at": moment(happened.at),
        "line": happened.line,
    }


def item(view: ItemView) -> Shape:
    """What a source said; what does not apply is absent."""
    said = view.item
    shape: Shape = {"ref": view.ref, "origin": origin(view.origin), "kind": view.kind, "at": moment(said.at)}
    shape |= _said(said) | {"people": list(view.people)}
    if isinstance(said, Message):
        shape["bulk"] = said.bulk
    if isinstance(said, Message | Meeting) and said.channel != view.kind:
        shape["channel"] = said.channel
    return {name: value for name, value in shape.items() if value not in (None, "") and (value or name == "people")}


def _said(said: Item) -> Shape:
    match said:
        case Message(envelope=envelope):
            parties = {
                "from": party(envelope.sender),
                "to": _parties(envelope.to),
                "cc": _parties(envelope.cc),
            }
            return {**parties, "subject": said.subject, "text": said.text}
        case Meeting():
            end, people = moment(said.end), _parties(said.people)
            return {"end": end, "to": people, "subject": said.subject, "text": said.text}
        case Note():
            return {"to": _parties(said.people), "subject": said.title, "text": said.text}
        case Card():
            return {
                "subject": said.name,
                "text": "\n".join(f"{field.name}: {field.value}" for field in said.fields),
            }


def _parties(many: tuple[Party, ...]) -> list[str]:
    return [written for each in many if (written := party(each))]


def party(one: Party) -> str:
    """Somebody as a source wrote them: the address where there is one, else the name."""
    return one.address or one.name


def judgement(judged: Judgement, number: int | None = None) -> Shape:
    """Whether two addresses reach one human; `decision` is the number that `undo` takes."""
    decision = {} if number is None else {"decision": f"d{number}"}
    return {
        **decision,
        "left": str(judged.left),
        "right": str(judged.right),
        "verdict": judged.verdict,
        "by": judged.by,
        "on": moment(judged.on) if judged.on else None,
        "evidence": reasons(judged.evidence),
    }


def why(found: Why) -> Shape:
    """Why two are one, or are not; `total` is the sum of a judgement's points, a guard stands above it."""
    return {
        "left": person(found.left),
        "right": person(found.right),
        "one": found.are_one,
        "bars": {"upper": found.upper, "lower": found.lower},
        "path": [_link(one) for one in found.path],
        "direct": None if found.direct is None else _summed(found.direct, None),
        "words": [_link(one) for one in found.words],
    }


def _link(one: Link) -> Shape:
    return _summed(one.judgement, one.decision)


def _summed(judged: Judgement, number: int | None) -> Shape:
    return {**judgement(judged, number), "total": judged.evidence.total}
