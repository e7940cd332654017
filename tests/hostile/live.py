"""What of a page could act on its own: the harm that hostile content would do."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

HARMLESS = frozenset(
    [
        "html",
        "head",
        "title",
        "body",
        "main",
        "header",
        "footer",
        "nav",
        "section",
        "article",
        "div",
        "p",
        "span",
        "a",
        "b",
        "strong",
        "em",
        "i",
        "s",
        "del",
        "ins",
        "mark",
        "small",
        "sub",
        "sup",
        "abbr",
        "cite",
        "q",
        "blockquote",
        "code",
        "pre",
        "kbd",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "br",
        "img",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "time",
        "noscript",
    ]
)
"""Elements that show something and do nothing."""

_ADDRESS = frozenset(
    {"href", "src", "srcset", "action", "formaction", "poster", "data", "xlink:href"}
)
_GOOD_SCHEME = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]|\A[\x00-\x20]+")
"""What browsers take out of an address before they look for its scheme."""

_OWN_NAME = re.compile(r"(?<![\w-])(?:md-|bk-)|^(?:tim-kiem|ban-dung)$")
"""Classes and ids by which the site's own styles and scripts know its elements."""

_WORDS = frozenset({"data-goi"})
"""Attributes that hold words only, which scripts print as text."""

_DATA = ("script", [("type", "application/ld+json")])
"""What begins a block that no browser runs."""

Element = tuple[str, tuple[tuple[str, str], ...]]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.acting: list[Element] = []
        self.comments: list[str] = []
        self.scripts: list[str] = []
        self._script = False
        self._data: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pairs = tuple(
            sorted(
                (name, _plain(value or ""))
                for name, value in attrs
                if name not in _WORDS
            )
        )
        self._script = tag in {"script", "style"}
        self._data = [] if (tag, attrs) == _DATA else None
        if _told(tag, dict(pairs)):
            return
        if tag not in HARMLESS or any(_acts(*pair) for pair in pairs):
            self.acting.append((tag, pairs))

    def handle_endtag(self, _tag: str) -> None:
        if self._data is not None and not _is_data("".join(self._data)):
            self.scripts.append("".join(self._data))
        self._script, self._data = False, None

    def handle_data(self, data: str) -> None:
        if self._data is not None:
            self._data.append(data)
        elif self._script and data.strip():
            self.scripts.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def _is_data(block: str) -> bool:
    """Tell whether a block is JSON that no browser can take for more than that."""
    try:
        json.loads(block)
    except ValueError:
        return False
    return "<" not in block


def _plain(value: str) -> str:
    """Take off what leads from a page to the site's root."""
    return value.replace("../", "")


def _told(tag: str, attributes: dict[str, str]) -> bool:
    """Tell what differs from page to page without acting: words, and neighbours."""
    if tag == "meta":
        return attributes.keys() == {"name", "content"}
    if attributes.get("class") == "md-skip":
        return attributes["href"].startswith("#")
    neighbour = attributes.get("rel") in {"prev", "next"}
    return tag == "link" and neighbour and not _acts("href", attributes["href"])


def _acts(name: str, value: str) -> bool:
    """Tell whether an attribute runs, styles, or leads where a link may not."""
    if name.startswith("on") or name in {"style", "srcdoc", "ping", "http-equiv"}:
        return True
    if name not in _ADDRESS:
        return name in {"class", "id"} and bool(_OWN_NAME.search(value))
    bare = _IGNORED.sub("", value)
    return bool(_SCHEME.match(bare)) and not _GOOD_SCHEME.match(bare)


def acting(html: str) -> frozenset[Element]:
    """Return the elements of a page that do something; addresses from the root."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    words = [("#comment", (("text", one),)) for one in reader.comments]
    words += [("#script", (("text", one),)) for one in reader.scripts]
    return frozenset([*reader.acting, *words])
