"""The same site by MkDocs, by its successor, and by neither, from kept shells."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.hostile.tiny import LAW, TEXT, Tiny, make

if TYPE_CHECKING:
    from pathlib import Path

_MAKER = re.compile(rb'<meta name="generator" content="[^"]*">')


def built(tiny: Tiny, engine: str, site: str, *flags: str) -> dict[str, bytes]:
    """Build in a process of its own; return the files, without who made them."""
    command = [sys.executable, "-m", "bookcase", *tiny.command(), f"--engine={engine}"]
    place = tiny.place / site
    made = subprocess.run(  # noqa: S603 - ours
        [*command, f"--site={place}", "--quiet", *flags],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return {
        path.relative_to(place).as_posix(): _MAKER.sub(b"", path.read_bytes())
        for path in place.rglob("*")
        if path.is_file()
    }


def test_the_successor_makes_the_same_site(tmp_path: Path) -> None:
    tiny = make(tmp_path)
    assert built(tiny, "mkdocs", "a") == built(tiny, "properdocs", "b", "--clean")


def test_without_an_engine_pages_are_made_from_kept_shells(tmp_path: Path) -> None:
    tiny = make(tmp_path)
    built(tiny, "mkdocs", "a")
    tiny.write({f"{LAW}/2024-07-01.md": TEXT.replace("Khoản một", "Khoản khác")})
    assert built(tiny, "none", "b") == built(tiny, "mkdocs", "a")


def test_without_an_engine_and_without_shells_the_cure_is_told(
    tmp_path: Path,
) -> None:
    tiny = make(tmp_path)
    made = tiny.build("--engine=none")
    assert made.code == 2
    assert "dựng một lần bằng mkdocs" in made.said


def test_an_engine_that_nobody_installed_is_told(tmp_path: Path) -> None:
    made = make(tmp_path).build("--engine=khong-co")
    assert made.code == 2
    assert "«khong-co»" in made.said
