"""Call the library: read the content, report on it, make the site."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import Abort

import bookcase.content
from bookcase.build.context import BuildConfig
from bookcase.build.site import BuildReport, make_site
from bookcase.diagnostics import Diagnostic, has_errors
from bookcase.errors import UsageError
from bookcase.report import text
from bookcase.rules.run import check_hub, check_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation

    from bookcase.model.library import Library
    from bookcase.pages.shell import Shells
    from bookcase_site.options import SiteConfig

log = logging.getLogger(f"mkdocs.plugins.{__name__}")

REFUSED = (
    "Nội dung có lỗi nêu trên; trang cũ được giữ nguyên."
    " Sửa lỗi rồi dựng lại, hoặc thêm --keep-going để dựng phần còn lại."
)
_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "info": logging.INFO}


@dataclass(frozen=True, slots=True)
class Work:
    """The content as read, and what the plugin's options say."""

    library: Library
    options: SiteConfig
    found: tuple[Diagnostic, ...]
    stops: bool


def begin(config: MkDocsConfig, options: SiteConfig) -> Work:
    """Read the content folder and log what was found in it.

    A build that stops here looks into the texts too, so that all is told at once.
    """
    content = Path(config.docs_dir)
    loaded = bookcase.content.load(content)
    found = {*loaded.diagnostics, *check_hub(content, loaded.value)}
    stops = has_errors(tuple(found)) and not options.keep_going
    if stops:
        found.update(check_texts(content, loaded.value))
    told = tuple(sorted(found))
    _log(told, config.docs_dir)
    return Work(loaded.value, options, told, stops)


def finish(
    work: Work, config: MkDocsConfig, shells: Shells, nav: Navigation
) -> BuildReport:
    """Make everything that the library makes, and log what was found in it."""
    report = make_site(
        BuildConfig(
            content=Path(config.docs_dir),
            site=Path(config.site_dir),
            theme=Path(config.theme.custom_dir or "overrides"),
            as_of=today(work.options.as_of),
            site_url=config.site_url or "",
            official=work.options.official,
            jobs=work.options.jobs or os.cpu_count() or 1,
            leaflets=work.options.leaflets,
            allow_stale=work.options.allow_stale,
            cache=Path(config.config_file_path or ".").parent / ".cache",
            since=Path(work.options.since) if work.options.since else None,
        ),
        work.library,
        shells,
        hub=tuple(sorted(_hub_urls(nav))),
    )
    _log(tuple(sorted(report.found)), config.docs_dir)
    report = replace(report, found=(*work.found, *report.found))
    if has_errors(report.found) and not work.options.keep_going:
        raise Abort(REFUSED)
    return report


def today(given: str | None) -> date:
    """Return the day that a build speaks of.

    It is the one given, else that of ``SOURCE_DATE_EPOCH``, else today's in UTC.

    Raises:
        UsageError: what is given is no date.
    """
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            msg = f"«{given}» không phải ngày; viết như 2026-07-01"
            raise UsageError(msg) from error
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def _hub_urls(nav: Navigation) -> Iterator[str]:
    yield from (page.url for page in nav.pages)


def _log(found: tuple[Diagnostic, ...], content: str) -> None:
    base = os.path.relpath(content)
    for one in found:
        log.log(_LEVELS[one.level], text(one, base))
