"""Draw an act among its relations as SVG: what acts on it, itself, what it acts on.

Wide, these stand side by side and curves lead from left to right; narrow, they stand
below one another along a line. An arrow always leads from the act that does something
to the act it is done to. What a line means is told by its dashes and by the words on
the group that it leads to, never by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.markup import text
from bookcase.pages.measure import lines

if TYPE_CHECKING:
    from bookcase.pages.view import Link


@dataclass(frozen=True, slots=True)
class Box:
    """An act: its link, what it is called in short, its title, its state and day."""

    link: Link
    name: str
    title: str
    facts: str
    css: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Acts in one relation; ``kind`` is the look of its line: sua, dan, cung."""

    label: str
    kind: str
    boxes: tuple[Box, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """An act, what acts on it (``left``), and what it acts on (``right``)."""

    label: str
    middle: Box
    left: tuple[Cluster, ...]
    right: tuple[Cluster, ...]


NAME, TITLE, FACTS, LABEL = 14.0, 13.0, 12.0, 13.0
"""The sizes of letters; the style sheet gives them the same."""
_LINE = 18.0
_PAD = 12.0
_GAP = 8.0
_APART = 26.0
_HEAD = 30.0
_MORE = 30.0
_MOST = 2
_MOST_MIDDLE = 6
_LONG_REACH = 90.0
_ARROW = 9.0
_FINGER = 22.0
"""How far apart lines meet the box in the middle, at the least."""

_SIDE, _BETWEEN, _CENTRE = 372.0, 70.0, 236.0
_NARROW, _INDENT, _TRUNK, _KNEE = 356.0, 24.0, 8.0, 16.0


class _Frame(NamedTuple):
    """A corner, a width and a height."""

    x: float
    y: float
    room: float
    height: float


class _Sheet:
    """What is drawn so far, and the addresses of pages as seen from this one."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.out: list[str] = []

    def box(self, box: Box, at: tuple[float, float], room: float) -> None:
        """Draw an act's box at a corner."""
        x, y = at
        height = _height(box, room)
        css = f"ld-vb {box.css}".strip()
        inner = f'<rect x="{x:g}" y="{y:g}" width="{room:g}" height="{height:g}"/>'
        for line, css_line, place in _box_lines(box, room, _MOST):
            inner += _words(line, css_line, x + _PAD, y + place)
        self.out.append(self.linked(box, f'<g class="{css}">{inner}</g>'))

    def linked(self, box: Box, inner: str) -> str:
        link = box.link
        said = "; ".join(filter(None, (link.label, box.facts, link.note)))
        inner = f"<title>{text(said)}</title>{inner}"
        if link.url:
            return f'<a href="{text(self.root + link.url)}">{inner}</a>'
        if link.away:
            away = text(link.away)
            return f'<a href="{away}" rel="noopener noreferrer external">{inner}</a>'
        return f"<g>{inner}</g>"

    def cluster(self, cluster: Cluster, x: float, y: float, room: float) -> None:
        """Draw a group: a frame with its label, the acts below one another."""
        height = _cluster_height(cluster, room)
        self.out.append(
            f'<g class="ld-nhom ld-{cluster.kind}"><rect x="{x:g}" y="{y:g}"'
            f' width="{room:g}" height="{height:g}"/>'
            f"{_words(cluster.label, 'ld-nhan', x + _PAD, y + 21)}</g>"
        )
        inside, at = room - 2 * _GAP, y + _HEAD
        for box in cluster.boxes:
            self.box(box, (x + _GAP, at), inside)
            at += _height(box, inside) + _GAP
        if cluster.more:
            words = _words(cluster.more.label, "ld-them", x + _PAD, at + 14)
            self.out.append(f'<a href="{text(cluster.more.url)}">{words}</a>')

    def middle(self, box: Box, frame: _Frame) -> None:
        """Draw the act itself, which leads nowhere: its page is linked above."""
        x, y, room, height = frame
        self.out.append(
            f'<g class="ld-giua"><rect x="{x:g}" y="{y:g}" width="{room:g}"'
            f' height="{height:g}"/>'
        )
        down = y + (height - _height(box, room, _MOST_MIDDLE)) / 2
        for line, css, place in _box_lines(box, room, _MOST_MIDDLE):
            self.out.append(_words(line, css, x + _PAD, down + place))
        self.out.append("</g>")

    def line(
        self,
        kind: str,
        path: str,
        tip: tuple[float, float] | None = None,
        turn: int = 0,
    ) -> None:
        """Draw a line, with an arrow at its tip, turned by so many degrees."""
        head = ""
        if tip:
            head = (
                f'<path class="ld-dau" d="M0 0L-{_ARROW:g} -5V5Z"'
                f' transform="translate({tip[0]:g} {tip[1]:g}) rotate({turn})"/>'
            )
        self.out.append(f'<g class="ld-noi ld-{kind}"><path d="{path}"/>{head}</g>')


def wide(picture: Picture, root: str) -> str:
    """Draw side by side: the left acts on the middle, the middle on the right.

    A side without groups takes no room.

    Args:
        picture: What to draw.
        root: The way from the page to the site's root.
    """
    sheet = _Sheet(root)
    sides = (picture.left, picture.right)
    fingers = _FINGER * (max(map(len, sides)) + 1)
    tall = max(_height(picture.middle, _CENTRE, _MOST_MIDDLE), fingers)
    height = max(tall, *(_column_height(side, _SIDE) for side in sides))
    x = _SIDE + _BETWEEN if picture.left else 0.0
    middle = _Frame(x, (height - tall) / 2, _CENTRE, tall)
    for side, left in ((picture.left, 0.0), (picture.right, x + _CENTRE + _BETWEEN)):
        _column(sheet, side, _Frame(left, 0, _SIDE, height), middle)
    sheet.middle(picture.middle, middle)
    room = x + _CENTRE + (_BETWEEN + _SIDE if picture.right else 0)
    return _svg(sheet, picture, "ld-rong", room, height)


def _column(
    sheet: _Sheet, side: tuple[Cluster, ...], column: _Frame, middle: _Frame
) -> None:
    """Draw the groups of one side, with a line each to or from the middle."""
    y = (column.height - _column_height(side, column.room)) / 2
    for number, cluster in enumerate(side, 1):
        own = _cluster_height(cluster, column.room)
        reach = middle.y + middle.height * number / (len(side) + 1)
        here = y + min(own / 2, _LONG_REACH)
        if column.x > middle.x:
            start, end = (middle.x + middle.room, reach), (column.x, here)
        else:
            start, end = (column.x + column.room, here), (middle.x, reach)
        sheet.line(cluster.kind, _curve(start, end), end)
        sheet.cluster(cluster, column.x, y, column.room)
        y += own + _APART


def narrow(picture: Picture, root: str) -> str:
    """Draw below one another: what acts on the middle, the middle, what it acts on.

    Args:
        picture: What to draw.
        root: The way from the page to the site's root.
    """
    sheet = _Sheet(root)
    room, y, first = _NARROW - _INDENT, 0.0, _KNEE
    for cluster in picture.left:
        sheet.line(cluster.kind, f"M{_INDENT:g} {y + _KNEE:g}H{_TRUNK:g}")
        sheet.cluster(cluster, _INDENT, y, room)
        y += _cluster_height(cluster, room) + _APART
    if picture.left:
        sheet.line("truc", f"M{_TRUNK:g} {first:g}V{y - 2:g}", (_TRUNK, y), 90)
    tall = _height(picture.middle, _NARROW, _MOST_MIDDLE)
    sheet.middle(picture.middle, _Frame(0, y, _NARROW, tall))
    first = y = y + tall
    for cluster in picture.right:
        y += _APART
        knee = y + _KNEE
        path = f"M{_TRUNK:g} {knee:g}H{_INDENT - 2:g}"
        sheet.line(cluster.kind, path, (_INDENT, knee), 0)
        sheet.cluster(cluster, _INDENT, y, room)
        y += _cluster_height(cluster, room)
        sheet.line("truc", f"M{_TRUNK:g} {first:g}V{knee:g}")
        first = knee
    return _svg(sheet, picture, "ld-hep", _NARROW, y)


def _svg(sheet: _Sheet, picture: Picture, css: str, room: float, height: float) -> str:
    return (
        f'<svg class="{css}" viewBox="-2 -2 {room + 4:g} {height + 4:g}"'
        f' width="{room + 4:g}" height="{height + 4:g}" role="group"'
        f' aria-label="{text(picture.label)}">{"".join(sheet.out)}</svg>'
    )


def _curve(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Lead from one place to another, level at both ends."""
    (x, y), (to_x, to_y) = start, end
    bend = (x + to_x) / 2
    to_x -= 2
    return f"M{x:g} {y:g}C{bend:g} {y:g} {bend:g} {to_y:g} {to_x:g} {to_y:g}"


def _words(words: str, css: str, x: float, y: float) -> str:
    return f'<text class="{css}" x="{x:g}" y="{y:g}">{text(words)}</text>'


_Line = tuple[str, str, float]
"""The words of a line, its look, and how far down it stands."""


def _box_lines(box: Box, room: float, most: int) -> tuple[_Line, ...]:
    """Return the lines of a box."""
    return _set(box.name, box.title, box.facts, room - 2 * _PAD, most)


@lru_cache(maxsize=4096)
def _set(
    name: str, title: str, facts: str, room: float, most: int
) -> tuple[_Line, ...]:
    """Set the words of a box in lines: heights ask for them, and what draws them."""
    parts = (
        (name, "ld-ten", NAME, 2),
        (title, "ld-tieu", TITLE, most),
        (facts, "ld-tinh", FACTS, 1 if most == _MOST else 2),
    )
    told = [
        (line, css)
        for words, css, size, count in parts
        for line in lines(words, room, size, count)
    ]
    return tuple(
        (line, css, 4.0 + number * _LINE) for number, (line, css) in enumerate(told, 1)
    )


def _height(box: Box, room: float, most: int = _MOST) -> float:
    return len(_box_lines(box, room, most)) * _LINE + 14


def _cluster_height(cluster: Cluster, room: float) -> float:
    inside = room - 2 * _GAP
    held = sum(_height(box, inside) + _GAP for box in cluster.boxes)
    return _HEAD + held + (_MORE - _GAP if cluster.more else 0)


def _column_height(side: tuple[Cluster, ...], room: float) -> float:
    apart = _APART * max(0, len(side) - 1)
    return sum(_cluster_height(one, room) for one in side) + apart
