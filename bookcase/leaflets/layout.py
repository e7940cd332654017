"""What was laid out, as values: frames on pages, and the pieces of text in them.

Read from WeasyPrint's boxes by their shape alone, so that the rules over it
(:mod:`bookcase.leaflets.overflow`) know nothing of WeasyPrint. Lengths are millimetres
from the page's top left corner; pages count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARK = "data-khung"
"""The attribute that makes an element a frame, and names it."""

_MM = 25.4 / 96
_ASCENT, _DESCENT = 0.75, 0.25
"""How far letters reach from the base line, in ems; marks may stand out above."""
_LOOSE = frozenset(
    [
        "PageBox",
        "LineBox",
        "InlineBox",
        "TableRowBox",
        "TableRowGroupBox",
        "TableColumnGroupBox",
        "TableColumnBox",
    ]
)
"""Boxes that are as large as what they hold, and so allow anything."""
_VOID = frozenset(["br", "hr", "img", "meta", "link", "col", "input", "wbr"])


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    left: float = -inf
    top: float = -inf
    right: float = inf
    bottom: float = inf

    def within(self, other: Area) -> Area:
        """Return the part that also lies in the other."""
        return Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def beyond(self, room: Area) -> float:
        """Tell how far this reaches out of a room at its worst side."""
        return max(
            room.left - self.left,
            room.top - self.top,
            self.right - room.right,
            self.bottom - room.bottom,
        )

    def shared(self, other: Area) -> float:
        """Tell how deep two rectangles lie in each other, 0 when they do not."""
        both = self.within(other)
        return max(0.0, min(both.right - both.left, both.bottom - both.top))


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame, or the part of it that a page holds."""

    name: str
    page: int
    area: Area


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text (or a picture, whose text is empty) in a frame.

    ``room`` is where the boxes around it allow it to be; ``generated`` text is the
    style sheet's (a bullet, a running head) or a table's head again on a further page,
    not the source's.
    """

    text: str
    frame: str
    page: int
    area: Area
    room: Area
    generated: bool = False


_Paged = TypeVar("_Paged", Frame, Piece)


@dataclass(frozen=True, slots=True)
class Layout:
    """All of a document, in the order in which it was drawn."""

    pages: int
    frames: tuple[Frame, ...]
    pieces: tuple[Piece, ...]

    def part(self, first: int, count: int) -> Layout:
        """Return some of the pages, counted from 1 again; none that are not there."""
        last = min(self.pages, first + count - 1)
        return Layout(
            max(0, last - first + 1),
            tuple(
                _moved(one, first) for one in self.frames if first <= one.page <= last
            ),
            tuple(
                _moved(one, first) for one in self.pieces if first <= one.page <= last
            ),
        )

    def words(self, frame: str) -> tuple[str, ...]:
        """Return the source's words that a frame shows."""
        held = (p for p in self.pieces if p.frame == frame and not p.generated)
        return tuple(" ".join(piece.text for piece in held).split())

    def letters(self, frame: str) -> str:
        """Return the source's letters that a frame shows, without white space."""
        held = (p for p in self.pieces if p.frame == frame and not p.generated)
        return _letters(piece.text for piece in held)


def _moved(one: _Paged, first: int) -> _Paged:
    return replace(one, page=one.page - first + 1)


def layout(pages: Iterable[Any]) -> Layout:
    """Read the pages of a rendered WeasyPrint document."""
    held = tuple(pages)
    found: list[Frame | Piece] = []
    heads: set[int] = set()
    for number, page in enumerate(held, 1):
        root = page._page_box  # noqa: SLF001 - the one way to the boxes
        found.extend(_walk(root, _Around(number, heads=heads)))
    return Layout(
        len(held),
        tuple(one for one in found if isinstance(one, Frame)),
        tuple(one for one in found if isinstance(one, Piece)),
    )


def source_letters(html: str) -> dict[str, str]:
    """Return the letters that the source means for each frame, without white space."""
    reader = _FrameReader()
    reader.feed(html)
    reader.close()
    return {name: _letters(texts) for name, texts in reader.texts.items()}


class _FrameReader(HTMLParser):
    """Collects text by the frame it stands in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        outer = self._open[-1] if self._open else ""
        name = dict(attrs).get(MARK) or outer
        self._open.append(name)
        if name:
            self.texts.setdefault(name, [])

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1]:
            self.texts[self._open[-1]].append(data)


def _letters(texts: Iterable[str]) -> str:
    return "".join("".join(text.split()) for text in texts)


@dataclass(frozen=True, slots=True)
class _Around:
    """What the boxes around a box say: its frame, and where text is allowed to be.

    ``heads`` are the heads of tables that were met, by ``id(element)``.
    """

    page: int
    frame: str = ""
    bounds: Area = Area()
    room: Area = Area()
    generated: bool = False
    heads: set[int] = field(default_factory=set)


def _walk(box: Any, around: _Around) -> Iterator[Frame | Piece]:  # noqa: ANN401 - a box
    """Yield what a box holds."""
    box = getattr(box, "_box", box)  # an absolute box is kept in a wrapper
    if hasattr(box, "text") or hasattr(box, "replacement"):
        yield from _leaf(box, around)
        return
    if not hasattr(box, "children"):
        return
    if type(box).__name__ not in _LOOSE:
        around = replace(around, room=_room(box, around))
        if (name := _frame_name(box)) is not None:
            around = replace(around, frame=name, bounds=_content(box))
            yield Frame(name, around.page, around.bounds)
    if _is_generated(box, around):
        around = replace(around, generated=True)
    for child in box.children:
        yield from _walk(child, around)


def _is_generated(box: Any, around: _Around) -> bool:  # noqa: ANN401 - a box
    """Tell what the style sheet makes from the source's; note the heads of tables."""
    again = False
    if getattr(box, "is_header", False):
        again = id(box.element) in around.heads
        around.heads.add(id(box.element))
    return again or "::" in _tag(box) or type(box).__name__ == "MarginBox"


def _leaf(box: Any, around: _Around) -> Iterator[Piece]:  # noqa: ANN401 - a box
    text = getattr(box, "text", "")
    if hasattr(box, "replacement"):
        area = _content(box)
    elif text.strip():
        area = _ink(box)
    else:
        return
    room = around.room.within(around.bounds)
    yield Piece(text, around.frame, around.page, area, room, around.generated)


def _ink(box: Any) -> Area:  # noqa: ANN401 - a box
    """Return where letters are; the line's box is larger."""
    size, base = box.style["font_size"], box.position_y + box.baseline
    left = box.position_x
    return _area(left, base - _ASCENT * size, left + box.width, base + _DESCENT * size)


def _room(box: Any, around: _Around) -> Area:  # noqa: ANN401 - a box
    """Return where a block allows its text.

    Across, the innermost block says; down, every block whose height is set.
    """
    own = _content(box)
    if box.style["height"] == "auto":
        return Area(own.left, around.room.top, own.right, around.room.bottom)
    top, bottom = max(own.top, around.room.top), min(own.bottom, around.room.bottom)
    return Area(own.left, top, own.right, bottom)


def _content(box: Any) -> Area:  # noqa: ANN401 - a box
    left, top = box.content_box_x(), box.content_box_y()
    return _area(left, top, left + box.width, top + box.height)


def _frame_name(box: Any) -> str | None:  # noqa: ANN401 - a box
    element = box.element
    if element is None or _tag(box) != element.tag:
        return None
    name = element.get(MARK)
    return name if isinstance(name, str) else None


def _tag(box: Any) -> str:  # noqa: ANN401 - a box
    return str(box.element_tag or "")


def _area(left: float, top: float, right: float, bottom: float) -> Area:
    return Area(left * _MM, top * _MM, right * _MM, bottom * _MM)
