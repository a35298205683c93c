"""What ranking needs to see of the ledger of interactions."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt


class Columns(Protocol):
    """Events as columns of equal length: `person` indexes `people`, `at` is Unix seconds, `weight` the event's share in
    decayed memory, `out` whether the owner wrote to the person,
    `into` whether the person wrote to the owner."""

    @property
    def people(self) -> tuple[str, ...]: ...
    @property
    def item(self) -> npt.NDArray[np.int64]: ...
    @property
    def person(self) -> npt.NDArray[np.int64]: ...
    @property
    def at(self) -> npt.NDArray[np.int64]: ...
    @property
    def weight(self) -> npt.NDArray[np.float64]: ...
    @property
    def out(self) -> npt.NDArray[np.bool_]: ...
    @property
    def into(self) -> npt.NDArray[np.bool_]: ...
