"""From an answer to words: whom a message is for, what both share, the drafts, and what a careful reading finds."""

from maarif.app.writing.write import Proposal, Written, read_again, write

__all__ = ["Proposal", "Written", "read_again", "write"]
