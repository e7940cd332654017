"""Leaflets as whole files for printing: every title for every commune that wants it.

Titles are laid out once, communes once; a file is the two joined. What was written
before from the same parts is left as it stands, so a run that finds nothing changed
makes nothing, and a run after a change makes what the change touches.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bookcase.build.cache import digest
from bookcase.build.execute import AHEAD, in_order
from bookcase.build.sheetlist import Row, read_list, write_list
from bookcase.build.sheetparts import bodies, framed, local_key, title_key
from bookcase.diagnostics import Diagnostic, Result, has_errors
from bookcase.files import write_atomic
from bookcase.leaflets.faults import unfit
from bookcase.leaflets.join import Tail, joined
from bookcase.leaflets.tails import known_glyphs
from bookcase.leaflets.trifold import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.build.sheetlist import SheetList
    from bookcase.build.sheetparts import Shop
    from bookcase.leaflets.join import Body
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.tails import Framed
    from bookcase.leaflets.trifold import Title

    Progress = Callable[[str, int, int], None]
    _Done = tuple[dict[str, Row], tuple[Diagnostic, ...]]

TITLES, COMMUNES, FILES = "tờ gấp", "xã, phường, đặc khu", "tệp"
"""What progress counts, in this order."""
_TOGETHER = 64
"""How many files a worker writes at a time."""
_KEY = 16


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What to print.

    Attributes:
        titles: The titles.
        locals: The communes.
        chosen: The ids of the titles that a commune wants, by its code; one that is
            not there wants all.
        refused: Why a title must not be printed, by its id.
        spoilt: Why nothing must be printed for a commune, by its code.
    """

    titles: tuple[Title, ...]
    locals: tuple[Local, ...]
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refused: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    spoilt: Mapping[str, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def wanted(self, title: Title, own: Local) -> bool:
        """Tell whether a commune wants a title."""
        ids = self.chosen.get(own.place.commune.code)
        return ids is None or title.publication.id in ids

    def wrong(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Return why titles and communes are left out, by their ids and codes."""
        found = {
            one.publication.id: (
                *unfit(one.publication, one.as_of),
                *self.refused.get(one.publication.id, ()),
            )
            for one in self.titles
        }
        found |= {code: told for code, told in self.spoilt.items() if told}
        return {name: told for name, told in found.items() if told}


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of an order, in files.

    Attributes:
        asked: Those that were asked for.
        kept: Those that stood there as they should.
        written: Those that were written.
        size: The bytes of these.
        found: What was found; where there is an error, the file was not written.
    """

    asked: int = 0
    kept: int = 0
    written: int = 0
    size: int = 0
    found: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> int:
        """Return how many files there are not."""
        return self.asked - self.kept - self.written


@dataclass(frozen=True, slots=True)
class _Group:
    """A title's files for some communes: address, key, tail."""

    body: Body
    tails: tuple[tuple[str, str, Tail], ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A file: where it lies, the key of its parts, and whose it is."""

    address: str
    key: str
    title: Title
    local: Local

    @property
    def id(self) -> str:
        """Return the title's id."""
        return self.title.publication.id

    @property
    def code(self) -> str:
        """Return the commune's code."""
        return self.local.place.commune.code


@dataclass(frozen=True, slots=True)
class _Parts:
    """What files are joined from, by ids of titles and codes of communes."""

    bodies: Mapping[str, Result[Body | None]]
    frames: Mapping[str, Result[Framed | None]]

    def failed(self, pair: _Pair) -> bool:
        """Tell whether a part has an error."""
        body, frames = self.bodies[pair.id], self.frames[pair.code]
        return has_errors(body.diagnostics) or frames.value is None

    def joinable(self, pair: _Pair) -> tuple[Body, Tail] | None:
        """Return the two parts of a file; None when only the plain way prints it."""
        body, frames = self.bodies[pair.id].value, self.frames[pair.code].value
        return (body, frames.tail) if body and frames and frames.tail else None


def address_of(title: Title, own: Local) -> str:
    """Return where a file lies in the folder: a commune's own together, by province."""
    commune = own.place.commune
    return f"{commune.province}/{commune.code}/{title.publication.name}.pdf"


def print_sheets(
    order: SheetOrder,
    shop: Shop,
    out: Path,
    told: Progress = lambda _what, _done, _of: None,
) -> Printed:
    """Print an order into a folder; no file is written for what failed.

    Finds:
        LEAF001–LEAF022: see :func:`bookcase.leaflets.body.body` and
            :func:`bookcase.leaflets.tails.tails`; a title's are told once, and a
            commune's once.

    Raises:
        MachineError: A file cannot be written, or WeasyPrint is missing.
    """
    path = _list_path(shop, out)
    held = read_list(path)
    pairs, wrong = tuple(_pairs(order, shop)), order.wrong()
    found = [one for of_title in wrong.values() for one in of_title]
    standing = [one for one in pairs if not {one.id, one.code} & wrong.keys()]
    missing = [one for one in standing if not held.fresh(one.address, one.key, out)]
    parts = _parts(missing, shop, told)
    found += _remember(held, standing, parts)
    good = [one for one in missing if not parts.failed(one)]
    rows: dict[str, Row] = {}
    for done, told_of in _written(good, parts, shop, out):
        rows |= done
        found += told_of
        told(FILES, len(rows), len(good))
    kept = len(standing) - len(missing)
    fresh = {one.address for one in standing} - {one.address for one in missing}
    old = {one.address for one in pairs} - fresh - rows.keys()
    if held.settle(rows, old, out):
        write_list(held, path)
    size = sum(row.size for row in rows.values())
    return Printed(len(pairs), kept, len(rows), size, tuple(dict.fromkeys(found)))


def _list_path(shop: Shop, out: Path) -> Path | None:
    name = digest(out.absolute().as_posix())[:_KEY]
    return shop.cache / f"{name}.list" if shop.cache else None


def _pairs(order: SheetOrder, shop: Shop) -> Iterator[_Pair]:
    """Yield the files of an order, a title's together."""
    locals_ = [(one, local_key(one, shop)[:_KEY]) for one in order.locals]
    for title in order.titles:
        key = title_key(title, shop)[:_KEY]
        for own, of_local in locals_:
            if order.wanted(title, own):
                yield _Pair(address_of(title, own), key + of_local, title, own)


def _parts(pairs: Sequence[_Pair], shop: Shop, told: Progress) -> _Parts:
    """Make, or fetch, the parts of some files."""
    if pairs:
        known_glyphs(shop.theme)  # before processes part: read once what all need
    titles = {one.id: one.title for one in pairs}
    locals_ = {one.code: one.local for one in pairs}
    made = bodies(
        tuple(titles.values()), shop, lambda at: told(TITLES, at, len(titles))
    )
    laid = dict(zip(titles, made, strict=True))
    framed_ = framed(
        tuple(locals_.values()), shop, lambda at: told(COMMUNES, at, len(locals_))
    )
    return _Parts(laid, dict(zip(locals_, framed_, strict=True)))


def _remember(
    held: SheetList, pairs: Iterable[_Pair], parts: _Parts
) -> Iterator[Diagnostic]:
    """Yield what was found in the parts of all files, now or when they were made."""
    seen: set[str] = set()
    for one in pairs:
        halves = (one.key[:_KEY], parts.bodies.get(one.id))
        others = (one.key[_KEY:], parts.frames.get(one.code))
        for key, made in (halves, others):
            if key in seen:
                continue
            seen.add(key)
            if made is not None:
                held.remember(key, made.diagnostics)
            yield from made.diagnostics if made else held.told.get(key, ())


def _written(
    pairs: Sequence[_Pair], parts: _Parts, shop: Shop, out: Path
) -> Iterator[_Done]:
    """Write files; yield what was written, and what was found meanwhile."""
    groups = _groups(pairs, parts)
    joins = in_order(shop.pool, partial(_join, out=out), groups, AHEAD * shop.jobs)
    yield from joins
    others = (
        replace(one, local=made.local)
        for one in pairs
        if not parts.joinable(one) and (made := parts.frames[one.code].value)
    )
    work = partial(_print_plain, assets=shop.theme, out=out)
    yield from in_order(shop.pool, work, others, AHEAD * shop.jobs)


def _groups(pairs: Iterable[_Pair], parts: _Parts) -> Iterator[_Group]:
    """Cut what can be joined into pieces of work, each of one title."""
    for _, of_title in groupby(pairs, key=lambda one: one.id):
        tails = list[tuple[str, str, Tail]]()
        for one in of_title:
            if both := parts.joinable(one):
                tails.append((one.address, one.key, both[1]))
                if len(tails) == _TOGETHER:
                    yield _Group(both[0], tuple(tails))
                    tails = []
        if tails and (body := parts.bodies[one.id].value):
            yield _Group(body, tuple(tails))


def _join(group: _Group, out: Path) -> _Done:
    rows = {
        address: _put(out, address, key, joined(group.body, tail))
        for address, key, tail in group.tails
    }
    return rows, ()


def _print_plain(pair: _Pair, assets: Path, out: Path) -> _Done:
    made = plain(pair.title, pair.local, assets)
    if not made.value:
        return {}, made.diagnostics
    row = _put(out, pair.address, pair.key, made.value)
    return {pair.address: row}, made.diagnostics


def _put(out: Path, address: str, key: str, data: bytes) -> Row:
    path = out / address
    write_atomic(path, data)
    return Row(key, len(data), path.stat().st_mtime_ns)
