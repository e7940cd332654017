"""A picture of a first side."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image

from bookcase.leaflets.formats.firstside import NARROW, WIDE, first_side

from .samples import LEAFLET, printed


def blank(width: int, height: int, pages: int = 1) -> bytes:
    pdf, out = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(width, height))
    pdf.save(out)
    return out.getvalue()


def test_sheets_across_are_drawn_wider_than_upright_ones() -> None:
    assert first_side(blank(600, 300, 3))[1:] == (WIDE, WIDE // 2, 3)
    assert first_side(blank(300, 600))[1:] == (NARROW, NARROW * 2, 1)


def test_it_shows_the_colour_of_the_title_and_is_the_same_each_time() -> None:
    made = printed(LEAFLET, "poster").value
    side = first_side(made)
    assert side == first_side(made)
    with Image.open(io.BytesIO(side.data)) as picture:
        assert (picture.format, picture.size) == ("WEBP", side[1:3])
        red, green, blue = picture.convert("RGB").getpixel((5, 5))  # type: ignore[misc]
    assert max(red, green, blue) < 160
