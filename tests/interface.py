"""What the site says by itself: Vietnamese words of templates, pages and scripts."""

from __future__ import annotations

import ast
import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from .shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VIETNAMESE = re.compile(
    "[ăâđêôơưĂÂĐÊÔƠƯ\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0128\u0129\u0168\u0169\u1ea0-\u1ef9]"
)
SAID = frozenset({"aria-label", "placeholder", "title", "alt"})
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_PRINTED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_STRING = re.compile(r'"([^"\n]*)"|\'([^\'\n]*)\'')
_SPACE = re.compile(r"\s+")
_JS_COMMENT = re.compile(r"/\*(?:(?!\*/)[\s\S])*\*/|(?m:^\s*//.*$)")
_JS_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`"
)


class _Texts(HTMLParser):
    """Gathers the words between tags, and those of a few attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._left = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style"):
            self._left += 1
        if ("lang", "en") not in attrs:
            self.found += [value or "" for name, value in attrs if name in SAID]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self._left -= 1

    def handle_data(self, data: str) -> None:
        if not self._left:
            self.found.append(data)


def folded(words: str) -> str:
    """Fold white space as a page does."""
    return _SPACE.sub(" ", words).strip()


def of_template(source: str) -> Iterator[str]:
    """Yield what a template says; ``{}`` stands for what it prints of a record."""
    bare = _COMMENT.sub("", source)
    for piece in (*_STATEMENT.findall(bare), *_PRINTED.findall(bare)):
        for found in _STRING.finditer(piece):
            yield folded(found[1] or found[2] or "")
    reader = _Texts()
    reader.feed(_STATEMENT.sub("\x00", _PRINTED.sub("{}", bare)))
    for text in reader.found:
        yield from map(folded, text.split("\x00"))


def of_python(source: str) -> Iterator[str]:
    """Yield the words of a module but its docstrings; ``{}`` for what it puts in."""
    tree = ast.parse(source)
    left = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    inner: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in left:
            inner |= {id(one) for one in node.values}
            parts = (
                str(one.value) if isinstance(one, ast.Constant) else "{}"
                for one in node.values
            )
            yield folded("".join(parts))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or id(node) in left | inner:
            continue
        if isinstance(node.value, str):
            yield folded(node.value)


def of_script(source: str) -> Iterator[str]:
    """Yield the words of a script; ``{}`` for what it puts in."""
    for found in _JS_STRING.finditer(_JS_COMMENT.sub("", source)):
        words = found[1] or found[2] or found[3] or ""
        yield folded(re.sub(r"\$\{[^}]*\}", "{}", words))


def vietnamese(words: Iterator[str]) -> Iterator[str]:
    """Leave out what holds no Vietnamese letter, and pieces of HTML."""
    for one in words:
        if VIETNAMESE.search(one) and "<" not in one and len(one) > 1:
            yield unescape(one)


def templates() -> Iterator[Path]:
    """Yield the templates of pages."""
    theme = ROOT / "overrides"
    for folder in (theme, theme / "partials", theme / "bookcase"):
        yield from sorted(folder.glob("*.html"))
