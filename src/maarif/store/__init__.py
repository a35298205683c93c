"""Keeps a home: SQLite for the truth and the derived tables, a text index beside it."""

from maarif.store.store import Store

__all__ = ["Store"]
