"""Take the shells from the theme: its page rendered once for each depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.commands.build import get_context
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from bookcase.pages.shell import Shell, Shells, cut, mark

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

DEPTHS = 6
"""The deepest page is a version: ``van-ban/luat/2008/25-2008-qh12/2015-01-01.html``."""


def render(env: Environment, config: MkDocsConfig, nav: Navigation) -> Shells:
    """Return the shells; the index is the number of ``/`` in a page's address."""
    return tuple(_shell(env, config, nav, depth) for depth in range(DEPTHS))


def _shell(
    env: Environment, config: MkDocsConfig, nav: Navigation, depth: int
) -> Shell:
    file = File("x/" * depth + "x.md", None, config.site_dir, use_directory_urls=False)
    page = Page(mark("title"), file, config)
    page.meta = {
        "hide": ["navigation", "toc"],
        "description": mark("description"),
        "shell": True,
    }
    page.markdown, page.content = "", mark("content")
    page.toc = TableOfContents([])
    page.canonical_url = mark("address") if config.site_url else None
    context = get_context(nav, Files([]), config, page)
    return cut(env.get_template("main.html").render(context))
