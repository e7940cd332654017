"""Pages that compare two versions of an act, and what they are made of.

For a work with several versions a build makes:

* for each of :func:`neighbours`, ``comparison_url(work, old, new)``: the template
  ``so-sanh-hai-ban.html`` with ``view=comparison_view(…)``, whose body is
  :func:`comparison_html` of ``history.diff.compare(old_text, new_text)``;
* ``on_demand_url(work)``: the template ``so-sanh.html`` with
  ``view=on_demand_view(…)``; there the reader chooses any two versions;
* for each of :func:`comparable`, ``script_url(work, version)``: the text that
  :func:`version_script` returns, which that page loads.

All addresses are relative to the site's root. A work with fewer than two comparable
versions has none of these.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.history.diff import lines
from bookcase.pages.compare.redline import comparison_html
from bookcase.pages.markup import day
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from markupsafe import Markup

    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText

__all__ = [
    "ComparisonView",
    "OnDemandView",
    "comparable",
    "comparison_html",
    "comparison_url",
    "comparison_view",
    "neighbours",
    "on_demand_url",
    "on_demand_view",
    "script_url",
    "version_script",
]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The page of two neighbouring versions."""

    title: str
    heading: str
    work: Link
    old: Link
    new: Link
    before: Link | None
    after: Link | None
    any_two: Link
    body: Markup
    specimen: bool


@dataclass(frozen=True, slots=True)
class OnDemandView:
    """The page where any two versions are chosen.

    ``versions`` are in order of time; the note of each is its script's name without
    ending. ``ready`` are the comparisons of neighbours.
    """

    title: str
    heading: str
    work: Link
    versions: tuple[Link, ...]
    ready: tuple[Link, ...]
    specimen: bool


def comparable(work: Work) -> tuple[tuple[date, Version], ...]:
    """Return the versions that stand for a day, with that day, in order.

    A codified text is today's wording whatever its day, and is compared with nothing.
    """
    dated = [
        (version.start, version)
        for version in work.versions
        if version.start and version.text != "codified"
    ]
    return tuple(sorted(dated, key=lambda one: one[0]))


def neighbours(work: Work) -> Iterator[tuple[Version, Version]]:
    """Yield each version and the one after it."""
    for (_, old), (_, new) in pairwise(comparable(work)):
        yield old, new


def comparison_url(work: Work, old: Version, new: Version) -> str:
    """Return the address of the comparison of two neighbouring versions."""
    return f"{work.folder}/so-sanh--{old.stem}--{new.stem}.html"


def on_demand_url(work: Work) -> str:
    """Return the address of the page where any two versions are chosen."""
    return f"{work.folder}/so-sanh.html"


def script_url(work: Work, version: Version) -> str:
    """Return the address of the script that holds a version's text."""
    return f"{work.folder}/{version.stem}.js"


def version_script(text: LegalText) -> str:
    """Return a text as a classic script, so that a page opened from a disk reads it.

    It calls one function with all lines of the text: ``soSanhBan([[parent, kind, id,
    mark, words], …])``, see :class:`bookcase.history.diff.Line`.
    """
    rows = [(one.parent, one.kind, one.id, one.mark, one.text) for one in lines(text)]
    said = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"soSanhBan({said});\n"


def comparison_view(
    work: Work, label: str, old: Version, new: Version, body: Markup
) -> ComparisonView:
    """Make the page of two neighbouring versions.

    Args:
        work: The act.
        label: What it is called, with its number.
        old: The earlier version.
        new: The one after it.
        body: What :func:`comparison_html` wrote.
    """
    ready = list(neighbours(work))
    at = ready.index((old, new))
    return ComparisonView(
        title=f"Thay đổi từ {_day(new)}: {label}",
        heading=f"Điều gì thay đổi từ ngày {_day(new)}",
        work=Link(label, work.url),
        old=_version(work, old),
        new=_version(work, new),
        before=_ready(work, *ready[at - 1]) if at else None,
        after=_ready(work, *ready[at + 1]) if at + 1 < len(ready) else None,
        any_two=Link("So sánh hai bản bất kỳ", on_demand_url(work)),
        body=body,
        specimen=work.specimen,
    )


def on_demand_view(work: Work, label: str) -> OnDemandView:
    """Make the page where any two versions of an act are chosen."""
    return OnDemandView(
        title=f"So sánh các bản: {label}",
        heading="So sánh hai bản bất kỳ",
        work=Link(label, work.url),
        versions=tuple(
            Link(f"Từ {day(start)}", f"{work.folder}/{version.stem}.html", version.stem)
            for start, version in comparable(work)
        ),
        ready=tuple(_ready(work, old, new) for old, new in neighbours(work)),
        specimen=work.specimen,
    )


def _version(work: Work, version: Version) -> Link:
    return Link(f"Bản từ {_day(version)}", f"{work.folder}/{version.stem}.html")


def _ready(work: Work, old: Version, new: Version) -> Link:
    return Link(f"{_day(old)} → {_day(new)}", comparison_url(work, old, new))


def _day(version: Version) -> str:
    return day(version.start) if version.start else version.stem
