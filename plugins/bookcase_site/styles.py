"""The style sheets as they are sent: lean, and with the faces that pages need inside.

Of the theme's sheet a fifth is left, the rules that a page of ours can match.
"""

from __future__ import annotations

import base64
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

_PAGE = ("container", "content", "content__inner", "grid", "main", "main__inner")
_NOTES = (
    *("abstract", "bug", "danger", "example", "failure", "info", "note", "question"),
    *("quote", "success", "tip", "warning"),
)
KEPT = frozenset(
    {"md-typeset", "admonition", "admonition-title", "focus-visible"}
    | {f"md-{name}" for name in _PAGE}
    | set(_NOTES)
)
"""The theme's classes that pages have; what styles others is left out."""
_PIECE = re.compile(r"""((?:"[^"]*"|'[^']*'|[^{}"'])*)([{}])""")
_CLASS = re.compile(r"\.([a-zA-Z_][\w-]*)")
_IDLE = re.compile(r"\[(?:data-|dir=rtl|id=__|role=columnheader)|#__")
_NAMED = re.compile(r"(--md-[\w-]+)\s*:")
_USED = re.compile(r"var\((--md-[\w-]+)")


_SHEET = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_FACES = re.compile(r"assets/fonts/\w+\.css")
_INSIDE = re.compile(r'(?<=font-display: block;)(\s*src: )url\("([^"]*)"\)')
"""A face that a page needs at once: the sheet that names it holds it."""


def ready(files: Files, config: MkDocsConfig) -> Files:
    """Return the theme's files as pages need them: lean, with small faces inside."""
    sheets = [file for file in files if _FACES.fullmatch(file.src_uri)]
    inside = {
        posixpath.join(posixpath.dirname(sheet.src_uri), name)
        for sheet in sheets
        for _, name in _INSIDE.findall(sheet.content_string)
    }
    kept = (file for file in files if file.src_uri not in inside)
    return Files([_ready(file, config) for file in kept])


def _ready(file: File, config: MkDocsConfig) -> File:
    if _SHEET.fullmatch(file.src_uri):
        return File.generated(config, file.src_uri, content=lean(file.content_string))
    if _FACES.fullmatch(file.src_uri):
        css = holding(file.content_string, Path(str(file.abs_src_path)).parent)
        return File.generated(config, file.src_uri, content=css)
    return file


def holding(css: str, faces: Path) -> str:
    """Return a sheet with the faces inside that come with it: then no text moves."""

    def data(found: re.Match[str]) -> str:
        held = base64.b64encode((faces / found[2]).read_bytes()).decode()
        return f'{found[1]}url("data:font/woff2;base64,{held}")'

    return _INSIDE.sub(data, css)


def lean(css: str) -> str:
    """Return a minified sheet with the rules that pages of ours can match.

    A variable that nothing left uses goes too: most of them hold pictures.
    """
    used: set[str] | None = None
    left = "".join(_rules(css, 0, used)[0])
    while used != (now := set(_USED.findall(left))):
        left, used = "".join(_rules(css, 0, now)[0]), now
    return left


def _rules(css: str, at: int, used: set[str] | None) -> tuple[list[str], int]:
    """Return the rules of a block that stay, and where it ends."""
    out: list[str] = []
    while found := _PIECE.match(css, at):
        at = found.end()
        if found[2] == "}":
            break
        head = found[1].rpartition(";")[2].strip()
        if head.startswith(("@media", "@supports")):
            inner, at = _rules(css, at, used)
            out += [f"{head}{{{''.join(inner)}}}"] if inner else []
        elif head.startswith("@keyframes"):
            at = _rules(css, at, used)[1]
        elif body := _PIECE.match(css, at):
            at = body.end()
            selectors, told = ",".join(_wanted(head)), _told(body[1], used)
            out += [f"{selectors}{{{told}}}"] if selectors and told else []
    return out, at


def _wanted(head: str) -> Iterator[str]:
    for one in re.split(r",(?![^(\[]*[)\]])", head):
        if not _IDLE.search(one) and set(_CLASS.findall(one)) <= KEPT:
            yield one


def _told(body: str, used: set[str] | None) -> str:
    """Return the declarations but for variables that are not used; None: all are."""
    lines = re.findall(r'(?:"[^"]*"|[^;"])+', body)
    names = [(_NAMED.match(one.strip()), one) for one in lines]
    kept = [one for name, one in names if used is None or not name or name[1] in used]
    return ";".join(kept)
