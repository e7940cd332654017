"""The metadata card of a legal document: what is known of it, line by line.

What the source does not tell has no line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.law.banners import official
from bookcase.pages.markup import day
from bookcase.pages.view import Link, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.history.status import Status
    from bookcase.model.act import Source, Work
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Badge


def card(
    work: Work, catalog: Catalog, state: Status, badges: Iterable[Badge]
) -> Iterator[Row]:
    """Yield the lines of the card.

    Args:
        work: The act.
        catalog: Everything else.
        state: Its state on the day of the build.
        badges: That state, and those after.
    """
    yield Row("Số, ký hiệu", (Link(work.number or "không số"),))
    kind = _shelf(catalog.type_name(work.type), "loai", work.type)
    yield Row("Loại văn bản", (kind,))
    if work.issuers:
        yield Row(
            "Cơ quan ban hành",
            tuple(
                _shelf(catalog.issuer_name(key), "co-quan", key) for key in work.issuers
            ),
        )
    if work.signers:
        yield Row(
            "Người ký",
            tuple(
                Link(f"{signer.title} {signer.name}".strip()) for signer in work.signers
            ),
        )
    if work.issued:
        yield Row("Ngày ban hành", (Link(day(work.issued)),))
    if state.starts:
        yield Row("Ngày có hiệu lực", (Link(day(state.starts)),))
    if state.ends:
        yield Row("Ngày hết hiệu lực", (Link(day(state.ends)),))
    if work.gazette:
        yield Row("Công báo", (Link(_gazette(work)),))
    yield Row("Tình trạng", tuple(map(_state, badges)))
    yield from _reach(work, catalog)


def _reach(work: Work, catalog: Catalog) -> Iterator[Row]:
    """Yield the lines on what an act is about, and where its words come from."""
    lists = catalog.library.lists
    if merged := tuple(_official(work, catalog)):
        yield Row("Văn bản hợp nhất chính thức", merged)
    if place := _place(work, catalog):
        yield Row("Phạm vi áp dụng", (place,))
    if work.subjects:
        names = [(key, lists.subjects.get(key)) for key in work.subjects]
        yield Row(
            "Lĩnh vực",
            tuple(
                _shelf(term.name if term else key, "linh-vuc", key)
                for key, term in names
            ),
        )
    if sources := tuple(_source(one, work) for one in work.source):
        yield Row("Nguồn", sources)


def _gazette(work: Work) -> str:
    if work.gazette is None:
        return ""
    when = f", ngày {day(work.gazette.date)}" if work.gazette.date else ""
    return f"Số {work.gazette.number}{when}"


def _shelf(label: str, facet: str, key: str) -> Link:
    return Link(label, f"ke/{facet}/{key}.html")


def _state(badge: Badge) -> Link:
    return _shelf(badge.name, "tinh-trang", badge.css)._replace(days=badge.days)


def _official(work: Work, catalog: Catalog) -> Iterator[Link]:
    """Yield the official consolidated text of each version that has one."""
    for version in work.versions:
        link = official(version, catalog)
        if link is not None:
            since = f"bản từ {day(version.start)}" if version.start else ""
            yield link._replace(note=since)


def _source(source: Source, work: Work) -> Link:
    """Lead to where a text was taken from; a file with a digital signature says so."""
    host = source.url.split("/")[2] if "//" in source.url else ""
    label = source.note or host or "Bản gốc"
    if source.signed:
        label = f"Bản có chữ ký số: {label}"
    note = f"SHA-256: {source.sha256}" if source.sha256 else ""
    if source.file:
        return Link(label, f"{work.folder}/{source.file}", note)
    return Link(label, note=note, away=source.url)


def _place(work: Work, catalog: Catalog) -> Link | None:
    lists, code = catalog.library.lists, work.scope.code
    former = ", ".join(place.name for place in work.scope.former)
    note = f"thuộc {former} cũ" if former else ""
    if work.scope.level == "province" and (province := lists.provinces.get(code)):
        return Link(province.name, f"dia-phuong/{code}.html", note)
    if work.scope.level == "commune" and (commune := lists.communes.get(code)):
        return Link(commune.name, f"dia-phuong/{commune.province}/{code}.html", note)
    return None
