"""splink on DuckDB over the same rows, trained on them without labels as its tutorial does."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from bench.resolve.books import Row
from bench.resolve.measures import clusters_of

HOW_TO_INSTALL = "uv sync --group bench"
#: Its tutorial's threshold for clusters.
_THRESHOLD = 0.95


def with_splink(rows: Sequence[Row]) -> list[list[int]] | None:
    """Clusters of rows at a match probability of .95; None where splink is not installed."""
    try:
        import duckdb  # noqa: F401  (splink needs it and says so late)
        import splink
    except ImportError:
        return None
    logging.getLogger("splink").setLevel(logging.ERROR)
    linker = splink.Linker(splink.DuckDBAPI().register(_table(rows)), _settings(), log_level=logging.ERROR)
    if not _train(linker, splink.block_on):
        return [[place] for place in range(len(rows))]
    found = linker.inference.predict(threshold_match_probability=_THRESHOLD).as_pyarrow_table().to_pylist()
    pairs = ((int(one["unique_id_l"]), int(one["unique_id_r"])) for one in found)
    return clusters_of(pairs, range(len(rows)))


def _table(rows: Sequence[Row]) -> Any:
    import pyarrow

    return pyarrow.Table.from_pylist([_flat(place, row) for place, row in enumerate(rows)], schema=_schema())


def _schema() -> Any:
    import pyarrow

    text = ("first_name", "surname", "email", "phone", "born", "city")
    return pyarrow.schema([("unique_id", pyarrow.int64()), *((name, pyarrow.string()) for name in text)])


def _flat(place: int, row: Row) -> dict[str, object]:
    """A row as such a program is given it: the most frequent name in two columns, one value a field."""
    profile = row.profile
    words = profile.names[0][0].lower().split() if profile.names else []
    own = profile.handle.value.rpartition(":")[2] if profile.handle.kind in {"phone", "chat"} else None
    return {
        "unique_id": place,
        "first_name": words[0] if len(words) > 1 else None,
        "surname": words[-1] if words else None,
        "email": profile.handle.value if profile.handle.kind == "email" else None,
        "phone": own or min(profile.phones, default=None),
        "born": min(profile.birthdays, default=None),
        "city": min(map(str.lower, profile.cities), default=None),
    }


def _settings() -> Any:
    import splink.comparison_library as compare
    from splink import SettingsCreator, block_on

    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.NameComparison("first_name").configure(term_frequency_adjustments=True),
            compare.NameComparison("surname").configure(term_frequency_adjustments=True),
            compare.EmailComparison("email"),
            compare.ExactMatch("phone"),
            compare.DamerauLevenshteinAtThresholds("born", [1, 2]),
            compare.ExactMatch("city").configure(term_frequency_adjustments=True),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("surname", "substr(first_name, 1, 1)"), block_on("first_name", "substr(surname, 1, 2)"),
            block_on("email"), block_on("phone"), block_on("born"),
        ],
    )  # fmt: skip


def _train(linker: Any, block_on: Any) -> bool:
    """Without labels; False where no two rows agree on a name, an address or a number to begin from."""
    from splink.internals.exceptions import EMTrainingException

    rules = [block_on("first_name", "surname"), block_on("email"), block_on("phone")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    trained = 0
    for rule in (block_on("first_name", "surname"), block_on("surname"), block_on("first_name")):
        with suppress(EMTrainingException, ValueError):  # ValueError: the logarithm of a prior of nought
            linker.training.estimate_parameters_using_expectation_maximisation(rule)
            trained += 1
    return trained > 0
