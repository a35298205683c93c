"""Facebook: the conversations, posts, profile and friends of "Download your information" in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.items import Defect, Item
from maarif.sources.meta.people import holds_people, people_in
from maarif.sources.meta.posts import holds_posts, read_posts
from maarif.sources.meta.signs import holds_conversation, is_of_instagram
from maarif.sources.meta.threads import read_thread


def recognises(blob: Blob) -> bool:
    """Tell by the keys of a conversation or of posts that are not Instagram's, of the profile or of the friends."""
    if holds_people("facebook", blob):
        return True
    return (holds_conversation(blob) or holds_posts(blob)) and not is_of_instagram(blob)


def read(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Message per message, a Note per post, or Cards for the owner and their friends, in their order."""
    if holds_people("facebook", blob):
        yield from people_in(blob)
    elif holds_posts(blob) and not holds_conversation(blob):
        yield from read_posts(blob, today)
    else:
        yield from read_thread("facebook", blob, today)
