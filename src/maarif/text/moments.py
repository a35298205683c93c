"""Moments as programs write them, in Unix seconds, UTC."""

from __future__ import annotations

import math
from datetime import UTC, datetime


def from_number(written: object, per_second: int = 1) -> int | None:
    """Seconds since 1970, or parts of them, given as a number or in digits; None for everything else."""
    if isinstance(written, str) and len(written) <= 30:
        try:
            written = float(written) if "." in written else int(written)
        except ValueError:
            return None
    if isinstance(written, bool) or not isinstance(written, int | float):
        return None
    if isinstance(written, float) and not math.isfinite(written):
        return None
    return int(written // per_second)


def from_iso(written: str) -> int | None:
    """A moment in ISO 8601, also with a space for the T or `UTC` behind; no zone counts as UTC."""
    try:
        moment = datetime.fromisoformat(written.strip().removesuffix("UTC").strip())
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None
