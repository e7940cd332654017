"""How the body of a leaflet becomes four panels, by example."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bookcase.leaflets.panels import panels
from tests.golden import Case, cases, update
from tests.shared import ROOT

from .samples import PUBLICATION

GOLDEN = ROOT / "tests" / "golden" / "leaflets" / "panels.md"


def say(given: str) -> str:
    """List the panels with their lines and HTML, then what is wrong."""
    read = panels(replace(PUBLICATION, body=given, body_line=1))
    lines = [f"[{one.name}, dòng {one.line}]\n{one.html.strip()}" for one in read.value]
    lines += [f"{one.span} {one.code} {one.message}" for one in read.diagnostics]
    return "".join(f"{line}\n" for line in lines).replace("\u00a0", "~")


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.title)
def test_panels(case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(GOLDEN, say)
    else:
        assert say(case.given) == case.expected
