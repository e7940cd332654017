"""Make the small faces that pages load: the letters of Vietnamese, out of the whole.

``scripts/fonts`` runs it, after a face was replaced; ``fonts.css`` names the letters.
"""

from __future__ import annotations

from fontTools import subset
from fontTools.ttLib import TTFont

from tests.shared import ROOT

HOME = ROOT / "overrides" / "assets" / "fonts"
FACES = (
    *("BeVietnamPro-Regular", "BeVietnamPro-Italic", "BeVietnamPro-SemiBold"),
    *("SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-Bold"),
)
LETTERS = """
20-7e a0 a7-a9 ab ae b0-b5 b7 bb-be c0-c3 c8-ca cc-cd d2-d5 d7 d9-da dd
e0-e3 e8-ea ec-ed f2-f5 f7 f9-fa fd 102-103 110-111 128-129 168-169 1a0-1a1
1af-1b0 1ea0-1ef9 2010-2026 2030-203a 20ab 2190-2193 2212 2264-2265
"""
"""Code points and spans of them, as `fonts.css` names them."""
FEATURES = ("kern", "locl", "tnum", "lnum")


def main() -> None:
    """Write the small faces."""
    for name in FACES:
        small(name)


def small(name: str) -> None:
    """Write the letters of a face; its own name may be a reserved one."""
    options = subset.Options(flavor="woff2", layout_features=list(FEATURES))
    options.hinting = False
    options.name_IDs = [0, 13, 14]
    font = TTFont(HOME / f"{name}.ttf", recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(
        unicodes=[letter for span in LETTERS.split() for letter in _all(span)]
    )
    cutter.subset(font)
    for place in (1, 4, 6):
        font["name"].setName(f"TuSach-{name.partition('-')[2]}", place, 3, 1, 0x409)
    subset.save_font(font, str(HOME / f"{name}-vi.woff2"), options)


def _all(span: str) -> range:
    low, _, high = span.partition("-")
    return range(int(low, 16), int(high or low, 16) + 1)


if __name__ == "__main__":
    main()
