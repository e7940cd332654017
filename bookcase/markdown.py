"""Markdown of publications and hub pages to HTML that is safe to publish.

Python-Markdown renders, nh3 (the ammonia sanitiser) lets through only what is listed
here: no scripts, forms, frames, styles or event handlers, no address but web, mail,
telephone and the site's own, no picture from elsewhere. HTML that an editor wrote is
let through only as plain tables; no class or id is the editor's to choose.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bookcase.model.ids import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from xml.etree.ElementTree import Element

    Cited = Callable[[str], Iterable[tuple[int, int, str]]]
    """Gives the links of a piece of running text: from, to before, address."""

_TAGS = frozenset((
    "a", "abbr", "admonition", "b", "blockquote", "br", "caption", "cite", "code",
    "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "h1",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark",
    "ol", "p", "pre", "q", "s", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_PLAIN = frozenset(
    [
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "br",
        "pre",
        "code",
    ]
)
"""What raw HTML may hold: tables, and the code blocks that Markdown itself makes."""

_PLAIN_ATTRIBUTES = {tag: {"colspan", "rowspan"} for tag in ("td", "th")}
_CLASSES = frozenset(
    [
        "admonition",
        "admonition-title",
        "note",
        "abstract",
        "info",
        "tip",
        "success",
        "question",
        "warning",
        "failure",
        "danger",
        "bug",
        "example",
        "quote",
        "footnote",
        "footnote-ref",
        "footnote-backref",
        "khong-co",
    ]
)
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*|fn(?:ref\d*)?:[\w-]+")
_NO_LINKS = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_NAMED = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "li", "sup"})
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_LAW_LINK = re.compile(r'href="luat:([^"#]*)(#[^"]*)?"')
_OWN = re.compile(r"[\w.-][\w./-]*\Z")
_BLANK = re.compile(r"\n\n")
_TONGUE = r"\[([^\[\]\n]+)\]\{lang=([a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3})\}"
"""Words in another language, and which (BCP 47)."""
_INDENT, _QUOTES, _WORK = 100, 20, 50_000_000
_EXTENSIONS = (
    "tables",
    "admonition",
    "sane_lists",
    "def_list",
    "abbr",
    "fenced_code",
    "footnotes",
)
_BACK = {"footnotes": {"BACKLINK_TITLE": "Trở lại chỗ có chú thích {}"}}
_TITLE = re.compile(r'(<p class="admonition-title">)(\w+)(</p>)')
_TITLES = {
    "Note": "Lưu ý",
    "Tip": "Mách nhỏ",
    "Info": "Thông tin",
    "Warning": "Cảnh báo",
    "Danger": "Nguy hiểm",
    "Important": "Quan trọng",
    "Example": "Ví dụ",
}


def to_html(
    source: str, law_url: Callable[[str], str | None], cited: Cited | None = None
) -> str:
    """Render Markdown.

    Args:
        source: The text, without front matter.
        law_url: Gives the address of a work named in a link ``luat:25-2008-qh12``,
            relative to the page; None leaves the words without a link.
        cited: Gives the links that running text gets by itself.
    """
    if too_much(source):
        return f"<p>{escape(source)}</p>"
    known = [*extensions(), *([_Links(cited)] if cited else ())]
    html = Markdown(extensions=known, extension_configs=_BACK).convert(source)
    html = _LAW_LINK.sub(lambda found: _law_href(found, law_url), html)
    return sanitised(html)


def extensions() -> list[Extension | str]:
    """Return what our Markdown knows beyond the usual; fresh for each use."""
    toc = TocExtension(slugify=lambda value, _: slug(value), permalink=False)
    return [*_EXTENSIONS, toc, PlainHtml(), _Tongues()]


def sanitised(html: str) -> str:
    """Return the HTML with everything taken out that may not be published.

    Callouts without a title of their own get one in Vietnamese.
    """
    titled = _TITLE.sub(
        lambda found: found[1] + _TITLES.get(found[2], found[2]) + found[3], html
    )
    return nh3.clean(
        titled,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        attribute_filter=_attribute,
        link_rel="noopener noreferrer",
    )


def too_much(source: str) -> int:
    """Return the line, from 1, of what would keep the reader for ever; 0 where none.

    Marks within marks beyond all need: quotes, lists, brackets, tags.
    """
    line = 1
    for block in _BLANK.split(source):
        for number, row in enumerate(block.split("\n"), line):
            bare = row.lstrip(" \t>")
            before = row[: len(row) - len(bare)] if bare else row.rstrip()
            if len(before) > _INDENT or before.count(">") > _QUOTES:
                return number
        if sum(map(block.count, "[<")) * len(block) > _WORK:
            return line
        line += block.count("\n") + 2
    return 0


def raw_html(source: str) -> tuple[str, ...]:
    """Return the pieces of HTML in a Markdown text that are not let through whole."""
    if too_much(source):
        return ()
    plain = PlainHtml()
    Markdown(extensions=[*_EXTENSIONS, plain]).convert(source)
    return tuple(plain.refused)


class PlainHtml(Extension):
    """Lets raw HTML through only as plain tables; keeps what it ``refused``."""

    def __init__(self) -> None:
        """Begin with nothing refused."""
        super().__init__()
        self.refused: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base's name
        """Stand before the step that puts raw HTML back into the page."""
        ours = _Ours(md)
        md.preprocessors.register(ours, "ours", 22)  # after fences, before raw HTML
        md.postprocessors.register(_Cleaner(md, self.refused, ours), "plain_html", 35)


class _Ours(Preprocessor):
    """Counts what is put aside before an editor's HTML is: fenced code, escaped."""

    count = 0

    def run(self, lines: list[str]) -> list[str]:
        self.count = len(self.md.htmlStash.rawHtmlBlocks)
        return lines


class _Cleaner(Postprocessor):
    def __init__(self, md: Markdown, refused: list[str], ours: _Ours) -> None:
        super().__init__(md)
        self.refused, self.ours = refused, ours

    def run(self, text: str) -> str:
        stash = self.md.htmlStash
        for number, piece in enumerate(stash.rawHtmlBlocks):
            if number < self.ours.count:
                continue
            if isinstance(piece, str) and "<" in piece:
                clean = _plain(piece)
                stash.rawHtmlBlocks[number] = clean
                if _bare(clean) != _bare(piece):
                    self.refused.append(piece)
        return text


class _Tongues(Extension):
    """Marks words of another language: ``[Pab menyuam]{lang=hmn}``."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base's name
        md.inlinePatterns.register(_Tongue(_TONGUE, md), "tongue", 165)


class _Tongue(InlineProcessor):
    def handleMatch(  # type: ignore[override] # noqa: N802 - both are the base's
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        del data
        span = ET.Element("span", {"lang": m[2]})
        span.text = m[1]
        return span, m.start(0), m.end(0)


class _Links(Extension):
    """Puts links over running text, where an editor wrote none."""

    def __init__(self, cited: Cited) -> None:
        super().__init__()
        self.cited = cited

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the base's name
        md.treeprocessors.register(_Linker(md, self.cited), "cited", 4)


class _Linker(Treeprocessor):
    def __init__(self, md: Markdown, cited: Cited) -> None:
        super().__init__(md)
        self.cited = cited

    def run(self, root: Element) -> None:
        if root.tag in _NO_LINKS:
            return
        children = list(root)
        root.text = self._link(root, 0, root.text)
        for child in children:
            self.run(child)
            at = list(root).index(child) + 1
            child.tail = self._link(root, at, child.tail)

    def _link(self, parent: Element, at: int, text: str | None) -> str | None:
        """Put links over a text into its parent; return what stands before them."""
        if not text or isinstance(text, AtomicString):
            return text
        before, done = text, 0
        links: list[Element] = []
        for start, end, url in self.cited(text):
            if links:
                links[-1].tail = text[done:start]
            else:
                before = text[:start]
            links.append(parent.makeelement("a", {"href": url}))
            links[-1].text, links[-1].tail = text[start:end], text[end:]
            done = end
        for number, link in enumerate(links, at):
            parent.insert(number, link)
        return before


def _plain(piece: str) -> str:
    if piece.startswith("</") and piece[2:-1].lower() in _PLAIN:
        return piece
    attributes = {tag: set(names) for tag, names in _PLAIN_ATTRIBUTES.items()}
    return nh3.clean(piece, tags=set(_PLAIN), attributes=attributes)


def _bare(html: str) -> str:
    """Leave out what the sanitiser writes anew: white space, quotes, body, entities."""
    text = re.sub(r"</?tbody>|</(?:tr|td|th)>", "", unescape(html), flags=re.IGNORECASE)
    return re.sub(r"""[\s"'/]+| class="language-[^"]*\"""", "", text).lower()


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Keep addresses within the site, and names out of the editor's hands."""
    if tag == "img" and name == "src":
        inside = _OWN.match(value) and ".." not in value.split("/")
        return value if inside else None
    if tag == "a" and name == "href":
        return None if _leaves(value) else value
    if name == "class":
        return " ".join(one for one in value.split() if one in _CLASSES) or None
    if name == "id":
        return value if tag in _NAMED and _ID.fullmatch(value) else None
    return value


def _leaves(address: str) -> bool:
    """Tell an address from the root, or of a host, as browsers read it."""
    return re.sub(r"[\t\n\r]", "", address).lstrip("\0 ").startswith(("/", "\\"))


def _law_href(found: re.Match[str], law_url: Callable[[str], str | None]) -> str:
    url = law_url(found[1])
    return f'href="{url}{found[2] or ""}"' if url else 'class="khong-co"'
