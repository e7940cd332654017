"""The calendar of what will begin, change, pause or end, and what is to be mended."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bookcase.history.rests import rested
from bookcase.history.upcoming import Happens, reaches, upcoming
from bookcase.model.effects import Phase
from bookcase.model.publication import KIND_NAMES
from bookcase.pages.compare.comparison import comparison_url, neighbours
from bookcase.pages.law.coming import line_of, summary_of
from bookcase.pages.law.pauses import places_of
from bookcase.pages.markup import text
from bookcase.pages.view import Chip, Link, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.history.upcoming import Coming
    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.coming import Line

URL = "lich-hieu-luc.html"
TITLE = "Sắp có hiệu lực, sắp thay đổi"
FEED = "lich-hieu-luc.xml"
CALENDAR = "lich-hieu-luc.ics"
MANY = 5
"""With more lines than this an entry folds them away."""

_TWO_CHIPS = ("sắp tới", "đã đến")


@dataclass(frozen=True, slots=True)
class Entry:
    """What happens to an act on a day.

    Attributes:
        anchor: Its address on the page.
        key: What feeds know it by, the same in every build.
        day: The day.
        act: The act.
        place: Where a local act holds.
        specimen: Whether the act is an invented one.
        lines: What happens.
        summary: How many of what, where the lines are folded away.
        compare: The comparison of the texts before and from the day.
        mend: Publications that rest on what will say something else.
        related: Publications that rest on what begins.
        told: The day on which the last of the acting acts was issued.
    """

    anchor: str
    key: str
    day: date
    act: Link
    place: str
    specimen: bool
    lines: tuple[Line, ...]
    summary: str
    compare: Link | None
    mend: tuple[Link, ...]
    related: tuple[Link, ...]
    told: date


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; its chips tell that it is to come, or has come."""

    day: date
    chips: tuple[Chip, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CalendarPage:
    """The calendar; ``mend`` counts the publications to be mended."""

    days: tuple[Day, ...]
    mend: int
    url: str = URL
    title: str = TITLE
    feed: str = FEED
    calendar: str = CALENDAR


def calendar_page(catalog: Catalog) -> CalendarPage:
    """Return the calendar of the days ahead of the catalog's own."""
    rows = upcoming(catalog.library.works, catalog.effects, catalog.as_of)
    resting = _resting(catalog, {one.work for one in rows})
    days = []
    for start, of_day in groupby(rows, key=lambda one: one.day):
        entries = (
            entry_of(tuple(of_act), resting.get(work, ()), catalog)
            for work, of_act in groupby(of_day, key=lambda one: one.work)
        )
        days.append(Day(start, _chips(start, catalog.as_of), _sorted(entries)))
    mend = {link.url for day in days for one in day.entries for link in one.mend}
    return CalendarPage(tuple(days), len(mend))


def announced() -> str:
    """Return what tells programs of the feeds in the head of the page."""
    kinds = ((FEED, "application/atom+xml"), (CALENDAR, "text/calendar"))
    return "".join(
        f'<link rel="alternate" type="{kind}" href="{url}" title="{text(TITLE)}">'
        for url, kind in kinds
    )


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda one: (one.act.label, one.key)))


def _chips(start: date, as_of: date) -> tuple[Chip, ...]:
    spans = (when(None, start, as_of), when(start, None, as_of))
    named = zip(_TWO_CHIPS, spans, strict=True)
    return tuple(Chip(name, days) for name, days in named if days)


_Resting = tuple["Publication", tuple[str, ...]]


def _resting(catalog: Catalog, works: set[str]) -> Mapping[str, Sequence[_Resting]]:
    """Gather which publications rest on which provisions of some acts."""
    found: dict[str, list[_Resting]] = defaultdict(list)
    for publication in catalog.library.publications:
        for one in rested(publication, catalog.rests):
            if one.aim.work in works:
                found[one.aim.work].append((publication, one.aim.units))
    return found


def entry_of(
    rows: tuple[Coming, ...], resting: Sequence[_Resting], catalog: Catalog
) -> Entry:
    """Return what happens to one act on one day.

    Args:
        rows: What happens, at least one thing.
        resting: Which publications rest on which provisions of the act.
        catalog: Everything else.
    """
    day, id_ = rows[0].day, rows[0].work
    work = catalog.works.get(id_)
    lines = tuple(line_of(one, work, catalog) for one in rows)
    changing = [one for one in rows if one.what is not Happens.STARTS]
    mend = tuple(dict.fromkeys(_touched(changing, resting)))
    others = dict.fromkeys(_touched(rows, resting))
    return Entry(
        anchor=f"{day.isoformat()}-{id_}",
        key=f"{day.isoformat()} {id_}",
        day=day,
        act=catalog.link(id_),
        place=_place(work, catalog),
        specimen=bool(work and work.specimen),
        lines=lines,
        summary=summary_of(rows) if len(lines) > MANY else "",
        compare=_compared(work, day),
        mend=mend,
        related=tuple(one for one in others if one not in mend),
        told=_told(rows, catalog),
    )


def _place(work: Work | None, catalog: Catalog) -> str:
    if work is None or not work.scope.code:
        return ""
    phase = Phase(catalog.as_of, where=(work.scope.code,))
    return f"áp dụng{places_of(phase, catalog)}"


def _compared(work: Work | None, day: date) -> Link | None:
    for old, new in neighbours(work) if work else ():
        if new.start == day and work:
            return Link("So sánh trước và từ ngày này", comparison_url(work, old, new))
    return None


def _touched(rows: Iterable[Coming], resting: Sequence[_Resting]) -> Iterator[Link]:
    seen = tuple(rows)
    for publication, units in resting:
        if any(reaches(one, units) for one in seen):
            yield Link(publication.title, publication.url, KIND_NAMES[publication.kind])


def _told(rows: Iterable[Coming], catalog: Catalog) -> date:
    """Return when the acting acts were made; the day itself where nobody says."""
    ids = {id_ for one in rows for id_ in (one.by or one.work,)}
    acts = (catalog.works.get(id_) for id_ in ids)
    issued = [work.issued for work in acts if work and work.issued]
    return max(issued, default=next(iter(rows)).day)
