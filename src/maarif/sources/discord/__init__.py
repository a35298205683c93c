"""Discord: the owner's data package, and whole chats as DiscordChatExporter saves them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item
from maarif.sources.discord.package import own_rows, own_values
from maarif.sources.discord.people import people_in
from maarif.sources.discord.saved import saved_messages
from maarif.sources.discord.signs import kind_of


def recognises(blob: Blob) -> bool:
    """Tell by the first keys or columns of the package's files, or of a saved chat."""
    return kind_of(blob) is not None


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, a Card for the owner and whom they know; nothing for a channel."""
    match kind_of(blob):
        case "messages":
            yield from own_values(blob, today)
        case "table":
            yield from own_rows(blob, today)
        case "saved":
            yield from saved_messages(blob, today)
        case "people":
            yield from people_in(blob)
