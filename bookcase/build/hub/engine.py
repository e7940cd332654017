"""Find the program that builds hub pages and shells; the library leans on none.

An engine is an entry point in the group ``bookcase.engines``: a function that takes a
:class:`HubRequest`, fills its folder and returns a :class:`Hub`.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from bookcase.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bookcase.pages.shell import Shells

    Engine = Callable[["HubRequest"], "Hub"]

GROUP = "bookcase.engines"
NONE = "none"
"""The name that stands for no engine: hub pages and shells are those kept."""


@dataclass(frozen=True, slots=True)
class HubRequest:
    """What an engine is asked for.

    Attributes:
        config: The configuration of the site.
        content: The content folder.
        out: The folder that hub pages and the theme's files go into.
    """

    config: Path
    content: Path
    out: Path


@dataclass(frozen=True, slots=True)
class Hub:
    """What an engine made, and what the configuration says that we need.

    Attributes:
        shells: The theme's page, one a depth.
        urls: The addresses of the hub pages, for the map of the site.
        theme: The folder of our templates and assets (``overrides/``).
        site_url: The address of the site, with a slash at its end; may be empty.
        official: The pattern of an act's official address.
        pictures: Whether pages have pictures for those who pass their address on.
    """

    shells: Shells
    urls: tuple[str, ...]
    theme: Path
    site_url: str = ""
    official: str = ""
    pictures: bool = True


def find_engine(name: str = "mkdocs") -> Engine:
    """Load an engine.

    Raises:
        UsageError: no engine of that name is installed.
    """
    for point in entry_points(group=GROUP, name=name):
        engine: Engine = point.load()
        return engine
    msg = f"chưa cài bộ dựng trang «{name}»; chạy scripts/build để cài"
    raise UsageError(msg)
