"""Contact sheets of the starter leaflets, for the documentation.

``scripts/contact-sheets`` draws them again: each shows the two sides of the leaflet of
one commune, its grey copy, its poster, large print and the version for photocopiers.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from bookcase.content.loading import load
from bookcase.leaflets.formats.kinds import FORMATS
from bookcase.leaflets.formats.publications import Order, make
from bookcase.leaflets.sheet import Place
from bookcase.leaflets.trifold import make as fold
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.model.library import Library
    from bookcase.model.publication import Publication

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "anh" / "to-gap"
CONTENT, ASSETS = ROOT / "content", ROOT / "overrides"
HOST, DAY, COMMUNE = "tusach.example.vn", date(2026, 11, 24), "01321"
ACROSS, UPRIGHT = 560, 264
"""How wide a sheet across is drawn, and an upright page, in points."""
_GAP, _BACK, _QUALITY = 16, (104, 104, 108), 58


def main() -> None:
    """Draw the sheets of all starter leaflets."""
    library = load(CONTENT).value
    place = place_of(library)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for one in library.publications:
        if one.kind is PublicationKind.LEAFLET and one.language == "vi":
            image = contact_sheet(one, place)
            image.save(FOLDER / f"{one.name}.webp", "WEBP", quality=_QUALITY, method=6)


def place_of(library: Library) -> Place:
    """Return the commune whose leaflets are shown."""
    commune = library.lists.communes[COMMUNE]
    province = library.lists.provinces[commune.province]
    return Place(commune, province, library.localities.get(COMMUNE))


def contact_sheet(leaflet: Publication, place: Place) -> Image.Image:
    """Draw a leaflet in all its formats: the tri-fold above, the others below."""
    sheet = fold(
        leaflet,
        place.commune,
        place.province,
        place.locality,
        ASSETS,
        site_host=HOST,
        as_of=DAY,
    ).value
    front, back = drawn(sheet, ACROSS)
    grey = front.convert("L").convert("RGB")
    others = [
        drawn(make(Order(leaflet, FORMATS[key], place, HOST), CONTENT, ASSETS).value)[0]
        for key in ("poster", "large", "bw")
    ]
    return rows(((front, back), (*others, grey)))


def drawn(pdf: bytes, width: int = UPRIGHT) -> list[Image.Image]:
    """Draw the pages of a file, so many points wide."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=width / page.get_width()).to_pil().convert("RGB")
            for page in document
        ]


def rows(pictures: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """Lay pictures out in rows on a grey ground."""
    width = max(sum(one.width + _GAP for one in row) for row in pictures) + _GAP
    heights = [max(one.height for one in row) + _GAP for row in pictures]
    whole = Image.new("RGB", (width, sum(heights) + _GAP), _BACK)
    for row, top in zip(pictures, (_GAP, heights[0] + _GAP), strict=True):
        left = _GAP
        for one in row:
            whole.paste(one, (left, top))
            left += one.width + _GAP
    return whole


if __name__ == "__main__":
    main()
