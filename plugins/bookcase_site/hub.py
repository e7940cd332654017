"""Which pages are MkDocs' own, and what of them is safe to publish."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from bookcase.files import inside
from bookcase.model.publication import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.structure.files import File
    from mkdocs.utils.templates import TemplateContext

    from bookcase.model.library import Library

OURS = frozenset({"van-ban", "dia-phuong", *FOLDERS})
"""Folders of the content that the library renders itself."""

TEMPLATES = frozenset({"home.html"})
_UNUSED = re.compile(
    r"assets/javascripts/|leaflets/|assets/fonts/.*\.(?:ttf|conf|md)$|.*\.map$"
)
"""Files of the theme that no page asks for: its scripts, and what only print needs."""

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})


def only(files: Files, content: Path) -> Files:
    """Return the hub pages, their pictures, and the theme's files."""
    return Files([file for file in files if _kept(file, content)])


def _kept(file: File, content: Path) -> bool:
    if file.src_dir != str(content):
        return not _UNUSED.match(file.src_uri)
    first = file.src_uri.partition("/")[0]
    path = Path(file.src_uri)
    published = path.suffix == ".md" or path.suffix.lower() in _PICTURES
    ours = first in OURS or first.startswith(("_", "."))
    return published and not ours and inside(content, path)


def safe_meta(meta: Mapping[str, object]) -> dict[str, object]:
    """Keep title and description, escaped, and a template of our own."""
    kept: dict[str, object] = {
        name: escape(str(meta[name]))
        for name in ("title", "description")
        if meta.get(name)
    }
    if meta.get("template") in TEMPLATES:
        kept["template"] = meta["template"]
    return {**kept, "hide": ["navigation", "toc"]}


def with_counts(context: TemplateContext, library: Library) -> TemplateContext:
    """Add what the home page prints of the library."""
    context["held"] = {  # type: ignore[typeddict-unknown-key]
        "works": len(library.works),
        "publications": len(library.publications),
        "register": len(library.register),
        "communes": len(library.lists.communes),
        "provinces": len(library.lists.provinces),
    }
    return context
