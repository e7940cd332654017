"""When all pages of law are made: mend links to units that are not there, link back.

A worker knows the units of its own page only. Here all are known: a link to a unit
that its act does not have is cut back to what holds it, and each Điều is told who
cites it. Only pages that this changes are written again.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.places import place_of
from bookcase.diagnostics import Diagnostic, Span
from bookcase.pages.cites.backlinks import (
    Cited,
    backlinks_pages,
    notes,
    order_of,
    ordered,
)
from bookcase.pages.cites.cited import unpacked, way
from bookcase.pages.marks import anchor
from bookcase.pages.provisions import head_of, provision_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bookcase.build.rendering.context import Context
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.cites.backlinks import BacklinksPage
    from bookcase.pages.cites.cited import Citing, Row

CHUNK = 50
"""How many pages a worker mends at a time."""


class Mend(NamedTuple):
    """What is to be changed in a page that is written.

    Attributes:
        url: The page.
        swaps: Attributes as they stand, and as they should.
        notes: HTML by the id of the section that it goes into.
    """

    url: str
    swaps: tuple[tuple[str, str], ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


class Backlinks(NamedTuple):
    """What follows from all citations: pages to mend, pages to make, findings."""

    mends: tuple[Mend, ...]
    pages: tuple[BacklinksPage, ...]
    found: tuple[Diagnostic, ...]


def backlinks(citing: Iterable[Citing], catalog: Catalog) -> Backlinks:
    """Look every citation up on the page that it leads to.

    Finds:
        CITE001: a citation of a provision that the act does not have.
    """
    looked = _Lookup(citing, catalog)
    swaps = {one.url: tuple(looked.swaps(one)) for one in looked.citing}
    told: dict[str, tuple[tuple[str, str], ...]] = {}
    pages: list[BacklinksPage] = []
    for one in looked.citing:
        if one.main and (cited := looked.cited(one)):
            work = catalog.works[one.work]
            told[one.url] = tuple(notes(work, cited))
            pages += backlinks_pages(work, cited, catalog)
    mends = (
        Mend(one.url, swaps[one.url], told.get(one.url, ())) for one in looked.citing
    )
    changed = tuple(one for one in mends if one.swaps or one.notes)
    return Backlinks(changed, tuple(pages), tuple(looked.found))


def mend(context: Context, mends: tuple[Mend, ...]) -> tuple[int, ...]:
    """Change pages as they lie; return their sizes."""
    return tuple(_mend(context.site / one.url, one) for one in mends)


def _mend(path: Path, mend: Mend) -> int:
    html = path.read_bytes()  # as bytes: to decode a page costs more than this
    for old, new in mend.swaps:
        html = html.replace(old.encode(), new.encode())
    html = _with_notes(html, mend.notes)
    path.write_bytes(html)
    return len(html)


def mended(mends: tuple[Mend, ...]) -> Iterator[tuple[Mend, ...]]:
    """Cut the mends into pieces of work."""
    for start in range(0, len(mends), CHUNK):
        yield mends[start : start + CHUNK]


def _with_notes(html: bytes, told: Iterable[tuple[str, str]]) -> bytes:
    """Put each note at the end of its Điều, or behind another unit's heading.

    Sections come in the order of the page, so that one pass finds them all.
    """
    out: list[bytes] = []
    done = 0
    for unit, note in told:
        start = html.find(b'" id="%s">' % unit.encode(), done)
        opening = html.rfind(b"<", done, start)
        if start < 0 or not html.startswith(b"<section ", opening):
            continue
        article = html.startswith(b'<section class="article', opening)
        end = b"</section>" if article else b"</h"
        place = html.find(end, start)
        place = place if article else html.find(b">", place) + 1
        out += (html[done:place], note.encode())
        done = place
    return b"".join((*out, html[done:]))


class _Lookup:
    """All pages of law by their address, and who cites their provisions."""

    def __init__(self, citing: Iterable[Citing], catalog: Catalog) -> None:
        self.citing = tuple(citing)
        self.found: list[Diagnostic] = []
        self._catalog = catalog
        self._pages = {one.url: one for one in self.citing}
        self._units: dict[str, frozenset[str]] = {}
        self._others: dict[str, dict[str, list[tuple[str, str]]]] = {}

    def swaps(self, citing: Citing) -> Iterator[tuple[str, str]]:
        """Yield what is to be changed in a page; keep who cites what."""
        seen: set[tuple[str, str]] = set()
        acting = self._acting(citing)
        for row in unpacked(citing.out):
            page = self._pages.get(row.page)
            if page is None:
                continue
            unit = row.unit if f" {row.unit} " in page.ids else self._place(page, row)
            if unit != row.unit and (row.page, row.unit) not in seen:
                seen.add((row.page, row.unit))
                yield _swap(citing, row, unit)
            if (row.by, page.work) not in acting:
                self._keep(citing, page, row, unit)

    def _keep(self, citing: Citing, page: Citing, row: Row, unit: str) -> None:
        """Keep who cites what is there; tell of what is not."""
        if unit != row.unit and not place_of(row.unit, self._known(page)):
            self._tell(citing, page, row)
        head = head_of(unit) if citing.main and page.main else ""
        if head:
            heads = self._others.setdefault(page.url, {})
            heads.setdefault(head, []).append((citing.work, row.by))

    def cited(self, page: Citing) -> tuple[Cited, ...]:
        """Return the provisions of a page that are cited, in its order."""
        own: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in unpacked(page.own):
            head = head_of(row.unit)
            if head and row.by and head_of(row.by) != head:
                own[head][row.by] = None
        others = self._others.pop(page.url, {})
        return tuple(
            Cited(
                head,
                ordered(others.get(head, ()), self._catalog),
                tuple(own.get(head, ())),
            )
            for head in order_of({**others, **own}, page.ids)
        )

    def _acting(self, citing: Citing) -> frozenset[tuple[str, str]]:
        """Return which units of an act change which acts: to change is not to cite."""
        work = self._catalog.works.get(citing.work)
        effects = work.effects if work else ()
        return frozenset((anchor(one.by), one.on) for one in effects)

    def _known(self, page: Citing) -> frozenset[str]:
        """Return the units of a page, kept while it is asked for."""
        if page.url not in self._units:
            self._units[page.url] = frozenset(page.ids.split())
        return self._units[page.url]

    def _place(self, page: Citing, row: Row) -> str:
        """Return the unit that is meant, else the nearest that holds it."""
        known, unit = self._known(page), row.unit
        while unit and not (place := place_of(unit, known)):
            unit = unit.rpartition(".")[0]
        return anchor(place) if unit else ""

    def _tell(self, citing: Citing, page: Citing, row: Row) -> None:
        if citing.path and page.whole:
            said = f"{provision_name(row.unit)} {self._catalog.short(page.work)}"
            message = f"«{said}»: văn bản không có điều, khoản, điểm, phụ lục này"
            span = Span(citing.path, row.line or 1)
            self.found.append(Diagnostic(span, "CITE001", message, "info"))


def _swap(citing: Citing, row: Row, unit: str) -> tuple[str, str]:
    to = way(row.page, citing.url)
    new = f"{to}#{unit}" if unit else to
    return f'href="{to}#{row.unit}"', f'href="{new}"'
