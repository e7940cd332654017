"""The vectors that both halves of search must agree on."""

from __future__ import annotations

import json
from typing import Any

from bookcase.search.plan import Usage
from tests.shared import ROOT

FOLDER = ROOT / "tests" / "golden" / "search"
USAGE = Usage(
    frozenset({"giay", "chung", "nhan", "su", "dung", "dat", "cua"}),
    {"so do": "giay chung nhan quyen su dung dat", "ly di": "ly hon"},
)
"""What the plans are made with."""


def vectors(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file in tests/golden/search."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / name).read_text("utf-8"))
    return cases
