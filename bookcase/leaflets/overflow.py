"""Nothing is lost on a sheet: the rules over what was laid out.

WeasyPrint drops, without a word, text that does not fit a box reaching the end of a
page, and draws on over its neighbours everywhere else. These rules find every way in
which a letter of the source can be missing or unreadable on the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.leaflets.layout import Frame, Layout, Piece

TOLERANCE = 0.3
"""Millimetres by which boxes may pass each other before anyone could see it."""

_SIDES = 2
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong in a frame.

    ``excess`` is in millimetres, 0 when unknown; ``words`` are the first that suffer.
    """

    code: str
    frame: str
    what: str
    excess: float = 0.0
    words: str = ""


def problems(drawn: Layout, source: Mapping[str, str]) -> tuple[Problem, ...]:
    """Find what is lost or unreadable, at most one problem of a kind for each frame.

    Args:
        drawn: What was laid out.
        source: For each frame, the letters it should show, without white space.

    Finds:
        LEAF010: the sheet does not have two sides, or a frame is split or missing.
        LEAF011: text reaches out of its frame, its cell or its box.
        LEAF012: two frames, or two pieces of text, lie on each other.
        LEAF013: letters of the source were not drawn.
    """
    found = (
        *_pages(drawn),
        *_split(drawn, source),
        *_beyond(drawn),
        *_colliding(drawn),
        *_dropped(drawn, source),
    )
    return tuple({(one.code, one.frame): one for one in reversed(found)}.values())[::-1]


def with_room(
    found: tuple[Problem, ...], drawn: Layout, unbounded: Layout
) -> tuple[Problem, ...]:
    """Measure each problem on a layout without ends.

    Returns:
        The problems with the millimetres that the frame lacks, and the first words
        below its end, where it is too short; the others as they were.
    """
    return tuple(_measured(one, drawn, unbounded) for one in found)


def _pages(drawn: Layout) -> Iterator[Problem]:
    if drawn.pages != _SIDES:
        yield Problem("LEAF010", "", f"tờ gấp có {drawn.pages} mặt thay vì {_SIDES}")


def _split(drawn: Layout, source: Mapping[str, str]) -> Iterator[Problem]:
    names = [frame.name for frame in drawn.frames]
    for name in source:
        if (count := names.count(name)) > 1:
            yield Problem("LEAF010", name, f"khung bị cắt thành {count} phần")
        elif not count:
            yield Problem("LEAF010", name, "khung không được in ra")


def _beyond(drawn: Layout) -> Iterator[Problem]:
    ranked = sorted(drawn.pieces, key=lambda piece: piece.frame)
    for name, pieces in groupby(ranked, key=lambda piece: piece.frame):
        out = [one for one in pieces if one.area.beyond(one.room) > TOLERANCE]
        if out:
            worst = max(one.area.beyond(one.room) for one in out)
            yield Problem("LEAF011", name, "chữ tràn ra ngoài", worst, _words(out))


def _colliding(drawn: Layout) -> Iterator[Problem]:
    for one, other in combinations(drawn.frames, 2):
        if one.page == other.page and one.area.shared(other.area) > TOLERANCE:
            depth = one.area.shared(other.area)
            yield Problem("LEAF012", one.name, f"đè lên khung «{other.name}»", depth)
    for left, right in combinations(drawn.pieces, 2):
        if left.page == right.page and _overprinted(left, right):
            words = _words([left, right])
            yield Problem("LEAF012", left.frame, "chữ đè lên nhau", words=words)


def _overprinted(one: Piece, other: Piece) -> bool:
    """Tell whether letters lie on letters: lines' boxes touch, so a third is allowed.

    The box of a line of text is taller than its letters.
    """
    both = one.area.within(other.area)
    low = min(one.area.bottom - one.area.top, other.area.bottom - other.area.top)
    return both.right - both.left > TOLERANCE and both.bottom - both.top > low / 3


def _dropped(drawn: Layout, source: Mapping[str, str]) -> Iterator[Problem]:
    for name, wanted in source.items():
        shown = drawn.letters(name)
        if shown != wanted:
            missing = len(wanted) - len(shown)
            yield Problem(
                "LEAF013",
                name,
                f"{missing} chữ cái không được in" if missing > 0 else "chữ in bị sai",
                words=wanted[_first_difference(shown, wanted) :][:30],
            )
    if stray := [one for one in drawn.pieces if not one.frame and one.text.strip()]:
        yield Problem("LEAF013", "", "chữ nằm ngoài mọi khung", words=_words(stray))


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    at = (at for at, (left, right) in enumerate(pairs) if left != right)
    return next(at, min(len(one), len(other)))


def _measured(found: Problem, drawn: Layout, unbounded: Layout) -> Problem:
    fixed = _frame(drawn, found.frame)
    free = _frame(unbounded, found.frame)
    if not fixed or not free or found.code == "LEAF012":
        return found
    return _lacking(found, fixed, free, unbounded)


def _lacking(found: Problem, fixed: Frame, free: Frame, unbounded: Layout) -> Problem:
    """Compare the frame's height with what it would need."""
    end = free.area.top + _height(fixed)
    lack = _height(free) - _height(fixed)
    below = [
        one
        for one in unbounded.pieces
        if one.frame == found.frame and one.area.bottom > end + TOLERANCE
    ]
    if lack <= TOLERANCE or not below:
        return found
    return Problem(found.code, found.frame, found.what, lack, _words(below))


def _height(frame: Frame) -> float:
    return frame.area.bottom - frame.area.top


def _frame(drawn: Layout, name: str) -> Frame | None:
    return next((one for one in drawn.frames if one.name == name), None)


def _words(pieces: list[Piece]) -> str:
    """Return the first words of some pieces, of the source when there are any."""
    own = [one for one in pieces if not one.generated] or pieces
    return " ".join(" ".join(one.text for one in own).split()[:_SHOWN])
