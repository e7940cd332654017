"""What the parser makes of a text, by example."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from tests.golden import Case, cases, update

from .outline import finding, outline

GOLDEN = Path(__file__).parents[2] / "golden" / "legal"
FILES = sorted(GOLDEN.glob("*.md"))
CASES = [
    pytest.param(path, case, id=f"{path.stem}: {case.title}")
    for path in FILES
    for case in cases(path)
]


def say(given: str) -> str:
    """Outline a text, then list what the parser could not place."""
    parsed = parse(given)
    lines = [*outline(parsed.value), *map(finding, parsed.diagnostics)]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize(("path", "case"), CASES)
def test_structure(path: Path, case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(path, say)
    else:
        assert say(case.given) == case.expected


@pytest.mark.parametrize(("path", "case"), CASES)
def test_every_example_is_written_back(path: Path, case: Case) -> None:
    text = parse(case.given, path.name).value
    assert parse(render(text)).value == text
    assert render(parse(render(text)).value) == render(text)


@pytest.mark.parametrize(("path", "case"), CASES)
def test_no_id_is_given_twice(path: Path, case: Case) -> None:
    names = [one.id for one in identified(parse(case.given, path.name).value)]
    assert len(names) == len(set(names))
    assert all(name.isascii() for name in names)
