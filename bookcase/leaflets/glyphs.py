"""Which letters the typefaces for print have.

A letter without a glyph prints as an empty box, and nothing says so.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from pathlib import Path

_FACES = (
    "BeVietnamPro-Regular.ttf",
    "SourceSerif4-Regular.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansKhmer-Regular.ttf",
    "NotoSansCham-Regular.ttf",
    "NotoSansTaiViet-Regular.ttf",
)


def missing(letters: str, fonts: Path) -> tuple[str, ...]:
    """Return, sorted, the letters that no typeface in the folder has."""
    return tuple(sorted(set(letters) - _held(fonts)))


@cache
def _held(fonts: Path) -> frozenset[str]:
    held: set[str] = set()
    for face in _FACES:
        with TTFont(fonts / face) as font:
            held.update(map(chr, font.getBestCmap()))
    return frozenset(held)
