"""A text as a point among others: what an encoder gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

#: One row a text, each of length one, so that a product is a cosine.
Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns texts into vectors, on this machine; `name` tells one model from another."""

    @property
    def name(self) -> str:
        """What vectors are kept under: those of another model are made anew."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The vectors of some texts: shape (texts, dimensions), float32, each row of length one."""
