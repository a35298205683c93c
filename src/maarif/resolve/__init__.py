"""Step 3, identify: who is who. Block, weigh by a table of rules, let guards overrule, cluster."""

from maarif.resolve.cluster import cluster
from maarif.resolve.crowd import Crowd
from maarif.resolve.following import Outcome, begin, follow
from maarif.resolve.judge import explain, judge, nearest, questions
from maarif.resolve.kinds import is_role_address, tell_kind
from maarif.resolve.model import model_mark
from maarif.resolve.naming import name_of, person_id
from maarif.resolve.register import Register
from maarif.resolve.rules import LOWER, UPPER

__all__ = [
    "LOWER",
    "UPPER",
    "Crowd",
    "Outcome",
    "Register",
    "begin",
    "cluster",
    "explain",
    "follow",
    "is_role_address",
    "judge",
    "model_mark",
    "name_of",
    "nearest",
    "person_id",
    "questions",
    "tell_kind",
]
