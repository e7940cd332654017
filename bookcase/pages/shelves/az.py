"""All titles from A to Z: shelves for those who cannot search."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bookcase.pages.shelves.shelf import (
    FACETS,
    ShelfIndex,
    ShelfRow,
    paged,
    publication_row,
    shelf_url,
    work_row,
)
from bookcase.pages.view import Link
from bookcase.terms.order import OTHERS, letter, sort_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.shelf import ShelfPage

FACET = "a-z"
_SLUGS = {"Ă": "aw", "Â": "aa", "Đ": "dd", "Ê": "ee", "Ô": "oo", "Ơ": "ow", "Ư": "uw"}
"""How Telex writes letters that an address should not have."""


def az_pages(catalog: Catalog) -> Iterator[ShelfPage | ShelfIndex]:
    """Yield the pages of each letter, then the one that lists the letters."""
    shelves: dict[str, list[tuple[str, ShelfRow]]] = defaultdict(list)
    for name, row in _rows(catalog):
        shelves[letter(name)].append((name, row))
    links = []
    for initial in sorted(shelves, key=sort_key):
        rows = [
            row for _, row in sorted(shelves[initial], key=lambda one: sort_key(one[0]))
        ]
        key = "khac" if initial == OTHERS else _SLUGS.get(initial, initial.lower())
        name = "Tên bắt đầu bằng chữ số" if initial == OTHERS else f"Vần {initial}"
        yield from paged(FACET, key, name, rows)
        links.append(Link(name, shelf_url(FACET, key, 1), str(len(rows))))
    crumbs = (Link("Tủ sách", "ke/index.html"),)
    groups = (("Chữ cái đầu của tên", tuple(links)),)
    yield ShelfIndex(f"ke/{FACET}.html", FACETS[FACET], crumbs, groups)


def _rows(catalog: Catalog) -> Iterator[tuple[str, ShelfRow]]:
    for work in catalog.library.works:
        yield _name(work, catalog), work_row(work, catalog)
    for publication in catalog.library.publications:
        yield publication.title, publication_row(publication, catalog)


def _name(work: Work, catalog: Catalog) -> str:
    """Return the title without the type, which says little about it."""
    type_ = catalog.type_name(work.type)
    title = work.title or work.number
    if title.lower().startswith(f"{type_} ".lower()):
        title = title[len(type_) + 1 :]
    return title
