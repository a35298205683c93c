"""Files that a browser sends: limited, streamed to disk as they come, gone when the visit ends."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request

_MOST_FILES = 2000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came: its name (with the folders it was in, made harmless), where it lies, and its bytes."""

    name: str
    path: Path
    size: int


@asynccontextmanager
async def received(
    request: Request, folder: Path, most: int
) -> AsyncIterator[tuple[dict[str, str], tuple[Upload, ...]]]:
    """The fields and files of a multipart form; the files lie in a folder of their own until the visit ends.

    Raises HTTPException where they are larger than `most` bytes together, or no form at all.
    """
    if int(request.headers.get("content-length") or 0) > most:
        raise HTTPException(413)
    folder.mkdir(mode=0o700, exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=folder))
    try:
        yield await _stream(request, place, most)
    finally:
        shutil.rmtree(place, ignore_errors=True)


async def _stream(request: Request, place: Path, most: int) -> tuple[dict[str, str], tuple[Upload, ...]]:
    from python_multipart import create_form_parser
    from python_multipart.exceptions import FormParserError

    form: dict[str, str] = {}
    uploads: list[Upload] = []
    config = {"UPLOAD_DIR": str(place), "UPLOAD_DELETE_TMP": False, "MAX_MEMORY_FILE_SIZE": 0, "MAX_BODY_SIZE": most}

    def on_field(field: Any) -> None:
        form[_text(field.field_name)] = _text(field.value)

    def on_file(file: Any) -> None:
        if len(uploads) >= _MOST_FILES:
            raise HTTPException(413)
        if file.in_memory:
            file.flush_to_disk()
        uploads.append(Upload(_plain_name(_text(file.file_name)), Path(_text(file.actual_file_name)), file.size))
        file.close()

    headers = {"Content-Type": request.headers["content-type"].encode("latin-1")}
    try:
        parser = create_form_parser(headers, on_field, on_file, config=config)
        taken = 0
        async for chunk in request.stream():
            taken += len(chunk)
            if taken > most:
                raise HTTPException(413)
            parser.write(chunk)
        parser.finalize()
        parser.close()
    except FormParserError as error:
        raise HTTPException(400) from error
    return form, tuple(uploads)


def _text(said: bytes | None) -> str:
    return (said or b"").decode("utf-8", "replace")


def _plain_name(name: str) -> str:
    """A relative path without what leads out of a folder, or a file system or a reader would stumble over."""
    parts = ["".join(letter for letter in part if letter.isprintable()) for part in re.split(r"[/\\]", name)]
    kept = [part.strip()[:150] for part in parts if part.strip(". ")]
    return "/".join(kept[-8:]) or "file"


def put_in_place(uploads: Sequence[Upload], folder: Path) -> list[Path]:
    """Move files to where they stay, under the names they had; gives the files and folders at the top of it."""
    for upload in uploads:
        target = folder / upload.name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        upload.path.replace(target)
    return sorted({folder / upload.name.split("/")[0] for upload in uploads})
