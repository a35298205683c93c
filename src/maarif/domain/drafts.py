"""Words proposed for one person, and what they lean on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.items import Origin

#: Through what a message would go: a mail, a chat message, or a call for what is better said than written.
Medium: TypeAlias = Literal["mail", "chat", "call"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reading of a draft found: the rule's name, a sentence with what to do, and the words it is about.

    `grave` findings keep a draft from being sent before the owner has seen to them.
    """

    rule: str
    says: str
    words: str = ""
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """Words proposed for one person about one need; lists what it used.

    `person` is a person's id, `language` an ISO 639-1 code, `variant` the name of the way it is put, `by` what wrote
    it: "template", "model" or "owner". `uses` are the items whose content it leans on.
    """

    person: str
    medium: Medium
    language: str
    subject: str
    body: str
    uses: tuple[Origin, ...] = ()
    variant: str = ""
    by: str = "template"
