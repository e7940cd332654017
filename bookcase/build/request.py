"""What a build is asked for."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING

from bookcase.build.part.chosen import WHOLE, Part
from bookcase.build.work.farm import Farm

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

LEDGERS = "so-dung"
_LIBRARIES = ("jinja2", "markdown", "markupsafe", "nh3", "numpy", "pyyaml")


def nothing(made: int, share: float) -> None:
    """Tell nobody of progress."""


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What a build is asked for.

    Attributes:
        config: The configuration of the site.
        content: The content folder.
        site: The folder of the site.
        as_of: The day on which states are computed.
        now: The time, in nanoseconds.
        engine: Who makes hub pages and shells.
        jobs: How many worker processes.
        keep_going: Publish what is sound although something has errors.
        leaflets: Print leaflets.
        allow_stale: Print those too that rest on what is law no more.
        previous: The site that was published last, see :class:`BuildConfig`.
        clean: Forget what is known of the last build, and make everything.
        cache: The folder of what is kept from build to build.
        scheduler: The address of the scheduler of other machines that make pages;
            empty makes them here.
        part: Which part of the bookcase is built.
        progress: Is told how many pages have been made so far, and which share of all.
        waits: Is called when another build for this site is waited for.
    """

    config: Path
    content: Path
    site: Path
    as_of: date
    now: int
    engine: str = "mkdocs"
    jobs: int = 1
    keep_going: bool = False
    leaflets: bool = True
    allow_stale: bool = False
    previous: Path | None = None
    clean: bool = False
    cache: Path | None = None
    scheduler: str = ""
    part: Part = WHOLE
    progress: Callable[[int, float], None] = nothing
    waits: Callable[[], None] = lambda: None

    @property
    def kept(self) -> Path:
        """Return the folder of what is kept from build to build."""
        return self.cache or self.config.parent / ".cache"

    @property
    def farm(self) -> Farm | None:
        """Return the other machines that make pages, if there are any."""
        return Farm(self.scheduler, self.kept) if self.scheduler else None

    @property
    def ledger(self) -> Path:
        """Return the file of the site's ledger; its lock lies beside it."""
        name = hashlib.blake2b(str(self.site.resolve()).encode(), digest_size=8)
        return self.kept / LEDGERS / f"{name.hexdigest()}.db"

    @property
    def options(self) -> tuple[tuple[object, ...], tuple[object, ...]]:
        """Return what else than files a site follows from: programs, and wishes."""
        since = self.part.since.toordinal() if self.part.since else 0
        part = (self.part.province, self.part.subject, since)
        return tools(), (self.leaflets, self.allow_stale, *part)


def tools() -> tuple[object, ...]:
    """Return the versions of the programs that pages are made with."""
    return (tuple(sys.version_info[:3]), *map(version, _LIBRARIES))
