"""Evidence as rows keep it, and back."""

from __future__ import annotations

from typing import Any

from maarif.domain.evidence import Evidence
from maarif.domain.items import Origin


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Evidence as the contract prints it."""
    return {
        "claim": evidence.claim,
        "points": evidence.points,
        "origins": [_fields(origin) for origin in evidence.origins],
        "parts": [evidence_json(part) for part in evidence.parts],
    }


def to_evidence(said: dict[str, Any]) -> Evidence:
    """The inverse of `evidence_json`."""
    origins = tuple(Origin(**origin) for origin in said["origins"])
    return Evidence(said["claim"], said["points"], origins, tuple(map(to_evidence, said["parts"])))


def _fields(noun: Any) -> dict[str, Any]:
    """The fields of a slotted noun as they are; `dataclasses.asdict` copies them deeply, which takes far longer."""
    return {name: getattr(noun, name) for name in noun.__slots__}
