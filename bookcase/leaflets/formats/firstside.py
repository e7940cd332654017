"""A picture of a file's first side, for pages that offer it."""

from __future__ import annotations

import io
from typing import NamedTuple

import pypdfium2

WIDE, NARROW = 420, 240
"""How wide the picture of a sheet across is, and of an upright one, in points."""
_QUALITY = 62


class FirstSide(NamedTuple):
    """A WebP picture, its size in points, and how many pages the file has."""

    data: bytes
    width: int
    height: int
    pages: int


def first_side(pdf: bytes) -> FirstSide:
    """Draw the first page of a PDF file of ours; the same file gives the same bytes."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        width = WIDE if page.get_width() > page.get_height() else NARROW
        bitmap = page.render(scale=width / page.get_width())
        image = bitmap.to_pil().convert("RGB")
        out = io.BytesIO()
        image.save(out, "WEBP", quality=_QUALITY, method=6)
        return FirstSide(out.getvalue(), image.width, image.height, len(document))
