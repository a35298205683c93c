"""By which signs a conversation of Meta's is told."""

from __future__ import annotations

import re

from maarif.domain.blobs import Blob

_MESSAGE = re.compile(rb'"sender_name"\s{0,9}:')
_TIME = re.compile(rb'"timestamp_ms"\s{0,9}:')
#: Conversations that were sealed end to end are handed out in another shape.
_SEALED = re.compile(rb'"senderName"\s{0,9}:')
_SEALED_TOO = re.compile(rb'"(?:isUnsent|threadName)"\s{0,9}:')
#: What Instagram alone writes beside a message or a conversation.
_INSTAGRAM = re.compile(rb'"(?:is_geoblocked_for_viewer_by_instagram|instagram_[a-z_]{1,40})"\s{0,9}:')


def holds_conversation(blob: Blob) -> bool:
    """Tell by the keys that a message has."""
    head = blob.head
    if not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    plain = _MESSAGE.search(head) is not None and _TIME.search(head) is not None
    return plain or (_SEALED.search(head) is not None and _SEALED_TOO.search(head) is not None)


def is_of_instagram(blob: Blob) -> bool:
    """Tell by the name, as both write the same; a file whose name says neither counts as Facebook's."""
    name = blob.name.lower()
    return name.rfind("instagram") > name.rfind("facebook") or _INSTAGRAM.search(blob.head) is not None
