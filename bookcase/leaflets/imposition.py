"""Pages set two and two, so that sheets printed on both sides fold into a booklet.

Each sheet of twice the page's width bears four pages; the sheets are laid into one
another, folded once and stapled on the fold. Blank pages fill the last sheet, before
the back cover, which stays outside. The structure of the tagged PDF stays: whoever has
it read aloud hears the pages in their own order, not in the sheets'.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, Page

from bookcase.diagnostics import Diagnostic, Result, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

THICKNESS = 0.1
"""Millimetres of a sheet of office paper, 80 g/m²."""

_PAGES = 4
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
        data: A PDF whose pages are all of one size, without links.
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


def _impose(pdf: pikepdf.Pdf) -> None:
    pages = [Page(page) for page in pdf.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(pages)}
    forms = [pdf.make_indirect(_form(page)) for page in pages]
    size = [float(end) for end in pages[0].mediabox[2:]]
    on: dict[int, pikepdf.Object] = {}
    for side in sides(len(pages)):
        sheet = pdf.add_blank_page(page_size=(2 * size[0], size[1]))
        _draw(pdf, sheet, side, forms, size[0])
        on |= {at: sheet.obj for at in (side.left, side.right) if at is not None}
    if "/StructTreeRoot" in pdf.Root:
        _retag(pdf.Root.StructTreeRoot.K, _Moved(numbers, on, forms))
    for _ in pages:
        del pdf.pages[0]
    for key in _OF_PAGES:
        if key in pdf.Root:
            del pdf.Root[key]


def _form(page: Page) -> pikepdf.Object:
    """Return a page as a drawing; it keeps the page's place in the parent tree."""
    form = page.as_form_xobject()
    if "/StructParents" in page.obj:
        form["/StructParents"] = page.obj.StructParents
    return form


def _draw(
    pdf: pikepdf.Pdf, sheet: Page, side: Side, forms: list[pikepdf.Object], width: float
) -> None:
    drawn, shapes = [], Dictionary()
    for name, at, left in (("/L", side.left, 0.0), ("/R", side.right, width)):
        if at is not None:
            shapes[name] = forms[at]
            drawn.append(f"q 1 0 0 1 {left:g} 0 cm {name} Do Q")
    sheet.obj.Resources = Dictionary(XObject=shapes)
    sheet.obj.Contents = pdf.make_stream("\n".join(drawn).encode())
    sheet.obj.Tabs = Name.S


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where each page went: its number by its name, its sheet and its drawing by it."""

    numbers: Mapping[tuple[int, int], int]
    sheets: Mapping[int, pikepdf.Object]
    forms: list[pikepdf.Object]

    def content(self, page: pikepdf.Object, number: int) -> pikepdf.Object:
        """Return what names a piece of content that now lies in a drawing."""
        at = self.numbers[page.objgen]
        return Dictionary(
            Type=Name.MCR, Pg=self.sheets[at], Stm=self.forms[at], MCID=number
        )


def _retag(root: pikepdf.Object, moved: _Moved) -> None:
    """Let every element of the structure point into the drawings."""
    left = [*_elements(root)]
    while left:
        element = left.pop()
        page = element.get("/Pg")
        if "/K" in element:
            kids = element.K if isinstance(element.K, Array) else [element.K]
            element.K = Array([_content(kid, page, moved) for kid in kids])
            left += _elements(element.K)
        if page is not None:
            element.Pg = moved.sheets[moved.numbers[page.objgen]]


def _content(
    kid: pikepdf.Object | int, page: pikepdf.Object | None, moved: _Moved
) -> pikepdf.Object | int:
    """Return a child as it is to be: content by its number, an element as it was."""
    marked = isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR
    number = kid.MCID if marked and isinstance(kid, Dictionary) else kid
    home = kid.Pg if isinstance(kid, Dictionary) and "/Pg" in kid else page
    if home is None or not isinstance(number, int):
        return kid
    return moved.content(home, number)


def _elements(kids: pikepdf.Object) -> Iterator[pikepdf.Object]:
    held = kids if isinstance(kids, Array) else [kids]
    yield from (kid for kid in held if isinstance(kid, Dictionary) and "/S" in kid)
