"""Shelves: lists of what the bookcase holds, cut by facet and into pages."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.status import STATE_NAMES, State
from bookcase.model.publication import FOLDERS, KIND_NAMES
from bookcase.pages.catalog import OUT_OF_DATE, STALE
from bookcase.pages.law.document import state_badges
from bookcase.pages.markup import day
from bookcase.pages.view import Badge, Link, titled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.catalog import Catalog

PAGE_SIZE = 100
UNKNOWN_YEAR = "khong-ro-nam"

FACETS = {
    "loai": "Loại văn bản",
    "linh-vuc": "Lĩnh vực",
    "co-quan": "Cơ quan ban hành",
    "nam": "Năm",
    "tinh-trang": "Tình trạng hiệu lực",
    "cap": "Cấp ban hành",
    "tinh": "Tỉnh, thành phố",
    "chuyen-muc": "Chuyên mục phổ biến pháp luật",
    "doi-tuong": "Bài dành cho ai",
    "ngon-ngu": "Ngôn ngữ khác",
    "a-z": "Tên văn bản và bài, từ A đến Z",
}
DRAFT = Badge("Chưa thẩm định", "nhap")
NO_TEXT = Badge("Chưa có toàn văn", "chua-co-toan-van")
SPECIMEN = " · minh họa"
LEVELS = {"central": "Trung ương", "province": "Cấp tỉnh", "commune": "Cấp xã"}


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """A line of a shelf; ``badges`` are the states of an act, each with its days."""

    link: Link
    issued: str = ""
    issuer: str = ""
    badges: tuple[Badge, ...] = ()
    summary: str = ""
    sort: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class ShelfPage:
    """One page of a shelf; ``number`` of ``pages`` counts from 1.

    ``pager`` names the first, the last and the near pages; the note of one of them says
    that it is this page, and a gap has no address. ``narrows`` is the choice that the
    shelf is, as ``facet=key``, where a script can narrow it further.
    """

    url: str
    title: str
    crumbs: tuple[Link, ...]
    rows: tuple[ShelfRow, ...]
    total: int
    number: int
    pages: int
    pager: tuple[Link, ...]
    narrows: str = ""


@dataclass(frozen=True, slots=True)
class ShelfIndex:
    """A page that lists shelves: each group is a facet with its shelves and counts."""

    url: str
    title: str
    crumbs: tuple[Link, ...]
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


def shelf_pages(catalog: Catalog) -> Iterator[ShelfPage | ShelfIndex]:
    """Yield every shelf's pages, then a page for each facet, then the one above all."""
    shelves: dict[tuple[str, str], list[ShelfRow]] = defaultdict(list)
    names: dict[tuple[str, str], str] = {}
    for row, keys in all_rows(catalog):
        for facet, key, name in keys:
            shelves[facet, key].append(row)
            names[facet, key] = name
    for (facet, key), rows in sorted(shelves.items()):
        rows.sort(key=lambda row: row.sort[1])
        rows.sort(key=lambda row: row.sort[0], reverse=True)
        yield from paged(facet, key, names[facet, key], rows)
    yield from _indexes(catalog, shelves, names)


def all_rows(
    catalog: Catalog,
) -> Iterator[tuple[ShelfRow, Iterable[tuple[str, str, str]]]]:
    """Yield every row, and what it has of each facet: facet, key, readers' words."""
    for work in catalog.library.works:
        yield work_row(work, catalog), _work_keys(work, catalog)
    for entry in catalog.library.register:
        yield _entry_row(entry, catalog), _entry_keys(entry, catalog)
    for publication in catalog.library.publications:
        row = publication_row(publication, catalog)
        yield row, _publication_keys(publication, catalog)


def work_row(work: Work, catalog: Catalog) -> ShelfRow:
    """Return the line of an act."""
    state = catalog.states[work.id]
    return ShelfRow(
        link=catalog.link(work.id),
        issued=day(work.issued) if work.issued else "",
        issuer=", ".join(map(catalog.issuer_name, work.issuers)),
        badges=tuple(
            one._replace(name=one.name + SPECIMEN) if work.specimen else one
            for one in state_badges(work, catalog, state)
        ),
        sort=_sort(work.issued, work.id),
    )


def _sort(issued: date | None, id_: str) -> tuple[str, str]:
    return (issued.isoformat() if issued else ""), id_


def _work_keys(work: Work, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    lists, state = catalog.library.lists, catalog.states[work.id]
    yield "loai", work.type, catalog.type_name(work.type)
    year = work.folder.split("/")[2]
    yield "nam", year, year if year.isdigit() else "Không rõ năm"
    yield "tinh-trang", state.state.value, state.name
    yield "cap", work.scope.level, LEVELS[work.scope.level]
    for key in work.issuers:
        yield "co-quan", key, catalog.issuer_name(key)
    for key in work.subjects:
        term = lists.subjects.get(key)
        yield "linh-vuc", key, term.name if term else key
    if province := province_of(work, catalog):
        yield "tinh", *province


def province_of(work: Work, catalog: Catalog) -> tuple[str, str] | None:
    """Return code and name of the province in which a local act holds."""
    lists, code = catalog.library.lists, work.scope.code
    if commune := lists.communes.get(code):
        code = commune.province
    found = lists.provinces.get(code)
    return (found.code, found.name) if found else None


def _entry_row(entry: RegisterEntry, catalog: Catalog) -> ShelfRow:
    return ShelfRow(
        link=catalog.links[entry.id],
        issued=day(entry.issued) if entry.issued else "",
        issuer=entry.issuer,
        badges=(NO_TEXT,),
        sort=_sort(entry.issued, entry.id),
    )


def _entry_keys(
    entry: RegisterEntry, catalog: Catalog
) -> Iterator[tuple[str, str, str]]:
    yield "loai", entry.type, catalog.type_name(entry.type)
    year = str(entry.issued.year) if entry.issued else UNKNOWN_YEAR
    yield "nam", year, year if entry.issued else "Không rõ năm"
    yield "cap", "central", LEVELS["central"]
    if key := catalog.issuer_keys.get(entry.issuer):
        yield "co-quan", key, catalog.issuer_name(key)


def publication_row(publication: Publication, catalog: Catalog) -> ShelfRow:
    """Return the line of a publication."""
    badges = (DRAFT,) if publication.review.state == "draft" else ()
    if catalog.is_stale(publication):
        badges = (Badge(OUT_OF_DATE.capitalize(), STALE),)
    return ShelfRow(
        link=titled(publication),
        issued=day(publication.published) if publication.published else "",
        issuer=publication.compiled_by,
        badges=badges,
        summary=publication.summary,
        sort=_sort(publication.published, publication.id),
    )


def _publication_keys(
    publication: Publication, catalog: Catalog
) -> Iterator[tuple[str, str, str]]:
    yield "chuyen-muc", publication.folder, KIND_NAMES[publication.kind]
    for key in publication.subjects:
        term = catalog.library.lists.subjects.get(key)
        yield "linh-vuc", key, term.name if term else key
    for key in publication.audience:
        term = catalog.library.lists.audiences.get(key)
        yield "doi-tuong", key, term.name if term else key


def paged(facet: str, key: str, name: str, rows: list[ShelfRow]) -> Iterator[ShelfPage]:
    """Yield the pages of a shelf, some rows each."""
    pages = max(1, -(-len(rows) // PAGE_SIZE))
    for number in range(1, pages + 1):
        yield ShelfPage(
            url=shelf_url(facet, key, number),
            title=name,
            crumbs=(
                Link("Tủ sách", "ke/index.html"),
                Link(FACETS[facet], f"ke/{facet}.html"),
            ),
            rows=tuple(rows[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]),
            total=len(rows),
            number=number,
            pages=pages,
            pager=tuple(_pager(facet, key, number, pages)) if pages > 1 else (),
            narrows=f"{facet}={key}" if facet != "a-z" else "",
        )


def _pager(facet: str, key: str, here: int, pages: int) -> Iterator[Link]:
    last = 0
    for number in sorted({1, *range(here - 2, here + 3), pages}):
        if not 1 <= number <= pages:
            continue
        if number - last > 1:
            yield Link("…")
        note = "đang xem" if number == here else ""
        yield Link(str(number), shelf_url(facet, key, number), note)
        last = number


def shelf_url(facet: str, key: str, number: int) -> str:
    """Return the address of a shelf's page, which counts from 1."""
    return f"ke/{facet}/{key}{'' if number == 1 else f'-{number}'}.html"


def _indexes(
    catalog: Catalog,
    shelves: Mapping[tuple[str, str], list[ShelfRow]],
    names: Mapping[tuple[str, str], str],
) -> Iterator[ShelfIndex]:
    order = value_order(catalog)
    groups = []
    for facet, title in FACETS.items():
        keys = sorted(
            (key for one, key in shelves if one == facet),
            key=lambda key: (order.get((facet, key), len(order)), names[facet, key]),
            reverse=facet == "nam",
        )
        links = tuple(
            Link(
                names[facet, key],
                shelf_url(facet, key, 1),
                str(len(shelves[facet, key])),
            )
            for key in keys
        )
        if links:
            groups.append((title, links))
            crumbs = (Link("Tủ sách", "ke/index.html"),)
            yield ShelfIndex(f"ke/{facet}.html", title, crumbs, ((title, links),))
    yield ShelfIndex("ke/index.html", "Các kệ sách", (), tuple(groups))


def value_order(catalog: Catalog) -> Mapping[tuple[str, str], int]:
    """Return the places of values that do not stand by their names in a facet."""
    lists = catalog.library.lists
    keys = [("loai", key) for key in lists.types]
    keys += [("linh-vuc", key) for key in lists.subjects]
    keys += [("cap", key) for key in LEVELS]
    keys += [("tinh-trang", state.value) for state in State if state in STATE_NAMES]
    keys += [("chuyen-muc", folder) for folder in FOLDERS]
    keys += [("doi-tuong", key) for key in lists.audiences]
    return {pair: number for number, pair in enumerate(keys)}
