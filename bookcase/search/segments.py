"""An index that grows: what was written once stays, and what is new stands beside it.

Pages of an index lie in one segment or more, each with shards, pieces and phrases of
its own, which never change. A page that changed is dead in its old segment and written
in a new one. The directory tells for each segment where its pages stand in the order of
all, so that whoever reads an index sees no segments but one row of pages, the same as
if all had been written at once.

What a page is known by is the digest of all its records. The file ``so.json`` keeps the
digests of all segments; only a build reads it.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from bookcase.search import packing
from bookcase.search.alphabet import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

STATE = "so.json"
MOST = 6
"""Segments of an index: a word is looked up in each of them."""
LESS = 4
"""How much smaller the shards of later segments are: one is loaded from each."""
DIGEST = 16
"""Letters of a page's digest."""
DEAD = -1
_DAMAGED = (OSError, ValueError, LookupError, TypeError, AttributeError, RuntimeError)
"""What reading a state that was cut short or written by hand may come to."""
PHRASES = "cum-tu"
"""The directory of a segment's phrases."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Pages that were written together.

    Attributes:
        id: The first is 0; its pieces bear no number before their own.
        digests: What its pages are known by.
        sizes: How many records each page has.
        shards: The first terms of its shards, with ``|`` between.
        shown: The first row of each piece of shown rows, encoded as steps.
        files: How many pieces it has of each letter.
    """

    id: int
    digests: tuple[str, ...]
    sizes: tuple[int, ...]
    shards: str
    shown: str
    files: Mapping[str, int]

    @property
    def names(self) -> Iterator[str]:
        """Yield the names of its pieces."""
        before = prefix(self.id)
        yield f"{before}{PHRASES}"
        for letter, count in self.files.items():
            yield from (f"{letter}/{before}{number}" for number in range(count))


def prefix(number: int) -> str:
    """Return how the names of a segment's pieces begin."""
    return f"{number}-" if number else ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of the segments there are, and which pages must be written.

    Attributes:
        kept: The segments that stay.
        places: For each of them the place of its pages in the order of all.
        fresh: The places of the pages to write, in order.
    """

    kept: tuple[Segment, ...]
    places: tuple[tuple[int, ...], ...]
    fresh: tuple[int, ...]

    @property
    def next(self) -> int:
        """Return the number for the segment of the fresh pages."""
        return max((one.id + 1 for one in self.kept), default=0)


def plan(
    segments: Sequence[Segment], digests: Sequence[str], sizes: Sequence[int]
) -> Plan:
    """Decide what stays.

    A segment stays while more than half of it is alive. When there would be too many,
    the new one takes in all but the largest; and everything is written anew when less
    than half of all would stay.

    Args:
        segments: What was written before.
        digests: Of all pages that there are now, in order.
        sizes: How many records each of them has.
    """
    alive = [*zip(segments, _found(segments, digests), strict=True)]
    alive = [one for one in alive if 2 * _rows(one[1], sizes) > sum(one[0].sizes)]
    kept = _few(alive, sizes, len(digests))
    if 2 * sum(_rows(places, sizes) for _, places in kept) < sum(sizes):
        kept = []
    there = {place for _, places in kept for place in places}
    return Plan(
        kept=tuple(segment for segment, _ in kept),
        places=tuple(places for _, places in kept),
        fresh=tuple(place for place in range(len(digests)) if place not in there),
    )


_Alive = tuple[Segment, tuple[int, ...]]


def _few(alive: list[_Alive], sizes: Sequence[int], pages: int) -> list[_Alive]:
    there = sum(place != DEAD for _, places in alive for place in places)
    if len(alive) + (there < pages) <= MOST:
        return alive
    return [max(alive, key=lambda one: _rows(one[1], sizes))]


def _rows(places: tuple[int, ...], sizes: Sequence[int]) -> int:
    return sum(sizes[place] for place in places if place != DEAD)


def _found(
    segments: Sequence[Segment], digests: Sequence[str]
) -> Iterator[tuple[int, ...]]:
    """Yield the places of each segment's pages; a place is given once."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for place in reversed(range(len(digests))):
        wanted[digests[place]].append(place)
    for segment in segments:
        yield tuple(
            wanted[one].pop() if wanted.get(one) else DEAD for one in segment.digests
        )


def described(
    segment: Segment, places: Sequence[int], pages: int
) -> dict[str, str | int]:
    """Return what the directory tells of a segment.

    Its places are runs of three: dead pages, pages alive, and how far the first of
    these is from where the run before ended: twice the way on, or twice back less one.
    A segment that holds all pages there are needs not tell of them again.

    Args:
        segment: The segment.
        places: The places of its pages in the order of all.
        pages: How many pages there are.
    """
    alone = places == tuple(range(pages))
    return {
        "id": segment.id,
        "shards": segment.shards,
        "shown": segment.shown,
        "records": "" if alone else _encoded(segment.sizes),
        "places": "" if alone else _encoded(tuple(_runs(places))),
    }


def _runs(places: Sequence[int]) -> Iterator[int]:
    at = expected = 0
    while at < len(places):
        start = at
        while at < len(places) and places[at] == DEAD:
            at += 1
        first = at
        while at < len(places) and places[at] == places[first] + at - first != DEAD:
            at += 1
        step = places[first] - expected if at > first else 0
        yield from (first - start, at - first, 2 * step if step >= 0 else -2 * step - 1)
        expected += step + at - first


def places_of(runs: str) -> Iterator[int]:
    """Yield the places of a segment's pages out of what the directory tells."""
    values = decode(runs)
    expected = 0
    for dead in values:
        alive, step = next(values), next(values)
        yield from [DEAD] * dead
        first = expected + (-(step + 1) // 2 if step % 2 else step // 2)
        yield from range(first, first + alive)
        expected = first + alive


def _encoded(values: Sequence[int]) -> str:
    return encode(np.array(values, dtype=np.int64))


def write(out: Path, version: int, segments: Sequence[Segment]) -> None:
    """Write down what the segments hold, for the build after this one."""
    kept = [
        {
            "id": one.id,
            "pages": "".join(one.digests),
            "records": _encoded(one.sizes),
            "shards": one.shards,
            "shown": one.shown,
            "files": dict(one.files),
        }
        for one in segments
    ]
    state = {"version": version, "segments": kept}
    (out / STATE).write_text(json.dumps(state, ensure_ascii=False), "utf-8")


def read(folder: Path, version: int, *, check: bool = True) -> tuple[Segment, ...]:
    """Return the sound segments of an index; none, where it is of another make.

    Args:
        folder: The folder of the index.
        version: The make that is understood.
        check: Whether to read all pieces for it; not, where it is known that they stand
            as they were written.
    """
    try:
        state = json.loads((folder / STATE).read_text("utf-8"))
        if state["version"] != version:
            return ()
        held = tuple(map(_segment, state["segments"]))
    except _DAMAGED:
        return ()
    return tuple(one for one in held if not check or _is_whole(folder, one))


def _segment(kept: Mapping[str, Any]) -> Segment:
    pages: str = kept["pages"]
    digests = (pages[at : at + DIGEST] for at in range(0, len(pages), DIGEST))
    return Segment(
        id=int(kept["id"]),
        digests=tuple(digests),
        sizes=tuple(decode(kept["records"])),
        shards=kept["shards"],
        shown=kept["shown"],
        files={letter: int(count) for letter, count in kept["files"].items()},
    )


def _is_whole(folder: Path, segment: Segment) -> bool:
    """Tell whether all pieces of a segment are there and undamaged."""
    return len(segment.digests) == len(segment.sizes) and all(
        packing.read(folder, name) is not None for name in segment.names
    )


def carry(before: Path, out: Path, kept: Sequence[Segment]) -> None:
    """Copy the pieces of the segments that stay."""
    for segment in kept:
        for name in segment.names:
            shutil.copyfile(before / f"{name}.js", out / f"{name}.js")


class Placed:
    """A segment as a reader of an index sees it.

    Attributes:
        prefix: How the names of its pieces begin.
        shards: The first terms of its shards.
        shown: The first row of each piece of shown rows.
        pages: The place of each of its pages in the order of all.
        firsts: Its own first row of each page, and the row behind the last.
    """

    def __init__(self, told: Mapping[str, Any], first_rows: Sequence[int]) -> None:
        """Read what the directory tells."""
        shards: str = told["shards"]
        self.prefix = prefix(told["id"])
        self.shards = shards.split("|") if shards else []
        self.shown = [*accumulate(decode(told["shown"]))]
        self.pages: Sequence[int] = range(len(first_rows) - 1)
        self.firsts = first_rows
        self._rows: Sequence[int] = range(first_rows[-1])
        if told["places"]:
            self.pages = [*places_of(told["places"])]
            self.firsts = [0, *accumulate(decode(told["records"]))]
            self._rows = [*_rows_of(self.pages, self.firsts, first_rows)]

    def row(self, own: int) -> int:
        """Return the row, among all, of one of its own rows; or that it is dead."""
        return self._rows[own]


def _rows_of(
    pages: Sequence[int], firsts: Sequence[int], first_rows: Sequence[int]
) -> Iterator[int]:
    for own, page in enumerate(pages):
        size = firsts[own + 1] - firsts[own]
        if page == DEAD:
            yield from [DEAD] * size
        else:
            yield from range(first_rows[page], first_rows[page] + size)
