"""The lock files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RUNTIME = ROOT / "requirements.lock"
DEV = ROOT / "requirements-dev.lock"
BENCH = ROOT / "requirements-bench.lock"


def pins(lock: Path) -> dict[str, str]:
    """Return each requirement line with all its digests."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if re.match(r"[a-z]", line)]
    return dict(line.split(" ", 1) for line in lines)


@pytest.mark.parametrize("lock", [RUNTIME, DEV, BENCH], ids=lambda path: path.name)
def test_a_lock_names_no_server(lock: Path) -> None:
    assert (
        re.findall(r"//|--(?:extra-)?index|--find-links", lock.read_text("utf-8")) == []
    )


@pytest.mark.parametrize("lock", [RUNTIME, DEV, BENCH], ids=lambda path: path.name)
def test_every_pin_has_its_digests(lock: Path) -> None:
    bare = [name for name, rest in pins(lock).items() if "--hash=sha256:" not in rest]
    assert bare == []


def test_the_dev_lock_holds_all_of_the_runtime_lock() -> None:
    assert set(pins(RUNTIME)) <= set(pins(DEV))
