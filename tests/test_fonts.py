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
FACES = sorted(
    path
    for family in ("BeVietnamPro", "SourceSerif4")
    for kind in ("ttf", "woff2")
    for path in FONTS.glob(f"{family}-*.{kind}")
)
STYLE = "".join(path.read_text("utf-8") for path in FONTS.glob("*.css"))
SMALL = sorted(FONTS.glob("*-vi.woff2"))


def test_there_are_faces_for_print_and_the_same_for_the_screen() -> None:
    stems = {
        kind: {path.stem for path in FACES if path.suffix == kind and path not in SMALL}
        for kind in (".ttf", ".woff2")
    }
    assert len(stems[".ttf"]) == 7
    assert stems[".ttf"] - stems[".woff2"] == {"BeVietnamPro-ExtraBold"}
    assert {path.stem for path in SMALL} == {f"{stem}-vi" for stem in stems[".woff2"]}


@pytest.mark.parametrize("face", SMALL, ids=lambda path: path.name)
def test_a_small_face_is_asked_for_the_letters_that_it_has(face: Path) -> None:
    rule = STYLE.partition(f'url("{face.name}")')[2].partition("}")[0]
    spans = re.findall(r"U\+([0-9a-f]+)(?:-([0-9a-f]+))?", rule)
    asked = {
        letter
        for low, high in spans
        for letter in range(int(low, 16), int(high or low, 16) + 1)
    }
    with TTFont(face) as font:
        held = set(font.getBestCmap())
    with TTFont(FONTS / f"{face.stem.removesuffix('-vi')}.ttf") as font:
        whole = set(font.getBestCmap())
    assert held & asked == whole & asked
    assert set(map(chr, asked)) >= VIETNAMESE


@pytest.mark.parametrize("face", FACES, ids=lambda path: path.name)
def test_a_face_has_every_vietnamese_letter(face: Path) -> None:
    with TTFont(face) as font:
        held = set(map(chr, font.getBestCmap()))
    assert len(VIETNAMESE) == 2 * 12 * 6 + 3
    assert sorted(VIETNAMESE - held) == []


def test_the_style_sheets_name_the_files_beside_them_and_no_others() -> None:
    named = re.findall(r'url\("([^"]*)"\)', STYLE)
    assert sorted(named) == sorted(path.name for path in FONTS.glob("*.woff2"))


def test_each_family_has_its_licence_beside_it() -> None:
    faces = [*FONTS.glob("*.ttf"), *FONTS.glob("*.woff2")]
    families = {path.stem.split("-")[0] for path in faces}
    for family in families:
        licence = (FONTS / f"{family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL Open Font License, Version 1.1" in licence
