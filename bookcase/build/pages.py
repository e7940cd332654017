"""Render pages of every kind and write them: runs in workers."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.build.comparisons import comparison, script
from bookcase.build.context import Made
from bookcase.build.records import document_records, publication_records
from bookcase.build.texts import held_text
from bookcase.content import version_text
from bookcase.legal.ids import id_map
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.compared import ChoicePage, ReadyPage, TextScript
from bookcase.pages.contents import contents_html
from bookcase.pages.document import DocumentPage
from bookcase.pages.held import held
from bookcase.pages.lawtext import law_html
from bookcase.pages.locality import CommunePage, PlacesPage, ProvincePage
from bookcase.pages.publication import PublicationPage
from bookcase.pages.relations import RelationsPage
from bookcase.pages.shelf import ShelfIndex, ShelfPage
from bookcase.pages.shell import unlisted
from bookcase.pages.static import StaticPage
from bookcase.pages.templates import environment
from bookcase.pages.unitnotes import beside_units
from bookcase.rules import letters
from bookcase.rules.run import attachment_names, check_text
from bookcase.search.parts import part_of

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment

    from bookcase.build.context import Context
    from bookcase.diagnostics import Diagnostic
    from bookcase.search.records import Record

WholePage = (
    DocumentPage
    | PublicationPage
    | RelationsPage
    | ShelfPage
    | ShelfIndex
    | CommunePage
    | ProvincePage
    | PlacesPage
    | StaticPage
    | ReadyPage
    | ChoicePage
)
Page = WholePage | TextScript

_TEMPLATES: dict[type, str] = {
    RelationsPage: "relations.html",
    ShelfPage: "shelf.html",
    ShelfIndex: "shelves.html",
    CommunePage: "commune.html",
    ProvincePage: "province.html",
    PlacesPage: "places.html",
}


def make_pages(context: Context, pages: tuple[Page, ...]) -> Made:
    """Render and write some pages.

    Returns:
        What was made. A text that could not be read gives findings, not an exception.
    """
    urls: list[str] = []
    listed: list[str] = []
    size = 0
    found: list[Diagnostic] = []
    records: list[Record] = []
    for page in pages:
        if isinstance(page, TextScript):
            size += _write(context.site / page.url, script(context, page))
            continue
        title, description, content, more, seen = _render(context, page)
        records += more
        found += seen
        html = _filled(context, page, title, description, content)
        size += _write(context.site / page.url, html)
        urls.append(page.url)
        if not _says_it_again(page):
            listed.append(page.url)
    part = part_of(records)
    return Made(tuple(urls), tuple(listed), size, tuple(found), part)


def _says_it_again(page: WholePage) -> bool:
    """Tell whether what a page says stands on others that search engines know."""
    if isinstance(page, DocumentPage):
        return bool(page.canonical)
    return isinstance(page, (ReadyPage, ChoicePage))


def _render(
    context: Context, page: WholePage
) -> tuple[str, str, str, list[Record], tuple[Diagnostic, ...]]:
    """Return title, description, content, search records and findings of a page."""
    env, root = _environment(context.templates), "../" * page.url.count("/")
    if isinstance(page, DocumentPage):
        return _document(context, env, page, root)
    if isinstance(page, PublicationPage):
        bodies = page.html()
        content = env.get_template("publication.html").render(
            page=page, bodies=bodies, root=root
        )
        records = publication_records(page, bodies)
        return page.title, page.summary, content, records, ()
    if isinstance(page, RelationsPage):
        content = env.get_template("relations.html").render(
            back=page.back, groups=page.groups, root=root
        )
        return page.title, "", content, [], ()
    if isinstance(page, (ReadyPage, ChoicePage)):
        content = comparison(context, env, page, root)
        return page.view.title, "", content, [], ()
    if isinstance(page, StaticPage):
        content = env.get_template(page.template).render(root=root)
        return page.title, "", content, [], ()
    template = env.get_template(_TEMPLATES[type(page)])
    if isinstance(page, PlacesPage):
        content = template.render(provinces=page.provinces, total=page.total, root=root)
    else:
        content = template.render(page=page, root=root)
    return page.title, "", content, [], ()


def _document(
    context: Context, env: Environment, page: DocumentPage, root: str
) -> tuple[str, str, str, list[Record], tuple[Diagnostic, ...]]:
    source = version_text(context.content, Version(None, path=page.path))
    parsed = parse(source.value.body, page.path, source.value.body_line)
    ids = id_map(parsed.value)
    beside = None
    if page.beside:
        read = partial(held_text, context.content)
        beside = beside_units(page.beside, held(parsed.value), read, root)
    law = law_html(parsed.value, f"{root}{page.folder}/", ids, beside)
    view = replace(
        page.view,
        body=Markup(law.html),  # noqa: S704 - escaped as it was written
        contents=Markup(contents_html(law.contents)) if law.contents else Markup(),  # noqa: S704 - likewise
    )
    content = env.get_template("document.html").render(view=view, root=root)
    records = document_records(page, law) if page.indexed else []
    if not page.reported:
        return view.title, page.description, content, records, ()
    names = attachment_names(context.content, page.folder)
    found = (
        *source.diagnostics,
        *parsed.diagnostics,
        *letters.check(source.value.body, page.path, source.value.body_line),
        *check_text(parsed.value, page.path, names, ids),
    )
    return view.title, page.description, content, records, found


def _filled(
    context: Context, page: WholePage, title: str, description: str, content: str
) -> str:
    shell = context.shells[page.url.count("/")]
    url = (isinstance(page, DocumentPage) and page.canonical) or page.url
    address = context.site_url + url if context.site_url else ""
    html = shell.fill(
        title=title, description=description, address=address, content=content
    )
    return unlisted(html) if isinstance(page, (ReadyPage, ChoicePage)) else html


def _write(path: Path, html: str) -> int:
    data = html.encode()
    try:
        path.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return len(data)


@lru_cache(maxsize=4)
def _environment(folder: Path) -> Environment:
    return environment(folder)
