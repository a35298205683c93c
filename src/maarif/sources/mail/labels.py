"""The labels that a Google export keeps in `X-Gmail-Labels`."""

from __future__ import annotations

from maarif.domain.items import Channel
from maarif.sources.mail.charsets import decode_words
from maarif.sources.mail.letter import Letter

#: What Google calls them in the languages in which they differ.
_SPAM = frozenset(
    ("spam", "junk", "courrier indésirable", "correo no deseado", "الرسائل غير المرغوب فيها", "غير مرغوب فيه")
)
_CHATS = frozenset(("chat", "chats", "hangouts", "محادثات", "الدردشات"))


def labels_of(letter: Letter) -> frozenset[str]:
    """The labels of a mail in lower case, none where no Google export wrote any."""
    written = letter.headers.get("x-gmail-labels")
    if not written:
        return frozenset()
    return frozenset(label.strip(' "').lower() for label in decode_words(written[0][:4000]).split(","))


def channel_of(labels: frozenset[str]) -> Channel:
    """Chats stand among the mails of older exports and carry a label."""
    return "chat" if labels and labels & _CHATS else "mail"


def is_spam(labels: frozenset[str]) -> bool:
    """Tell whether Google took it for spam."""
    return bool(labels and labels & _SPAM)
