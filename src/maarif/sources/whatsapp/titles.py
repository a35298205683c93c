"""What the name of an export says of the chat."""

from __future__ import annotations

import re

#: `WhatsApp Chat with Ana.txt`, `Chat de WhatsApp con Ana`, `دردشة واتساب مع سارة`.
_TITLE = re.compile(
    r"(?:whatsapp[- ]chat|chat[- ](?:de |do )?whatsapp|discussion whatsapp|conversa do whatsapp|"
    r"(?:دردشة|محادثة) ?(?:واتساب|whatsapp))"
    r" ?(?:with|mit|con|com|avec|met|مع|-|–)? ?(?P<title>[^\s].{0,200})",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.(?:txt|zip)$", re.IGNORECASE)
_COPY = re.compile(r" ?\(\d{1,3}\)$")


def says_chat(name: str) -> bool:
    """Tell whether the name is one that WhatsApp gives to exports."""
    return name.lower().endswith("_chat.txt") or any(_TITLE.search(part) for part in _parts(name))


def title_of(name: str) -> str:
    """Whom or which group the chat is with as the name says; else the file's own name, or its folder's."""
    parts = _parts(name)
    for part in reversed(parts):
        if found := _TITLE.search(part):
            return found["title"].strip()
    last = parts[-1]
    return parts[-2] if last.lower() == "_chat" and len(parts) > 1 else last


def _parts(name: str) -> list[str]:
    parts = [part for part in re.split(r"[/\\!]", name) if part][-4:] or [""]
    return [_COPY.sub("", _ENDING.sub("", part)) for part in parts]
