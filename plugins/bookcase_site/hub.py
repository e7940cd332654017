"""Which pages are MkDocs' own, and what of them is safe to publish."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from bookcase.content.hub import engine_paths, is_own
from bookcase.files import inside

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from bookcase.content.hub import HubPage

_UNUSED = re.compile(
    r"assets/javascripts/|leaflets/|ngon-ngu/|assets/fonts/.*\.(?:ttf|conf|md)$|.*\.map$"
)
"""Files of the theme that no page asks for: its scripts, and what only print needs."""

_HTML = re.compile(r'(<html\b[^>]*\blang=)"[^"]*"')
_AROUND = re.compile(r'<(a|header|footer)( class="bk-(?:bo-qua|dau|cuoi)")')
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})


def only(files: Files, content: Path) -> Files:
    """Return the hub pages, their pictures, and the theme's files."""
    pages = frozenset(engine_paths(content))
    return Files([file for file in files if _kept(file, content, pages)])


def _kept(file: File, content: Path, pages: frozenset[str]) -> bool:
    if file.src_dir != str(content):
        return not _UNUSED.match(file.src_uri)
    if file.src_uri in pages:
        return True
    picture = (
        "/" in file.src_uri
        and is_own(file.src_uri)
        and (Path(file.src_uri).suffix.lower() in _PICTURES)
    )
    return (
        picture
        and (content / file.src_uri).is_file()
        and inside(content, Path(file.src_uri))
    )


def meta(page: HubPage) -> dict[str, object]:
    """Return what the theme is told: title and description, escaped, and a template."""
    told: dict[str, object] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "template": page.template,
    }
    kept = {name: value for name, value in told.items() if value}
    return {**kept, "language": page.language, "hide": ["navigation", "toc"]}


def spoken(output: str, language: str) -> str:
    """Say in which language a page is; what stands around its words is Vietnamese."""
    if language == "vi":
        return output
    said = _HTML.sub(rf'\g<1>"{language}"', output, count=1)
    return _AROUND.sub(r'<\1 lang="vi"\2', said)
