"""What search is told of each page: one record an article, section or entry."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from typing import TYPE_CHECKING

from bookcase.model.publication import PublicationKind
from bookcase.pages.places.locality import commune_url
from bookcase.pages.view import label_of, work_label
from bookcase.search.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.act import Work
    from bookcase.model.register import RegisterEntry
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.document import DocumentPage
    from bookcase.pages.law.lawtext import LawHtml
    from bookcase.pages.reading.publication import PublicationPage

LAW = "van-ban"
"""The group of legal documents."""
LOCAL_LAW = "van-ban-dia-phuong"
"""The group of those that hold in one place."""
PLACES = "dia-phuong"
_OF_KIND = {
    PublicationKind.INTRODUCTION: "gioi-thieu",
    PublicationKind.QA: "hoi-dap",
    PublicationKind.FORM: "bieu-mau",
    PublicationKind.LEAFLET: "to-gap",
    PublicationKind.HANDBOOK: "so-tay",
}
_LOCAL_NUMBER = re.compile("HĐND|UBND|QĐ-UB$|CT-UB$")
"""What the number of an act of a local authority holds."""

_BLOCK = re.compile(
    r"</?(?:p|li|h[1-6]|tr|t[dh]|div|br|hr|[uo]l|d[ltd]|table|blockquote|figcaption"
    r"|section|details|summary|label|option)\b[^>]*>"
)
"""Tags that part words; others stand within them."""
_TAG = re.compile(r"<[^>]*>")


def document_records(page: DocumentPage, law: LawHtml) -> list[Record]:
    """Return the record of a document's head, then one for each article or annex."""
    head = [words for one in law.passages if not one.id for words in one.texts]
    records = [_record(page, "", page.view.title, head, page.names)]
    records += [
        _record(page, passage.id, passage.title, passage.texts)
        for passage in law.passages
        if passage.id
    ]
    return records


def _record(
    page: DocumentPage,
    unit: str,
    title: str,
    texts: list[str],
    names: tuple[str, ...] = (),
) -> Record:
    return Record(
        url=f"{page.url}#{unit}" if unit else page.url,
        number=page.view.number,
        title=title,
        parent=page.view.title,
        text="\n".join(texts),
        group=LOCAL_LAW if _LOCAL_NUMBER.search(page.view.number) else LAW,
        kind=page.type,
        status=page.status,
        names=names,
    )


def act_record(work: Work, catalog: Catalog) -> Record:
    """Return the record of an act's page, without its words."""
    label = work_label(work, catalog.type_name(work.type))
    return Record(
        url=work.url,
        number=work.number,
        title=label,
        parent=label,
        text="",
        group=LOCAL_LAW if _LOCAL_NUMBER.search(work.number) else LAW,
        kind=work.type,
        status=catalog.states[work.id].state.value,
    )


def publication_records(
    page: PublicationPage, bodies: tuple[tuple[str, str], ...]
) -> list[Record]:
    """Return the record of a publication's page."""
    words = [page.summary, *(plain(html) for _, html in bodies)]
    words += [question.text for question in page.questions]
    return [
        Record(
            url=page.url,
            number="",
            title=page.title,
            parent=page.title,
            text="\n".join(words),
            group=_OF_KIND.get(PublicationKind(page.kind_key), "bai"),
            kind=page.kind_key,
            status=page.status,
        )
    ]


def plain(html: str) -> str:
    """Return the words of a piece of a page."""
    return unescape(_TAG.sub("", _BLOCK.sub(" ", html)))


def register_records(catalog: Catalog) -> Iterator[Record]:
    """Yield a record for each act that is known by its facts only."""
    for entry in catalog.library.register:
        link = catalog.links[entry.id]
        yield Record(
            url=link.away,
            number=entry.number,
            title=link.label,
            parent=link.label,
            text="",
            group="so-bo",
            kind=entry.type,
            status="chua-co-toan-van",
            names=_names(entry, catalog.type_name(entry.type)),
        )


def place_records(catalog: Catalog) -> Iterator[Record]:
    """Yield a record for the page of each commune, with the names of what it was."""
    lists = catalog.library.lists
    former: dict[str, list[str]] = defaultdict(list)
    for old in lists.former:
        former[old.successor].append(f"{old.name}, {old.district}, {old.province}")
    for commune in lists.communes.values():
        province = lists.provinces.get(commune.province)
        title = f"{commune.name}, {province.name if province else commune.province}"
        yield Record(
            url=commune_url(commune),
            number="",
            title=title,
            parent=title,
            text="\n".join(former[commune.code]),
            group=PLACES,
            kind="xa",
            status="",
            names=(commune.name,),
        )


def _names(entry: RegisterEntry, type_name: str) -> tuple[str, ...]:
    if not entry.title:
        return ()
    return tuple(dict.fromkeys((label_of(type_name, "", entry.title), entry.title)))
