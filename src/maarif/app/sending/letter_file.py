"""A draft as a file that the owner's mail program opens: handed over as bytes, with nothing written anywhere."""

from __future__ import annotations

from maarif.app.accounts import account_of
from maarif.app.home import Home
from maarif.app.sending.plans import letter_of
from maarif.domain.drafts import Draft
from maarif.domain.posting import Intent
from maarif.post import as_bytes


def letter_file(home: Home, draft: Draft, intent: Intent | None = None) -> bytes:
    """The draft as an `.eml` marked as unsent. Raises BadInput where there are no words or no mail address."""
    return as_bytes(letter_of(home, draft, account_of(home), intent or Intent()), home.now, draft=True)
