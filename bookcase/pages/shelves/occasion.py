"""The pages of what happens to people: what to do, to read, to sign, whom to ask."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.rests import rested
from bookcase.model.publication import KIND_NAMES, PublicationKind
from bookcase.pages.places.roles import DEFAULT_ROLES
from bookcase.pages.shelves.shelf import publication_row, shelf_url
from bookcase.pages.view import Group, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.lists import Occasion, Phone
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.shelves.shelf import ShelfRow

INDEX = "viec/index.html"
TITLE = "Bạn đang cần làm gì?"
MOST = 8
"""How many acts, and how many publications of a group, a page names."""
_OFFICE = (PublicationKind.FORM, PublicationKind.LEAFLET)
_NOT_READ = frozenset(
    {
        PublicationKind.BROADCAST,
        PublicationKind.SMS,
        PublicationKind.NOTICE,
        PublicationKind.ACTIVITY,
        PublicationKind.COURSE,
    }
)
"""What is for those who tell others, not for those who ask."""


@dataclass(frozen=True, slots=True)
class OccasionPage:
    """The page of one occasion.

    ``first`` are the lines of what should be read first; ``roles`` the keys of whom to
    ask, ``asked`` their names; ``shelves`` lead to all that is on the subjects.
    """

    url: str
    title: str
    about: str
    crumbs: tuple[Link, ...]
    steps: tuple[str, ...]
    phones: tuple[Phone, ...]
    first: tuple[ShelfRow, ...]
    groups: tuple[Group, ...]
    acts: tuple[Link, ...]
    shelves: tuple[Link, ...]
    roles: tuple[str, ...]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """How lists name an occasion: a link, a picture, a sentence."""

    link: Link
    icon: str
    about: str


@dataclass(frozen=True, slots=True)
class OccasionsPage:
    """The page that lists them all."""

    occasions: tuple[Told, ...]
    url: str = INDEX
    title: str = TITLE


def occasion_pages(catalog: Catalog) -> Iterator[OccasionPage | OccasionsPage]:
    """Yield a page for each occasion, then the one above them."""
    occasions = catalog.library.lists.occasions.values()
    works, publications = catalog.library.works, catalog.library.publications
    held = frozenset(key for one in works for key in one.subjects)
    held |= {key for one in publications for key in one.subjects}
    for one in occasions:
        yield _page(one, catalog, held)
    if occasions:
        yield OccasionsPage(told(catalog))


def told(catalog: Catalog) -> tuple[Told, ...]:
    """Return the occasions as lists name them."""
    return tuple(
        Told(Link(one.name, occasion_url(one)), one.icon, one.about)
        for one in catalog.library.lists.occasions.values()
    )


def occasion_url(occasion: Occasion) -> str:
    """Return the address of an occasion's page."""
    return f"viec/{occasion.key}.html"


def _page(occasion: Occasion, catalog: Catalog, held: frozenset[str]) -> OccasionPage:
    lists = catalog.library.lists
    first, others = _publications(occasion, catalog)
    known = [lists.subjects[key] for key in occasion.subjects if key in lists.subjects]
    roles = [lists.roles[key] for key in occasion.roles if key in lists.roles]
    return OccasionPage(
        url=occasion_url(occasion),
        title=occasion.name,
        about=occasion.about,
        crumbs=(Link(TITLE, INDEX),),
        steps=occasion.steps,
        phones=occasion.phones,
        first=tuple(publication_row(one, catalog) for one in first),
        groups=tuple(_groups(others, catalog)),
        acts=_acts([*first, *others], catalog),
        shelves=tuple(
            Link(one.name, shelf_url("linh-vuc", one.key, 1))
            for one in known
            if one.key in held
        ),
        roles=occasion.roles or DEFAULT_ROLES,
        asked=tuple(one.name for one in roles),
    )


def _publications(
    occasion: Occasion, catalog: Catalog
) -> tuple[list[Publication], list[Publication]]:
    """Return what is to be read first, and what else is on the subjects."""
    held = {one.id: one for one in catalog.library.publications}
    first = [held[id_] for id_ in occasion.first if id_ in held]
    wanted = frozenset(occasion.subjects)
    others = [
        one
        for one in catalog.library.publications
        if not wanted.isdisjoint(one.subjects)
        and one.kind not in _NOT_READ
        and one.language == "vi"
        and one.id not in occasion.first
    ]
    return first, others


def _groups(others: list[Publication], catalog: Catalog) -> Iterator[Group]:
    read = [one for one in others if one.kind not in _OFFICE]
    named = [("Đọc thêm", read)]
    named += [
        (KIND_NAMES[kind], [one for one in others if one.kind is kind])
        for kind in _OFFICE
    ]
    for label, held in named:
        links = tuple(_link(one, catalog) for one in held[:MOST])
        if links:
            yield Group(label, links, len(held))


def _link(publication: Publication, catalog: Catalog) -> Link:
    row = publication_row(publication, catalog)
    return row.link._replace(note=KIND_NAMES[publication.kind].lower())


def _acts(publications: list[Publication], catalog: Catalog) -> tuple[Link, ...]:
    """Return the acts that the publications rest on, the most often cited first."""
    found: Counter[str] = Counter()
    for one in publications:
        found.update(
            {
                rest.aim.work
                for rest in rested(one, catalog.rests)
                if rest.aim.work in catalog.links
            }
        )
    ranked = sorted(found, key=lambda id_: (-found[id_], id_))
    return tuple(catalog.link(id_)._replace(note="") for id_ in ranked[:MOST])
