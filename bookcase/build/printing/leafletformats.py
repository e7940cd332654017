"""Other formats of leaflets for communes: posters, large print, one ink, for the press.

The tri-fold for the press is one of them. Each file is laid out by itself: there is no
shared body to join. What was written before from the same words is left as it stands.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.build.printing.cache import digest, folder_digest
from bookcase.build.printing.sheetruns import Pair, put, run
from bookcase.build.work.execute import AHEAD, in_order
from bookcase.leaflets.formats.publications import Order, make

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.build.printing.sheetparts import Shop
    from bookcase.build.printing.sheetruns import Done, Printed, Run, SheetOrder
    from bookcase.leaflets.formats.kinds import Format
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.trifold import Title

_PROGRAM = Path(str(files("bookcase.leaflets.formats")))


def print_formats(
    order: SheetOrder,
    wanted: Format,
    shop: Shop,
    content: Path,
    out: Path,
) -> Printed:
    """Print an order in a format into a folder; no file is written for what failed.

    Finds:
        LEAF001–LEAF022, PRINT001–PRINT030: see
            :func:`bookcase.leaflets.formats.publications.make`.

    Raises:
        MachineError: A file cannot be written, or WeasyPrint is missing.
    """
    pairs = tuple(_pairs(order, wanted, shop, content))
    work = partial(_print, wanted=wanted, content=content, assets=shop.theme, out=out)

    def made(begun: Run) -> Iterator[Done]:
        return in_order(shop.pool, work, begun.missing, AHEAD * shop.jobs)

    return run(order, pairs, shop, out, made)


def _pairs(
    order: SheetOrder, wanted: Format, shop: Shop, content: Path
) -> Iterator[Pair]:
    ours = folder_digest((_PROGRAM, shop.theme / "leaflets" / "formats"))
    folders = {one.publication.folder for one in order.titles}
    pictures = {one: _pictures(content / one) for one in folders}
    for title, own in order.wanted():
        key = digest(
            _asked(replace(title, as_of=None), own, wanted),
            own.notices if wanted.template == "sheet" else (),
            pictures[title.publication.folder],
            ours,
            shop.ours,
        )
        commune, name = own.place.commune, f"{title.publication.name}-{wanted.key}.pdf"
        yield Pair(f"{commune.province}/{commune.code}/{name}", key, title, own)


def _asked(title: Title, own: Local, wanted: Format) -> Order:
    return Order(
        title.publication,
        wanted,
        own.place,
        title.site_host,
        title.as_of,
        title.warning,
    )


def _pictures(folder: Path) -> str:
    """Return the digest of all that a page may show beside its words."""
    held = sorted(one for one in folder.rglob("*") if one.is_file())
    return digest(
        [
            (one.relative_to(folder).as_posix(), one.read_bytes())
            for one in held
            if one.suffix not in {".md", ".yml"}
        ]
    )


def _print(pair: Pair, wanted: Format, content: Path, assets: Path, out: Path) -> Done:
    made = make(_asked(pair.title, pair.local, wanted), content, assets)
    if not made.value:
        return {}, made.diagnostics
    row = put(out, pair.address, pair.key, made.value)
    return {pair.address: row}, made.diagnostics
