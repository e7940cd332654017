"""What will happen to acts in the days ahead: begin, change, pause, go on, end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bookcase.history.consolidate.clashes import places_of
from bookcase.history.provision import covers
from bookcase.history.status import WHOLE, State, first_day, status
from bookcase.model.act import Work
from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.history.status import Incoming
    from bookcase.model.effects import Effect, Phase

AHEAD = 90
"""How many days ahead one looks, unless told."""


class Happens(StrEnum):
    """What happens to an act or to provisions of it, in the order of lists."""

    STARTS = "starts"
    CHANGED = "changed"
    INSERTED = "inserted"
    REPEALED = "repealed"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    PAUSE_ENDS = "pause-ends"  # the last day of a suspension has passed
    LAPSES = "lapses"  # so has that of a change made for a time
    ENDS = "ends"  # the whole act


@dataclass(frozen=True, slots=True)
class Coming:
    """What happens on a day.

    Attributes:
        day: The first day on which it is so.
        work: The id of the act that it happens to.
        units: The provisions, none for the whole act.
        what: What happens.
        by: The id of the acting act; empty when an act begins by itself.
        where: Codes of the places in which it happens; empty for everywhere.
        row: The effect that says so, where one does.
        until: The first day on which it is over again, where that is told.
    """

    day: date
    work: str
    units: tuple[str, ...]
    what: Happens
    by: str = ""
    where: tuple[str, ...] = ()
    row: Effect | None = None
    until: date | None = None


_ORDER = {what: number for number, what in enumerate(Happens)}
_ALL = {WHOLE, "everywhere"}
_DONE = {
    Op.INSERT: Happens.INSERTED,
    Op.INSERT_ANNEX: Happens.INSERTED,
    Op.REPEAL: Happens.REPEALED,
    Op.REPEAL_ANNEX: Happens.REPEALED,
    Op.SUSPEND: Happens.SUSPENDED,
    Op.RESUME: Happens.RESUMED,
}
_REWORDED = {Happens.CHANGED, Happens.INSERTED, Happens.REPEALED, Happens.LAPSES}


def upcoming(
    works: Iterable[Work],
    incoming: Mapping[str, Sequence[Incoming]],
    day: date,
    days: int = AHEAD,
) -> tuple[Coming, ...]:
    """Return what is known to happen after a day, the earliest first.

    Args:
        works: The acts.
        incoming: What others do to each act, held or not, by its id.
        day: The day; what happens on it is not to come any more.
        days: How many days are looked ahead; the last of them counts.
    """
    last = day + timedelta(days=days)
    held = {work.id: work for work in works}
    strangers = {id_: Work(id_, "", "", "", "") for id_ in incoming}
    found: dict[Coming, None] = {}
    for id_, work in (strangers | held).items():
        rows = incoming.get(id_, ())
        if not any(day < one <= last for one in _days(work, rows)):
            continue  # as nearly all acts
        near = [one for one in _of(work, rows) if day < one.day <= last]
        if near:
            state = status(work, rows, day)
            found |= dict.fromkeys(_living(near, state.ends, state.state))
    return tuple(sorted(found, key=_place))


def _place(one: Coming) -> tuple[object, ...]:
    line = one.row.line if one.row else 0
    return one.day, one.work, _ORDER[one.what], one.by, line, one.units, one.where


def _living(
    rows: Iterable[Coming], ends: date | None, state: State
) -> Iterator[Coming]:
    """Yield what happens to an act while it is in force, and its end."""
    if ends is None:
        yield from () if state is State.ENDED else rows
        return
    for one in rows:
        whole = one.what is Happens.ENDS and not one.where
        if one.day == ends if whole else one.day < ends:
            yield one


def _days(work: Work, rows: Iterable[Incoming]) -> Iterator[date]:
    """Yield every day that is told of an act."""
    for version in work.versions:
        if version.start:
            yield version.start
    for begun in work.phases:
        yield begun.start
    if work.ends and work.ends.on:
        yield work.ends.on
    for _, row in rows:
        for phase in row.effective:
            yield phase.start
            if phase.until:
                yield phase.until


def _of(work: Work, rows: Sequence[Incoming]) -> Iterator[Coming]:
    """Yield all that ever happens to an act."""
    yield from _starts(work)
    done = [one for by, row in rows for one in _done(work, by, row, rows)]
    yield from done
    yield from _end(work, done)
    yield from _new_texts(work, done)


def _starts(work: Work) -> Iterator[Coming]:
    first = first_day(work)
    if first:
        yield Coming(first, work.id, (), Happens.STARTS)
    for phase in work.phases:
        if WHOLE not in phase.at and phase.start != first:
            yield Coming(phase.start, work.id, phase.at, Happens.STARTS)


def _done(
    work: Work, by: str, row: Effect, rows: Sequence[Incoming]
) -> Iterator[Coming]:
    what = _DONE.get(row.op, Happens.CHANGED)
    whole = not row.at or WHOLE in row.at
    if row.op is Op.REPEAL and whole:
        what = Happens.ENDS
    units = () if whole and what not in _REWORDED else places_of(row)
    for phase in row.effective:
        own = () if work.scope.code in phase.where else phase.where
        yield Coming(phase.start, work.id, units, what, by, own, row, phase.until)
        if phase.until and not _resumed(row, phase, rows):
            over = Happens.PAUSE_ENDS if row.op is Op.SUSPEND else Happens.LAPSES
            yield Coming(phase.until, work.id, units, over, by, own, row)


def _resumed(row: Effect, phase: Phase, rows: Iterable[Incoming]) -> bool:
    """Tell whether a suspension was over before its day, for all that it paused."""
    return row.op is Op.SUSPEND and any(
        phase.start < other.start <= (phase.until or other.start)
        and _takes_in(one, row)
        and (not other.where or (phase.where and {*phase.where} <= {*other.where}))
        for _, one in rows
        if one.op is Op.RESUME
        for other in one.effective
    )


def _takes_in(one: Effect, row: Effect) -> bool:
    if not one.at or WHOLE in one.at:
        return True
    return bool(row.at) and all(
        any(covers(place, unit) for place in one.at) for unit in row.at
    )


def _end(work: Work, done: Iterable[Coming]) -> Iterator[Coming]:
    """Yield the end that the record tells of, unless an effect does."""
    ends = work.ends
    if not ends or not ends.on:
        return
    told = {one.by for one in done if one.what is Happens.ENDS and one.day == ends.on}
    if ends.by not in told and (ends.by or not told):
        yield Coming(ends.on, work.id, (), Happens.ENDS, ends.by)


def _new_texts(work: Work, done: Sequence[Coming]) -> Iterator[Coming]:
    """Yield the days of new texts that no known effect makes."""
    told = {one.day for one in done if one.what in _REWORDED and not one.where}
    for version in work.versions:
        start = version.start
        if start and version.text != "as-enacted" and start not in told:
            for by in version.by[-1:] or ("",):
                yield Coming(start, work.id, (), Happens.CHANGED, by)


def reaches(one: Coming, units: tuple[str, ...]) -> bool:
    """Tell whether what happens reaches provisions of the act; none is all of it."""
    if not units or not one.units or _ALL & {*one.units}:
        return True
    return any(
        covers(place, unit) or covers(unit, place)
        for place in one.units
        for unit in units
    )
