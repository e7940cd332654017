"""The adapter between MkDocs and the library: each hook hands over and returns."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin

from bookcase.content.hub import read_hub
from bookcase.markdown import extensions, sanitised, too_much
from bookcase.pages.shell import secured
from bookcase_site import hub, shells, staging, work
from bookcase_site.options import SiteConfig

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from bookcase.build.site import BuildReport


class SitePlugin(BasePlugin[SiteConfig]):
    """Adapter only: what a page holds is the library's business."""

    report: BuildReport | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note whether this is a preview, which is built in a folder of its own."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the content; stop at errors, before anything is written."""
        work.today(self.config.as_of)
        self.work = work.begin(config, self.config)
        if self.work.stops:
            raise Abort(work.REFUSED)
        config.markdown_extensions[:] = extensions()  # type: ignore[assignment]
        self.stage = staging.begin(config, enabled=not self.serving)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Leave MkDocs only the hub pages and the theme's own files."""
        return hub.only(files, Path(config.docs_dir))

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
        """Render the theme's page once a depth."""
        del files
        self.shells = shells.render(env, config, self.nav)
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Give the home page what it prints."""
        del page, config, nav
        return hub.with_counts(context, self.work.library)

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Add the content security policy."""
        del page, config
        return secured(output)

    def on_post_template(
        self, output: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Add the content security policy to the page for unknown addresses."""
        del config
        return secured(output) if template_name.endswith(".html") else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make the rest of the site, then put it in the place of the last one."""
        self.report = work.finish(self.work, config, self.shells, self.nav)
        self.stage.publish(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was."""
        del error
        if stage := getattr(self, "stage", None):
            stage.drop()
