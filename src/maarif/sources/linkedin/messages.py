"""messages.csv: what was written through LinkedIn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape

from maarif.domain.items import Defect, Envelope, Item, Message, Origin, Party
from maarif.sources.linkedin.days import is_believable, moment
from maarif.sources.linkedin.people import checked
from maarif.text.html import readable
from maarif.text.tables import Header, Row

#: What LinkedIn writes in place of people who closed their account.
_NOBODY = ("", "linkedin member")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}[\s/>]")


def read_message(origin: Origin, row: Row, header: Header, today: date) -> Iterator[Item | Defect]:
    """Yield the row as a Message; the conversation is its thread."""
    cells = header.named(row)
    if len(row.cells) < len(header.columns) // 2:
        reason = f"row has {len(row.cells)} of {len(header.columns)} cells"
        yield Defect(origin, row.fault or reason, " | ".join(row.cells)[:80])
        return
    if cells.get("is message draft", "").lower() == "yes":
        yield Defect(origin, "a draft that was never sent", cells["content"][:80])
        return
    at = moment(cells["date"])
    believable = at is not None and is_believable(at, today)
    message = Message(
        origin,
        "message",
        at if believable else None,
        Envelope(_sender(cells), _recipients(cells)),
        subject=cells.get("subject", ""),
        text=_plain(cells["content"]),
        thread=cells["conversation id"],
        bulk=_bulk(cells),
    )
    yield from checked(message, row, _fault(message, cells["date"]))


def _fault(message: Message, written: str) -> str:
    if message.at is None:
        return f"column DATE: {written[:40]!r} cannot be read or believed"
    if not message.bulk and message.envelope.sender == Party(kind="name"):
        return "column FROM: nobody is named, as LinkedIn does for people who closed their account"
    return ""


def _sender(cells: dict[str, str]) -> Party:
    return _party(cells["from"], cells.get("sender profile url", ""))


def _recipients(cells: dict[str, str]) -> tuple[Party, ...]:
    """The recipients; names may hold commas, so they belong to pages only where there are as many."""
    pages = _parts(cells.get("recipient profile urls", ""))
    if len(pages) == 1:
        return (_party(cells["to"], pages[0]),)
    names = _parts(cells["to"])
    if not pages:
        pages = [""] * len(names)
    elif len(names) != len(pages):
        names = [""] * len(pages)
    parties = (_party(name, page) for name, page in zip(names, pages, strict=True))
    return tuple(dict.fromkeys(party for party in parties if party.name or party.address))


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.replace(";", ",").split(",") if part.strip()]


def _party(name: str, page: str) -> Party:
    name = "" if name.lower() in _NOBODY else name
    return Party(name, page, "url") if page else Party(name, kind="name")


def _plain(content: str) -> str:
    """The words without the HTML of newer exports; in plain ones the line breaks must stay."""
    if _TAG.search(content):
        return readable(content).strip()
    return unescape(content) if "&" in content else content


def _bulk(cells: dict[str, str]) -> str:
    """Why it is an advertisement: it says so, comes from a company's page, or was made with their tool."""
    said = f"{cells.get('conversation title', '')} {cells.get('subject', '')} {cells.get('folder', '')}".lower()
    is_ad = (
        "sponsored" in said
        or cells.get("folder", "").lower() == "spam"
        or "/company/" in cells.get("sender profile url", "")
        or "spinmail-" in cells["content"]
    )
    return "bulk" if is_ad else ""
