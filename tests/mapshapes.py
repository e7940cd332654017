"""Draw the provinces' outlines out of what is known of their communes.

Nobody gives us borders, but each commune's middle and its area are known. A place on
the map belongs to the commune whose circle of the same area is nearest; what is far
from all of them is sea. Borders between provinces follow, thinned and made smooth, each
once for both sides. Run ``scripts/map-shapes`` after the list of communes has changed.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bookcase.pages.places.atlas import FAR, projected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Point = tuple[float, float]
    Corner = tuple[int, int]
    Labels = NDArray[np.int64]

DATA = Path(__file__).parents[1] / "content" / "_data"
CELL = 2
"""Units of the map a cell of the grid is wide: about 2.2 km."""
WIDE, HIGH = 420, 790
KM = 0.9
"""Units of the map to a kilometre."""
REACH, SHORE = 1.3, 2.0
"""How far a commune's land reaches: so many times its radius, and so many units."""
CLOSED = 4
"""Gaps of twice so many cells are land."""
THIN = 1.1
"""How far, in units, a border may be off after it is thinned."""
LEAST = 30
"""Islets of fewer square units are left out, unless a province has nothing else."""


def main() -> None:
    """Write ``province-shapes.csv``."""
    with (DATA / "communes.csv").open(encoding="utf-8") as file:
        communes = [row for row in csv.DictReader(file) if row["code"] not in FAR]
    codes = sorted({row["province"] for row in communes})
    labels = _filled(_labels(communes, codes))
    with (DATA / "province-shapes.csv").open("w", encoding="utf-8") as file:
        file.write("code,shape\n")
        for code, rings in zip(codes, _shapes(labels, len(codes)), strict=True):
            file.write(f"{code},{';'.join(map(_written, rings))}\n")


def _labels(communes: list[dict[str, str]], codes: list[str]) -> Labels:
    """Give each cell the number of its province, from 1; negative where it is far."""
    nearest = np.full((HIGH, WIDE), 1e9)
    labels = np.zeros((HIGH, WIDE), dtype=np.int64)
    y, x = np.mgrid[0:HIGH, 0:WIDE] * CELL + CELL / 2
    for row in communes:
        at_x, at_y = projected(float(row["lat"]), float(row["lon"]))
        radius = KM * (float(row["area"] or 5) / np.pi) ** 0.5
        span = int((radius * 3 + 30) / CELL)
        top, left = int(at_y / CELL), int(at_x / CELL)
        part = np.s_[max(top - span, 0) : top + span, max(left - span, 0) : left + span]
        off = np.hypot(x[part] - at_x, y[part] - at_y)
        # A circle's edge decides, so that a wide commune keeps its width.
        score = off - radius
        nearer = score < nearest[part]
        nearest[part][nearer] = score[nearer]
        number = codes.index(row["province"]) + 1
        land = off <= radius * REACH + SHORE
        labels[part][nearer] = np.where(land[nearer], number, -number)
    return labels


def _filled(labels: Labels) -> Labels:
    """Close the gaps in the land."""
    land = _shrunk(_grown(labels > 0, CLOSED), CLOSED) | (labels > 0)
    inside = ~_grown_within(~land)
    return np.where(land | inside, abs(labels), 0)


def _grown(mask: NDArray[np.bool_], steps: int) -> NDArray[np.bool_]:
    made = np.zeros_like(mask)
    for by in range(-steps, steps + 1):
        for side in range(-steps, steps + 1):
            if by * by + side * side <= steps * steps:
                made |= np.roll(mask, (by, side), (0, 1))
    return made


def _shrunk(mask: NDArray[np.bool_], steps: int) -> NDArray[np.bool_]:
    return ~_grown(~mask, steps)


def _grown_within(sea: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the sea that reaches the edge of the map."""
    found = np.zeros_like(sea)
    found[0] = found[-1] = found[:, 0] = found[:, -1] = True
    found &= sea
    while True:
        more = _grown(found, 1) & sea
        if (more == found).all():
            return found
        found = more


def _shapes(labels: Labels, count: int) -> Iterator[list[list[Point]]]:
    """Yield the rings of each province, the largest first."""
    lines = [(_smooth(line), sides) for line, sides in _lines(labels)]
    for number in range(1, count + 1):
        own = [
            line if sides[0] == number else line[::-1]
            for line, sides in lines
            if number in sides
        ]
        rings = sorted(_rings(own), key=_area, reverse=True)
        yield [ring for at, ring in enumerate(rings) if at == 0 or _area(ring) > LEAST]


def _lines(labels: Labels) -> Iterator[tuple[list[Corner], tuple[int, int]]]:
    """Yield each border between two corners where more than two provinces meet.

    With it the provinces on its left and on its right.
    """
    ways: dict[Corner, dict[Corner, tuple[int, int]]] = defaultdict(dict)
    for y, x in np.argwhere(labels[:, 1:] != labels[:, :-1]).tolist():
        one, other = int(labels[y, x]), int(labels[y, x + 1])
        ways[x + 1, y][x + 1, y + 1] = (other, one)
        ways[x + 1, y + 1][x + 1, y] = (one, other)
    for y, x in np.argwhere(labels[1:] != labels[:-1]).tolist():
        one, other = int(labels[y, x]), int(labels[y + 1, x])
        ways[x, y + 1][x + 1, y + 1] = (one, other)
        ways[x + 1, y + 1][x, y + 1] = (other, one)
    ends = [corner for corner in ways if len(ways[corner]) != 2]
    done: set[tuple[Corner, Corner]] = set()
    for first in (*ends, *ways):
        for second in ways[first]:
            if (first, second) in done:
                continue
            line, sides = [first, second], ways[first][second]
            done |= {(first, second), (second, first)}
            while len(ways[line[-1]]) == 2 and line[-1] != first:
                before, here = line[-2:]
                after = next(one for one in ways[here] if one != before)
                done |= {(here, after), (after, here)}
                line.append(after)
            yield line, sides


def _smooth(line: list[Corner]) -> list[Point]:
    """Round a border's steps and leave out what can be spared; its ends stay."""
    points: list[Point] = [(x * CELL, y * CELL) for x, y in line]
    closed = points[0] == points[-1]
    for _ in range(4):
        middle = [
            ((a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4)
            for a, b, c in zip(points, points[1:], points[2:], strict=False)
        ]
        points = [points[0], *middle, points[-1]]
    if closed:
        half = len(points) // 2
        return [*_thin(points[: half + 1])[:-1], *_thin(points[half:])]
    return _thin(points)


def _thin(points: list[Point]) -> list[Point]:
    """Leave out points that lie within THIN of the line (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    (x0, y0), (x1, y1) = points[0], points[-1]
    length = np.hypot(x1 - x0, y1 - y0) or 1.0
    off = [abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length for x, y in points]
    far = int(np.argmax(off))
    if off[far] <= THIN:
        return [points[0], points[-1]]
    return [*_thin(points[: far + 1])[:-1], *_thin(points[far:])]


def _rings(lines: list[list[Point]]) -> Iterator[list[Point]]:
    """Put borders together, end to end."""
    left = list(lines)
    while left:
        ring = left.pop()
        while ring[0] != ring[-1]:
            at = next(n for n, line in enumerate(left) if line[0] == ring[-1])
            ring = [*ring, *left.pop(at)[1:]]
        yield ring[:-1]


def _area(ring: Iterable[Point]) -> float:
    points = list(ring)
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in pairs)) / 2


def _written(ring: list[Point]) -> str:
    rounded = dict.fromkeys((round(x), round(y)) for x, y in ring)
    return " ".join(f"{x} {y}" for x, y in rounded)


if __name__ == "__main__":
    main()
