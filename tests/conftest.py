"""Options and fixtures shared by all tests."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from .browser import Browser

if TYPE_CHECKING:
    from collections.abc import Iterator


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``--update-golden`` rewrite the expectations in the golden files."""
    parser.addoption("--update-golden", action="store_true", help="renew golden files")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to renew expectations where nobody would read them."""
    if config.getoption("--update-golden") and os.environ.get("CI"):
        message = "--update-golden is for a person who reads the difference, not for CI"
        raise pytest.UsageError(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one headless Chromium for the session; it fails, never skips."""
    with Browser.start() as started:
        yield started
