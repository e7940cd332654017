"""The vectors that both halves of search must agree on."""

from __future__ import annotations

import json
from typing import Any

from tests.shared import ROOT

FOLDER = ROOT / "tests" / "golden" / "search"


def vectors(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file in tests/golden/search."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / name).read_text("utf-8"))
    return cases
