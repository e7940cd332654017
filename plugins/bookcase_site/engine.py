"""The engine ``mkdocs``: run a build as the command line asks for it."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from bookcase.errors import UsageError
from bookcase_site.plugin import SitePlugin

if TYPE_CHECKING:
    from bookcase.build.engine import BuildRequest
    from bookcase.build.site import BuildReport


def run(request: BuildRequest) -> BuildReport | None:
    """Build with MkDocs; None when the content was refused.

    Raises:
        UsageError: the configuration cannot be used.
    """
    plugin: object = None
    _log_to_stderr(quiet=request.quiet)
    try:
        config = load_config(
            str(request.config),
            docs_dir=str(request.content.resolve()),
            site_dir=str(request.site.resolve()),
        )
        plugin = config.plugins["bookcase-site"]
        plugin.config.update(_options(request))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort as refused:
        logging.getLogger("mkdocs").critical(str(refused))
        return None
    except MkDocsException as error:
        raise UsageError(str(error)) from error
    finally:
        if stage := getattr(plugin, "stage", None):
            stage.drop()
    return plugin.report if isinstance(plugin, SitePlugin) else None


def _options(request: BuildRequest) -> dict[str, object]:
    return {
        "jobs": request.jobs,
        "as_of": request.as_of or None,
        "keep_going": request.keep_going,
        "leaflets": request.leaflets,
        "allow_stale": request.allow_stale,
        "since": str(request.since.resolve()) if request.since else "",
    }


def _log_to_stderr(*, quiet: bool) -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("mkdocs")
    log.handlers = [handler]
    log.setLevel(logging.ERROR if quiet else logging.WARNING)
