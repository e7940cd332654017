"""Pages set two and two, so that sheets printed on both sides fold into a booklet.

Each sheet of twice the page's width bears four pages; the sheets are laid into one
another, folded once and stapled on the fold. Blank pages fill the last sheet, before
the back cover, which stays outside. The structure of the tagged PDF stays: whoever has
it read aloud hears the pages in their own order, not in the sheets'.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Page

from bookcase.diagnostics import Diagnostic, Result, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

THICKNESS = 0.1
"""Millimetres of a sheet of office paper, 80 g/m²."""

_PAGES = 4
_HALF_A4 = 148.5 * 72 / 25.4
_NARROWER = 1.5
"""Points by which a page, as an A5 one, may be narrower than half an office sheet."""
_BLEED = 3 * 72 / 25.4
_OF_PAGES = ("/Outlines", "/Names", "/Dests", "/OpenAction", "/PageLabels", "/PageMode")
"""What a catalogue says of single pages: it would lead to pages that are gone."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a sheet: the pages on it, from 0; None is blank."""

    left: int | None
    right: int | None


def sides(pages: int) -> tuple[Side, ...]:
    """Return the sides in printing order: front, back, and so on.

    >>> [(side.left, side.right) for side in sides(4)]
    [(3, 0), (1, 2)]
    """
    full = -(-pages // _PAGES) * _PAGES
    inner = pages - 1
    held = [*range(inner), *[None] * (full - pages), *([inner] if pages else [])]
    return tuple(
        side
        for at in range(0, full // 2, 2)
        for side in (
            Side(held[full - 1 - at], held[at]),
            Side(held[at + 1], held[full - 2 - at]),
        )
    )


def creep(pages: int) -> float:
    """Return by how many millimetres the innermost leaf stands out when folded."""
    return max(0, -(-pages // _PAGES) - 1) * THICKNESS


def booklet(data: bytes, path: str) -> Result[bytes]:
    """Set the pages of a PDF two and two.

    Args:
        data: A PDF of WeasyPrint's: its pages are of one size, share their resources
            and have no links.
        path: Where its words come from, for messages.

    Returns:
        A PDF of sheets across; flip on the short edge.

    Finds:
        PRINT030: how many sheets it takes, and how far the inner leaves stand out.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        count = len(pdf.pages)
        _impose(pdf)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return Result(out.getvalue(), (_note(count, path),))


def with_bleed(data: bytes) -> bytes:
    """Return a PDF for the press: its bleed box reaches 3 mm beyond the cut.

    WeasyPrint sets that box by its own measure, and has the marks within it.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            left, low, right, high = (float(end) for end in page.trimbox)
            box = (left - _BLEED, low - _BLEED, right + _BLEED, high + _BLEED)
            page.bleedbox = Array([round(end, 3) for end in box])
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _note(pages: int, path: str) -> Diagnostic:
    sheets, out = -(-pages // _PAGES), f"{creep(pages):.1f}".replace(".", ",")
    blank = sheets * _PAGES - pages
    what = f"sách gấp đôi: {sheets} tờ in hai mặt, {pages} trang, {blank} trang trắng"
    hint = (
        "in hai mặt, lật theo cạnh ngắn, đóng ghim giữa; tờ trong cùng nhô ra khoảng"
        f" {out} mm thì xén mép ngoài"
    )
    return Diagnostic(Span(path), "PRINT030", what, "info", hint)


class _Place(NamedTuple):
    """Where a page went: its sheet, and by how much its marks were moved there."""

    sheet: pikepdf.Object
    by: int


def _impose(pdf: pikepdf.Pdf) -> None:
    """Draw pages on sheets; what was tagged stays tagged, in its own order."""
    pages = [Page(page) for page in pdf.pages]
    width, height = (float(end) for end in pages[0].mediabox[2:])
    half = _HALF_A4 if 0 <= _HALF_A4 - width < _NARROWER else width
    marks = _marks(pdf)
    places: dict[tuple[int, int], _Place] = {}
    rows: list[pikepdf.Object | int] = []
    for number, side in enumerate(sides(len(pages))):
        sheet = pdf.add_blank_page(page_size=(2 * half, height)).obj
        drawn, held = [], list[pikepdf.Object]()
        for at, left in ((side.left, half - width), (side.right, half)):
            if at is not None:
                page = pages[at]
                clip = f"{left:g} 0 {width:g} {height:g} re W n 1 0 0 1 {left:g} 0 cm"
                drawn.append(b"q %s\n%s\nQ" % (clip.encode(), _moved(page, len(held))))
                places[page.obj.objgen] = _Place(sheet, len(held))
                held += marks.get(int(page.obj.get("/StructParents", -1)), [])
        sheet.Resources = pages[0].obj.Resources
        sheet.Contents = pdf.make_stream(b"\n".join(drawn))
        sheet.Tabs, sheet.StructParents = Name.S, number
        rows += [number, pdf.make_indirect(Array(held))]
    if "/StructTreeRoot" in pdf.Root:
        root = pdf.Root.StructTreeRoot
        _retag(root.K, places)
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(rows)))
    for _ in pages:
        del pdf.pages[0]
    for key in _OF_PAGES:
        if key in pdf.Root:
            del pdf.Root[key]


def _marks(pdf: pikepdf.Pdf) -> dict[int, list[pikepdf.Object]]:
    """Return the elements that each page's marks belong to, by the page's number."""
    if "/StructTreeRoot" not in pdf.Root:
        return {}
    rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return {int(key): list(held) for key, held in pairs if isinstance(held, Array)}


def _moved(page: Page, by: int) -> bytes:
    """Return what is drawn on a page, its marks counted on."""
    steps = pikepdf.parse_content_stream(page)
    for step in steps:
        if str(step.operator) == "BDC" and "/MCID" in step.operands[1]:
            step.operands[1].MCID = int(step.operands[1].MCID) + by
    return pikepdf.unparse_content_stream(steps)


def _retag(root: pikepdf.Object, places: Mapping[tuple[int, int], _Place]) -> None:
    """Let every element of the structure point at the sheets."""
    left = [*_elements(root)]
    while left:
        element = left.pop()
        page = element.get("/Pg")
        if "/K" in element:
            kids = element.K if isinstance(element.K, Array) else [element.K]
            element.K = Array([_content(kid, page, places) for kid in kids])
            left += _elements(element.K)
        if page is not None:
            element.Pg = places[page.objgen].sheet


def _content(
    kid: pikepdf.Object | int,
    page: pikepdf.Object | None,
    places: Mapping[tuple[int, int], _Place],
) -> pikepdf.Object | int:
    """Return a child as it is to be: content by its number, an element as it was."""
    marked = isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR
    number = kid.MCID if marked and isinstance(kid, Dictionary) else kid
    home = kid.Pg if isinstance(kid, Dictionary) and "/Pg" in kid else page
    if home is None or not isinstance(number, int):
        return kid
    place = places[home.objgen]
    return Dictionary(Type=Name.MCR, Pg=place.sheet, MCID=number + place.by)


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    held = kids if isinstance(kids, Array) else [kids]
    yield from (kid for kid in held if isinstance(kid, Dictionary) and "/S" in kid)
