"""Who takes part in a direct conversation: told by the lists that lie beside the folder of its days."""

from __future__ import annotations

import json
import re

from maarif.domain.blobs import Blob, beside
from maarif.text.json_stream import list_at, text_at

_DIRECT = re.compile(r"D[A-Z0-9]{6,14}")
_GROUP = "mpdm-"

#: The largest list that is looked into, in bytes.
_LONGEST = 8 << 20


def members_of(day: Blob, folder: str) -> list[str]:
    """The members (`slack/U01...`) of the direct conversation whose folder this is; none for a channel."""
    if _DIRECT.fullmatch(folder):
        return _listed(day, "../dms.json", "id", folder)
    return _listed(day, "../mpims.json", "name", folder) if folder.startswith(_GROUP) else []


def _listed(day: Blob, path: str, key: str, folder: str) -> list[str]:
    listed = beside(day, path)
    if listed is None or listed.size > _LONGEST:
        return []
    with listed.open() as stream:
        data = stream.read(_LONGEST)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return []
    chats = (each for each in found if isinstance(each, dict)) if isinstance(found, list) else ()
    chat = next((each for each in chats if text_at(each, key) == folder), {})
    return [f"slack/{member}" for member in list_at(chat, "members") if isinstance(member, str) and member]
