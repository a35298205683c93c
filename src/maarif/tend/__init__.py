"""Keeps what is between people in good order: promises, wishes, favours, answers, working days, gentle reminders."""

from maarif.tend.answers import sounds_like
from maarif.tend.choosing import MOST, choose
from maarif.tend.favours import favour_in, favour_noted
from maarif.tend.following import RANK, Found, Traces, merged, steps_found
from maarif.tend.next_steps import Standing, next_step
from maarif.tend.promises import is_kept, promise_in
from maarif.tend.wishes import offer_in, wish_in
from maarif.tend.workdays import Calendar, country_of_address, working_days

__all__ = [
    "MOST", "RANK", "Calendar", "Found", "Standing", "Traces", "choose", "country_of_address", "favour_in",
    "favour_noted", "is_kept", "merged", "next_step", "offer_in", "promise_in", "sounds_like", "steps_found",
    "wish_in", "working_days",
]  # fmt: skip
