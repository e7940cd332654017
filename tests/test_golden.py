"""The golden files' own format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .golden import Case, cases, update

if TYPE_CHECKING:
    from pathlib import Path

FILE = """\
Two lines
.
một

hai
.
MỘT

HAI
.

Nothing says nothing
.
.
.
"""


@pytest.fixture
def golden(tmp_path: Path) -> Path:
    """Write the golden file."""
    path = tmp_path / "upper.md"
    path.write_text(FILE, encoding="utf-8")
    return path


def test_a_file_is_read_as_cases(golden: Path) -> None:
    assert cases(golden) == (
        Case("Two lines", "một\n\nhai\n", "MỘT\n\nHAI\n"),
        Case("Nothing says nothing", "", ""),
    )


def test_renewing_what_is_right_changes_nothing(golden: Path) -> None:
    update(golden, str.upper)
    assert golden.read_text(encoding="utf-8") == FILE


def test_renewing_writes_what_the_code_says(golden: Path) -> None:
    update(golden, str.title)
    assert cases(golden)[0].expected == "Một\n\nHai\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Title\n.\ngiven\n.\n", "the file ends within 'Title'"),
        ("Title\nmore\n", "no dot after the title 'Title'"),
    ],
)
def test_a_broken_file_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "broken.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        cases(path)
