"""Outreach: the needs the owner follows up, whom they wrote to, what came back, and what to do next."""

from maarif.app.outreach.following import Followed, follow
from maarif.app.outreach.listing import NeedView, OutreachView, listed
from maarif.app.outreach.needs import begin, close, forget, keep_need, need_of, reopen, set_step, with_person
from maarif.app.outreach.unsure import doubtful, settle_doubt

__all__ = [
    "Followed", "NeedView", "OutreachView", "begin", "close", "doubtful", "follow", "forget", "keep_need", "listed",
    "need_of", "reopen", "set_step", "settle_doubt", "with_person",
]  # fmt: skip
