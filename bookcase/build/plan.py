"""What to make: every page of the site, heaviest kinds first, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.compared import compared_pages
from bookcase.pages.document import document_pages
from bookcase.pages.graph import graph_pages
from bookcase.pages.locality import locality_pages
from bookcase.pages.papers import papers_page
from bookcase.pages.publication import publication_pages
from bookcase.pages.shelf import shelf_pages
from bookcase.pages.static import STATIC

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bookcase.build.pages import Page
    from bookcase.build.prints import Papers
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.papers import Said

CHUNK = 24
"""How many pages a worker takes at a time."""


def pages(
    catalog: Catalog, papers: Papers, said: Callable[[Publication], Said]
) -> Iterator[Page]:
    """Yield every page that the library makes, always in the same order."""
    for work in catalog.library.works:
        yield from document_pages(work, catalog)
        yield from compared_pages(work, catalog)
    yield from graph_pages(catalog)
    for publication in catalog.library.publications:
        yield from publication_pages(publication, catalog, papers.of_publication, said)
    yield from shelf_pages(catalog)
    yield from locality_pages(catalog, papers.of_commune)
    yield papers_page(papers.all)
    yield from STATIC


def chunks(pages: Iterable[Page]) -> Iterator[tuple[Page, ...]]:
    """Cut the pages into pieces of work."""
    chunk: list[Page] = []
    for page in pages:
        chunk.append(page)
        if len(chunk) == CHUNK:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)
