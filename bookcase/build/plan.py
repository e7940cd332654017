"""What to make: every page of the site, heaviest kinds first, in a fixed order."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.files.shelffiles import shelf_files
from bookcase.build.rendering.dated import editions
from bookcase.pages.cites.graph import graph_pages
from bookcase.pages.compare.compared import compared_pages
from bookcase.pages.law.document import document_pages
from bookcase.pages.places.locality import locality_pages
from bookcase.pages.places.placefiles import place_scripts
from bookcase.pages.reading.formtext import form_text
from bookcase.pages.reading.learning import learning_pages
from bookcase.pages.reading.papers import BOARD_TITLE, BOARD_URL, BoardPage, papers_page
from bookcase.pages.reading.publication import publication_pages
from bookcase.pages.reading.translations import language_pages
from bookcase.pages.shelves.az import az_pages
from bookcase.pages.shelves.news import follow_page
from bookcase.pages.shelves.occasion import occasion_pages
from bookcase.pages.shelves.shelf import shelf_pages
from bookcase.pages.static import STATIC
from bookcase.pages.told.share import act_picture, publication_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.build.files.sayings import Sayings
    from bookcase.build.printing.prints import Papers
    from bookcase.build.rendering.pages import Page
    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.calendar import CalendarPage
    from bookcase.pages.shelves.news import Feed

CHUNK = 24
"""How many pages a worker takes at a time."""


class Extras(NamedTuple):
    """What was printed, what is read aloud and sent, what is new, which pages stand."""

    papers: Papers
    said: Sayings
    feeds: tuple[Feed, ...] = ()
    english: bool = False


def of_works(
    works: Iterable[Work], catalog: Catalog
) -> Iterator[tuple[Work, Iterable[Page]]]:
    """Yield acts with the pages that show their texts."""
    for work in works:
        yield (
            work,
            chain(
                document_pages(work, catalog),
                compared_pages(work, catalog),
                editions(work, catalog),
                (act_picture(work, catalog),) if catalog.pictures else (),
            ),
        )


def others(catalog: Catalog, extras: Extras, ahead: CalendarPage) -> Iterator[Page]:
    """Yield all further pages but those that need all texts."""
    yield from graph_pages(catalog)
    yield from of_publications(catalog, extras)
    yield from learning_pages(catalog)
    yield from shelf_pages(catalog)
    yield from shelf_files(catalog)
    yield from occasion_pages(catalog)
    papers, codes = extras.papers, extras.papers.codes
    yield from locality_pages(
        catalog, papers.of_commune, printed=bool(papers.all), board=bool(codes)
    )
    yield from place_scripts(catalog)
    if papers.all:
        yield papers_page(papers.all)
    if codes:
        yield BoardPage(BOARD_URL, BOARD_TITLE, codes)
    yield from STATIC
    yield ahead
    yield follow_page(extras.feeds)
    yield from language_pages(catalog, english=extras.english)
    yield from az_pages(catalog)


def of_publications(catalog: Catalog, extras: Extras) -> Iterator[Page]:
    """Yield the pages of publications."""
    for publication in catalog.library.publications:
        yield from publication_pages(
            publication, catalog, extras.papers.of_publication, extras.said.of
        )
        yield from form_text(publication)
        if catalog.pictures:
            yield publication_picture(publication)


def chunks(
    pages: Iterable[tuple[Page, bytes]], size: int = CHUNK
) -> Iterator[tuple[tuple[Page, bytes], ...]]:
    """Cut pages with their keys into pieces of work."""
    chunk: list[tuple[Page, bytes]] = []
    for page in pages:
        chunk.append(page)
        if len(chunk) == size:
            yield tuple(chunk)
            chunk = []
    if chunk:
        yield tuple(chunk)
