"""What the owner posted on Facebook, and how they described the pictures of their albums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from maarif.domain.blobs import Blob
from maarif.domain.chats import is_believable
from maarif.domain.items import Defect, Item, Note, Origin
from maarif.sources.meta.letters import mended_at
from maarif.text.charsets import open_text
from maarif.text.json_stream import Damage, Found, Object, list_at, object_at, objects_at, walk
from maarif.text.moments import from_number

_START = rb"\s{0,200}"
_POSTS = re.compile(
    _START + rb'(?:\{\s{0,200}"[a-z_]{3,60}"\s{0,9}:\s{0,9})?\[\s{0,200}\{\s{0,200}'
    rb'(?:"timestamp"\s{0,9}:\s{0,9}\d{9,11}\s{0,9},\s{0,200}"(?:data|attachments|title)"|'
    rb'"(?:data|attachments)"\s{0,9}:\s{0,9}\[|"title"\s{0,9}:)'
)
_POSTED = re.compile(rb'"(?:post|media|creation_timestamp|update_timestamp)"\s{0,9}:')
_ALBUM = re.compile(_START + rb'\{\s{0,200}"name"\s{0,9}:\s{0,9}"[^"]{0,400}",\s{0,200}"photos"\s{0,9}:\s{0,9}\[')
_NAMED = re.compile(r"(?:^|[/\\!])your_posts[^/\\!]{0,60}\.json$", re.IGNORECASE)
_INTO = frozenset(((), ("photos",), ("status_updates",), ("status_updates_v2",)))


def holds_posts(blob: Blob) -> bool:
    """Tell by the keys of a list of posts or of an album; a damaged list by its name."""
    head = blob.head.lstrip(b"\xef\xbb\xbf")
    if _ALBUM.match(head) or (_POSTS.match(head) and _POSTED.search(head) and b'"timestamp"' in head):
        return True
    return head.lstrip()[:1] in (b"[", b"{") and _NAMED.search(blob.name) is not None


def read_posts(blob: Blob, today: date) -> Iterator[Item | Defect]:
    """Yield a Note per post or picture that has words, in the order of the file."""
    number, album = 0, ""
    with open_text(blob.open(), blob.head) as text:
        for found in walk(text, _INTO):
            if isinstance(found, Damage):
                yield Defect(Origin(blob.name, f"character {found.at + 1}"), found.reason, found.excerpt)
            elif found.path == ("name",):
                album = mended_at({"": found.value}, "")
            elif _is_entry(found):
                number += 1
                yield from _note(found.value, Origin(blob.name, f"note {number}"), album, today)


def _is_entry(found: Found) -> bool:
    return bool(found.path) and isinstance(found.path[-1], int)


def _note(value: object, origin: Origin, album: str, today: date) -> Iterator[Item | Defect]:
    if not isinstance(value, dict):
        yield Defect(origin, "no post", str(value)[:80])
        return
    words = list(dict.fromkeys(part for part in _words(value) if part))
    if not words:
        return
    at = from_number(value.get("timestamp", value.get("creation_timestamp")))
    believed = at is not None and is_believable(at, today)
    note = Note(origin, at if believed else None, mended_at(value, "title") or album, "\n".join(words))
    yield note if believed else Defect(origin, "its time cannot be believed: kept without it", words[0][:80], note)


def _words(post: Object) -> Iterator[str]:
    """What was written, and what was said of the pictures."""
    yield mended_at(post, "description").strip()
    for part in objects_at(post, "data"):
        yield mended_at(part, "post").strip()
    for attachment in list_at(post, "attachments"):
        for part in objects_at(attachment, "data") if isinstance(attachment, dict) else ():
            yield mended_at(object_at(part, "media"), "description").strip()
