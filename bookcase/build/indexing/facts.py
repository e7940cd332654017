"""What search may narrow by: the facts of each page, from the catalog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.status import status
from bookcase.model.publication import KIND_NAMES
from bookcase.pages.places.locality import commune_url
from bookcase.pages.shelves.shelf import LEVELS
from bookcase.search.facts import NO_STATE, Facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.act import Work
    from bookcase.model.places import Scope
    from bookcase.model.publication import Publication
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.catalog import Catalog

    Values = dict[str, tuple[tuple[str, str], ...]]

_TWO_TIERS = date(2025, 7, 1)
"""The day on which the communes of today were made (Resolution 202/2025/QH15)."""


def facts(catalog: Catalog) -> Mapping[str, Facts]:
    """Return the facts of all pages by address; by number where they have none."""
    found: dict[str, Facts] = {}
    for entry in catalog.library.register:
        found[catalog.links[entry.id].away or entry.number] = _of_entry(entry, catalog)
    for work in catalog.library.works:
        found[work.url] = _of_work(work, catalog)
    for publication in catalog.library.publications:
        known = _of_publication(publication, catalog)
        base = publication.url.removesuffix(".html")
        chapters = (f"{base}/{one.name}.html" for one in publication.chapters)
        found |= dict.fromkeys((publication.url, *chapters), known)
    for commune in catalog.library.lists.communes.values():
        known = Facts(_place(commune.code, catalog), ((_TWO_TIERS, NO_STATE),))
        found[commune_url(commune)] = known
    return found


def _of_work(work: Work, catalog: Catalog) -> Facts:
    values: Values = {
        "loai": ((work.type, catalog.type_name(work.type)),),
        "cap": ((work.scope.level, LEVELS[work.scope.level]),),
        "co-quan": tuple((key, catalog.issuer_name(key)) for key in work.issuers),
        "linh-vuc": _subjects(work.subjects, catalog),
        **_year(work.issued),
        **_scope(work.scope, catalog),
    }
    starts = sorted(one.start for one in work.versions if one.start)
    versions = tuple(starts) if len(work.versions) > 1 else ()
    return Facts(values, tuple(_turns(work, catalog)), versions)


def _turns(work: Work, catalog: Catalog) -> Iterator[tuple[date | None, str]]:
    """Yield each state of an act, and the day from which it holds."""
    acted, day, last = catalog.effects.get(work.id, ()), date.min, None
    while True:
        now = status(work, acted, day)
        if now.state is not last:
            since = _made(work, now.next_change) if last is None else day
            yield since, now.state.value
        if now.next_change is None:
            return
        last, day = now.state, now.next_change


def _made(work: Work, next_change: date | None) -> date | None:
    """Return the day on which an act was made, which no change of it comes before."""
    days = [day for day in (work.issued, next_change) if day]
    return min(days) if work.issued else None


def _of_entry(entry: RegisterEntry, catalog: Catalog) -> Facts:
    key = catalog.issuer_keys.get(entry.issuer)
    values: Values = {
        "loai": ((entry.type, catalog.type_name(entry.type)),),
        "cap": (("central", LEVELS["central"]),),
        "co-quan": ((key, catalog.issuer_name(key)),) if key else (),
        **_year(entry.issued),
    }
    return Facts(values, _since(entry.issued))


def _of_publication(publication: Publication, catalog: Catalog) -> Facts:
    values: Values = {
        "loai": ((publication.kind.value, KIND_NAMES[publication.kind]),),
        "linh-vuc": _subjects(publication.subjects, catalog),
        **_year(publication.published),
        **_scope(publication.scope, catalog),
    }
    return Facts(values, _since(publication.published))


def _since(day: date | None) -> tuple[tuple[date, str], ...]:
    return ((day, NO_STATE),) if day else ()


def _year(day: date | None) -> Values:
    return {"nam": ((str(day.year), str(day.year)),)} if day else {}


def _subjects(keys: tuple[str, ...], catalog: Catalog) -> tuple[tuple[str, str], ...]:
    known = catalog.library.lists.subjects
    return tuple((key, known[key].name if key in known else key) for key in keys)


def _scope(scope: Scope, catalog: Catalog) -> Values:
    return _place(scope.code, catalog) if scope.code else {}


def _place(code: str, catalog: Catalog) -> Values:
    """Return the province of a place, and its commune."""
    lists = catalog.library.lists
    commune = lists.communes.get(code)
    values: Values = {"xa": ((code, commune.name),)} if commune else {}
    province = lists.provinces.get(commune.province if commune else code)
    if province:
        values["tinh"] = ((province.code, province.name),)
    return values
