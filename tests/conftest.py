"""What all tests share: `--bless`, which accepts what is seen as golden, and one built site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import launch, served
from built import make_root, mkdocs
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

settings.register_profile("natverk", deadline=None, derandomize=True)
settings.load_profile("natverk")
"""The same cases every time, however slow the machine. To look for new ones:
make test ARGS=--hypothesis-profile=default
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="godkänn det som testerna ser som nytt facit"
    )


@pytest.fixture(scope="session")
def bless(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content root whose site is built in `site/`, once for all tests that only look at it."""
    made = make_root(tmp_path_factory.mktemp("rot"))
    done = mkdocs(made)
    assert done.returncode == 0, done.stdout + done.stderr
    (made / "logg.txt").write_text(done.stdout + done.stderr, "utf-8")
    return made


@pytest.fixture(scope="session")
def address(root: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(root / "site") as where:
        yield where


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()
