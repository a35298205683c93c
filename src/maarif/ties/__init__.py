"""How things stand between the owner and everybody, on any day: strength with its reasons, states, layers, facets."""

from maarif.ties.ledger import Ledger, make_ledger
from maarif.ties.signs import Signs
from maarif.ties.table import Ties
from maarif.ties.weighing import weigh, weigh_all

__all__ = ["Ledger", "Signs", "Ties", "make_ledger", "weigh", "weigh_all"]
