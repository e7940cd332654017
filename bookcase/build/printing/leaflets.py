"""Leaflets as whole files for printing: every title for every commune that wants it.

Titles are laid out once, communes once; a file is the two joined. What was written
before from the same parts is left as it stands, so a run that finds nothing changed
makes nothing, and a run after a change makes what the change touches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from bookcase.build.printing.sheetparts import bodies, framed, local_key, title_key
from bookcase.build.printing.sheetruns import KEY, Pair, put, run
from bookcase.build.work.execute import AHEAD, in_order
from bookcase.diagnostics import Diagnostic, Result, has_errors
from bookcase.leaflets.join import Tail, joined
from bookcase.leaflets.tails import known_glyphs
from bookcase.leaflets.trifold import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.build.printing.sheetparts import Shop
    from bookcase.build.printing.sheetruns import Done, Printed, Run, SheetOrder
    from bookcase.leaflets.join import Body
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.tails import Framed
    from bookcase.leaflets.trifold import Title

TITLES, COMMUNES = "tờ gấp", "xã, phường, đặc khu"
"""What progress counts before files."""
_TOGETHER = 64
"""How many files a worker writes at a time."""


@dataclass(frozen=True, slots=True)
class _Group:
    """A title's files for some communes: address, key, tail."""

    body: Body
    tails: tuple[tuple[str, str, Tail], ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """What files are joined from, by ids of titles and codes of communes."""

    bodies: Mapping[str, Result[Body | None]]
    frames: Mapping[str, Result[Framed | None]]

    def failed(self, pair: Pair) -> bool:
        """Tell whether a part has an error."""
        body, frames = self.bodies[pair.id], self.frames[pair.code]
        return has_errors(body.diagnostics) or frames.value is None

    def joinable(self, pair: Pair) -> tuple[Body, Tail] | None:
        """Return the two parts of a file; None when only the plain way prints it."""
        body, frames = self.bodies[pair.id].value, self.frames[pair.code].value
        return (body, frames.tail) if body and frames and frames.tail else None


def address_of(title: Title, own: Local) -> str:
    """Return where a file lies in the folder: a commune's own together, by province."""
    commune = own.place.commune
    return f"{commune.province}/{commune.code}/{title.publication.name}.pdf"


def print_sheets(order: SheetOrder, shop: Shop, out: Path) -> Printed:
    """Print an order into a folder; no file is written for what failed.

    Finds:
        LEAF001–LEAF022: see :func:`bookcase.leaflets.body.body` and
            :func:`bookcase.leaflets.tails.tails`; a title's are told once, and a
            commune's once.

    Raises:
        MachineError: A file cannot be written, or WeasyPrint is missing.
    """
    make = partial(_made, shop=shop, out=out)
    return run(order, tuple(_pairs(order, shop)), shop, out, make)


def forget_others(order: SheetOrder, shop: Shop) -> None:
    """Remove the kept parts that an order of everything does not need."""
    titles = (title_key(one, shop) for one in order.titles)
    locals_ = (local_key(one, shop) for one in order.locals)
    shop.drop_all_but((*titles, *locals_))


def _pairs(order: SheetOrder, shop: Shop) -> Iterator[Pair]:
    titles = {id(one): title_key(one, shop)[:KEY] for one in order.titles}
    locals_ = {id(one): local_key(one, shop)[:KEY] for one in order.locals}
    for title, own in order.wanted():
        key = titles[id(title)] + locals_[id(own)]
        yield Pair(address_of(title, own), key, title, own)


def _made(begun: Run, shop: Shop, out: Path) -> Iterator[Done]:
    """Make the parts of what is missing, then the files; yield what was found first."""
    parts = _parts(begun.missing, shop)
    yield {}, tuple(_remembered(begun, parts))
    good = [one for one in begun.missing if not parts.failed(one)]
    groups = _groups(good, parts)
    pool = shop.workers(len(good) // _TOGETHER)
    yield from in_order(pool, partial(_join, out=out), groups, AHEAD * shop.jobs)
    others = (
        replace(one, local=made.local)
        for one in good
        if not parts.joinable(one) and (made := parts.frames[one.code].value)
    )
    work = partial(_print_plain, assets=shop.theme, out=out)
    yield from in_order(shop.pool, work, others, AHEAD * shop.jobs)


def _parts(pairs: Sequence[Pair], shop: Shop) -> _Parts:
    """Make, or fetch, the parts of some files."""
    if pairs:
        known_glyphs(shop.theme)  # before processes part: read once what all need
    titles = {one.id: one.title for one in pairs}
    locals_ = {one.code: one.local for one in pairs}
    made = bodies(
        tuple(titles.values()), shop, lambda at: shop.told(TITLES, at, len(titles))
    )
    laid = dict(zip(titles, made, strict=True))
    framed_ = framed(
        tuple(locals_.values()), shop, lambda at: shop.told(COMMUNES, at, len(locals_))
    )
    return _Parts(laid, dict(zip(locals_, framed_, strict=True)))


def _remembered(begun: Run, parts: _Parts) -> Iterator[Diagnostic]:
    """Yield what was found in the parts of all files, now or when they were made."""
    seen: set[str] = set()
    for one in begun.standing:
        halves = (one.key[:KEY], parts.bodies.get(one.id))
        others = (one.key[KEY:], parts.frames.get(one.code))
        for key, made in (halves, others):
            if key in seen:
                continue
            seen.add(key)
            if made is not None:
                begun.held.remember(key, made.diagnostics)
            yield from made.diagnostics if made else begun.held.told.get(key, ())


def _groups(pairs: Iterable[Pair], parts: _Parts) -> Iterator[_Group]:
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


def _join(group: _Group, out: Path) -> Done:
    rows = {
        address: put(out, address, key, joined(group.body, tail))
        for address, key, tail in group.tails
    }
    return rows, ()


def _print_plain(pair: Pair, assets: Path, out: Path) -> Done:
    made = plain(pair.title, pair.local, assets)
    if not made.value:
        return {}, made.diagnostics
    row = put(out, pair.address, pair.key, made.value)
    return {pair.address: row}, made.diagnostics
