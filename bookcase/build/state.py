"""What a build finds: which files differ, and how much may follow from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bookcase.build import roots as roots_
from bookcase.build.publishing.publish import OUTPUTS, Site, outputs_of
from bookcase.build.roots import CONTENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.kept.signatures import Differences, Signature
    from bookcase.build.request import BuildRequest
    from bookcase.build.roots import Roots

OPTIONS, DAY, DATES, RESTED = "options", "day", "dates", "rested"
"""Names in the ledger: what was asked for, the day that the site speaks of, all days
that the content names, and the texts that more than pages rest on."""


class Before(NamedTuple):
    """What a build finds.

    Attributes:
        roots: The files of all folders.
        seen: The signatures of the content's, as they were found.
        differ: How they differ from the last build's.
        site: The site.
        damaged: Its files that are not as they were made.
        strange: Whether it holds files that no build put there.
        moved: Whether any signature differs, if only that.
    """

    roots: Roots
    seen: Mapping[str, Signature]
    differ: Mapping[str, Differences]
    site: Site
    damaged: frozenset[str]
    strange: bool
    moved: bool


def look(request: BuildRequest, stage: Path, ledger: Ledger) -> Before:
    """Look at all files."""
    old = roots_.kept(ledger)
    places = roots_.folders(request.config, request.content)
    new, seen = roots_.look_round(places, request.config, old, request.now)
    there = outputs_of(request.site)
    outputs = ledger.value(OUTPUTS) or {}
    damaged = {path for path, told in outputs.items() if there.get(path) != told}
    return Before(
        roots=new,
        seen=seen,
        differ=roots_.differences(old, new),
        site=Site(request.site, stage, there),
        damaged=frozenset(damaged),
        strange=bool(there.keys() - outputs.keys()),
        moved=new != old,
    )


def is_quick(request: BuildRequest, before: Before, ledger: Ledger) -> bool:
    """Tell whether the catalog of the last build is what it was, but for texts."""
    return (
        ledger.value(OPTIONS) == request.options
        and request.previous is None
        and not before.damaged
        and not before.strange
        and not _passed(request, ledger)
        and not any(one for name, one in before.differ.items() if name != CONTENT)
    )


def _passed(request: BuildRequest, ledger: Ledger) -> bool:
    """Tell whether any day that the content names lies between the last and this one.

    A day on either side counts too: what ends on a day is over on the next.
    """
    last, dates = ledger.value(DAY), ledger.value(DATES)
    today = request.as_of.toordinal()
    low, high = min(last, today) - 1, max(last, today) + 1
    return last != today and any(low <= one <= high for one in dates)


def edited(before: Before, ledger: Ledger) -> frozenset[str] | None:
    """Return the acts whose texts are all that changed; None where more did."""
    differ = before.differ[CONTENT]
    if differ.added or differ.removed or differ.changed & {*ledger.value(RESTED)}:
        return None
    owners = [ledger.owners((path,)) for path in differ.changed]
    return frozenset().union(*owners) if all(owners) else None
