"""The language that a browser asks for."""

from __future__ import annotations

from maarif.voice import LANGUAGES


def language_of(accepted: str) -> str:
    """The first language of an Accept-Language header (RFC 9110) that there is a catalogue for; else English."""
    wanted = []
    for place, part in enumerate(accepted[:500].split(",")):
        tag, _, quality = part.partition(";q=")
        try:
            wanted.append((-float(quality or 1), place, tag.strip().split("-")[0].lower()))
        except ValueError:
            continue
    return next((code for quality, _, code in sorted(wanted) if code in LANGUAGES and quality < 0), "en")
