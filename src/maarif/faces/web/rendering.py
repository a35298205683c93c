"""Templates: printed strictly, everything escaped, in the owner's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from maarif.domain.phrases import Phrase
from maarif.faces.web.words import ITEM_WORDS
from maarif.voice import LANGUAGES

if TYPE_CHECKING:
    from maarif.faces.web.visit import Visit

#: First strong isolate and its end (Unicode annex 9): hold a name or a quotation apart from the sentence around it.
_ISOLATE, _END = "\u2068", "\u2069"
_QUOTATION = re.compile(r'"(?!\s|$).*"', re.DOTALL)
_HUES = 12


def render(visit: Visit, template: str, values: Mapping[str, Any]) -> str:
    """The page or piece that a template makes."""
    return (
        environment()
        .get_template(template)
        .render(
            values,
            _=visit.voice,
            settings=visit.settings,
            languages=LANGUAGES,
            here=visit.url.path,
            navigation=navigation(),
            csrf=visit.csrf,
            partial=visit.partial,
        )
    )


def navigation() -> tuple[tuple[str, Phrase], ...]:
    """What stands at the head of every page: address and name."""
    from maarif.faces.web.pages import NAVIGATION

    return NAVIGATION


@cache
def is_there(path: str) -> bool:
    """Whether there is such a page."""
    from maarif.faces.web.pages import routes

    return any(route.path == path for route in routes())


@cache
def environment() -> Environment:
    """The templates of this package; a name that is not there is an error, not an empty string."""
    made = Environment(
        loader=PackageLoader("maarif.faces.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters |= {"iso": isolated, "quoted": with_quotation_apart, "initials": initials, "hue": hue}
    made.globals |= {"asset": asset, "there": is_there, "item_words": ITEM_WORDS}
    return made


def isolated(name: object) -> str:
    """A name for the midst of a sentence, whichever way its letters run."""
    return f"{_ISOLATE}{name}{_END}"


def with_quotation_apart(sentence: str) -> str:
    """A sentence whose quotation keeps its own direction."""
    return _QUOTATION.sub(lambda found: f'"{isolated(found.group()[1:-1])}"', sentence, count=1)


def initials(name: str) -> str:
    """The one or two letters that stand for a picture."""
    words = [word for word in re.findall(r"\w+", name) if not word[0].isdigit()]
    chosen = words[:1] if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0].upper() for word in chosen) or "?"


def hue(name: str) -> int:
    """One of twelve colours, the same one for a name for ever."""
    return sha256(name.encode("utf-8", "surrogatepass")).digest()[0] % _HUES


@cache
def asset(name: str) -> str:
    """The address of a shipped file; it changes with the file, so that browsers may keep it."""
    content = (files("maarif.faces.web") / "static" / name).read_bytes()
    return f"/static/{name}?{sha256(content).hexdigest()[:8]}"
