"""The page records of provinces and communes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.pages.papers import shelves
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from bookcase.model.lists import Lists
    from bookcase.model.places import Broadcast, Commune, Locality, Notice, Province
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.papers import Paper, Shelf


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with the name of its role written out."""

    role: str
    name: str
    phone: str
    email: str
    address: str
    hours: str


@dataclass(frozen=True, slots=True)
class CommunePage:
    """The page of a commune."""

    url: str
    title: str
    code: str
    crumbs: tuple[Link, ...]
    former: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    notices: tuple[Notice, ...]
    broadcasts: tuple[Broadcast, ...]
    acts: tuple[Link, ...]
    specimen: bool
    shelves: tuple[Shelf, ...] = ()
    printed: bool = False
    board: bool = False


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """The page of a province: its communes and its acts."""

    url: str
    title: str
    code: str
    crumbs: tuple[Link, ...]
    communes: tuple[Link, ...]
    acts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """The page that lists the provinces."""

    url: str
    title: str
    total: int
    provinces: tuple[Link, ...]


def locality_pages(
    catalog: Catalog,
    papers: Callable[[str], tuple[Paper, ...]],
    *,
    printed: bool = False,
    board: bool = False,
) -> Iterator[CommunePage | ProvincePage | PlacesPage]:
    """Yield the pages of all provinces and communes, and the one above them.

    Args:
        catalog: What there is.
        papers: Gives what a commune has chosen to print, by its code; nothing where
            it chose nothing, and so has what there is for all.
        printed: Whether anything was printed that is for all.
        board: Whether there is a sheet of QR codes for its notice board.
    """
    lists = catalog.library.lists
    acts = _local_acts(catalog)
    former = _former(lists)
    by_province = _by_province(lists)
    yield _places(lists, by_province)
    for province in lists.provinces.values():
        yield _province(province, by_province[province.code], acts)
    for commune in lists.communes.values():
        locality = catalog.library.localities.get(commune.code)
        if locality:
            locality = _on_day(locality, catalog.as_of)
        made = _commune(commune, lists, locality, names=(former, acts))
        mine = shelves(papers(commune.code))
        yield replace(made, shelves=mine, printed=printed, board=board)


def _on_day(locality: Locality, day: date) -> Locality:
    """Leave out the notices that are not yet, or no longer, shown on a day."""
    shown = tuple(
        notice
        for notice in locality.notices
        if (notice.start is None or notice.start <= day)
        and (notice.until is None or day < notice.until)
    )
    return replace(locality, notices=shown)


def commune_url(commune: Commune) -> str:
    """Return the address of a commune's page."""
    return f"dia-phuong/{commune.province}/{commune.code}.html"


def _local_acts(catalog: Catalog) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for work in catalog.library.works:
        if work.scope.code:
            state = catalog.states[work.id]
            link = catalog.link(work.id)
            found[work.scope.code].append(Link(link.label, link.url, state.name))
    return {code: tuple(links) for code, links in found.items()}


def _former(lists: Lists) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for old in lists.former:
        part = "" if old.main else " (một phần)"
        where = ", ".join(filter(None, (old.district, old.province)))
        found[old.successor].append(f"{old.name}{part}, {where}")
    return {code: tuple(names) for code, names in found.items()}


def _by_province(lists: Lists) -> Mapping[str, tuple[Link, ...]]:
    found: dict[str, list[Link]] = defaultdict(list)
    for commune in lists.communes.values():
        found[commune.province].append(Link(commune.name, commune_url(commune)))
    return defaultdict(tuple, {code: tuple(links) for code, links in found.items()})


def _places(lists: Lists, communes: Mapping[str, tuple[Link, ...]]) -> PlacesPage:
    return PlacesPage(
        url="dia-phuong/index.html",
        title="Địa phương",
        total=len(lists.communes),
        provinces=tuple(
            Link(
                province.name,
                f"dia-phuong/{province.code}.html",
                f"{len(communes[province.code])} xã, phường, đặc khu",
            )
            for province in lists.provinces.values()
        ),
    )


def _province(
    province: Province,
    communes: tuple[Link, ...],
    acts: Mapping[str, tuple[Link, ...]],
) -> ProvincePage:
    return ProvincePage(
        url=f"dia-phuong/{province.code}.html",
        title=province.name,
        code=province.code,
        crumbs=(Link("Địa phương", "dia-phuong/index.html"),),
        communes=communes,
        acts=acts.get(province.code, ()),
    )


def _commune(
    commune: Commune,
    lists: Lists,
    locality: Locality | None,
    *,
    names: tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[Link, ...]]],
) -> CommunePage:
    former, acts = names
    province = lists.provinces.get(commune.province)
    name = province.name if province else commune.province
    return CommunePage(
        url=commune_url(commune),
        title=f"{commune.name}, {name}",
        code=commune.code,
        crumbs=(
            Link("Địa phương", "dia-phuong/index.html"),
            Link(name, f"dia-phuong/{commune.province}.html"),
        ),
        former=former.get(commune.code, ()),
        contacts=tuple(_contacts(locality, lists)) if locality else (),
        notices=locality.notices if locality else (),
        broadcasts=locality.broadcasts if locality else (),
        acts=acts.get(commune.code, ()) + acts.get(commune.province, ()),
        specimen=bool(locality and locality.specimen),
    )


def _contacts(locality: Locality, lists: Lists) -> Iterator[ContactView]:
    for contact in locality.contacts:
        role = lists.roles.get(contact.role)
        yield ContactView(
            role=role.name if role else contact.role,
            name=contact.name,
            phone=contact.phone,
            email=contact.email,
            address=contact.address,
            hours=contact.hours,
        )
