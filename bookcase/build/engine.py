"""Find the program that builds hub pages and shells; the library leans on none.

An engine is an entry point in the group ``bookcase.engines``: a function that takes a
:class:`BuildRequest` and returns the report, or None when it refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from bookcase.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bookcase.build.site import BuildReport

    Engine = Callable[["BuildRequest"], BuildReport | None]

GROUP = "bookcase.engines"


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What the command line asks an engine for; empty ``as_of`` means today."""

    config: Path
    content: Path
    site: Path
    jobs: int
    as_of: str = ""
    keep_going: bool = False
    leaflets: bool = True
    allow_stale: bool = False
    quiet: bool = False
    since: Path | None = None


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
