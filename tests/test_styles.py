"""The style sheets: few lines, and no rule without a user."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASSETS = ROOT / "overrides" / "assets"
SHEETS = sorted([*ASSETS.glob("css/*.css"), *ASSETS.glob("fonts/*.css")])
USERS = (
    "overrides/**/*.html",
    "overrides/**/*.js",
    "bookcase/**/*.js",
    "bookcase/**/*.py",
)
"""Who gives an element a class or an id."""
COMPOSED = ("bk-bao--", "ld-", "ss-b", "ss--")
"""Names that a template puts together of this and a word of its data."""
MOST = 1500


def named(sheet: Path) -> Iterator[str]:
    """Yield the classes and ids in a sheet's selectors, Material's own left out."""
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    for selector in re.findall(r"([^{};]+)\{", rules):
        if not selector.strip().startswith(("@", "src")):
            bare = re.sub(r'"[^"]*"', "", selector)
            yield from re.findall(r"[.#]((?!md-)[a-zA-Z][\w-]*)", bare)


@pytest.fixture(scope="module")
def users() -> str:
    """Return all that gives elements their classes and ids."""
    files = (path for pattern in USERS for path in sorted(ROOT.glob(pattern)))
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_rule_has_a_user(sheet: Path, users: str) -> None:
    words = set(re.findall(r"[\w-]+", users))
    idle = {
        name
        for name in named(sheet)
        if name not in words
        and not any(
            name.startswith(start) and f"{start}" in users for start in COMPOSED
        )
    }
    assert sorted(idle) == []


def test_the_sheets_are_short() -> None:
    lines = sum(len(sheet.read_text("utf-8").splitlines()) for sheet in SHEETS)
    assert lines < MOST


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_line_is_one_that_people_read(sheet: Path) -> None:
    long = [line for line in sheet.read_text("utf-8").splitlines() if len(line) > 140]
    assert [line for line in long if "unicode-range" not in line] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_is_flat_and_known_to_browsers_of_five_years(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall(r"&|@layer|@container|color-mix|@media[^{]*[<>]", rules)
    depth, deepest = 0, 0
    for sign in re.findall(r"[{}]", rules):
        depth += 1 if sign == "{" else -1
        deepest = max(deepest, depth)
    assert (depth, deepest <= 2) == (0, True)
