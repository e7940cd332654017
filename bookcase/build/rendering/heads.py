"""What a page has in its head beyond its name: for programs that find and show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.build.files.feeds import BOOKCASE
from bookcase.pages.law.document import DocumentPage
from bookcase.pages.markup import relative, text
from bookcase.pages.places.locality import CommunePage
from bookcase.pages.reading.answers import answered
from bookcase.pages.reading.publication import PublicationPage
from bookcase.pages.shell import UNLISTED
from bookcase.pages.shelves import news
from bookcase.pages.shelves.calendar import CalendarPage, announced
from bookcase.pages.told.metadata import NOTHING, block, commune_facts, site_facts
from bookcase.pages.told.share import HEIGHT, WIDTH, picture_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.build.rendering.context import Context
    from bookcase.build.rendering.pages import WholePage
    from bookcase.pages.told.metadata import Address, Thing

HOME = "index.html"
ANY_PICTURE = "assets/images/chia-se.png"
"""The picture of pages that have none of their own."""


def head_of(context: Context, page: WholePage, content: str, *, unlisted: bool) -> str:
    """Return what only this page has at the end of its head.

    Args:
        context: What pages are made with.
        page: The page.
        content: Its HTML.
        unlisted: Whether search engines are asked to leave it out.
    """
    return "".join(_pieces(context, page, content, unlisted=unlisted))


def _pieces(
    context: Context, page: WholePage, content: str, *, unlisted: bool
) -> Iterator[str]:
    if unlisted:
        yield UNLISTED
    if isinstance(page, CalendarPage):
        yield announced()
    if feed := news.announced(page.url):
        address = relative(feed, page.url)
        yield f'<link rel="alternate" type="application/atom+xml" href="{address}">'
    if page.url == HOME and context.site_url:
        yield block(site_facts(BOOKCASE), _address(context, page.url))
    if context.site_url:
        yield from _shared(context, page)
    about = _about(page, content)
    if about != NOTHING:
        yield block(about, _address(context, page.url))


def _shared(context: Context, page: WholePage) -> Iterator[str]:
    """Yield what needs whole addresses: other languages, the picture."""
    own, picture = isinstance(page, (DocumentPage, PublicationPage)), ANY_PICTURE
    if isinstance(page, (DocumentPage, PublicationPage)):
        for language, url in page.languages:
            address = text(context.site_url + url)
            yield f'<link rel="alternate" hreflang="{language}" href="{address}">'
        if context.pictures:
            picture = picture_url(_pictured(page))
    kind = "article" if own else "website"
    yield f'<meta property="og:type" content="{kind}">'
    yield f'<meta property="og:image" content="{text(context.site_url + picture)}">'
    yield f'<meta property="og:image:width" content="{WIDTH}">'
    yield f'<meta property="og:image:height" content="{HEIGHT}">'


def _pictured(page: DocumentPage | PublicationPage) -> str:
    """Return the page that a picture was drawn for: all texts of an act share one."""
    return f"{page.folder}.html" if isinstance(page, DocumentPage) else page.whole


def _about(page: WholePage, content: str) -> Thing:
    if isinstance(page, DocumentPage):
        return page.about
    if isinstance(page, PublicationPage):
        return answered(page.about, content)
    return commune_facts(page) if isinstance(page, CommunePage) else NOTHING


def _address(context: Context, page: str) -> Address:
    if context.site_url:
        return lambda url: context.site_url + url
    return lambda url: relative(url, page)
