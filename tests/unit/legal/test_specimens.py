"""The specimen acts parse without a finding and are written in the canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.metadata.frontmatter import split
from bookcase.rules.text import check_text
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "content" / "van-ban"
FILES = sorted(FOLDER.rglob("*.md"))


def test_there_are_specimens() -> None:
    assert len(FILES) >= 12


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_specimen_is_canonical_and_clean(path: Path) -> None:
    name = path.as_posix()
    source = split(path.read_text(encoding="utf-8"), name).value
    parsed = parse(source.body, name, source.body_line)
    pictures = {"so-do-o-vuon.png"}
    assert parsed.diagnostics == ()
    assert render(parsed.value) == source.body.lstrip("\n")
    assert check_text(parsed.value, name, pictures) == ()
    ids = [one.id for one in identified(parsed.value)]
    assert len(ids) == len(set(ids))
