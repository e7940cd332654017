"""The page records of provinces and communes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.places.atlas import country, province_map
from bookcase.pages.places.localacts import local_acts
from bookcase.pages.reading.papers import shelves
from bookcase.pages.shelves.shelf import shelf_url
from bookcase.pages.view import Link, When, when
from bookcase.terms.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from bookcase.model.lists import Lists
    from bookcase.model.places import Broadcast, Commune, Locality, Notice, Province
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.places.atlas import Map
    from bookcase.pages.places.localacts import LocalAct, LocalActs
    from bookcase.pages.reading.papers import Paper, Shelf

TITLE = "Địa phương"
URL = "dia-phuong/index.html"
MOST = 12
"""How many acts of its province a page names; the shelf has all."""


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact with the name of its role written out; ``key`` is the role's key."""

    role: str
    name: str
    phone: str
    email: str
    address: str
    hours: str
    key: str = ""


class DatedNotice(NamedTuple):
    """A commune's notice, with the days on which it is seen."""

    notice: Notice
    days: When | None


@dataclass(frozen=True, slots=True)
class CommunePage:
    """The page of a commune.

    ``acts`` are its own and its former units', ``of_province`` the newest of those
    that hold all over its province; ``more`` leads to all of these.
    """

    url: str
    title: str
    code: str
    crumbs: tuple[Link, ...]
    former: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    notices: tuple[DatedNotice, ...]
    broadcasts: tuple[Broadcast, ...]
    acts: tuple[LocalAct, ...]
    of_province: tuple[LocalAct, ...]
    more: Link | None
    specimen: bool
    shelves: tuple[Shelf, ...] = ()
    printed: bool = False
    board: bool = False


@dataclass(frozen=True, slots=True)
class ProvincePage:
    """The page of a province: its communes, on a map and in a list, and its acts."""

    url: str
    title: str
    code: str
    crumbs: tuple[Link, ...]
    communes: tuple[Link, ...]
    acts: tuple[LocalAct, ...]
    more: Link | None
    map: Map | None


@dataclass(frozen=True, slots=True)
class PlacesPage:
    """The page that lists the provinces, beside a map of the country."""

    url: str
    title: str
    total: int
    provinces: tuple[Link, ...]
    map: Map | None


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
    acts, former = local_acts(catalog), _former(lists)
    by_province = _by_province(lists)
    yield _places(lists, by_province)
    for province in lists.provinces.values():
        yield _province(province, by_province[province.code], acts)
    for commune in lists.communes.values():
        locality = catalog.library.localities.get(commune.code)
        made = _commune(commune, catalog, locality, former.get(commune.code, ()), acts)
        mine = shelves(papers(commune.code))
        yield replace(made, shelves=mine, printed=printed, board=board)


def notices_from(notices: Iterable[Notice], day: date) -> tuple[DatedNotice, ...]:
    """Return the notices that are or will be shown, each with its days."""
    return tuple(
        DatedNotice(one, when(one.start, one.until, day))
        for one in notices
        if one.until is None or day < one.until
    )


def commune_url(commune: Commune) -> str:
    """Return the address of a commune's page."""
    return f"dia-phuong/{commune.province}/{commune.code}.html"


def _former(lists: Lists) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for old in lists.former:
        part = "" if old.main else " (một phần)"
        where = ", ".join(filter(None, (old.district, old.province)))
        found[old.successor].append(f"{old.name}{part}, {where}")
    return {code: tuple(names) for code, names in found.items()}


def _by_province(lists: Lists) -> Mapping[str, list[Commune]]:
    found: dict[str, list[Commune]] = defaultdict(list)
    for commune in lists.communes.values():
        found[commune.province].append(commune)
    return found


def _places(lists: Lists, communes: Mapping[str, list[Commune]]) -> PlacesPage:
    return PlacesPage(
        url=URL,
        title=TITLE,
        total=len(lists.communes),
        provinces=tuple(
            Link(
                province.name,
                f"dia-phuong/{province.code}.html",
                f"{len(communes[province.code])} xã, phường, đặc khu",
            )
            for province in lists.provinces.values()
        ),
        map=country(lists),
    )


def _province(
    province: Province, communes: list[Commune], acts: LocalActs
) -> ProvincePage:
    held = acts.of_province(province.code)
    ordered = sorted(communes, key=lambda one: sort_key(_bare(one)))
    return ProvincePage(
        url=f"dia-phuong/{province.code}.html",
        title=province.name,
        code=province.code,
        crumbs=(Link(TITLE, URL),),
        communes=tuple(Link(one.name, commune_url(one)) for one in ordered),
        acts=held[:MOST],
        more=_all_of(province, held),
        map=province_map(province, communes),
    )


def _bare(commune: Commune) -> str:
    """Return the name without what the place is, which says nothing in a list."""
    return commune.name[len(commune.kind) :]


def _all_of(province: Province, held: tuple[LocalAct, ...]) -> Link | None:
    """Lead to the shelf of a province where a page does not name all its acts."""
    if len(held) <= MOST:
        return None
    label = f"Tất cả {len(held)} văn bản của {province.name}"
    return Link(label, shelf_url("tinh", province.code, 1))


def _commune(
    commune: Commune,
    catalog: Catalog,
    locality: Locality | None,
    former: tuple[str, ...],
    acts: LocalActs,
) -> CommunePage:
    lists = catalog.library.lists
    province = lists.provinces.get(commune.province)
    name = province.name if province else commune.province
    wide = acts.whole.get(commune.province, ())
    return CommunePage(
        url=commune_url(commune),
        title=f"{commune.name}, {name}",
        code=commune.code,
        crumbs=(Link(TITLE, URL), Link(name, f"dia-phuong/{commune.province}.html")),
        former=former,
        contacts=tuple(contacts(locality, lists)) if locality else (),
        notices=notices_from(locality.notices, catalog.as_of) if locality else (),
        broadcasts=locality.broadcasts if locality else (),
        acts=acts.of_commune(commune.code),
        of_province=wide[:MOST],
        more=_all_of(province, wide) if province else None,
        specimen=bool(locality and locality.specimen),
    )


def contacts(locality: Locality, lists: Lists) -> Iterator[ContactView]:
    """Yield whom a commune names, in the order of its file."""
    for contact in locality.contacts:
        role = lists.roles.get(contact.role)
        yield ContactView(
            role=role.name if role else contact.role,
            name=contact.name,
            phone=contact.phone,
            email=contact.email,
            address=contact.address,
            hours=contact.hours,
            key=contact.role,
        )
