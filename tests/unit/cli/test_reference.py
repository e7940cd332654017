"""The page of commands, fields and codes is whole, and tells what the program does."""

from __future__ import annotations

import re

from bookcase.cli import COMMANDS, commands
from bookcase.cli.codes import CODES
from bookcase.cli.reference import PAGE, page
from tests.shared import ROOT

CONTENT = ROOT / "content"
CODE = re.compile(r'"([A-Z]{3,5}\d{3})"')


def test_the_page_is_fresh() -> None:
    written = (CONTENT / PAGE).read_text(encoding="utf-8")
    assert written == page(CONTENT, commands()), "run: bookcase reference --write"


def test_every_command_is_on_it() -> None:
    text = page(CONTENT, commands())
    assert all(f"### bookcase {name}\n" in text for name in COMMANDS)


def test_every_code_that_is_used_is_explained_and_no_other() -> None:
    used = {
        code
        for folder in ("bookcase", "plugins")
        for path in (ROOT / folder).rglob("*.py")
        if path.name != "codes.py"
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)
