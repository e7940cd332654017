"""Real texts and lists that lie beside the checkout, for the tests that need them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
"""The checkout."""


def folder() -> Path:
    """Return where the shared files should be: BOOKCASE_SHARED, or ``../shared``."""
    return Path(os.environ.get("BOOKCASE_SHARED") or ROOT.parent / "shared")


def need(name: str) -> Path:
    """Return a file or folder among the shared ones; skip the test when it is missing.

    Args:
        name: Its path inside the shared folder, such as ``register/acts.csv``.
    """
    path = folder() / name
    if not path.exists():
        pytest.skip(
            f"{path} is missing: put the shared files beside the checkout, "
            "or name their folder in BOOKCASE_SHARED"
        )
    return path
