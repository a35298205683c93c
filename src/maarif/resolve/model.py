"""The whole model under one mark: what was weighed by another one has to be weighed again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b

from maarif.resolve.guards import GUARDS
from maarif.resolve.rules import LOWER, NEAR, PRIOR, RULES, UPPER

#: Counted up where features or keys say something else under the same sentences.
_EDITION = 1


@cache
def model_mark() -> str:
    """A short digest of rules, points, guards and bars."""
    rules = [(rule.sentence, rule.points) for rule in RULES]
    guards = [(guard.sentence, guard.verdict) for guard in GUARDS]
    said = repr((_EDITION, PRIOR, UPPER, LOWER, NEAR, rules, guards))
    return blake2b(said.encode(), digest_size=8).hexdigest()
