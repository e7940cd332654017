"""The engine ``properdocs``: as ``mkdocs``, by the program that succeeds it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from bookcase.errors import UsageError

if TYPE_CHECKING:
    from bookcase.build.hub.engine import Hub, HubRequest


def run(request: HubRequest) -> Hub:
    """Build the hub with ProperDocs, which answers to MkDocs' name from then on.

    Raises:
        UsageError: it is not installed, or the configuration cannot be used.
    """
    try:
        import_module("properdocs.replacement")
    except ImportError as error:
        msg = "chưa cài ProperDocs; cài bằng: pip install properdocs"
        raise UsageError(msg) from error
    hub: Hub = import_module("bookcase_site.engine").run(request)
    return hub
