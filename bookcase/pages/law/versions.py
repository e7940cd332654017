"""Where the versions of an act stand, on the site and in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.compare.comparison import comparable

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.act import Version, Work


def version_url(work: Work, version: Version) -> str:
    """Return the address of one version, relative to the site's root."""
    if len(work.versions) == 1:
        return work.url
    return f"{work.folder}/{version.stem}.html"


def follower(work: Work, version: Version) -> Version | None:
    """Return the version after one that stands for a day."""
    own = version.start
    later = (one for start, one in comparable(work) if own and start > own)
    return next(later, None)


def until(work: Work, version: Version) -> date | None:
    """Return the first day of the version after."""
    after = follower(work, version)
    return after.start if after else None


def is_past(work: Work, version: Version, as_of: date) -> bool:
    """Tell whether another version had followed by a day."""
    end = until(work, version)
    return bool(end and end <= as_of)
