"""Forms: few fields, limited in size, read whole."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

#: Bytes of a form without files: a long letter is 20 kB.
LARGEST = 512 * 1024
_MOST_FIELDS = 500


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; of a name that comes several times, all values, a line each."""
    if int(request.headers.get("content-length") or 0) > LARGEST:
        raise HTTPException(413)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413)
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400) from error
    form: dict[str, str] = {}
    for name, value in pairs:
        form[name] = f"{form[name]}\n{value}" if name in form else value
    return form
