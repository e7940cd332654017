"""Who cites an act: for each Điều the provisions of other acts, and its own.

The page lies beside the act's own (``<act>/dan-chieu.html``). An act that no other
cites, and that seldom cites itself, has none: its few places stand on its own page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.markup import text
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog

MOST = 2000
"""How many citing provisions a page lists."""

FEW = 40
"""How many places of an act that cite itself stand on its own page."""

NAMED = 8
"""How many of these stand beside one Điều."""


class Cited(NamedTuple):
    """A provision that has a heading, and who cites it.

    Attributes:
        unit: Its id.
        others: Provisions of other acts: the act, the unit.
        own: Provisions of the same act that stand elsewhere in it.
    """

    unit: str
    others: tuple[tuple[str, str], ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitingAct:
    """An act that cites, its state, and where it does so."""

    link: Link
    badge: str
    badge_class: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CitedPart:
    """What a page lists of one provision; ``more`` counts what it leaves out."""

    unit: str
    name: str
    url: str
    count: int
    acts: tuple[CitingAct, ...]
    own: tuple[Link, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class BacklinksPage:
    """A page of the list; ``pager`` leads to the others where it is long."""

    url: str
    title: str
    act: Link
    parts: tuple[CitedPart, ...]
    total: int
    pager: tuple[Link, ...] = ()


def listed(cited: Sequence[Cited]) -> bool:
    """Tell whether what cites an act gets a page of its own."""
    if any(one.others for one in cited):
        return True
    return sum(len(one.own) for one in cited) > FEW


def backlinks_pages(
    work: Work, cited: Sequence[Cited], catalog: Catalog
) -> tuple[BacklinksPage, ...]:
    """Return the pages of who cites an act; none where its own page says it all."""
    if not listed(cited):
        return ()
    runs = list(_runs(cited))
    urls = [_url(work, number) for number in range(len(runs))]
    act = catalog.link(work.id)
    total = sum(len(one.others) for one in cited)
    pages = [
        BacklinksPage(
            url,
            f"Nơi dẫn chiếu đến {act.label}",
            act,
            tuple(_part(work, one, catalog) for one in run),
            total,
        )
        for url, run in zip(urls, runs, strict=True)
    ]
    if len(pages) == 1:
        return tuple(pages)
    return tuple(replace(one, pager=tuple(_pager(one, urls))) for one in pages)


def notes(work: Work, cited: Sequence[Cited]) -> Iterator[tuple[str, str]]:
    """Yield, by its id, what is told of a provision on the page of its act, as HTML."""
    if not listed(cited):
        yield from ((one.unit, _named(one.own)) for one in cited)
        return
    here = work.folder.rpartition("/")[2]
    for number, run in enumerate(_runs(cited)):
        page = f"{here}/{_url(work, number).rpartition('/')[2]}"
        for one in run:
            label = f'<a href="{page}#{one.unit}">{_counted(one)}</a>'
            yield one.unit, f'<div class="bk-ghi">{label}.</div>'


def _counted(one: Cited) -> str:
    own = f"trong văn bản này {len(one.own)}" if one.own else ""
    if not one.others:
        return f"Được dẫn chiếu {own}"
    return f"Được dẫn chiếu bởi {len(one.others)} điều khoản" + (own and f", {own}")


def _named(own: Sequence[str]) -> str:
    links = [f'<a href="#{one}">{text(provision_name(one))}</a>' for one in own[:NAMED]]
    more = len(own) - NAMED
    links += [f"{more} chỗ khác"] if more > 0 else []
    return f'<div class="bk-ghi">Được dẫn chiếu tại {", ".join(links)}</div>'


def _runs(cited: Sequence[Cited]) -> Iterator[tuple[Cited, ...]]:
    """Cut a list into pages."""
    run: list[Cited] = []
    size = 0
    for one in cited:
        rows = len(one.others) + len(one.own)
        if run and size + rows > MOST:
            yield tuple(run)
            run, size = [], 0
        run.append(one)
        size += rows
    if run:
        yield tuple(run)


def _url(work: Work, number: int) -> str:
    return f"{work.folder}/dan-chieu{f'-{number + 1}' if number else ''}.html"


def _pager(page: BacklinksPage, urls: Iterable[str]) -> Iterator[Link]:
    for number, url in enumerate(urls, 1):
        yield Link(str(number), url, "đang xem" if url == page.url else "")


def _part(work: Work, one: Cited, catalog: Catalog) -> CitedPart:
    shown = one.others[:MOST]
    return CitedPart(
        unit=one.unit,
        name=provision_name(one.unit),
        url=f"{work.url}#{one.unit}",
        count=len(one.others),
        acts=tuple(_acts(shown, catalog)),
        own=tuple(Link(_place(unit), f"{work.url}#{unit}") for unit in one.own[:MOST]),
        more=len(one.others) - len(shown),
    )


def _acts(rows: Iterable[tuple[str, str]], catalog: Catalog) -> Iterator[CitingAct]:
    for id_, group in groupby(rows, lambda row: row[0]):
        work, state = catalog.works[id_], catalog.states[id_]
        places = tuple(
            Link(_place(unit), f"{work.url}#{unit}" if unit else work.url)
            for _, unit in group
        )
        yield CitingAct(catalog.link(id_), state.name, state.state.value, places)


def _place(unit: str) -> str:
    return provision_name(unit) if unit else "lời văn chung"


def ordered(
    rows: Iterable[tuple[str, str]], catalog: Catalog
) -> tuple[tuple[str, str], ...]:
    """Return who cites, the latest acts first, each act's provisions in their order."""
    works = catalog.works
    seen = list(dict.fromkeys(rows))
    seen.sort(key=lambda row: row[0])
    seen.sort(key=lambda row: str(works[row[0]].issued or ""), reverse=True)
    return tuple(seen)


def order_of(units: Mapping[str, object], ids: str) -> list[str]:
    """Return units in the order of a page, which ``ids`` gives with spaces between."""
    return [one for one in ids.split() if one in units]
