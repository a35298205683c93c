"""Messages on their way out: through what, what would be done, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from maarif.domain.handles import Handle
from maarif.domain.items import Origin
from maarif.domain.outreach import Step

#: Through what words leave: by the owner's own hand (the first five), into the Drafts folder, or sent.
Via: TypeAlias = Literal["copy", "mailto", "whatsapp", "telegram", "eml", "drafts", "smtp"]

#: How a message stands with the outside: `unsure` where nobody knows whether it went.
Going: TypeAlias = Literal["sending", "done", "failed", "unsure"]

#: What one action does; those of `REACHING_OUT` write to a server.
Deed: TypeAlias = Literal["copy", "open", "write file", "save draft", "send", "keep in Sent", "take from Drafts"]
REACHING_OUT: frozenset[Deed] = frozenset({"save draft", "send", "keep in Sent", "take from Drafts"})


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how it is spoken to; `starttls` turns to TLS before anything is said."""

    host: str
    port: int
    security: Literal["tls", "starttls"] = "tls"
    user: str = ""


@dataclass(frozen=True, slots=True)
class MailAccount:
    """Where the owner's mail goes out and is kept; passwords stand elsewhere.

    `certificate` is a PEM file that is trusted beside the system's, for those who run a server of their own.
    `drafts` and `sent` name folders where the server does not say which they are.
    """

    address: str
    name: str = ""
    smtp: Server | None = None
    imap: Server | None = None
    certificate: str = ""
    drafts: str = ""
    sent: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one person as it would go out; ids are Message-IDs without angle brackets.

    `reply_to` is the message it answers, `thread` the one that began the conversation.
    """

    message_id: str
    sender: str
    sender_name: str
    to: str
    to_name: str
    subject: str
    body: str
    reply_to: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that would be done: the deed, a sentence that says it, and its target (a link, a file, a server)."""

    does: Deed
    says: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be done with one message, before anything is: whom, through what, which actions in which order.

    `key` is equal for equal messages through one channel; `step` is what the outreach comes to when the message has
    gone; `about` is the need for which an outreach is begun then, where there is none yet.
    """

    key: str
    person: str
    handle: Handle
    via: Via
    letter: Letter
    actions: tuple[Action, ...]
    outreach: int | None = None
    step: Step = "written"
    about: str = ""
    kind: str | None = None

    @property
    def reaches_out(self) -> bool:
        """Whether any action writes to a server."""
        return any(action.does in REACHING_OUT for action in self.actions)


@dataclass(frozen=True, slots=True)
class Intent:
    """What a message is for: the outreach it belongs to, what that comes to, the item it answers, the file to write.

    `about` is a need in words, and `kind` its kind, where no outreach was begun for it yet: one is when it goes.
    """

    outreach: int | None = None
    step: Step = "written"
    answers: Origin | None = None
    file: str = ""
    about: str = ""
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one action; `note` says what did not work out although the message went."""

    action: Action
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dispatch:
    """A message handed to the outside, and how it stands; `at` in Unix seconds, `why` what the server said."""

    key: str
    handle: Handle
    channel: Via
    letter: Letter
    state: Going
    at: int
    outreach: int | None = None
    step: Step = "written"
    why: str = ""
