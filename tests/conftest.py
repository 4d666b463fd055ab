"""What all tests share: `--bless`, which accepts what is seen as the new golden files."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="godkänn det som testerna ser som nytt facit"
    )


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(autouse=True, scope="session")
def _no_surroundings() -> None:
    """Nothing may depend on the machine's language or on where the terminal ends."""
    os.environ.pop("LANG", None)
    os.environ["COLUMNS"] = "80"
