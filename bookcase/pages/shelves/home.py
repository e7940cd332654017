"""The first page: a search box, what people need, what is new in law, the ways in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.reading.translations import URL as LANGUAGES
from bookcase.pages.reading.translations import languages_page
from bookcase.pages.shelves.occasion import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.content.hub import HubPage
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.calendar import CalendarPage
    from bookcase.pages.shelves.occasion import Told
    from bookcase.pages.view import Chip, Link

URL = "index.html"
NEWEST, COMING = 4, 4
"""How many lines tell what came into force last, and what will."""


@dataclass(frozen=True, slots=True)
class News:
    """A line: on which day what happens to which act; ``chips`` tell if it has come."""

    day: date
    act: Link
    said: str
    specimen: bool
    chips: tuple[Chip, ...] = ()


class Tongue(NamedTuple):
    """A language: its name in Vietnamese, its own name, its key in BCP 47."""

    name: str
    own: str
    key: str
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page.

    Attributes:
        name: What the bookcase is called.
        title: The page's own title.
        about: A sentence for search engines.
        occasions: What happens to people.
        past: What came into force, the last first.
        coming: What will happen, the next first.
        folders: The kinds of publications that are held.
        languages: Those other than Vietnamese in which there is something to read.
        counts: Acts, register entries, publications, communes.
    """

    name: str
    title: str
    about: str
    occasions: tuple[Told, ...]
    past: tuple[News, ...]
    coming: tuple[News, ...]
    folders: tuple[str, ...]
    languages: tuple[Tongue, ...]
    counts: tuple[int, int, int, int]
    url: str = URL


def home_page(catalog: Catalog, ahead: CalendarPage, source: HubPage) -> HomePage:
    """Return the first page.

    Args:
        catalog: What there is.
        ahead: The calendar.
        source: What the editors say of the page: ``content/index.md``.
    """
    library = catalog.library
    heading = next((x for x in source.body.splitlines() if x.startswith("# ")), "")
    return HomePage(
        name=heading.removeprefix("# ").strip() or source.title,
        title=source.title,
        about=source.description,
        occasions=told(catalog),
        past=_past(catalog),
        coming=tuple(islice(_coming(ahead), COMING)),
        folders=tuple(sorted({one.folder for one in library.publications})),
        languages=tuple(
            Tongue(one.name, one.own, one.key, f"{LANGUAGES}#{one.key}")
            for one in languages_page(catalog).languages
        ),
        counts=(
            len(library.works),
            len(library.register),
            len(library.publications),
            len(library.lists.communes),
        ),
    )


def _past(catalog: Catalog) -> tuple[News, ...]:
    """Return which acts came into force last, or got other words."""
    begun = [
        (version.start, work.id, at)
        for work in catalog.library.works
        if not work.consolidates
        for at, version in enumerate(work.versions)
        if version.start and version.start <= catalog.as_of
    ]
    begun.sort(reverse=True)
    said = ("Bắt đầu có hiệu lực", "Có lời văn mới sau khi được sửa đổi")
    return tuple(
        News(
            start, catalog.link(id_), said[at > 0], specimen=catalog.works[id_].specimen
        )
        for start, id_, at in begun[:NEWEST]
    )


def _coming(ahead: CalendarPage) -> Iterator[News]:
    for day in ahead.days:
        for one in day.entries:
            said, more = one.lines[0].said, len(one.lines) - 1
            said += f"; và {more} thay đổi khác" if more else ""
            yield News(day.day, one.act, said, one.specimen, day.chips)
