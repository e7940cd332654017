"""The rules over what was laid out, on layouts made by hand."""

from __future__ import annotations

from bookcase.leaflets.layout import Area, Frame, Layout, Piece, source_letters
from bookcase.leaflets.overflow import Problem, problems, with_room

FRAME = Frame("A", 1, Area(0, 0, 50, 20))


def piece(text: str, top: float, left: float = 0, right: float = 40) -> Piece:
    return Piece(text, "A", 1, Area(left, top, right, top + 4), FRAME.area)


def said(*pieces: Piece, source: str = "", pages: int = 2) -> tuple[Problem, ...]:
    letters = source or "".join("".join(one.text.split()) for one in pieces)
    return problems(Layout(pages, (FRAME,), pieces), {"A": letters})


def test_what_fits_is_no_problem() -> None:
    assert said(piece("Một hai", 0), piece("ba", 5)) == ()


def test_a_third_side_is_a_problem() -> None:
    assert said(pages=3) == (Problem("LEAF010", "", "tờ gấp có 3 mặt thay vì 2"),)


def test_a_frame_in_two_parts_is_a_problem() -> None:
    halves = Layout(2, (FRAME, Frame("A", 2, FRAME.area)), ())
    assert problems(halves, {"A": ""}) == (
        Problem("LEAF010", "A", "khung bị cắt thành 2 phần"),
    )


def test_a_frame_that_is_not_there_is_a_problem() -> None:
    assert problems(Layout(2, (), ()), {"A": ""}) == (
        Problem("LEAF010", "A", "khung không được in ra"),
    )


def test_text_below_its_frame_is_named_with_its_first_words() -> None:
    (found,) = said(piece("Một", 0), piece("hai ba", 17))
    assert found == Problem("LEAF011", "A", "chữ tràn ra ngoài", 1, "hai ba")


def test_text_too_wide_is_a_problem() -> None:
    (found,) = said(piece("Nghiêng", 0, right=52.5))
    assert (found.code, found.excess) == ("LEAF011", 2.5)


def test_text_on_text_is_a_problem() -> None:
    (found,) = said(piece("Một", 0), piece("hai", 2))
    assert found == Problem("LEAF012", "A", "chữ đè lên nhau", words="Một hai")


def test_a_frame_on_a_frame_is_a_problem() -> None:
    other = Frame("B", 1, Area(45, 0, 90, 20))
    drawn = Layout(2, (FRAME, other), ())
    assert problems(drawn, {"A": "", "B": ""}) == (
        Problem("LEAF012", "A", "đè lên khung «B»", 5),
    )


def test_dropped_text_is_counted_and_quoted() -> None:
    (found,) = said(piece("Một hai", 0), source="Mộthaibabốn")
    assert found == Problem("LEAF013", "A", "5 chữ cái không được in", words="babốn")


def test_text_in_no_frame_is_a_problem() -> None:
    stray = Piece("Lạc", "", 1, Area(0, 0, 5, 5), Area())
    (found,) = problems(Layout(2, (), (stray,)), {})
    assert found == Problem("LEAF013", "", "chữ nằm ngoài mọi khung", words="Lạc")


def test_the_missing_room_is_measured_on_a_page_without_an_end() -> None:
    drawn = Layout(2, (FRAME,), (piece("Một", 0),))
    tall = Frame("A", 1, Area(0, 100, 50, 127.5))
    pieces = (piece("Một", 100), piece("hai ba", 121))
    lost = (Problem("LEAF013", "A", "5 chữ cái không được in", words="haiba"),)
    assert with_room(lost, drawn, Layout(1, (tall,), pieces)) == (
        Problem("LEAF013", "A", "5 chữ cái không được in", 7.5, "hai ba"),
    )


def test_the_source_is_read_by_frames() -> None:
    html = (
        '<p data-khung="A">Một <b>hai</b><br>ba</p>'
        '<div><p data-khung="B">&amp; bốn</p>lạc<img src="x"></div>'
    )
    assert source_letters(html) == {"A": "Mộthaiba", "B": "&bốn"}
