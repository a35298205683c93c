"""Step 3, identify: who is who. Block, weigh by a table of rules, let guards overrule, cluster."""

from maarif.resolve.cluster import cluster
from maarif.resolve.judge import explain, judge, questions
from maarif.resolve.kinds import is_role_address, tell_kind
from maarif.resolve.naming import name_of, person_id
from maarif.resolve.register import Register

__all__ = [
    "Register",
    "cluster",
    "explain",
    "is_role_address",
    "judge",
    "name_of",
    "person_id",
    "questions",
    "tell_kind",
]
