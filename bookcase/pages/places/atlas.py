"""Maps as pictures: outlines and middles of places, drawn out of facts.

A map counts in hundredths of a degree of latitude, 1.1 km, from the north-west corner;
a degree of longitude is as much shorter as in the middle of the country.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count, pairwise
from math import cos, pi, radians, sqrt
from typing import TYPE_CHECKING

from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.model.lists import Lists
    from bookcase.model.places import Commune, Province, Ring

NORTH, WEST, SCALE = 23.5, 102.0, 100
_EAST = SCALE * cos(radians(16.2))
_KM = SCALE / 111.2
SIZE = (840, 1550)
"""The map of the country."""

FAR: dict[str, tuple[tuple[float, float], ...]] = {
    "20333": (
        (16.54, 111.61),
        (16.51, 111.58),
        (16.45, 111.71),
        (16.06, 111.77),
        (15.78, 111.20),
        (16.83, 112.34),
        (16.67, 112.73),
        (16.96, 112.32),
    ),
    "22736": (
        (8.64, 111.92),
        (8.85, 112.24),
        (8.93, 112.35),
        (7.89, 112.92),
        (8.97, 113.69),
        (9.89, 114.33),
        (9.90, 114.56),
        (10.18, 114.37),
        (10.38, 114.48),
        (10.72, 115.82),
        (11.43, 114.33),
    ),
}
"""Islands far out at sea, by the commune that they are: they stand in a frame."""

_FRAMES = {"20333": (660, 600, 170, 170), "22736": (660, 1322, 170, 180)}
_LETTER, _LINE = 9, 17
"""How wide a letter of a province's name is on the map, and how high a line."""
_STEPS = (0, 8, -8, 16, -16, 24, -24, 32, -32)
_ARTICLES = ("Thành phố ", "Tỉnh ", "Đặc khu ")


@dataclass(frozen=True, slots=True)
class Area:
    """A province on a map; ``x`` and ``y`` are where its name stands.

    ``tint`` counts from 0 and is another than its neighbours'.
    """

    link: Link
    path: str
    x: int = 0
    y: int = 0
    tint: int = 0


@dataclass(frozen=True, slots=True)
class Dot:
    """A commune on a map, a circle as large as the commune."""

    link: Link
    x: int
    y: int
    r: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the sea that is far away, and the islands in it."""

    link: Link
    x: int
    y: int
    width: int
    height: int
    islands: tuple[tuple[int, int], ...]

    @property
    def dot(self) -> float:
        """Return how large an island is drawn."""
        return round(self.width / 60, 1)

    @property
    def letter(self) -> float:
        """Return how large the name is written."""
        return round(self.width / 7.5, 1)

    @property
    def lines(self) -> tuple[tuple[str, float], ...]:
        """Return the name in lines, each with where it stands."""
        said = self.link.label.split("|")
        low = self.y + self.height - self.letter * 0.4
        return tuple(
            (words, round(low - (len(said) - 1 - at) * self.letter * 1.15, 1))
            for at, words in enumerate(said)
        )


@dataclass(frozen=True, slots=True)
class Map:
    """A picture; ``box`` is what of the country it shows."""

    box: str
    areas: tuple[Area, ...]
    dots: tuple[Dot, ...] = ()
    frames: tuple[Frame, ...] = ()


def country(lists: Lists) -> Map | None:
    """Draw all provinces; None where no outlines are known."""
    shown = [one for one in lists.provinces.values() if one.shape]
    if not shown:
        return None
    frames = (
        _frame(one, _FRAMES[code], _of_province(one, lists))
        for code in FAR
        if (one := lists.communes.get(code))
    )
    box = f"0 0 {SIZE[0]} {SIZE[1]}"
    areas = _apart(map(_area, shown, _tints(shown)))
    return Map(box, tuple(areas), frames=tuple(frames))


def _apart(areas: Iterable[Area]) -> Iterator[Area]:
    """Move names up or down until none stands on another."""
    taken: list[Area] = []
    for one in areas:
        tried = (replace(one, y=one.y + step) for step in _STEPS)
        free = (at for at in tried if not any(_touch(at, other) for other in taken))
        taken.append(next(free, one))
    yield from taken


def _touch(one: Area, other: Area) -> bool:
    """Tell whether two names would touch."""
    letters = len(one.link.label) + len(other.link.label)
    near = abs(one.x - other.x) < letters * _LETTER / 2
    return near and abs(one.y - other.y) < _LINE


def _tints(provinces: list[Province]) -> Iterator[int]:
    """Yield a tint for each province: the first that no neighbour before it has."""
    seen: list[tuple[set[tuple[int, int]], int]] = []
    for one in provinces:
        points = {point for ring in one.shape for point in ring}
        taken = {tint for other, tint in seen if not points.isdisjoint(other)}
        free = next(tint for tint in count() if tint not in taken)
        seen.append((points, free))
        yield free


def province_map(province: Province, communes: Iterable[Commune]) -> Map | None:
    """Draw a province and its communes; None where its outline is not known."""
    if not province.shape:
        return None
    own = sorted(communes, key=lambda one: -(one.area or 0))
    points = [point for ring in province.shape for point in ring]
    near = [
        (*projected(one.lat, one.lon), one)
        for one in own
        if one.lat is not None and one.lon is not None and one.code not in FAR
    ]
    points += [(round(x), round(y)) for x, y, _ in near]
    left, top = (min(one[at] for one in points) - 4 for at in (0, 1))
    right, bottom = (max(one[at] for one in points) + 4 for at in (0, 1))
    far = [one for one in own if one.code in FAR]
    side = max(24, (bottom - top) // 3)
    frames = tuple(
        _frame(one, (right + 4, top, side, side), _two(one.name)) for one in far
    )
    width = right - left + (side + 6 if far else 0)
    least = max(width, bottom - top) / 90
    return Map(
        f"{left} {top} {width} {bottom - top}",
        (Area(Link(province.name), path_of(province.shape)),),
        tuple(_dot(x, y, one, least) for x, y, one in near),
        frames,
    )


def projected(lat: float, lon: float) -> tuple[float, float]:
    """Return where a place is on the map."""
    return (lon - WEST) * _EAST, (NORTH - lat) * SCALE


def path_of(shape: Iterable[Ring]) -> str:
    """Write rings as the path of an SVG picture, each point as the way from the last.

    >>> path_of([((1, 2), (3, 2), (3, 5))])
    'M1 2l2 0 0 3z'
    """
    return "".join(_written(ring) for ring in shape)


def _written(ring: Ring) -> str:
    (x, y), *_ = ring
    steps = (f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(ring))
    return f"M{x} {y}l{' '.join(steps)}z"


def short_name(name: str) -> str:
    """Return the name of a place without what it is, for a map."""
    for one in _ARTICLES:
        name = name.removeprefix(one)
    return name


def _area(province: Province, tint: int) -> Area:
    x, y = _middle(province.shape[0])
    link = Link(short_name(province.name), f"dia-phuong/{province.code}.html")
    return Area(link, path_of(province.shape), round(x), round(y), tint)


def _middle(ring: Ring) -> tuple[float, float]:
    """Return the centre of gravity of what a ring encloses."""
    whole = across = down = 0.0
    for a, b in zip(ring, (*ring[1:], ring[0]), strict=True):
        part = a[0] * b[1] - b[0] * a[1]
        whole += part
        across += (a[0] + b[0]) * part
        down += (a[1] + b[1]) * part
    return across / (3 * whole), down / (3 * whole)


def _dot(x: float, y: float, commune: Commune, least: float) -> Dot:
    radius = max(sqrt((commune.area or 0) / pi) * _KM * 0.8, least)
    return Dot(_to(commune), round(x), round(y), round(radius, 1))


def _to(commune: Commune, name: str = "") -> Link:
    url = f"dia-phuong/{commune.province}/{commune.code}.html"
    return Link(name or commune.name, url)


def _of_province(commune: Commune, lists: Lists) -> str:
    known = lists.provinces.get(commune.province)
    name = short_name(commune.name)
    return f"{name}|({short_name(known.name)})" if known else name


def _two(name: str) -> str:
    """Put what a place is on a line of its own: a frame is narrow."""
    bare = short_name(name)
    return f"{name.removesuffix(bare).strip()}|{bare}"


def _frame(commune: Commune, place: tuple[int, int, int, int], name: str) -> Frame:
    x, y, width, height = place
    return Frame(
        _to(commune, name), *place, tuple(_islands(commune.code, x, y, width, height))
    )


def _islands(
    code: str, x: int, y: int, width: int, height: int
) -> Iterator[tuple[int, int]]:
    """Put islands into a frame, with room for a name below."""
    points = [projected(*one) for one in FAR[code]]
    left, top = (min(one[at] for one in points) for at in (0, 1))
    across, down = (max(one[at] for one in points) for at in (0, 1))
    scale = min(width * 0.8 / (across - left), height * 0.5 / (down - top))
    for one in points:
        yield (
            round(x + width * 0.1 + (one[0] - left) * scale),
            round(y + height * 0.1 + (one[1] - top) * scale),
        )
