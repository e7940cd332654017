"""The typefaces that the project ships."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from .shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "overrides" / "assets" / "fonts"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = {
    unicodedata.normalize("NFC", letter + tone)
    for letter, tone in itertools.product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", TONES)
} | set("đĐ₫")
FACES = sorted([*FONTS.glob("*.ttf"), *FONTS.glob("*.woff2")])


def test_there_are_seven_faces_for_print_and_for_the_screen() -> None:
    stems = {
        kind: {path.stem for path in FONTS.glob(kind)} for kind in ("*.ttf", "*.woff2")
    }
    assert len(stems["*.ttf"]) == 7
    assert stems["*.ttf"] == stems["*.woff2"]


@pytest.mark.parametrize("face", FACES, ids=lambda path: path.name)
def test_a_face_has_every_vietnamese_letter(face: Path) -> None:
    with TTFont(face) as font:
        held = set(map(chr, font.getBestCmap()))
    assert len(VIETNAMESE) == 2 * 12 * 6 + 3
    assert sorted(VIETNAMESE - held) == []


def test_the_style_sheet_names_the_files_beside_it_and_no_others() -> None:
    style = (FONTS / "fonts.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("([^"]*)"\)', style)
    assert sorted(named) == sorted(path.name for path in FONTS.glob("*.woff2"))


def test_each_family_has_its_licence_beside_it() -> None:
    families = {path.stem.split("-")[0] for path in FACES}
    for family in families:
        licence = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence
