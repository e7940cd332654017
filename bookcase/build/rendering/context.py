"""What every worker needs, and what it gives back: plain values that can be pickled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.build.part.narrowing import Elsewhere
    from bookcase.build.rendering.cited import Linking
    from bookcase.build.rendering.watch import Notes
    from bookcase.build.work.farm import Farm
    from bookcase.pages.shell import Shells


@dataclass(frozen=True, slots=True)
class BuildConfig:
    """What a build is asked to do.

    Attributes:
        content: The content folder.
        site: The folder that the pages are written to.
        theme: The folder of our templates and assets (``overrides/``).
        as_of: The day on which states are computed.
        site_url: The address of the site, with a slash at its end; empty when it has
            none (a copy for a stick).
        official: The pattern of an act's official address, with ``{item_id}``.
        jobs: How many worker processes; 1 works in this process.
        leaflets: Whether leaflets are printed.
        allow_stale: Whether those are that rest on what is law no more.
        cache: The folder of what is kept from build to build; None keeps nothing.
        previous: The site that was published last: the search index keeps those of its
            files that hold nothing that changed. None writes all anew.
        farm: Other machines that make pages; None makes them here.
    """

    content: Path
    site: Path
    theme: Path
    as_of: date
    site_url: str = ""
    official: str = ""
    jobs: int = 1
    leaflets: bool = True
    allow_stale: bool = False
    cache: Path | None = None
    previous: Path | None = None
    farm: Farm | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a worker needs to render pages; it is given to each worker once.

    ``notes`` is told what is looked up in ``linking``; ``elsewhere`` is what is not in
    the part of the bookcase that is built. ``pictures`` tells whether pages have
    pictures for those who pass them on; ``cache`` keeps these from build to build.
    """

    content: Path
    site: Path
    templates: Path
    shells: Shells
    linking: Linking
    notes: Notes
    site_url: str = ""
    elsewhere: Elsewhere | None = None
    cache: Path | None = None
    pictures: bool = False
