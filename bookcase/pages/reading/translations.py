"""Reading in other languages: what is there, what says the same, what it is worth."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.model.publication import KIND_NAMES
from bookcase.pages.shelves.shelf import ShelfRow, paged
from bookcase.pages.view import Link, Notice, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.shelf import ShelfPage

VIETNAMESE, FACET = "vi", "ngon-ngu"
URL = "ngon-ngu.html"
TITLE = "Đọc bằng tiếng khác"


@dataclass(frozen=True, slots=True)
class Language:
    """A language and what is written in it.

    Attributes:
        key: Its name in BCP 47.
        name: Its name in Vietnamese.
        own: Its own name, which may be empty.
        links: What there is, each with a note on its kind.
    """

    key: str
    name: str
    own: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LanguagesPage:
    """The page that lists what can be read in other languages than Vietnamese.

    ``english`` tells whether the bookcase has a first page in English.
    """

    languages: tuple[Language, ...]
    english: bool = False
    url: str = URL
    title: str = TITLE


def languages_page(catalog: Catalog, *, english: bool = False) -> LanguagesPage:
    """Return the page of all languages, in the order of the closed list."""
    found: dict[str, list[Link]] = defaultdict(list)
    for key, link in foreign(catalog):
        found[key].append(link)
    order = [*catalog.library.lists.languages, *sorted(found)]
    held = (
        Language(key, name_of(key, catalog), own_name(key, catalog), tuple(found[key]))
        for key in dict.fromkeys(order)
        if key in found
    )
    return LanguagesPage(tuple(held), english)


def foreign(catalog: Catalog) -> Iterator[tuple[str, Link]]:
    """Yield what is not in Vietnamese, by its language: publications, then acts."""
    for one in catalog.library.publications:
        if one.language != VIETNAMESE:
            yield one.language, titled(one, KIND_NAMES[one.kind])
    for work in catalog.library.works:
        label = catalog.link(work.id).label
        for version in work.versions:
            for language, _ in version.translations:
                url = f"{work.folder}/{version.stem}.{language}.html"
                yield language, Link(label, url, "Bản dịch văn bản")


def name_of(language: str, catalog: Catalog) -> str:
    """Return the Vietnamese name of a language."""
    term = catalog.library.lists.languages.get(language)
    return term.name if term else language


def own_name(language: str, catalog: Catalog) -> str:
    """Return what a language calls itself; empty where nobody told."""
    term = catalog.library.lists.languages.get(language)
    return term.own if term else ""


def all_languages(
    publication: Publication, catalog: Catalog
) -> tuple[tuple[str, str], ...]:
    """Return the address of each language of a publication; none if it has one."""
    held = catalog.families.get(publication.id, ())
    return tuple((one.language, one.url) for one in held)


def other_languages(publication: Publication, catalog: Catalog) -> Iterator[Link]:
    """Yield the ways to the same in other languages, each in its own words."""
    for one in catalog.families.get(publication.id, ()):
        if one is publication:
            continue
        name, own = name_of(one.language, catalog), own_name(one.language, catalog)
        lang = one.language if own and one.language != VIETNAMESE else ""
        note = name if lang else ""
        yield Link(own if lang else name, one.url, note, lang=lang)


def foreign_notices(publication: Publication, catalog: Catalog) -> Iterator[Notice]:
    """Yield what one must know of a publication that is not in Vietnamese."""
    if publication.language == VIETNAMESE:
        return
    name = name_of(publication.language, catalog)
    name = name[:1].lower() + name[1:]
    if publication.translation_of:
        first = catalog.families.get(publication.id, (publication,))[0]
        original = Link(first.title, first.url) if first is not publication else None
        words = "Bản dịch, chỉ để tham khảo; bản tiếng Việt là bản gốc:"
        yield Notice("note", words if original else words[:-1] + ".", original)
    if publication.review.state != "approved":
        words = f"Bài viết bằng {name} này cần người nói {name} duyệt trước khi dùng."
        yield Notice("warning", words)


def language_pages(
    catalog: Catalog, *, english: bool = False
) -> Iterator[LanguagesPage | ShelfPage]:
    """Yield the page of all languages, then a shelf of each.

    Args:
        catalog: What there is.
        english: Whether the bookcase has a first page in English.
    """
    page = languages_page(catalog, english=english)
    yield page
    for language in page.languages:
        rows = [ShelfRow(link, issuer=link.note) for link in language.links]
        rows = [replace(row, link=row.link._replace(note="")) for row in rows]
        for shelf in paged(FACET, language.key, language.name, rows):
            crumbs = (*shelf.crumbs[:1], Link(TITLE, URL))
            yield replace(shelf, crumbs=crumbs, narrows="")
