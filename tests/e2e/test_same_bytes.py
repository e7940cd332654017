"""The same content gives the same bytes, whoever makes them and however often."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from bookcase.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def built(site: Path, jobs: int, as_of: str) -> dict[str, str]:
    """Build the starter content; return the digest of every file."""
    code = main(
        [
            "build",
            f"--content={ROOT / 'content'}",
            f"--config={ROOT / 'mkdocs.yml'}",
            f"--site={site}",
            f"--jobs={jobs}",
            f"--as-of={as_of}",
            "--no-leaflets",
            "--quiet",
        ]
    )
    assert code == 0
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Build with one worker."""
    return built(tmp_path_factory.mktemp("one") / "site", 1, "2026-06-01")


def test_two_workers_make_what_one_makes(first: dict[str, str], tmp_path: Path) -> None:
    assert built(tmp_path / "site", 2, "2026-06-01") == first


def test_a_day_later_only_the_stamp_differs(
    first: dict[str, str], tmp_path: Path
) -> None:
    later = built(tmp_path / "site", 2, "2026-06-02")
    assert {name for name in later if later[name] != first.get(name)} == {
        "assets/ban-dung.js"
    }
    assert later.keys() == first.keys()
