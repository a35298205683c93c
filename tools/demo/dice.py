"""Choices that come out the same on every machine and every Python."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def number(key: str, limit: int) -> int:
    """A number below `limit` that depends on nothing but the key."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big") % limit


def pick(key: str, choices: Sequence[T]) -> T:
    """One of the choices; raises ZeroDivisionError where there are none."""
    return choices[number(key, len(choices))]


def digest(key: str, length: int = 16) -> str:
    """A hexadecimal word made from the key."""
    return hashlib.sha256(key.encode()).hexdigest()[:length]
