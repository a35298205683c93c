"""By which signs Discord's files are told."""

from __future__ import annotations

import re
from typing import Literal

from maarif.domain.blobs import Blob
from maarif.text.charsets import head_text
from maarif.text.tables import header_in

Kind = Literal["messages", "table", "saved", "people", "channel"]

COLUMNS = frozenset(("id", "timestamp", "contents", "attachments"))

_ID = rb'"\d{15,21}"'
_SIGNS: tuple[tuple[Kind, re.Pattern[bytes]], ...] = (
    ("messages", re.compile(rb'\[\s{0,200}\{\s{0,200}"ID"\s{0,9}:\s{0,9}"?\d{15,21}"?,\s{0,200}"Timestamp"')),
    ("saved", re.compile(rb'\{\s{0,200}"guild"\s{0,9}:\s{0,9}\{[^{}]{0,2000}\},\s{0,200}"channel"\s{0,9}:')),
    ("people", re.compile(rb"\{\s{0,200}" + _ID + rb'\s{0,9}:\s{0,9}(?:"|null)')),
    (
        "people",
        re.compile(
            rb'\{\s{0,200}"id"\s{0,9}:\s{0,9}' + _ID + rb',\s{0,200}"username"\s{0,9}:[^{}]{0,3000}'
            rb'"(?:discriminator|global_name|email|has_mobile)"'
        ),
    ),
    (
        "channel",
        re.compile(rb'\{\s{0,200}"id"\s{0,9}:\s{0,9}' + _ID + rb',\s{0,200}"type"\s{0,9}:\s{0,9}(?:\d|"[A-Z_]{2,40}")'),
    ),
)


def kind_of(blob: Blob) -> Kind | None:
    """Which of the files this is; None for none of them."""
    head = blob.head[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    for kind, sign in _SIGNS:
        if sign.match(head):
            return kind
    if b"contents" in head.lower() and header_in(head_text(blob.head[:4096]), COLUMNS):
        return "table"
    return None
