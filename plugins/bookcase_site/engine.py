"""The engine ``mkdocs``: make the hub pages and the shells that a build asks for."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from bookcase.build.hub.engine import Hub
from bookcase.errors import UsageError

if TYPE_CHECKING:
    from bookcase.build.hub.engine import HubRequest
    from bookcase_site.plugin import SitePlugin


def run(request: HubRequest) -> Hub:
    """Build the hub with MkDocs.

    Raises:
        UsageError: the configuration cannot be used.
    """
    _log_to_stderr()
    try:
        config = load_config(
            str(request.config),
            docs_dir=str(request.content.resolve()),
            site_dir=str(request.out.resolve()),
        )
        plugin = cast("SitePlugin", config.plugins["bookcase-site"])
        plugin.asked = True
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except KeyError as error:
        msg = f"{request.config}: phần plugins thiếu bookcase-site"
        raise UsageError(msg) from error
    except MkDocsException as error:
        raise UsageError(str(error)) from error
    return Hub(
        shells=plugin.shells,
        urls=plugin.urls,
        theme=Path(config.theme.custom_dir or "overrides"),
        site_url=config.site_url or "",
        official=plugin.config.official,
        pictures=plugin.config.share_pictures,
    )


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("mkdocs")
    log.handlers = [handler]
    log.setLevel(logging.WARNING)
