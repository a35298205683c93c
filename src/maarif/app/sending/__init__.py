"""Sending by the owner's hand: first a plan that is shown, then, after a yes, what it says and nothing else."""

from maarif.app.sending.carrying import carry_out
from maarif.app.sending.plans import VIAS, plan

__all__ = ["VIAS", "carry_out", "plan"]
