"""Carries words out of the house: letters as bytes, links, calendar feeds, and the owner's mail servers."""

from maarif.post.feed import Entry, feed
from maarif.post.imap import Mailbox
from maarif.post.letters import MAILTO_LIMIT, as_bytes, mailto, telegram, whatsapp
from maarif.post.smtp import send

__all__ = ["MAILTO_LIMIT", "Entry", "Mailbox", "as_bytes", "feed", "mailto", "send", "telegram", "whatsapp"]
