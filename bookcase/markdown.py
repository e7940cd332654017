"""Markdown of publications and hub pages to HTML that is safe to publish.

Python-Markdown renders, nh3 (the ammonia sanitiser) lets through only what is listed
here: no scripts, forms, frames, styles or event handlers, no address but web, mail,
telephone and the site's own, no picture from elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension

from bookcase.model.ids import slug

if TYPE_CHECKING:
    from collections.abc import Callable

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "admonition",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LAW_LINK = re.compile(r'href="luat:([^"#]*)(#[^"]*)?"')
_OWN = re.compile(r"[\w.-][\w./-]*\Z")
_EXTENSIONS = ("tables", "admonition", "footnotes", "sane_lists", "def_list", "abbr")


def to_html(source: str, law_url: Callable[[str], str | None]) -> str:
    """Render Markdown.

    Args:
        source: The text, without front matter.
        law_url: Gives the address of a work named in a link ``luat:25-2008-qh12``,
            relative to the page; None leaves the words without a link.
    """
    toc = TocExtension(slugify=lambda value, _: slug(value), permalink=False)
    html = Markdown(extensions=[*_EXTENSIONS, toc]).convert(source)
    html = _LAW_LINK.sub(lambda found: _law_href(found, law_url), html)
    return sanitised(html)


def sanitised(html: str) -> str:
    """Return the HTML with everything taken out that may not be published."""
    return nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        attribute_filter=_attribute,
        link_rel="noopener noreferrer",
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep pictures and their sources within the site."""
    if tag == "img" and name == "src":
        inside = _OWN.match(value) and ".." not in value.split("/")
        return value if inside else None
    return value


def _law_href(found: re.Match[str], law_url: Callable[[str], str | None]) -> str:
    url = law_url(found[1])
    return f'href="{url}{found[2] or ""}"' if url else 'class="khong-co"'
