"""Instagram: the conversations and the profile of "Download your information" in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item
from maarif.sources.meta.people import holds_people, people_in
from maarif.sources.meta.signs import holds_conversation, is_of_instagram
from maarif.sources.meta.threads import read_thread


def recognises(blob: Blob) -> bool:
    """Tell by the keys of a conversation in a folder named after Instagram, or of the profile."""
    return holds_people("instagram", blob) or (holds_conversation(blob) and is_of_instagram(blob))


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, or a Card for the owner, in the order of the file."""
    if holds_people("instagram", blob):
        yield from people_in(blob)
    else:
        yield from read_thread("instagram", blob, today)
