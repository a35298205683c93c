"""Which mail a machine or a list has sent, told by its headers."""

from __future__ import annotations

import re

from maarif.sources.mail.letter import Headers

#: More recipients than this make a circular.
MANY = 20

#: Headers that mailing lists write (RFC 2369, RFC 2919, and older ones).
_LIST = frozenset({"list-id", "list-post", "mailing-list", "x-mailing-list", "x-beenthere"})
#: Headers that newsletter and campaign programs write.
_BULK = frozenset(
    [
        "list-unsubscribe",
        "list-unsubscribe-post",
        "x-campaign",
        "x-campaignid",
        "x-campaign-id",
        "feedback-id",
        "x-mailgun-tag",
        "x-csa-complaints",
        "x-mc-user",
        "x-mailer-recptid",
        "x-bulk-mail",
        "x-mass-mail",
        "x-marketing",
    ]
)
#: Headers that answering machines write.
_AUTO = frozenset(
    [
        "x-autoreply",
        "x-autorespond",
        "x-autoresponder",
        "x-auto-reply-from",
        "x-vacation",
        "x-failed-recipients",
    ]
)
#: Headers whose value decides.
_TOLD = frozenset({"auto-submitted", "precedence", "x-precedence", "return-path", "x-auto-response-suppress"})
_WATCHED = _LIST | _BULK | _AUTO | _TOLD

#: Senders that answer nothing and are nobody: bounces.
_DAEMON = re.compile(r"(?:mailer-daemon|postmaster|mail-daemon|mailerdaemon)(?:@|$)")
#: Local parts of boxes that nobody reads, as whole words of the local part.
_NOREPLY = re.compile(
    r"(?:[^@]*[-_.+])?(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|dont-?reply|not-?reply|noresponse|no-response|"
    r"nicht-?antworten|keine-?antwort|ne-?pas-?repondre|no-?responder|"
    r"notifications?|notify|alerts?|mailer|newsletters?|autoconfirm|auto-?notify|unsubscribe)"
    r"(?:[-_.+][^@]*)?@"
)


def bulk(headers: Headers, sender: str, recipients: int) -> str:
    """Say why a machine or a list seems to have sent this: auto, list, bulk, noreply, many, or "" for people.

    `sender` is the address (or name) of the sender, `recipients` how many people it went to.
    """
    sender = sender[:320].lower()
    watched = _WATCHED & headers.keys()
    if _is_automatic(headers, sender, watched):
        return "auto"
    if watched:
        if watched & _LIST:
            return "list"
        if watched & _BULK or _precedence(headers) in ("bulk", "list", "junk"):
            return "bulk"
    if _NOREPLY.match(sender):
        return "noreply"
    return "many" if recipients > MANY else ""


def _is_automatic(headers: Headers, sender: str, watched: frozenset[str]) -> bool:
    if _DAEMON.match(sender):
        return True
    content = headers.get("content-type")
    if content and content[0][:16].lower() == "multipart/report":
        return True
    if not watched:
        return False
    return bool(
        watched & _AUTO
        or _value(headers, "auto-submitted", "no") != "no"
        or _precedence(headers) in ("auto_reply", "auto-reply")
        or _value(headers, "return-path", "<x>") == "<>"
    )


def _precedence(headers: Headers) -> str:
    return _value(headers, "precedence", "") or _value(headers, "x-precedence", "")


def _value(headers: Headers, name: str, default: str) -> str:
    values = headers.get(name)
    return values[0].partition(";")[0].strip().lower() if values else default
