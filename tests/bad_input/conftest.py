"""A tiny content folder for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.hostile.tiny import Tiny, make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tiny(tmp_path: Path) -> Tiny:
    """Make a content folder that builds without a finding."""
    return make(tmp_path)
