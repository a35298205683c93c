"""Circles as they were last derived."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from maarif.domain.circles import Circle
from maarif.domain.items import Origin
from maarif.domain.phrases import Phrase
from maarif.store.database import Database


class Circles:
    """The circles of a home."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def all(self) -> list[Circle]:
        """All circles, by id."""
        return [_circle(json.loads(row[0])) for row in self._db.rows("select circle from circle order by id")]

    def forget(self) -> None:
        """Forget all circles, and that they were ever derived."""
        with self._db.transaction():
            self._db.run("delete from circle")
            self._db.run("delete from home where key = 'circles'")

    def derived(self) -> tuple[int, int]:
        """When the circles were last derived (Unix seconds), and how many items there were then; zeros for never."""
        row = self._db.row("select value from home where key = 'circles'")
        at, items = row[0].split() if row else (0, 0)
        return int(at), int(items)

    def gatherings(self, before: int) -> list[tuple[int, str, str, str]]:
        """(item, thread, subject, kind) of every chat message and meeting before a moment, by item; of chats, whose
        messages have no subject, the thread alone is read."""
        chats = self._db.rows(
            "select id, thread, '', 'chat' from item where channel = 'chat' and thread <> '' and at < ?", (before,)
        )
        meetings = self._db.rows(
            """select id, thread, subject, 'meeting' from item
                where shape = 'Meeting' and shape <> 'Message' and copy_of is null and at < ?""",
            (before,),
        )
        return sorted((row[0], row[1], row[2], row[3]) for row in (*chats, *meetings))

    def subjects(self, items: Sequence[int]) -> dict[int, str]:
        """What these items are about, as far as their subjects say."""
        return dict(self._db.in_ids("select id, subject from item where id in (select value from json_each(?))", items))

    def replace(self, circles: Iterable[Circle], at: int, items: int) -> None:
        """Replace all circles; `at` is the moment for which they hold, `items` how many items there are."""
        rows = [(circle.id, json.dumps(_said(circle), ensure_ascii=False)) for circle in circles]
        with self._db.transaction():
            self._db.run("delete from circle")
            self._db.run_many("insert into circle (id, circle) values (?, ?)", rows)
            self._db.run("insert or replace into home (key, value) values ('circles', ?)", (f"{at} {items}",))


def _said(circle: Circle) -> dict[str, Any]:
    return {
        "id": circle.id,
        "name": _words(circle.name),
        "kind": circle.kind,
        "people": circle.people,
        "since": circle.since,
        "until": circle.until,
        "origins": [[origin.source, origin.item] for origin in circle.origins],
        "why": _words(circle.why),
    }


def _circle(said: dict[str, Any]) -> Circle:
    return Circle(
        said["id"], _phrase(said["name"]), said["kind"], tuple(said["people"]), said["since"], said["until"],
        tuple(Origin(source, item) for source, item in said["origins"]), _phrase(said["why"]),
    )  # fmt: skip


def _words(text: Any) -> Any:
    """Words as JSON; a phrase keeps what it is made of, phrases in it as well."""
    if not isinstance(text, Phrase):
        return text
    return [text.template, text.plural, text.number, {name: _words(value) for name, value in text.values.items()}]


def _phrase(said: Any) -> Any:
    if not isinstance(said, list):
        return said
    template, plural, number = said[:3]
    values = {name: _phrase(value) for name, value in said[3].items()}
    if number is None:
        return Phrase(template, **values)
    return Phrase.counted(template, plural, number, **{k: v for k, v in values.items() if k != "count"})
