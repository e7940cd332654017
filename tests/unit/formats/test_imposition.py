"""Two pages a side: in which order, and how they are tagged."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from bookcase.leaflets.imposition import Side, booklet, creep, sides

from .samples import BOOK, printed


def folded(pages: int) -> list[int | None]:
    """Fold the sheets and read the booklet: what is on each page, first to last."""
    fronts, backs = sides(pages)[::2], sides(pages)[1::2]
    leaves = list(zip(fronts, backs, strict=True))
    first = [one for front, back in leaves for one in (front.right, back.left)]
    last = [one for front, back in leaves[::-1] for one in (back.right, front.left)]
    return first + last


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 5, 7, 8, 20, 21, 64])
def test_a_folded_booklet_reads_in_order(pages: int) -> None:
    read = folded(pages)
    assert len(read) % 4 == 0
    assert [one for one in read if one is not None] == [*range(pages)]
    assert read[-1] == pages - 1


def test_four_pages_are_one_sheet() -> None:
    assert sides(4) == (Side(3, 0), Side(1, 2))
    assert sides(6) == (Side(5, 0), Side(1, None), Side(None, 2), Side(3, 4))
    assert sides(0) == ()


def test_creep_grows_with_the_sheets() -> None:
    assert [round(creep(pages), 1) for pages in (0, 4, 8, 20)] == [0, 0, 0.1, 0.4]


def test_the_note_tells_sheets_blanks_and_creep() -> None:
    note = printed(BOOK, "booklet").diagnostics[0]
    assert (note.code, note.level) == ("PRINT030", "info")
    assert note.message == "sách gấp đôi: 2 tờ in hai mặt, 6 trang, 2 trang trắng"
    assert "0,1 mm" in note.hint


def test_every_piece_of_content_is_tagged_in_the_books_order() -> None:
    book = printed(BOOK, "handbook").value
    with pikepdf.open(io.BytesIO(book)) as pdf:
        before = _numbers(pdf)
    with pikepdf.open(io.BytesIO(printed(BOOK, "booklet").value)) as pdf:
        after = _numbers(pdf)
        assert len(pdf.pages) == 4
        on = {page.obj.objgen for page in pdf.pages}
        rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, rows[::2]), rows[1::2], strict=True))
        for element in _elements(pdf.Root.StructTreeRoot.K):
            assert "/Pg" not in element or element.Pg.objgen in on
            for kid in _kids(element):
                if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid:
                    assert kid.Pg.objgen in on
                    row = parents[int(kid.Pg.StructParents)]
                    assert row[int(kid.MCID)].objgen == element.objgen
    assert after == before


def test_a_sheet_shows_the_pages_that_stand_on_it() -> None:
    book = pypdfium2.PdfDocument(printed(BOOK, "handbook").value)
    made = pypdfium2.PdfDocument(printed(BOOK, "booklet").value)
    for sheet, side in zip(made, sides(len(book)), strict=True):
        whole = sheet.render().to_pil()
        half = whole.width // 2
        for at, right in ((side.left, False), (side.right, True)):
            if at is not None:  # pages meet at the fold
                page = book[at].render().to_pil()
                left = half if right else half - page.width
                shown = whole.crop((left, 0, left + page.width, whole.height))
                assert _differ(shown.resize((300, 424)), page.resize((300, 424))) < 9


def _differ(one: Image.Image, other: Image.Image) -> float:
    """Return the mean square of the difference of two pictures."""
    return ImageStat.Stat(ImageChops.difference(one, other)).rms[0]


def test_a_booklet_has_no_links_that_lead_nowhere() -> None:
    with pikepdf.open(io.BytesIO(printed(BOOK, "booklet").value)) as pdf:
        assert [page for page in pdf.pages if "/Annots" in page] == []
        assert not {"/Outlines", "/Names", "/Dests"} & set(pdf.Root.keys())


def test_a_file_without_tags_is_imposed_too() -> None:
    plain = pikepdf.new()
    for _ in range(3):
        plain.add_blank_page(page_size=(100, 200))
    out = io.BytesIO()
    plain.save(out)
    with pikepdf.open(io.BytesIO(booklet(out.getvalue(), "a").value)) as pdf:
        assert [[float(end) for end in page.mediabox] for page in pdf.pages] == [
            [0, 0, 200, 200],
            [0, 0, 200, 200],
        ]


def _numbers(pdf: pikepdf.Pdf) -> int:
    """Count the pieces of content that the structure names."""
    return sum(
        isinstance(kid, int) or "/MCID" in kid
        for element in _elements(pdf.Root.StructTreeRoot.K)
        for kid in _kids(element)
        if not (isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR")
    )


def _elements(kids: pikepdf.Object) -> list[pikepdf.Object]:
    held = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    own = [one for one in held if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    return own + [deep for one in own if "/K" in one for deep in _elements(one.K)]


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    if "/K" not in element:
        return []
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]
