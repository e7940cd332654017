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
LETTERS = (
    *((0x20, 0x7E), (0xA0, 0xFF), (0x102, 0x103), (0x110, 0x111), (0x128, 0x129)),
    *((0x168, 0x169), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x300, 0x303), (0x309, 0x309)),
    *((0x323, 0x323), (0x1EA0, 0x1EF9), (0x2010, 0x2026), (0x2030, 0x203A)),
    *((0x20AB, 0x20AB), (0x2190, 0x2193), (0x2212, 0x2212), (0x2264, 0x2265)),
)
FEATURES = ("kern", "liga", "locl", "mark", "mkmk", "ccmp", "tnum", "lnum")


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
        unicodes=[one for low, high in LETTERS for one in range(low, high + 1)]
    )
    cutter.subset(font)
    for place in (1, 4, 6):
        font["name"].setName(f"TuSach-{name.partition('-')[2]}", place, 3, 1, 0x409)
    subset.save_font(font, str(HOME / f"{name}-vi.woff2"), options)


if __name__ == "__main__":
    main()
