"""What was handed to the outside: each message once, written down before it goes and after."""

from __future__ import annotations

from maarif.domain.handles import Handle
from maarif.domain.posting import Dispatch, Going, Letter
from maarif.store.database import Database, Row

_DISPATCH = """
select key, outreach, step, handle, channel, address, message_id, reply_to, thread, subject, body, state, at, why
  from dispatch
"""


class Dispatches:
    """The dispatches of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def begin(self, dispatch: Dispatch) -> bool:
        """Claim a message before it goes: false where one of its key is on its way, gone or in doubt.

        One that failed may be tried again.
        """
        letter = dispatch.letter
        return bool(
            self._db.run(
                """insert into dispatch (key, outreach, step, handle, channel, address, message_id, reply_to, thread,
                                         subject, body, state, at)
                   values (:key, :outreach, :step, :handle, :channel, :address, :message_id, :reply_to, :thread,
                           :subject, :body, 'sending', :at)
                   on conflict (key) do update set state = 'sending', at = excluded.at, why = '',
                                                   outreach = excluded.outreach, step = excluded.step
                    where state = 'failed'""",
                {
                    "key": dispatch.key, "outreach": dispatch.outreach, "step": dispatch.step,
                    "handle": str(dispatch.handle), "channel": dispatch.channel, "address": letter.to,
                    "message_id": letter.message_id, "reply_to": letter.reply_to, "thread": letter.thread,
                    "subject": letter.subject, "body": letter.body, "at": dispatch.at,
                },
            )
        )  # fmt: skip

    def settle(self, key: str, state: Going, why: str = "") -> None:
        """Write down how a message stands."""
        self._db.run("update dispatch set state = ?, why = ? where key = ?", (state, why, key))

    def find(self, key: str) -> Dispatch | None:
        """The dispatch of a key."""
        row = self._db.row(f"{_DISPATCH} where key = ?", (key,))
        return _dispatch(row) if row else None

    def of_message(self, message_id: str) -> list[Dispatch]:
        """All dispatches of one message, through whatever channel."""
        rows = self._db.rows(f"{_DISPATCH} where message_id = ? order by at, key", (message_id,))
        return [_dispatch(row) for row in rows]

    def all(self) -> list[Dispatch]:
        """All dispatches, oldest first."""
        return [_dispatch(row) for row in self._db.rows(f"{_DISPATCH} order by at, key")]

    def forget(self, key: str) -> None:
        """Forget a dispatch that never went."""
        self._db.run("delete from dispatch where key = ?", (key,))


def _dispatch(row: Row) -> Dispatch:
    key, outreach, step, handle, channel, address, message_id, reply_to, thread, subject, body, state, at, why = row
    letter = Letter(message_id, "", "", address, "", subject, body, reply_to, thread)
    return Dispatch(key, Handle.parse(handle), channel, letter, state, at, outreach, step, why)
