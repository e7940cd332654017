"""The search index of a build: as it stands, grown by what is new, or written at once.

A small index is always written at once: its files are then the same whatever was built
before.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.rendering.keys import digest
from bookcase.search import facts, known, suggest
from bookcase.search.growing import State, entries_of, grow, page_of, pages_of
from bookcase.search.index import DIRECTORY, at_once, merge
from bookcase.search.segments import STATE
from bookcase.search.writing import Written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from bookcase.build.kept.ledger import Ledger
    from bookcase.search.facts import Facts
    from bookcase.search.growing import Entry, Grown
    from bookcase.search.index import Begin
    from bookcase.search.parts import Part
    from bookcase.search.records import Dated

INDEX = "assets/tim-kiem"
"""Where the search index lies in the site."""
_STATE, _TOLD = "index", "index-told"
_FIXED = (DIRECTORY, known.PIECE, facts.PIECE, suggest.DIRECTORY)
SMALL = 4000
"""An index of so many records is written at once: it takes half a second."""


@dataclass(frozen=True, slots=True)
class Indexing:
    """What an index is made from.

    Attributes:
        order: What its pages are known by, in order.
        others: Everyday words, and the law's own words for them.
        about: Gives what is known of pages.
        same: Whether that is known to be what it was, and the everyday words.
        previous: The index that was published last, if its files are to be kept.
        anew: Whether what lies in the site is not to be trusted.
    """

    order: tuple[str, ...]
    others: Mapping[str, str]
    about: Callable[[], Mapping[str, Facts]]
    same: bool = False
    previous: Path | None = None
    anew: bool = False

    def told(self) -> bytes:
        """Return the digest of what an index tells of pages beside their words."""
        return digest((sorted(self.about().items()), sorted(self.others.items())))


@dataclass(frozen=True, slots=True)
class Indexed:
    """An index that was written: its files in the site, and what to keep of it.

    ``state`` is None where the index stands as it was.
    """

    files: frozenset[str]
    state: State | None = None
    told: bytes = b""
    written: Written = field(default_factory=Written)

    def save(self, ledger: Ledger) -> None:
        """Keep what the next build makes the index from."""
        if self.state is not None:
            ledger.set_thing(_STATE, self.state)
            ledger.set_value(_TOLD, self.told)


class Places(NamedTuple):
    """The folder that is made, the site as it stands, and the files in it."""

    stage: Path
    site: Path
    there: Collection[str]


def write_index(
    asked: Indexing, ledger: Ledger, places: Places, begin: Begin = at_once
) -> Indexed:
    """Write what is new of the index into the stage.

    Args:
        asked: What it is made from.
        ledger: Holds the words of all pages, and what the index in the site is of.
        places: Where.
        begin: Begins a piece of the work, in a process of its own if it can.
    """
    before: State | None = None if asked.anew else ledger.thing(_STATE)
    last = ledger.value(_TOLD)
    told = last if asked.same else asked.told()
    if before is None or asked.previous is not None:
        return _at_once(asked, ledger, places.stage, told, begin)
    here = frozenset(path for path in places.there if path.startswith(f"{INDEX}/"))
    if told == last and tuple(one.digest for one in before.entries) == asked.order:
        return Indexed(here)
    if sum(one.records for one in before.entries) <= SMALL:
        return _at_once(asked, ledger, places.stage, told, begin)
    grown = _grown(asked, before, ledger, places, same=told == last)
    if grown is None:
        return _at_once(asked, ledger, places.stage, told, begin)
    return Indexed(_belonging(grown.pieces, places.stage, here), grown.state, told)


def _grown(
    asked: Indexing, before: State, ledger: Ledger, places: Places, *, same: bool
) -> Grown | None:
    """Write what is new beside what stands; None where all must be written."""
    out = places.stage / INDEX
    out.mkdir(parents=True, exist_ok=True)
    held = {one.digest: one for one in before.entries}
    part = _words(ledger)
    entries = tuple(held.get(one) or next(entries_of(part(one))) for one in asked.order)
    same = same and _pages(before.entries) == _pages(entries)
    made = grow(
        places.site / INDEX,
        out,
        before,
        entries,
        part,
        others=asked.others,
        about=None if same else asked.about(),
    )
    if made is None:
        shutil.rmtree(out)
    return made


def _pages(entries: tuple[Entry, ...]) -> list[tuple[str, Dated | None]]:
    return [(one.url, one.dated) for one in entries]


def _words(ledger: Ledger) -> Callable[[str], Part]:
    """Return what gives the words of a page by its digest."""

    def part(digest: str) -> Part:
        place = ledger.place_of_part(digest)
        if place is None:
            message = f"no words of {digest}"
            raise LookupError(message)
        return page_of(ledger.piece(place[0]), place[1])

    return part


def _at_once(
    asked: Indexing, ledger: Ledger, stage: Path, told: bytes, begin: Begin
) -> Indexed:
    """Write the whole index."""
    entries: list[Entry] = []
    having: list[dict[str, int]] = []

    def parts() -> Iterator[Part]:
        for part in in_order(ledger, asked.order):
            entries.extend(entries_of(part))
            yield part

    out, about = stage / INDEX, asked.about()
    written = merge(
        parts(),
        out,
        asked.others,
        about,
        asked.previous,
        tell=having.append,
        begin=begin,
    )
    return Indexed(_staged(stage), State(tuple(entries), having[0]), told, written)


def in_order(ledger: Ledger, order: Iterable[str]) -> Iterator[Part]:
    """Yield the words of all pages in order, as many at a time as lie together."""
    places = ledger.places_of_parts()
    run: tuple[int, int, int] | None = None
    for one in order:
        piece, at = places[one]
        if run and run[0] == piece and run[2] == at:
            run = (piece, run[1], at + 1)
            continue
        if run:
            yield pages_of(ledger.piece(run[0]), run[1], run[2])
        run = (piece, at, at + 1)
    if run:
        yield pages_of(ledger.piece(run[0]), run[1], run[2])


def _belonging(
    pieces: frozenset[str], stage: Path, here: frozenset[str]
) -> frozenset[str]:
    """Return the files of a grown index: those that stand, and the new."""
    named = {f"{INDEX}/{name}.js" for name in (*pieces, *_FIXED)}
    offers = f"{INDEX}/g/"
    new = _staged(stage)
    old = here if not any(one.startswith(offers) for one in new) else frozenset()
    kept = {one for one in old if one.startswith(offers)}
    return frozenset(named | kept | new | {f"{INDEX}/{STATE}"})


def _staged(stage: Path) -> frozenset[str]:
    folder = stage / INDEX
    return frozenset(
        path.relative_to(stage).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
    )
