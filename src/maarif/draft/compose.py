"""Puts a message together: one true shared thing, the wish, one clear ask, an easy no, something offered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from maarif.domain.drafts import Draft, Medium
from maarif.domain.items import Origin
from maarif.draft.register import Register
from maarif.draft.wish import Wish
from maarif.draft.words import LANGUAGES, Wording, wording

#: How near somebody is, as far as words go.
Nearness: TypeAlias = Literal["near", "dormant", "acquaintance"]

#: The ways in which a message is put; all are honest, one is warmer.
VARIANTS = ("warm", "direct")

#: Stands for what the owner must say themself: a finding that keeps a draft from going out.
BLANK_OPEN, BLANK_CLOSE = "[", "]"


@dataclass(frozen=True, slots=True)
class Shared:
    """One true thing that both share: which sentence says it, what fills it, and where it comes from."""

    kind: str
    values: dict[str, str] = field(default_factory=dict)
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a message is for.

    `name` is how they are addressed; `feminine` whether as a woman, where the language asks.
    """

    person: str
    name: str
    register: Register
    nearness: Nearness
    feminine: bool = False
    shared: Shared | None = None


def propose(addressee: Addressee, wish: Wish, medium: Medium, owner: str) -> list[Draft]:
    """The variants of a message about a need, in the language and form of address they have with each other."""
    compose = {"mail": _mail, "chat": _chat, "call": _call}[medium]
    variants = VARIANTS if medium == "mail" else VARIANTS[:1]
    return [compose(addressee, wish, variant, owner) for variant in variants]


def language_with(addressee: Addressee, wish: Wish) -> str:
    """The language to write in: theirs; the need's own where nothing tells."""
    told = addressee.register.language or wish.language
    return told if told in LANGUAGES else "en"


def _mail(to: Addressee, wish: Wish, variant: str, owner: str) -> Draft:
    say = _wording(to, wish)
    opening = [say.either(("opening", to.nearness, variant), to.feminine), _shared(to, say)]
    lead = say("lead", wish.kind, wish=_wish(wish, say))
    if wish.is_own and wish.language == say.language:
        lead = wish.text
    ask = [say("ask", wish.kind, target=wish.target or "…"), say("no", variant)]
    offer = (say("offer", wish.kind) if variant == "warm" else "") or say("offer", variant)
    paragraphs = [_greeting(to, say), _joined(opening), lead, _joined(ask), offer, _farewell(to, say, owner)]
    body = "\n\n".join(part for part in paragraphs if part)
    return _draft(to, "mail", say, (say("subject", wish.kind), body, variant))


def _chat(to: Addressee, wish: Wish, variant: str, _: str) -> Draft:
    say = _wording(to, wish)
    greeting = say("greeting", "chat", name=to.name)
    opening = say("chat", to.nearness, greeting=greeting)
    about = say("chat_confide", "text") if wish.kind == "confide" else _wish(wish, say)
    if wish.kind == "confide":
        opening = greeting
    ask = say("chat_ask", wish.kind, target=wish.target or "…")
    return _draft(to, "chat", say, ("", _joined([opening, about, ask, say("chat", "no")]), variant))


def _call(to: Addressee, wish: Wish, variant: str, _: str) -> Draft:
    say = _wording(to, wish)
    about = say("lead", "confide") if wish.kind == "confide" else _wish(wish, say)
    ask = say("ask", wish.kind, target=wish.target or "…")
    points = [say("call", "open"), _shared(to, say), about, ask, say("call", "end")]
    told = "\n".join(f"- {point}" for point in points if point)
    return _draft(
        to, "call", say, ("", f"{say('call', 'intro', name=to.name)}\n\n{say('call', 'points')}\n{told}", variant)
    )


def compose_about(to: Addressee, occasion: str, medium: Medium, owner: str, **values: str) -> Draft:
    """A message for an occasion beside a first one: thanks, ending, follow, again, forward.

    `values` fill it: wish, outcome, when, context, as the occasion asks.
    """
    say = wording(to.register.language if to.register.language in LANGUAGES else values.get("language", "en"),
                  to.register.formal)  # fmt: skip
    if medium == "chat" and (short := say(occasion, "chat", greeting=say("greeting", "chat", name=to.name), **values)):
        return _draft(to, "chat", say, ("", short, "short"))
    body = say(occasion, "body", owner=owner, **values)
    whole = "\n\n".join([_greeting(to, say), body, _farewell(to, say, owner)])
    return _draft(to, "mail", say, (say("subject", occasion) or say("subject", "intro"), whole, "plain"))


def _draft(to: Addressee, medium: Medium, say: Wording, said: tuple[str, str, str]) -> Draft:
    subject, body, variant = said
    uses = to.shared.origins if to.shared is not None else ()
    return Draft(to.person, medium, say.language, subject, body, uses, variant)


def _wording(to: Addressee, wish: Wish) -> Wording:
    return wording(language_with(to, wish), to.register.formal)


def _shared(to: Addressee, say: Wording) -> str:
    if to.shared is None:
        return ""
    return say.either(("shared", to.shared.kind), to.feminine, **to.shared.values)


def _wish(wish: Wish, say: Wording) -> str:
    """The wish in the language of the message; a blank for the owner to fill where it is said in another one."""
    if not wish.text or wish.language == say.language:
        return wish.text
    return f"{BLANK_OPEN}{wish.text}{BLANK_CLOSE}"


def _greeting(to: Addressee, say: Wording) -> str:
    if to.register.greeting and to.register.language == say.language:
        return to.register.greeting
    style = "formal" if to.register.formal else "warm" if to.nearness == "near" else "first"
    return say.either(("greeting", style), to.feminine, name=to.name)


def _farewell(to: Addressee, say: Wording, owner: str) -> str:
    if to.register.farewell and to.register.language == say.language:
        return to.register.farewell
    style = "formal" if to.register.formal else "warm" if to.nearness == "near" else "first"
    return say("farewell", style, owner=owner)


def _joined(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
