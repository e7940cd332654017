"""What scripts read of the shelves: all rows in columns, and their words in pieces.

In ``assets/ke/``::

    cot.js    for each facet its values, the sets of them that rows have and which set
              each row has; the days of issue; the states by day; the pieces
    ten.js    the place of each row among all names, from A to Z
    h/….js    the words of some hundred rows

Rows stand by place, type and issuer, so that what is looked at together lies together.
A piece ends where a row's own name says so: a new row changes one piece, not all.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from bookcase.history.status import STATE_NAMES, State
from bookcase.pages.shelves.shelf import FACETS, SPECIMEN, all_rows, value_order
from bookcase.pages.sidefile import SideFile, as_script
from bookcase.search.alphabet import encode
from bookcase.terms.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.shelf import ShelfRow
    from bookcase.pages.view import Badge

FOLDER = "assets/ke"
TABLE = "keSach"
DAY_ZERO = date(1899, 12, 31)
STATE = "tinh-trang"
STATES = frozenset(state.value for state in State)
NARROWED = tuple(key for key in FACETS if key not in {"a-z", STATE})
LEAST, MOST, SHARE = 40, 200, 50
"""Rows of a piece: at least, at most, and of how many others one may end it."""
_TELLING = 50
"""Letters of a name that decide where it stands."""
_GROUPED = ("tinh", "loai", "co-quan", "chuyen-muc")

Keys = tuple[tuple[str, str, str], ...]
"""What a row has: facet, key, readers' words."""


class Line(NamedTuple):
    """A row with what it is found by."""

    row: ShelfRow
    keys: Keys


def shelf_files(catalog: Catalog) -> Iterator[SideFile]:
    """Yield the files of all shelves."""
    lines = sorted(
        (Line(row, tuple(keys)) for row, keys in all_rows(catalog)), key=_place
    )
    if not lines:
        return
    pieces = tuple(_pieces(lines))
    names: dict[str, int] = {}
    for piece in pieces:
        name = f"{crc32(piece[0].row.sort[1].encode()):x}"
        name += "" if name not in names else f"-{len(names)}"
        names[name] = len(piece)
        yield _file(f"h/{name}", [_words(one.row) for one in piece])
    yield _file("cot", columns(lines, value_order(catalog), names))
    keys = [sort_key(one.row.link.label[:_TELLING]) for one in lines]
    ranks = np.empty(len(lines), dtype=np.int64)
    ranks[sorted(range(len(lines)), key=keys.__getitem__)] = np.arange(len(lines))
    yield _file("ten", encode(ranks))


def columns(
    lines: Sequence[Line],
    order: Mapping[tuple[str, str], int],
    pieces: Mapping[str, int],
) -> Mapping[str, object]:
    """Return what rows are found and sorted by.

    Args:
        lines: The rows, in order.
        order: The places of values that do not stand by their names.
        pieces: How many rows each piece has, by its name.
    """
    states = sorted({badge.css for one in lines for badge in _states(one)})
    names = {state.value: name for state, name in STATE_NAMES.items()}
    turns = [_turns(one, states) for one in lines]
    return {
        "loc": [*_facets(lines, order)],
        "ngay": _encoded(map(_issued, lines)),
        "trang": [[key, names[key]] for key in states],
        "doi": _sets(turns),
        "manh": [*pieces],
        "dong": [*pieces.values()],
    }


def _states(line: Line) -> Iterator[Badge]:
    """Yield the states of an act; what is not held, and publications, have none."""
    return (one for one in line.row.badges if one.css in STATES)


def _place(line: Line) -> tuple[object, ...]:
    had = {facet: key for facet, key, _ in reversed(line.keys)}
    return (*(had.get(one, "") for one in _GROUPED), line.row.sort)


def _pieces(lines: Iterable[Line]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for one in lines:
        held.append(one)
        ends = crc32(one.row.sort[1].encode()) % SHARE == 0
        if len(held) == MOST or (ends and len(held) >= LEAST):
            yield held
            held = []
    if held:
        yield held


def _words(row: ShelfRow) -> list[object]:
    """Return the words of a row; what does not change by the day, as a badge.

    Their language stands last where it is not Vietnamese.
    """
    badge: object = 0
    for one in row.badges:
        badge = SPECIMEN in one.name if one.css in STATES else [one.name, one.css]
    where = [row.link.away] if row.link.away else row.link.url
    words = [row.link.label, where, row.issuer, row.summary, badge]
    return [*words, row.link.lang] if row.link.lang else words


def _facets(
    lines: Sequence[Line], order: Mapping[tuple[str, str], int]
) -> Iterator[Mapping[str, object]]:
    """Yield each facet: its values in order, and which of them each row has."""
    had: dict[str, dict[int, tuple[int, ...]]] = {facet: {} for facet in NARROWED}
    seen: dict[str, dict[tuple[str, str], int]] = {facet: {} for facet in NARROWED}
    for row, line in enumerate(lines):
        for facet, key, name in line.keys:
            if facet in seen:
                value = seen[facet].setdefault((key, name), len(seen[facet]))
                had[facet][row] = (*had[facet].get(row, ()), value)
    for facet in NARROWED:
        values = _ordered(facet, seen[facet], order)
        at = [0] * len(values)
        for place, named in enumerate(values):
            at[seen[facet][named]] = place
        held = had[facet]
        rows = (held.get(row, ()) for row in range(len(lines)))
        sets = _sets(tuple(at[value] for value in one) for one in rows)
        yield {"khoa": facet, "ten": FACETS[facet], "gia": values, **sets}


def _ordered(
    facet: str,
    values: Iterable[tuple[str, str]],
    order: Mapping[tuple[str, str], int],
) -> list[tuple[str, str]]:
    return sorted(
        values,
        key=lambda one: (order.get((facet, one[0]), len(order)), sort_key(one[1])),
        reverse=facet == "nam",
    )


def _sets(rows: Iterable[Iterable[int]]) -> Mapping[str, object]:
    """Return the sets that rows have, and which set each row has."""
    held = [tuple(one) for one in rows]
    sets = sorted(set(held))
    of_set = {one: number for number, one in enumerate(sets)}
    return {"bo": sets, "hang": _encoded(of_set[one] for one in held)}


def _turns(line: Line, states: list[str]) -> list[int]:
    """Return days, from 0, each with the state that holds from it."""
    found: list[int] = []
    for badge in _states(line):
        since = badge.days.since if badge.days else None
        found += [(since - DAY_ZERO).days if since else 0, states.index(badge.css)]
    return found


def _issued(line: Line) -> int:
    issued = line.row.sort[0]
    return max((date.fromisoformat(issued) - DAY_ZERO).days, 1) if issued else 0


def _encoded(values: Iterable[int]) -> str:
    return encode(np.fromiter(values, dtype=np.int64))


def _file(name: str, value: object) -> SideFile:
    return SideFile(f"{FOLDER}/{name}.js", as_script(TABLE, name, value))
