"""What to print, and one run of it: what stands is left, what failed is taken away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.build.printing.cache import digest
from bookcase.build.printing.sheetlist import Row, read_list, write_list
from bookcase.files import write_atomic
from bookcase.leaflets.faults import unfit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from bookcase.build.printing.sheetlist import SheetList
    from bookcase.build.printing.sheetparts import Shop
    from bookcase.diagnostics import Diagnostic
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.trifold import Title

    Done = tuple[dict[str, Row], tuple[Diagnostic, ...]]

FILES = "tệp"
"""What progress counts in the end."""
KEY = 16
"""How much of a digest tells parts from each other."""


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

    def wanted(self) -> Iterator[tuple[Title, Local]]:
        """Yield what communes want, a title's together."""
        for title in self.titles:
            for own in self.locals:
                ids = self.chosen.get(own.place.commune.code)
                if ids is None or title.publication.id in ids:
                    yield title, own

    def wrong(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Return why titles and communes are left out, by their ids and codes."""
        found = {
            one.publication.id: (
                *unfit(one.publication, one.as_of),
                *self.refused.get(one.publication.id, ()),
            )
            for one in self.titles
        }
        found |= self.spoilt
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
class Pair:
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
class Run:
    """The files of an order, and what stands of them.

    Attributes:
        pairs: All that were asked for.
        standing: Those that nothing speaks against.
        missing: Those of them that must be made.
        held: The list of what was written before.
    """

    pairs: tuple[Pair, ...]
    standing: tuple[Pair, ...]
    missing: tuple[Pair, ...]
    held: SheetList


def run(
    order: SheetOrder,
    pairs: tuple[Pair, ...],
    shop: Shop,
    out: Path,
    make: Callable[[Run], Iterator[Done]],
) -> Printed:
    """Make what is missing in a folder, and note what stands there now.

    Args:
        order: What is asked for.
        pairs: Its files.
        shop: Where the list of what was written is kept, and who is told.
        out: The folder.
        make: Makes what is missing; yields what it wrote, and what it found.
    """
    path = _list_path(shop, out)
    begun = _begun(order, pairs, read_list(path), out)
    found = [one for of_one in order.wrong().values() for one in of_one]
    rows: dict[str, Row] = {}
    for done, told_of in make(begun):
        rows |= done
        found += told_of
        if done:
            shop.told(FILES, len(rows), len(begun.missing))
    if begun.held.settle(rows, _old(begun, rows), out):
        write_list(begun.held, path)
    kept = len(begun.standing) - len(begun.missing)
    size = sum(row.size for row in rows.values())
    return Printed(len(pairs), kept, len(rows), size, tuple(dict.fromkeys(found)))


def put(out: Path, address: str, key: str, data: bytes) -> Row:
    """Write a file and return its row."""
    path = out / address
    write_atomic(path, data)
    return Row(key, len(data), path.stat().st_mtime_ns)


def _begun(
    order: SheetOrder, pairs: tuple[Pair, ...], held: SheetList, out: Path
) -> Run:
    wrong = order.wrong().keys()
    standing = tuple(one for one in pairs if not {one.id, one.code} & wrong)
    missing = (one for one in standing if not held.fresh(one.address, one.key, out))
    return Run(pairs, standing, tuple(missing), held)


def _old(begun: Run, rows: Mapping[str, Row]) -> set[str]:
    """Return what is asked for and neither stands fresh nor was written now."""
    fresh = _addresses(begun.standing) - _addresses(begun.missing)
    return _addresses(begun.pairs) - fresh - rows.keys()


def _addresses(pairs: Sequence[Pair]) -> set[str]:
    return {one.address for one in pairs}


def _list_path(shop: Shop, out: Path) -> Path | None:
    name = digest(out.absolute().as_posix())[:KEY]
    return shop.cache / f"{name}.list" if shop.cache else None
