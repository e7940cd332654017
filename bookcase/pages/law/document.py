"""The page record of a legal document: all but its text, which workers render."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.history.status import status, version_on
from bookcase.pages.catalog import SHOWN
from bookcase.pages.cites.graph import graph_url, has_graph
from bookcase.pages.compare.comparison import comparison_url, neighbours, on_demand_url
from bookcase.pages.law.banners import banners
from bookcase.pages.law.called import called
from bookcase.pages.law.card import card
from bookcase.pages.law.changes import changes
from bookcase.pages.law.lacking import chain
from bookcase.pages.law.notes import notes
from bookcase.pages.law.pointers import pointers
from bookcase.pages.law.timeline import timeline
from bookcase.pages.law.unitnotes import NOTHING, Beside
from bookcase.pages.law.versions import version_url
from bookcase.pages.markup import day
from bookcase.pages.places.roles import roles_for
from bookcase.pages.told.metadata import NOTHING as NOTHING_TOLD
from bookcase.pages.told.metadata import languages_of, legislation
from bookcase.pages.view import (
    Badge,
    DocumentView,
    Group,
    Link,
    label_of,
    when,
    work_label,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.history.status import Status
    from bookcase.model.act import Version, Work
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.lacking import Chain
    from bookcase.pages.told.metadata import Thing


MANY = 6
"""How many versions a page shows side by side."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One page to make: where it goes, what text it shows, everything around it.

    ``path`` is the version's file relative to the content folder. ``indexed`` pages
    give their articles to search: one page a document does. What is found in the text
    is reported by one of the pages that show it. ``names`` are everyday names;
    ``work`` is the act's id; ``beside`` is what is told beside the units, ``chain``
    what it takes to hold a machine's text against its effects. ``canonical`` is the
    address of the page that says the same, if this is not the one to be found.
    ``about`` is what programs are told, ``languages`` the address in each language
    where there are several.
    """

    url: str
    path: str
    folder: str
    view: DocumentView
    type: str
    status: str
    indexed: bool
    reported: bool
    description: str
    names: tuple[str, ...] = ()
    work: str = ""
    beside: Beside = NOTHING
    chain: Chain | None = None
    canonical: str = ""
    about: Thing = NOTHING_TOLD
    languages: tuple[tuple[str, str], ...] = ()


def document_pages(work: Work, catalog: Catalog) -> Iterator[DocumentPage]:
    """Yield the pages of a work: today's text, then each version and translation."""
    shown = version_on(work, catalog.as_of)
    if shown is None:
        return
    yield _page(work, shown, catalog, work.url, indexed=True)
    if len(work.versions) > 1:
        for version in work.versions:
            yield _page(work, version, catalog, version_url(work, version))
    for version in work.versions:
        for language, path in version.translations:
            url = f"{work.folder}/{version.stem}.{language}.html"
            yield _page(work, version, catalog, url, path=path, language=language)


def _page(  # noqa: PLR0913 - a page is all of these
    work: Work,
    version: Version,
    catalog: Catalog,
    url: str,
    *,
    path: str = "",
    language: str = "vi",
    indexed: bool = False,
) -> DocumentPage:
    state = catalog.states[work.id]
    today = version is version_on(work, catalog.as_of)
    return DocumentPage(
        url=url,
        path=path or version.path,
        folder=work.folder,
        view=_view(work, version, catalog, state, language),
        type=work.type,
        status=state.state.value,
        indexed=indexed,
        reported=indexed or bool(path) or not today,
        description=_description(work, catalog, state),
        names=_names(work, catalog),
        work=work.id,
        beside=NOTHING if path else _beside(work, version, catalog, today=today),
        chain=None if path else chain(work, version, catalog),
        canonical=work.url if today and not path and not indexed else "",
        about=legislation(work, version, catalog, language),
        languages=languages_of(work, version, catalog.as_of),
    )


def _view(
    work: Work, version: Version, catalog: Catalog, state: Status, language: str
) -> DocumentView:
    type_name = catalog.type_name(work.type)
    badges = tuple(state_badges(work, catalog, state))
    return DocumentView(
        title=work_label(work, type_name),
        heading=label_of(type_name, "" if work.title else work.number, work.title),
        number=work.number,
        badges=badges,
        crumbs=_crumbs(work, type_name),
        notices=tuple(banners(work, version, state, catalog, language)),
        card=tuple(card(work, catalog, state, badges)),
        versions=tuple(_versions(work, version, language)),
        translations=tuple(_translations(work, version, language, catalog)),
        contents=Markup(),
        body=Markup(),
        relations=_cut(work, catalog.groups(work)),
        graph=graph_url(work) if has_graph(work, catalog) else "",
        explainers=catalog.explainers.get(work.id, ()),
        language=language,
        facts=_facts(work, catalog, state),
        history=timeline(work, version, catalog, state),
        compare=tuple(_comparisons(work, version)),
        made=version.made or "",
        called=called(work, catalog) if language == "vi" else "",
        plain=catalog.introductions.get(work.id, ()),
        roles=roles_for(work.subjects, catalog.library.lists),
    )


def _beside(work: Work, version: Version, catalog: Catalog, *, today: bool) -> Beside:
    acted = work.id in catalog.effects
    return Beside(
        changes=changes(work, version, catalog) if acted else (),
        notes=notes(work, version, catalog) if acted or work.phases else (),
        pointers=pointers(work, catalog) if work.effects else (),
        guides=catalog.guides.get(work.id, ()) if today else (),
    )


def state_badges(work: Work, catalog: Catalog, state: Status) -> Iterator[Badge]:
    """Yield the act's state and its states after, each with its days."""
    acted, since = catalog.effects.get(work.id, ()), None
    while state.next_change:
        after = status(work, acted, state.next_change)
        if after.state is not state.state:
            yield _badge(state, since, state.next_change, catalog)
            since = state.next_change
        state = after
    yield _badge(state, since, None, catalog)


def _badge(
    state: Status, since: date | None, until: date | None, catalog: Catalog
) -> Badge:
    days = when(since, until, catalog.as_of) if since or until else None
    return Badge(state.name, state.state.value, days)


def _comparisons(work: Work, version: Version) -> Iterator[Link]:
    """Yield the ways to compare a version with its neighbours and with any other."""
    ready = list(neighbours(work))
    for old, new in ready:
        if new is version:
            yield Link("So với bản trước", comparison_url(work, old, new))
        elif old is version:
            yield Link("So với bản sau", comparison_url(work, old, new))
    if len(ready) > 1:
        yield Link("So sánh hai bản bất kỳ", on_demand_url(work))


def _facts(work: Work, catalog: Catalog, state: Status) -> str:
    parts = [", ".join(map(catalog.issuer_name, work.issuers))]
    if work.issued:
        parts.append(f"ban hành {day(work.issued)}")
    if state.starts:
        parts.append(f"hiệu lực từ {day(state.starts)}")
    if state.ends:
        parts.append(f"hết hiệu lực {day(state.ends)}")
    return " · ".join(filter(None, parts))


def _cut(work: Work, groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(
        group
        if group.count <= SHOWN
        else Group(
            group.label,
            group.links[:SHOWN],
            group.count,
            Link(f"Xem cả {group.count} văn bản", graph_url(work)),
        )
        for group in groups
    )


def _crumbs(work: Work, type_name: str) -> tuple[Link, ...]:
    year = work.folder.split("/")[2]
    return (
        Link("Tủ sách", "ke/index.html"),
        Link(type_name, f"ke/loai/{work.type}.html"),
        Link(year if year.isdigit() else "Không rõ năm", f"ke/nam/{year}.html"),
    )


def _versions(work: Work, shown: Version, shown_in: str) -> Iterator[Link]:
    """Yield the versions; the one being read says so.

    Of many versions those before and after it are shown, and the way to them all.
    """
    if len(work.versions) > 1 or any(one.translations for one in work.versions):
        for version in _near(work, shown):
            label = f"Từ {day(version.start)}" if version.start else "Bản gốc"
            here = version is shown and shown_in == "vi"
            yield Link(label, version_url(work, version), "đang xem" if here else "")
    if len(work.versions) > MANY:
        yield Link(f"Cả {len(work.versions)} bản", "#cac-ban")


def _translations(
    work: Work, shown: Version, shown_in: str, catalog: Catalog
) -> Iterator[Link]:
    """Yield the translations of all versions; the one being read says so."""
    for version in work.versions:
        for language, _ in version.translations:
            url = f"{work.folder}/{version.stem}.{language}.html"
            term = catalog.library.lists.languages.get(language)
            name = f"Bản dịch: {term.name if term else language}"
            here = version is shown and language == shown_in
            yield Link(name, url, "đang xem" if here else "")


def _near(work: Work, shown: Version) -> tuple[Version, ...]:
    if len(work.versions) <= MANY:
        return work.versions
    at = work.versions.index(shown)
    return work.versions[max(at - 1, 0) : at + 2]


def _names(work: Work, catalog: Catalog) -> tuple[str, ...]:
    """Return what people call the act: its title without the number, short titles."""
    if not work.title:
        return work.short_titles
    title = label_of(catalog.type_name(work.type), "", work.title)
    return tuple(dict.fromkeys((title, work.title, *work.short_titles)))


def _description(work: Work, catalog: Catalog, state: Status) -> str:
    label = work_label(work, catalog.type_name(work.type))
    issued = f", ban hành ngày {day(work.issued)}" if work.issued else ""
    return f"{label}{issued}. {state.name}."
