"""How the home is: what it holds, and whether it is sound."""

from __future__ import annotations

import stat
from typing import Any

from maarif.app.everybody import people_of
from maarif.app.home import Home


def status(home: Home) -> dict[str, Any]:
    """What the home holds: counts, the span of time, who the owner is, how far the index has come."""
    store = home.store
    first, last = store.ledgers.span()
    return {
        "home": str(home.path),
        "items": store.items.count(),
        "by_kind": store.items.count_by_shape(),
        "people": sum(person.kind == "person" for person in people_of(home).values()),
        "others": sum(person.kind != "person" for person in people_of(home).values()),
        "imports": len(store.imports.batches()),
        "first": first,
        "last": last,
        "owner": {str(handle): why for handle, why in sorted(store.people.owner().items())},
        "questions": len(store.decisions.judgements("unsure")),
        "index_behind": max(store.items.last() - store.index.through, 0),
        "schema": store.database.number("pragma user_version"),
    }


def check(home: Home) -> list[str]:
    """What is wrong with the home, each with what to do; empty where it is sound. Changes nothing."""
    store = home.store
    troubles = [f"The database is damaged ({said}): restore a backup, or import again into a new --home."
                for said in store.database.integrity()]  # fmt: skip
    if store.items.last() > store.index.through:
        troubles.append("The text index is behind: the next question brings it up, or run: maarif rebuild")
    unfinished = [batch.id for batch in store.imports.batches() if batch.finished is None]
    if unfinished:
        troubles.append(f"Import {unfinished[0]} was cut off: import the same files again and it goes on.")
    for path in (home.path, store.database.path):
        if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            troubles.append(f"{path} can be read by others: chmod go-rwx {path}")
    if not store.people.owner() and store.items.count():
        troubles.append("Who you are is not known: import again with --me YOUR-ADDRESS")
    return troubles
