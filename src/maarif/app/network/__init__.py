"""The picture of all people: where each stands, who is joined to whom, and in which years; made once and kept."""

from maarif.app.network.picture import Picture, kept_picture, make_picture, stamp_of

__all__ = ["Picture", "kept_picture", "make_picture", "stamp_of"]
