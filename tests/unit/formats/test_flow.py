"""The rules over running text, one fault at a time."""

from __future__ import annotations

import pytest

from bookcase.leaflets.formats.flow import problems
from bookcase.leaflets.layout import Area, Frame, Layout, Piece

ROOM = Area(10, 10, 200, 280)
SOURCE = {"Chương 1": "Mộthaiba."}


def piece(text: str, top: float, page: int = 1, **other: object) -> Piece:
    area = other.pop("area", Area(10, top, 60, top + 5))
    frame = other.pop("frame", "Chương 1")
    return Piece(text, frame, page, area, ROOM, **other)  # type: ignore[arg-type]


def found(*pieces: Piece, pages: int = 0, on: int = 2) -> list[tuple[str, str, str]]:
    frames = (Frame("Chương 1", 1, ROOM), Frame("Chương 1", 2, ROOM))
    held = problems(Layout(on, frames[:on], pieces), SOURCE, pages)
    return [(one.code, one.frame, one.words) for one in held]


GOOD = (piece("Một hai", 10), piece("ba.", 10, 2))


def test_text_may_go_on_from_page_to_page() -> None:
    assert found(*GOOD) == []


def test_heads_that_come_again_are_not_the_sources() -> None:
    assert found(*GOOD, piece("Một hai", 30, 2, generated=True)) == []


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (GOOD[:1], [("PRINT013", "Chương 1", "ba.")]),
        ((*GOOD, piece("lạ", 50, frame="")), [("PRINT013", "", "lạ")]),
        (
            (GOOD[0], piece("ba.", 0, 2, area=Area(150, 10, 201, 15))),
            [("PRINT011", "Chương 1", "ba.")],
        ),
        (
            (GOOD[0], piece("ba.", 0, area=Area(20, 12, 40, 17))),
            [("PRINT012", "Chương 1", "Một hai ba.")],
        ),
    ],
)
def test_a_fault_is_found_and_named(
    pieces: tuple[Piece, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert found(*pieces) == expected


def test_too_many_pages_name_the_first_words_on_the_next() -> None:
    assert found(*GOOD, pages=1) == [("PRINT010", "Chương 1", "ba.")]


def test_frames_of_a_single_page_keep_off_each_other() -> None:
    frames = (Frame("A", 1, Area(0, 0, 50, 50)), Frame("B", 1, Area(0, 45, 50, 90)))
    held = problems(Layout(1, frames, ()), {}, 1)
    assert [(one.code, one.frame, one.excess) for one in held] == [("PRINT012", "A", 5)]
    assert problems(Layout(1, frames, ()), {}) == ()
