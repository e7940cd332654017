"""The table of codes."""

from __future__ import annotations

import re

from bookcase.metadata.codes import CODES
from tests.shared import ROOT

CODE = re.compile(r'"((?:META|FILE)\d{3})"')


def test_every_code_that_is_used_is_explained_and_no_other() -> None:
    folder = ROOT / "bookcase"
    sources = [folder / "files.py"]
    sources += [*folder.glob("metadata/**/*.py"), *folder.glob("content/*.py")]
    used = {
        code
        for path in sources
        if path.name != "codes.py"
        for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)
