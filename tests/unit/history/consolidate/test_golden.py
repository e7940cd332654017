"""What consolidation gives, by example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.history.consolidate import consolidate
from tests.golden import Case, cases, update
from tests.shared import ROOT

from .shown import given_of, say

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "golden" / "consolidate"
NAMES = ("units", "words", "parts", "refused", "order")
CASES = [
    pytest.param(GOLDEN / f"{name}.md", case, id=f"{name}: {case.title}")
    for name in NAMES
    for case in cases(GOLDEN / f"{name}.md")
]


@pytest.mark.parametrize(("path", "case"), CASES)
def test_consolidation(path: Path, case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(path, say)
    else:
        assert say(case.given) == case.expected


@pytest.mark.parametrize("case", cases(GOLDEN / "refused.md"), ids=lambda c: c.title)
def test_a_refused_effect_changes_nothing(case: Case) -> None:
    base, due = given_of(case.given)
    made = consolidate(base, due)
    assert made.unapplied
    kept = [one for one in due if one.effect not in {u.effect for u in made.unapplied}]
    assert made.text == consolidate(base, kept).text
