"""Links from the citations of a text: runs in workers, which know all acts by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.annotate import noted
from bookcase.citations.context import Context
from bookcase.citations.defined import names_of
from bookcase.citations.known import acts_of
from bookcase.citations.places import place_of
from bookcase.citations.quoted import quotes_of
from bookcase.citations.reading import cited
from bookcase.citations.resolve import Found
from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.status import version_on
from bookcase.pages.cites.cited import CitedActs, Citing, Row, packed, way
from bookcase.pages.law.versions import is_past, until, version_url
from bookcase.pages.marks import Mark, anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.legal.ids import Placed
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.cites.cited import CitedAct
    from bookcase.pages.law.document import DocumentPage
    from bookcase.pages.reading.publication import PublicationPage


@dataclass(frozen=True, slots=True)
class Linking:
    """What it takes to link citations: all acts by name, and where their pages are."""

    acts: Acts
    catalog: Catalog


def linking(catalog: Catalog) -> Linking:
    """Gather the acts of a library and of its register."""
    return Linking(acts_of(catalog.library), catalog)


class Linked(NamedTuple):
    """The citations of a page: links, the acts it names, what it has and leads to."""

    marks: Mapping[int, tuple[Mark, ...]]
    acts: tuple[CitedAct, ...]
    citing: Citing
    found: tuple[Diagnostic, ...]


def linked(
    known: Linking,
    page: DocumentPage,
    text: LegalText,
    rows: Sequence[Placed],
    ids: Mapping[int, str],
) -> Linked | None:
    """Return the links of a page of law; None for a translation.

    Finds:
        CITE001: a citation of a provision that its own act does not have.

    Args:
        known: All acts.
        page: The page.
        text: Its text.
        rows: Everything in the text that has a name.
        ids: The names by ``id(block)``.
    """
    work = known.catalog.works.get(page.work)
    versions = work.versions if work else ()
    version = next((one for one in versions if one.path == page.path), None)
    if work is None or version is None:
        return None
    links = _Links(known, page, work, version, rows)
    marks = links.marks(text, ids)
    return Linked(marks, links.acts.entries, links.citing(), tuple(links.found))


class PublicationLinks:
    """The links of a publication's page: it speaks of the law of today."""

    def __init__(self, known: Linking, page: PublicationPage) -> None:
        """Learn what the publication calls other acts."""
        lines = [line for body in page.bodies for line in body.source.split("\n")]
        day = page.written or known.catalog.as_of
        self._known, self._url = known, page.url
        self._context = Context(day=day, names=names_of(lines, known.acts, day))
        self._out: list[Row] = []

    def links(self, words: str) -> Iterator[tuple[int, int, str]]:
        """Yield the links of a piece of running text: from, to before, address."""
        for one in cited(words, self._context, self._known.acts):
            if url := self._to(one):
                yield one.start, one.end, url

    def citing(self) -> Citing:
        """Return what the page leads to; no act is told of it."""
        return Citing(self._url, "", "", False, False, "", packed(self._out), "")  # noqa: FBT003

    def _to(self, one: Resolved) -> str:
        catalog = self._known.catalog
        page = _page_of(one.work, catalog.as_of, catalog)
        if not page:
            link = catalog.links.get(one.work)
            return link.away if link else ""
        to, unit = way(page, self._url), anchor(one.unit)
        if not unit:
            return to
        self._out.append(Row(page, unit, "", 0))
        return f"{to}#{unit}"


class _Own:
    """The units of the text itself, as the resolver asks for them."""

    def __init__(self, work: str, ids: Mapping[str, tuple[str, ...]]) -> None:
        self._work, self._ids = work, ids

    def version(self, work: str, day: date | None) -> str:
        """Return something for the text itself only: others are looked up later."""
        del day
        return "own" if work == self._work else ""

    def place(self, work: str, day: date | None, unit: str) -> str:
        """Return the id of a provision, empty where the text has none such."""
        del work, day
        return place_of(unit, self._ids)


class _At(NamedTuple):
    """Where words stand: the innermost unit of the text itself, the line."""

    unit: str
    line: int


class _Links:
    """The links of one page, as its citations are met."""

    def __init__(
        self,
        known: Linking,
        page: DocumentPage,
        work: Work,
        version: Version,
        rows: Sequence[Placed],
    ) -> None:
        self.known, self.page, self.work, self.version = known, page, work, version
        self.acts = CitedActs(known.acts, known.catalog)
        self.out: list[Row] = []
        self.own: list[Row] = []
        self.found: list[Diagnostic] = []
        self._around = {one.id: one.parents for one in rows}
        self._rows = rows
        as_of = known.catalog.as_of
        end = until(work, version) if is_past(work, version, as_of) else None
        self._whole = version.complete and version.text != "codified"
        self._day = end - timedelta(1) if end else as_of
        self._pages: dict[str, tuple[str, str]] = {}

    def marks(
        self, text: LegalText, ids: Mapping[int, str]
    ) -> dict[int, tuple[Mark, ...]]:
        """Return a link for each citation that leads anywhere, by ``id(block)``."""
        spoken = self.version.start or self.work.issued or self._day
        context = Context(self.work.id, day=spoken)
        own = _Own(self.work.id, self._around)
        quotes = quotes_of(self.work.effects)
        named = self._rows, ids
        found = noted(text, context, self.known.acts, own, quotes, named=named)
        marks: dict[int, tuple[Mark, ...]] = {}
        for row in found:
            at = _At(row.unit, row.line)
            made = [self._mark(one, row.text, at) for one in row.cited]
            marks[id(row.block)] = tuple(mark for mark in made if mark)
        return marks

    def citing(self) -> Citing:
        """Return what the page has, and what it leads to."""
        page = self.page
        path = page.path if page.reported else ""
        around = (anchor(one) if "-" in one else one for one in self._around)
        names = " ".join(dict.fromkeys(around))
        return Citing(
            page.url,
            path,
            page.work,
            page.indexed,
            self._whole,
            f" {names} ",
            packed(self.out),
            packed(self.own),
        )

    def _mark(self, one: Resolved, words: str, at: _At) -> Mark | None:
        url = self._url(one, words, at)
        return Mark(one.start, one.end, url) if url else None

    def _url(self, one: Resolved, words: str, at: _At) -> str:
        """Return where a citation leads from this page, empty for nowhere."""
        if one.work == self.work.id:
            return self._inside(one, words, at)
        page, to = self._target(one.work)
        if page and one.unit:
            unit = anchor(one.unit)
            self.out.append(Row(page, unit, anchor(at.unit), at.line))
            return f"{to}#{unit}"
        if not one.work and one.status is Found.UNKNOWN and not _names_an_act(one):
            return ""
        return f"#{self.acts.anchor(one, words)}"

    def _inside(self, one: Resolved, words: str, at: _At) -> str:
        """Lead to a provision of the text itself, unless the words stand in it."""
        if one.status is Found.NO_SUCH_UNIT:
            self._tell(one, words, at)
        if one.status not in {Found.RESOLVED, Found.NO_SUCH_UNIT}:
            return ""
        unit = anchor(one.unit)
        while unit and unit not in self._around:
            unit = unit.rpartition(".")[0]
        if not unit or unit == at.unit or unit in self._around.get(at.unit, ()):
            return ""
        self.own.append(Row("", unit, anchor(at.unit), at.line))
        return f"#{unit}"

    def _target(self, id_: str) -> tuple[str, str]:
        """Return the page of an act, and the way to it; empty where there is none."""
        if id_ not in self._pages:
            url = _page_of(id_, self._day, self.known.catalog)
            self._pages[id_] = url, way(url, self.page.url) if url else ""
        return self._pages[id_]

    def _tell(self, one: Resolved, words: str, at: _At) -> None:
        if self.page.reported and self._whole:
            said = f"«{words[one.start : one.end]}»: {one.reason}"
            span = Span(self.page.path, at.line or 1)
            self.found.append(Diagnostic(span, "CITE001", said, "info"))


def _page_of(id_: str, day: date, catalog: Catalog) -> str:
    """Return the page of the text of an act that is law on a day."""
    work = catalog.works.get(id_)
    if work is None:
        return ""
    shown, today = version_on(work, day), version_on(work, catalog.as_of)
    if shown is None or shown is today:
        return work.url if today else ""
    return version_url(work, shown)


def _names_an_act(one: Resolved) -> bool:
    """Tell an act that nobody knows from a place whose act the words do not tell."""
    return "«" in one.reason
