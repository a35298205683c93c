"""An address in canonical form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

HandleKind: TypeAlias = Literal["email", "phone", "url", "chat", "name"]


@dataclass(frozen=True, slots=True, order=True)
class Handle:
    """An address in canonical form; equal handles reach the same box.

    kind `email`: lower case; `phone`: E.164; `url`: a profile, host and path without scheme; `chat`: service and
    account; `name`: a bare name within one source, where nothing better is known ("sara haddad@linkedin").
    """

    kind: HandleKind
    value: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.value}"

    @classmethod
    def parse(cls, text: str) -> Handle:
        """Read `kind:value` back; raises ValueError where the kind is unknown."""
        kind, _, value = text.partition(":")
        match kind:
            case "email" | "phone" | "url" | "chat" | "name" if value:
                return cls(kind, value)
        raise ValueError(f"not a handle: {text!r}")
