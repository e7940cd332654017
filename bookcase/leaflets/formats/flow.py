"""Nothing is lost in running text: the rules over what was laid out on many pages.

The sisters of :mod:`bookcase.leaflets.overflow`, for frames that go on from page to
page. Every letter of the source must be drawn, inside its page, on nothing else.
"""

from __future__ import annotations

from itertools import combinations, groupby
from typing import TYPE_CHECKING

from bookcase.leaflets.overflow import TOLERANCE, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.leaflets.layout import Layout, Piece

_SHOWN, _LETTERS = 6, 30


def problems(
    drawn: Layout, source: Mapping[str, str], pages: int = 0
) -> tuple[Problem, ...]:
    """Find what is lost or unreadable, at most one problem of a kind for each frame.

    Args:
        drawn: What was laid out.
        source: For each frame, the letters it should show, without white space.
        pages: How many pages there must be; 0 for any number.

    Finds:
        PRINT010: there are more pages than there may be.
        PRINT011: text reaches out of its box, or of the page.
        PRINT012: two pieces of text lie on each other, or two frames of such pages.
        PRINT013: letters of the source were not drawn, or stand outside all frames.
    """
    found = (
        *_pages(drawn, pages),
        *_beyond(drawn),
        *_colliding(drawn),
        *(_crossed(drawn) if pages else ()),
        *_dropped(drawn, source),
    )
    return tuple({(one.code, one.frame): one for one in reversed(found)}.values())[::-1]


def _pages(drawn: Layout, pages: int) -> Iterator[Problem]:
    if pages and drawn.pages != pages:
        last = [one for one in drawn.pieces if one.page > pages]
        what = f"cần {drawn.pages} trang, chỉ có chỗ cho {pages}"
        yield Problem("PRINT010", last[0].frame if last else "", what, 0, _words(last))


def _beyond(drawn: Layout) -> Iterator[Problem]:
    for one in drawn.pieces:
        if (excess := one.area.beyond(one.room)) > TOLERANCE:
            where = f"chữ tràn ra ngoài ở trang {one.page}"
            yield Problem("PRINT011", one.frame, where, excess, _words([one]))


def _colliding(drawn: Layout) -> Iterator[Problem]:
    for page, held in groupby(drawn.pieces, key=lambda one: one.page):
        ranked = sorted(held, key=lambda one: one.area.top)
        for at, one in enumerate(ranked):
            if other := _on(one, ranked[at + 1 :]):
                what = f"chữ đè lên nhau ở trang {page}"
                yield Problem("PRINT012", one.frame, what, 0, _words([one, other]))


def _crossed(drawn: Layout) -> Iterator[Problem]:
    for one, other in combinations(drawn.frames, 2):
        if one.page == other.page and one.area.shared(other.area) > TOLERANCE:
            depth = one.area.shared(other.area)
            yield Problem("PRINT012", one.name, f"đè lên «{other.name}»", depth)


def _on(one: Piece, below: Iterable[Piece]) -> Piece | None:
    """Return a piece that covers a third of another's height or of its own."""
    for other in below:
        if other.area.top >= one.area.bottom:
            return None
        both = one.area.within(other.area)
        low = min(one.area.bottom - one.area.top, other.area.bottom - other.area.top)
        if both.right - both.left > TOLERANCE and both.bottom - both.top > low / 3:
            return other
    return None


def _dropped(drawn: Layout, source: Mapping[str, str]) -> Iterator[Problem]:
    for name, shown in _letters(drawn).items():
        if not name or name not in source:
            words = shown[:_LETTERS]
            yield Problem("PRINT013", name, "chữ nằm ngoài mọi khung", 0, words)
    held = _letters(drawn)
    for name, wanted in source.items():
        shown = held.get(name, "")
        if shown != wanted:
            missing = len(wanted) - len(shown)
            what = f"{missing} chữ cái không được in" if missing > 0 else "chữ in sai"
            at = _first_difference(shown, wanted)
            yield Problem("PRINT013", name, what, 0, wanted[at : at + _LETTERS])


def _letters(drawn: Layout) -> dict[str, str]:
    texts: dict[str, list[str]] = {}
    for one in drawn.pieces:
        if not one.generated and one.text:
            texts.setdefault(one.frame, []).append("".join(one.text.split()))
    return {name: "".join(held) for name, held in texts.items()}


def _first_difference(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    at = (at for at, (left, right) in enumerate(pairs) if left != right)
    return next(at, min(len(one), len(other)))


def _words(pieces: list[Piece]) -> str:
    return " ".join(" ".join(one.text for one in pieces).split()[:_SHOWN])
