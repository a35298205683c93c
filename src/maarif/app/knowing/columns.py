"""All participations of a home as one packed array: what is kept, and what changed since then read anew."""

from __future__ import annotations

from maarif.app.home import Home
from maarif.store.columns import Chunk
from maarif.ties.packing import Parts, exchange, pack, unpack

#: Items in a chunk. One chunk is a few megabytes, which is what an import of a few messages writes.
CHUNK = 1 << 16


def participations(home: Home) -> Parts:
    """Every participation in a dated item, copies left out, in the order of items."""
    store = home.store.columns
    chunks, changed = store.chunks(), store.changed()
    parts = unpack([columns for _, _, columns in chunks])
    through = chunks[-1][1] if chunks else 0
    parts = exchange(parts, changed, pack(store.of([item for item in changed if item <= through])))
    parts = exchange(parts, (), pack(store.after(through)))
    return exchange(parts, (), pack(store.notes()))


def settle_columns(home: Home) -> None:
    """Keep the participations in chunks: those that changed, and the last with what came in since."""
    store, last = home.store.columns, home.store.items.last()
    chunks, changed = store.chunks(), set(store.changed())
    if chunks and chunks[-1][0] > last:
        store.replace([], [first for first, _, _ in chunks])
        chunks = []
    through = chunks[-1][1] if chunks else 0
    touched = [chunk for chunk in chunks if any(chunk[0] <= item <= chunk[1] for item in changed)]
    rewritten = [_without(home, chunk, changed) for chunk in touched]
    if last > through:
        tail = chunks[-1] if chunks and through - chunks[-1][0] < CHUNK else None
        tail = next((chunk for chunk in rewritten if tail and chunk[0] == tail[0]), tail)
        rewritten = [chunk for chunk in rewritten if not tail or chunk[0] != tail[0]] + _extended(home, tail, through)
    if rewritten or changed:
        store.replace(rewritten)


def _without(home: Home, chunk: Chunk, changed: set[int]) -> Chunk:
    first, last, columns = chunk
    inside = sorted(item for item in changed if first <= item <= last)
    return first, last, exchange(unpack([columns]), inside, pack(home.store.columns.of(inside))).tobytes()


def _extended(home: Home, tail: Chunk | None, through: int) -> list[Chunk]:
    """The last chunk with all items that came after it, cut into chunks."""
    last = home.store.items.last()
    parts = exchange(unpack([tail[2]] if tail else []), (), pack(home.store.columns.after(through)))
    begins = range(tail[0] if tail else through + 1, last + 1, CHUNK)
    items = parts["item"]
    return [
        (first, min(first + CHUNK - 1, last), parts[(items >= first) & (items < first + CHUNK)].tobytes())
        for first in begins
    ]
