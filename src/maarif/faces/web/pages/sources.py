"""Sources: files come in by hand, are looked through first, then taken in; each import can be taken back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from maarif.app.home import Home
from maarif.app.identity.decide import undo
from maarif.app.importing.inbox import PAGE, brought_in, heap_of, leave, new_heap, not_read, paths_in, take_heap_in
from maarif.app.importing.progress import Advance
from maarif.app.importing.rehearse import rehearse
from maarif.app.importing.sheets import correct_columns
from maarif.domain.errors import BadInput
from maarif.faces.web.household import Work
from maarif.faces.web.pages.exports import EXPORTS
from maarif.faces.web.pages.sources_shown import BULK_WORDS, COLUMN_WORDS, KIND_WORDS, advance_said, looked, taken
from maarif.faces.web.routing import get, post
from maarif.faces.web.safety.uploads import put_in_place
from maarif.faces.web.visit import Visit

#: Bytes that one request may bring: the page sends a file a request, and a mailbox is large.
MOST = 20 * 1024**3
#: Seconds between two words on how far it has come.
_OFTEN = 0.4
_WORDS: dict[str, Any] = {"kinds": KIND_WORDS, "bulk": BULK_WORDS, "columns": COLUMN_WORDS}


def sources(visit: Visit) -> Response:
    """Where files come in, how to get them, and what came in so far."""
    start = visit.query.get("start", "0")
    first = int(start) if start.isdecimal() and len(start) < 9 else 0
    found = brought_in(visit.home, first, PAGE + 1)
    more = first + PAGE if len(found) > PAGE else 0
    return visit.show("sources.html", brought=found[:PAGE], more=more, exports=EXPORTS, undone="undone" in visit.query)


def bring(visit: Visit) -> Response:
    """Files come, a request after the other; they wait in one heap."""
    heap = visit.form.get("heap") or new_heap(visit.household.path)
    put_in_place(visit.uploads, heap_of(visit.household.path, heap))
    return JSONResponse({"heap": heap})


def look(visit: Visit) -> Response:
    """Look the files through: nothing is taken in yet."""
    return visit.go(_look_through(visit, visit.form.get("heap", "")))


def _look_through(visit: Visit, heap: str) -> str:
    folder = heap_of(visit.household.path, heap)
    if not paths_in(folder):
        raise BadInput("No file came. Drag files here, or choose them.")

    def work(home: Home, under_way: Work) -> Any:
        return looked(rehearse(home, paths_in(folder), progress=partial(_told, under_way)), folder)

    return f"/sources/look/{visit.household.begin(heap, work).id}"


def _told(under_way: Work, advance: Advance) -> None:
    under_way.told[:] = [advance]


def looking(visit: Visit) -> Response:
    """What would come, or how far the look has come."""
    return _shown(visit, "sources_look.html")


def _shown(visit: Visit, template: str) -> Response:
    work = visit.household.work(visit.path["work"])
    if work is None:
        return visit.go("/sources")
    if work.state == "failed" and work.trouble is not None:
        raise work.trouble
    shown = template if work.state != "running" else "sources_running.html"
    advance = advance_said(work.told[-1] if work.told else None, visit.voice)
    return visit.show(shown, work=work, found=work.result, advance=advance, **_WORDS)


def columns(visit: Visit) -> Response:
    """The owner's word on the columns of a table; then everything is looked through once more."""
    heap = visit.form.get("heap", "")
    folder = heap_of(visit.household.path, heap)
    said = {name[2:]: word for name, word in visit.form.items() if name.startswith("c.") and word != "as it is"}
    table = folder / visit.form.get("table", "")
    if not table.resolve().is_relative_to(folder.resolve()):
        raise BadInput("There is no such table among these files.")
    correct_columns(table, said)
    return visit.go(_look_through(visit, heap))


def take(visit: Visit) -> Response:
    """Take the files in, beside the pages."""
    heap = visit.form.get("heap", "")
    me = [word.strip() for word in visit.form.get("me", "").split(",") if word.strip()]
    heap_of(visit.household.path, heap)

    def work(home: Home, under_way: Work) -> Any:
        return taken(take_heap_in(home, heap, me, partial(_told, under_way)), home.path)

    return visit.go(f"/sources/take/{visit.household.begin(heap, work).id}")


def taking(visit: Visit) -> Response:
    """What came in, or how far it has come."""
    return _shown(visit, "sources_taken.html")


def progress(visit: Visit) -> Response:
    """Server-sent events: how far a piece of work has come, until it has ended."""
    work = visit.household.work(visit.path["work"])
    if work is None:
        return Response(status_code=204)  # a browser asks no more
    return StreamingResponse(_events(work, visit), media_type="text/event-stream")


async def _events(work: Work, visit: Visit) -> AsyncIterator[str]:
    while True:
        state = work.state
        said = advance_said(work.told[-1] if work.told else None, visit.voice)
        yield f"data: {json.dumps({'state': state, **said}, ensure_ascii=False)}\n\n"
        if state != "running":
            return
        await asyncio.sleep(_OFTEN)


def leave_it(visit: Visit) -> Response:
    """Throw the files away."""
    leave(visit.household.path, visit.form.get("heap", ""))
    return visit.go("/sources")


def take_back(visit: Visit) -> Response:
    """Take an import back."""
    batch = visit.form.get("batch", "")
    if not batch.isdecimal():
        raise BadInput("Choose an import to take back.")
    undo(visit.home, f"b{batch}")
    return visit.go("/sources?undone")


def defects(visit: Visit) -> Response:
    """What an import could not read, with excerpts."""
    batch = visit.path["batch"]
    found = not_read(visit.home, int(batch)) if batch.isdecimal() and len(batch) < 12 else []
    told = [(Path(file).name, place, reason, excerpt) for file, place, reason, excerpt in found]
    return visit.show("sources_defects.html", defects=told, batch=batch)


ROUTES = (
    get("/sources", sources),
    post("/sources/bring", bring, uploads=MOST),
    post("/sources/look", look),
    get("/sources/look/{work}", looking),
    post("/sources/columns", columns),
    post("/sources/take", take),
    get("/sources/take/{work}", taking),
    get("/sources/progress/{work}", progress),
    post("/sources/leave", leave_it),
    post("/sources/undo", take_back),
    get("/sources/defects/{batch}", defects),
)
