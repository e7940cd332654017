"""The scripts of the pages say what they take and give, and it holds."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from bookcase.build.hub.scripts import twins

from . import npm
from .shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

THEME = sorted((ROOT / "overrides" / "assets" / "js").glob("*.js"))
SCRIPTS = [*THEME, *twins()]
"""The theme's own scripts, and those of the library that say again what Python says."""
OPTIONS = ("--allowJs", "--checkJs", "--strict", "--noEmit", "--target", "es2022")
KNOWN = ("--lib", "es2022,dom,dom.iterable")
"""What browsers of five years ago know of the language."""


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_asks_to_be_checked_and_is_strict(script: Path) -> None:
    text = script.read_text("utf-8")
    assert text.startswith("// @ts-check")
    assert "use strict" in text


def unsound(modules: Path) -> list[str]:
    """Return what the compiler finds wrong in the scripts.

    Args:
        modules: Where the compiler is installed.
    """
    compiler = modules / "typescript" / "bin" / "tsc"
    said = subprocess.run(  # noqa: S603 the compiler that is locked
        [shutil.which("node") or "node", compiler, *OPTIONS, *KNOWN, *SCRIPTS],
        capture_output=True,
        text=True,
        check=False,
    )
    return said.stdout.splitlines()


def test_types_hold() -> None:
    modules = npm.modules("pages")
    if not modules:
        pytest.skip("types are not checked: `python -m tests.npm pages` was not run")
    assert unsound(modules) == []
