"""Messages of which nobody knows whether they went: shown until the owner says, never sent again by themselves."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.domain.errors import BadInput
from maarif.domain.outreach import OutreachStep
from maarif.domain.posting import Dispatch


def doubtful(home: Home) -> list[Dispatch]:
    """What was on its way when the program or the line broke."""
    return [each for each in home.store.dispatches.all() if each.state in ("sending", "unsure")]


def settle_doubt(home: Home, key: str, was_sent: bool) -> Dispatch:
    """The owner has looked: the message went, or it did not and may be sent again. Raises BadInput."""
    found = [each for each in doubtful(home) if each.key.startswith(key)] if len(key) >= 4 else []
    if len(found) != 1:
        raise BadInput(f"No message {key!r} is in doubt. List them with: maarif outreach")
    (one,) = found
    with home.store.database.writing(), home.store.database.transaction():
        home.store.dispatches.settle(
            one.key, "done" if was_sent else "failed", "" if was_sent else "you said it did not go"
        )
        if was_sent and one.outreach is not None:
            home.store.outreach.add_step(one.outreach, OutreachStep(one.step, one.at, "owner"))
    return one
