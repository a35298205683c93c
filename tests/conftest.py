"""Options of the whole test suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples for everybody, so that a red run means a change; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("steady", derandomize=True, suppress_health_check=list(HealthCheck), deadline=None)
settings.register_profile(
    "explore", suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update", action="store_true", help="rewrite the .expected files beside the golden inputs"
    )


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--golden-update"))
