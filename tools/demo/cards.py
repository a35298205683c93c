"""The address book: cards as an iPhone exports them (3.0) and as newer programs do (4.0)."""

from __future__ import annotations

from tools.demo.cast import Actor
from tools.demo.words import language

_KIN = {"spouse": "spouse", "parent": "child", "sibling": "sibling", "kin": "kin"}
_APPLE = {"spouse": "Spouse", "parent": "Child", "sibling": "Sibling", "kin": "Kin"}


def address_book(cast: dict[str, Actor]) -> str:
    """All cards, in the order of the cast."""
    return "".join(_card(actor, cast) for actor in cast.values() if actor.about.get("card"))


def _card(actor: Actor, cast: dict[str, Actor]) -> str:
    modern = actor.about["card"] == "4"
    lines = ["BEGIN:VCARD", f"VERSION:{'4.0' if modern else '3.0'}"]
    if not modern:
        lines.append("PRODID:-//Apple Inc.//iPhone OS 17.5//EN")
    lines += [
        *_names(actor),
        *_reach(actor, modern=modern),
        *_about(actor),
        *_kin(actor, cast, modern=modern),
    ]
    return "\r\n".join(_fold(line) for line in [*lines, "END:VCARD"]) + "\r\n"


def _names(actor: Actor) -> list[str]:
    words = actor.name.split()
    given, family = (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (actor.name, "")
    lines = [f"N:{family};{given};;;", f"FN:{actor.name}"]
    return lines + ([f"NICKNAME:{actor.about['nick']}"] if "nick" in actor.about else [])


def _reach(actor: Actor, *, modern: bool) -> list[str]:
    label = "work" if "t" in actor.about else "home"
    mails = [address for address, _ in actor.addresses]
    phone = actor.about.get("tel")
    if modern:
        lines = [f"EMAIL;TYPE={label};PREF={mails[::-1].index(mail) + 1}:{mail}" for mail in mails]
        return lines + ([f"TEL;VALUE=uri;TYPE=cell:tel:{phone.replace(' ', '-')}"] if phone else [])
    lines = [f"EMAIL;type=INTERNET;type={label.upper()}:{mail}" for mail in mails]
    return lines + ([f"TEL;type=CELL;type=VOICE;type=pref:{phone}"] if phone else [])


def _about(actor: Actor) -> list[str]:
    about, lines = actor.about, []
    if "t" in about:
        lines += [f"ORG:{_escape(about.get('o', actor.firm))};", f"TITLE:{_escape(about['t'])}"]
    if "ci" in about:
        lines.append(f"ADR;TYPE=home:;;;{about['ci']};;;")
    if "b" in about:
        lines.append(f"BDAY:{about['b']}" if about["card"] == "3" else f"BDAY:{about['b'].replace('-', '')}")
    if "n" in about:
        lines.append(f"NOTE:{_escape(about['n'])}")
        if language(about["n"]) == "ar":
            lines.append("LANG:ar")
    return lines


def _kin(actor: Actor, cast: dict[str, Actor], *, modern: bool) -> list[str]:
    relation, _, other = actor.about.get("k", "").partition(":")
    if not relation:
        return []
    if modern:
        return [f"RELATED;TYPE={_KIN[relation]};VALUE=text:{cast[other].name}"]
    return [f"item1.X-ABRELATEDNAMES:{cast[other].name}", f"item1.X-ABLabel:_$!<{_APPLE[relation]}>!$_"]


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _fold(line: str) -> str:
    """Lines of at most 75 bytes, as RFC 6350 section 3.2 wants them."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > 74:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
