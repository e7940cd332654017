"""Render pages of every kind and write them: runs in workers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from bookcase.build.kept.made import Made, Row, Small
from bookcase.build.rendering.beside import told_beside
from bookcase.build.rendering.cited import PublicationLinks, linked
from bookcase.build.rendering.comparisons import comparison, script
from bookcase.build.rendering.dated import DATED, Editions, dated_records
from bookcase.build.rendering.heads import head_of
from bookcase.build.rendering.records import document_records, publication_records
from bookcase.build.rendering.watch import DAY, always
from bookcase.content.texts import version_text
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.cites.backlinks import BacklinksPage
from bookcase.pages.cites.graph import GraphPage
from bookcase.pages.compare.compared import ChoicePage, ReadyPage, TextScript
from bookcase.pages.law.contents import contents_html
from bookcase.pages.law.document import DocumentPage
from bookcase.pages.law.lawtext import law_html
from bookcase.pages.marks import over, term_marks
from bookcase.pages.places.locality import CommunePage, PlacesPage, ProvincePage
from bookcase.pages.reading.learning import LearningPage, TeacherPage
from bookcase.pages.reading.papers import BoardPage, PapersPage
from bookcase.pages.reading.publication import PublicationPage
from bookcase.pages.reading.translations import LanguagesPage
from bookcase.pages.shelves.calendar import CalendarPage
from bookcase.pages.shelves.home import HomePage
from bookcase.pages.shelves.news import FollowPage
from bookcase.pages.shelves.occasion import OccasionPage, OccasionsPage
from bookcase.pages.shelves.shelf import ShelfIndex, ShelfPage
from bookcase.pages.sidefile import SideFile
from bookcase.pages.static import StaticPage
from bookcase.pages.templates import environment
from bookcase.pages.terms.defined import defined
from bookcase.pages.terms.glossary import GlossaryIndex, GlossaryPage
from bookcase.pages.told.share import SharePicture
from bookcase.rules import letters
from bookcase.rules.text import attachment_names, check_text
from bookcase.search.parts import part_of
from bookcase.terms import definitions, uses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jinja2 import Environment

    from bookcase.build.rendering.context import Context
    from bookcase.diagnostics import Diagnostic
    from bookcase.pages.cites.cited import Citing
    from bookcase.pages.terms.defined import Defined
    from bookcase.search.parts import Part
    from bookcase.search.records import Record

WholePage = (
    DocumentPage
    | LanguagesPage
    | FollowPage
    | PublicationPage
    | GraphPage
    | CalendarPage
    | GlossaryPage
    | GlossaryIndex
    | ShelfPage
    | ShelfIndex
    | CommunePage
    | ProvincePage
    | PlacesPage
    | StaticPage
    | ReadyPage
    | ChoicePage
    | BacklinksPage
    | PapersPage
    | BoardPage
    | HomePage
    | OccasionPage
    | OccasionsPage
    | LearningPage
    | TeacherPage
)
Page = WholePage | TextScript | SideFile | Editions | SharePicture

_TEMPLATES: dict[type, str] = {
    GraphPage: "luoc-do.html",
    LanguagesPage: "ngon-ngu.html",
    FollowPage: "theo-doi.html",
    CalendarPage: "lich-hieu-luc.html",
    GlossaryPage: "thuat-ngu.html",
    GlossaryIndex: "thuat-ngu-muc-luc.html",
    ShelfPage: "shelf.html",
    ShelfIndex: "shelves.html",
    CommunePage: "commune.html",
    ProvincePage: "province.html",
    PlacesPage: "places.html",
    BacklinksPage: "dan-chieu.html",
    HomePage: "home.html",
    OccasionPage: "occasion.html",
    OccasionsPage: "occasions.html",
    PapersPage: "ban-in.html",
    BoardPage: "bang-tin.html",
    LearningPage: "hoc.html",
    TeacherPage: "cham-bai.html",
}
_AGAIN = (ReadyPage, ChoicePage, BacklinksPage)
"""Pages that show what stands on others: search engines need not know them."""


def make_pages(context: Context, asked: tuple[tuple[Page, bytes], ...]) -> Made:
    """Render and write some pages.

    Args:
        context: What pages are made with.
        asked: The pages, each with its key.

    Returns:
        What was made. A text that could not be read gives findings, not an exception.
    """
    rows: list[Row] = []
    records: list[Record] = []
    context.notes.taken()
    for page, key in asked:
        row, of_page = _make(context, page, key)
        rows.append(row)
        records += of_page
    part = part_of(records)
    return Made(tuple(_indexed(rows, part)), part)


def _make(context: Context, page: Page, key: bytes) -> tuple[Row, tuple[Record, ...]]:
    """Render and write a page; return what is kept of it, and its records."""
    if isinstance(page, (TextScript, SideFile)):
        told = page.text if isinstance(page, SideFile) else script(context, page)
        size = _write(context.site / page.url, told)
        return Row(page.url, key, b"", (), Small(size, counted=False, listed=False)), ()
    if isinstance(page, SharePicture):
        size = _draw(context, page)
        return Row(page.url, key, b"", (), Small(size, counted=False, listed=False)), ()
    if isinstance(page, Editions):
        row = Row(page.url, key, b"", (), Small(0, counted=False, listed=False))
        return row, dated_records(context, page)
    made = _render(context, page)
    size = _write(context.site / page.url, _filled(context, page, made))
    facts = context.notes.taken()
    if isinstance(page, (DocumentPage, PublicationPage)):
        facts = always(facts)
        if isinstance(page, PublicationPage) and page.written is None:
            facts = (*facts, DAY)
    small = Small(
        size=size,
        counted=True,
        listed=not _says_it_again(page),
        found=made.found,
        terms=made.terms,
        citing=made.citing,
    )
    return Row(page.url, key, b"", facts, small), made.records


def _indexed(rows: Iterable[Row], part: Part) -> Iterator[Row]:
    """Add what pages are known by in the index."""
    today = {one.url: one.digest for one in part.pages if not one.dated}
    dated: dict[str, tuple[str, ...]] = {}
    for one in part.pages:
        if one.dated:
            name = f"{one.dated.of}{DATED}"
            dated[name] = (*dated.get(name, ()), one.digest)
    for row in rows:
        small = row.small._replace(
            indexed=today.get(row.url, ""), dated=dated.get(row.url, ())
        )
        yield row._replace(small=small)


def _says_it_again(page: WholePage) -> bool:
    """Tell whether what a page says stands on others that search engines know."""
    if isinstance(page, DocumentPage):
        return bool(page.canonical)
    return isinstance(page, _AGAIN)


class _Rendered(NamedTuple):
    """A page's words and HTML, and what else came of making it."""

    title: str
    description: str
    content: str
    records: tuple[Record, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    terms: tuple[Defined, ...] = ()
    citing: tuple[Citing, ...] = ()
    bodies: str = ""


def _render(context: Context, page: WholePage) -> _Rendered:
    """Render a page."""
    env, root = _environment(context.templates), "../" * page.url.count("/")
    if isinstance(page, DocumentPage):
        return _document(context, env, page, root)
    if isinstance(page, PublicationPage):
        told = PublicationLinks(context.linking, page)
        bodies = page.html(told.links if page.language == "vi" else None)
        content = env.get_template("publication.html").render(
            page=page, bodies=bodies, root=root
        )
        records = publication_records(page, bodies)
        return _Rendered(
            page.title,
            page.summary,
            content,
            tuple(records),
            citing=(told.citing(),),
            bodies="".join(html for _, html in bodies),
        )
    if isinstance(page, (ReadyPage, ChoicePage)):
        content = comparison(context, env, page, root)
        return _Rendered(page.view.title, "", content)
    if isinstance(page, StaticPage):
        content = env.get_template(page.template).render(root=root)
        return _Rendered(page.title, "", content)
    template = env.get_template(_TEMPLATES[type(page)])
    content = template.render(page=page, root=root)
    about = page.about if isinstance(page, (HomePage, OccasionPage)) else ""
    return _Rendered(page.title, about, content)


def _document(
    context: Context, env: Environment, page: DocumentPage, root: str
) -> _Rendered:
    source = version_text(context.content, Version(None, path=page.path))
    parsed = parse(source.value.body, page.path, source.value.body_line)
    rows = identified(parsed.value)
    ids = {id(one.block): one.id for one in rows}
    beside, lacking = told_beside(context.content, page, parsed.value, root)
    terms = definitions(parsed.value, ids) if page.view.language == "vi" else ()
    marks = term_marks(uses(parsed.value, terms, ids))
    cited = linked(context.linking, page, parsed.value, rows, ids)
    if cited:
        marks = over(cited.marks, marks)
    law = law_html(parsed.value, f"{root}{page.folder}/", ids, beside, marks)
    view = replace(
        page.view,
        notices=(*page.view.notices, *lacking),
        body=Markup(law.html),  # noqa: S704 - escaped as it was written
        contents=Markup(contents_html(law.contents)) if law.contents else Markup(),  # noqa: S704 - likewise
        cited=cited.acts if cited else (),
    )
    content = env.get_template("document.html").render(view=view, root=root)
    citing, missing = ((cited.citing,), cited.found) if cited else ((), ())
    made = _Rendered(view.title, page.description, content, citing=citing)
    if page.indexed:
        records = tuple(document_records(page, law))
        made = made._replace(records=records, terms=defined(page.work, terms))
    if not page.reported:
        return made
    names = attachment_names(context.content, page.folder)
    found = (
        *source.diagnostics,
        *parsed.diagnostics,
        *letters.check(source.value.body, page.path, source.value.body_line),
        *check_text(parsed.value, page.path, names, ids),
        *missing,
    )
    return made._replace(found=found)


def _filled(context: Context, page: WholePage, made: _Rendered) -> str:
    shell = context.shells[page.url.count("/")]
    url = (isinstance(page, DocumentPage) and page.canonical) or page.url
    address = context.site_url + url if context.site_url else ""
    html = shell.fill(
        title=made.title,
        description=made.description or f"{made.title}, trong tủ sách pháp luật.",
        address=address,
        content=made.content,
        head=head_of(context, page, made.bodies, unlisted=isinstance(page, _AGAIN)),
    )
    if context.elsewhere:
        html = context.elsewhere.led_there(html, page.url)
    return html


def _draw(context: Context, page: SharePicture) -> int:
    from bookcase.build.rendering.pictures import (  # noqa: PLC0415 - Pillow is slow to load
        share_picture,
    )

    fonts = context.templates.parent / "assets" / "fonts"
    return _put(context.site / page.url, share_picture(page, fonts, context.cache))


def _write(path: Path, html: str) -> int:
    return _put(path, html.encode())


def _put(path: Path, data: bytes) -> int:
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(data)


@lru_cache(maxsize=4)
def _environment(folder: Path) -> Environment:
    return environment(folder)
