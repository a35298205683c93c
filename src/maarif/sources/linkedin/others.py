"""The sheets of the export that hold nobody: known, so that the archive as a whole is recognised."""

from __future__ import annotations

#: Columns (in lower case) that a sheet must have, with the cheap sign to look for first.
OTHERS: tuple[tuple[bytes, frozenset[str]], ...] = (
    (b"media link", frozenset(("media link",))),
    (b"sharelink", frozenset(("date", "sharelink"))),
    (b"optiontext", frozenset(("date", "optiontext"))),
    (b"member age", frozenset(("member age", "company names"))),
    (b"type of inference", frozenset(("type of inference", "inference"))),
    (b"registration ip", frozenset(("registered at", "registration ip"))),
    (b"login type", frozenset(("login date", "ip address", "login type"))),
    (b"challenge date", frozenset(("challenge date", "ip address"))),
    (b"search query", frozenset(("time", "search query"))),
    (b"alert parameters", frozenset(("alert parameters",))),
    (b"saved date", frozenset(("saved date", "job url"))),
    (b"application date", frozenset(("application date", "job url"))),
    (b"job seeker", frozenset(("job title preferences", "job types"))),
    (b"license number", frozenset(("authority", "license number"))),
    (b"cause", frozenset(("company name", "role", "cause"))),
    (b"supported cause", frozenset(("supported cause",))),
    (b"issued on", frozenset(("title", "issued on"))),
    (b"published on", frozenset(("name", "published on"))),
    (b"patent", frozenset(("title", "application number"))),
    (b"event name", frozenset(("event name", "event time"))),
    (b"content title", frozenset(("content title",))),
    (b"transaction made at", frozenset(("transaction made at",))),
    (b"private identity asset", frozenset(("private identity asset name",))),
    (b"verification type", frozenset(("verification type",))),
    (b"hashtag", frozenset(("hashtag", "followed on"))),
    (b"hashtag", frozenset(("name", "state", "createdtime"))),
    (b"fullname", frozenset(("date", "status", "fullname"))),
)

#: Sheets with common columns, which their files' names must tell (the columns are all that they have).
NAMED: tuple[tuple[bytes, frozenset[str], str], ...] = (
    (b"link", frozenset(("date", "type", "link")), "reactions"),
    (b"link", frozenset(("date", "link", "message")), "comments"),
    (b"number", frozenset(("name", "number")), "courses"),
    (b"url", frozenset(("title", "description", "url", "started on", "finished on")), "projects"),
    (b"position", frozenset(("name", "position", "description", "started on", "finished on")), "organizations"),
)
