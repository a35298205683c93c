"""Portrays people by a few passages that speak for them, and turns texts into vectors where the owner has a model."""

from maarif.portray.encoders import open_encoder
from maarif.portray.passages import MOST, passage_of, pick_passages

__all__ = ["MOST", "open_encoder", "passage_of", "pick_passages"]
