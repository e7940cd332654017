"""The adapter between MkDocs and the library: each hook hands over and returns."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from bookcase.content.hub import ENGLISH_HOME, read_hub
from bookcase.markdown import extensions, sanitised, too_much
from bookcase.pages.shell import secured
from bookcase_site import hub, shells, styles
from bookcase_site.options import SiteConfig

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from bookcase.pages.shell import Shells

ALONE = "MkDocs chỉ dựng các trang chung; dựng cả tủ sách bằng: bookcase build"


class SitePlugin(BasePlugin[SiteConfig]):
    """Adapter only: what a page holds is the library's business.

    Attributes:
        asked: Whether the engine asked for pages; it alone may.
        shells: The theme's page, one a depth.
        nav: The navigation.
        urls: The addresses of the hub pages, in the navigation or not.
    """

    asked = False
    shells: Shells
    nav: Navigation
    urls: tuple[str, ...]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take our Markdown; refuse to work for MkDocs alone.

        Links are held by the library's own rule, which knows all pages.
        """
        if not self.asked:
            raise PluginError(ALONE)
        config.validation.links.not_found = logging.DEBUG
        config.markdown_extensions[:] = extensions()  # type: ignore[assignment]
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs the hub pages and of the theme's files what pages need."""
        held = hub.only(files, Path(config.docs_dir))
        config.extra["english"] = held.get_file_from_path(ENGLISH_HOME) is not None
        return styles.ready(held, config)

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str:
        """Read the page as the library reads; MkDocs sees no front matter."""
        self.page = read_hub(Path(config.docs_dir), page.file.src_uri).value
        return "" if too_much(self.page.body) else f"\n{self.page.body}"

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme what the library read."""
        del config, files
        page.meta = hub.meta(self.page)
        return markdown

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Let through only safe HTML."""
        del page, config, files
        return sanitised(html)

    def on_nav(
        self, nav: Navigation, /, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Remember the navigation: the shells print it."""
        del config, files
        self.nav = nav
        return nav

    def on_env(
        self, env: Environment, /, *, config: MkDocsConfig, files: Files
    ) -> Environment:
        """Render the theme's page once a depth; note which pages there are."""
        pages = (file.page for file in files.documentation_pages())
        self.urls = tuple(sorted(page.url for page in pages if page))
        self.shells = shells.render(env, config, self.nav)
        return env

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Add the content security policy, and say in which language the page is."""
        del config
        return hub.spoken(secured(output), str(page.meta.get("language", "vi")))

    def on_post_template(
        self, output: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Add the content security policy to the page for unknown addresses."""
        del config
        return secured(output) if template_name.endswith(".html") else output
