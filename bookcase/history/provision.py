"""The state of one provision on a day: its phases, suspension and repeal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate.clashes import places_of
from bookcase.history.status import (
    ENDING,
    WHOLE,
    State,
    Status,
    first_day,
    status,
    suspension,
)
from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from bookcase.history.status import Incoming
    from bookcase.model.act import Work
    from bookcase.model.effects import Effect

_PAUSING = frozenset({Op.SUSPEND, Op.RESUME})
_MAKING = frozenset({Op.INSERT, Op.INSERT_ANNEX})


def provision_status(
    work: Work, unit: str, incoming: Iterable[Incoming], day: date
) -> Status:
    """Compute the state of one provision of an act on a day.

    Args:
        work: The act.
        unit: The provision's address; empty or ``act`` for the whole act.
        incoming: What other acts do to the act.
        day: The day.

    Returns:
        Its state; ``starts`` and ``ends`` are the provision's own days, ``by`` the acts
        that made, changed, suspended or ended it by the day. A provision with new words
        is in force; it has partly ended where something in it was repealed, or where it
        was repealed in some places.
    """
    rows = tuple(incoming)
    whole = status(work, rows, day)
    if unit in {"", WHOLE}:
        return whole
    near = tuple(_near(rows, unit))
    starts = _starts(work, unit, near)
    ends = min(filter(None, (_ends(near, day), whole.ends)), default=None)
    days = [starts, whole.ends, *_days(near)]
    return Status(
        state=_state(near, day, whole, starts, ends),
        starts=starts,
        ends=ends,
        next_change=min((one for one in days if one and one > day), default=None),
        by=tuple(dict.fromkeys(act for act, row in near if _begun(row, day))),
    )


def covers(place: str, unit: str) -> bool:
    """Tell whether a place is a unit, or holds it.

    >>> covers("d5", "d5.k1"), covers("d5", "d50")
    (True, False)
    """
    return f"{unit}.".startswith((f"{place}.", f"{place}/"))


def _near(rows: Iterable[Incoming], unit: str) -> Iterator[Incoming]:
    """Yield what touches a unit; what covers it as if it were done to it as a whole."""
    for act, row in rows:
        places = () if row.op in _PAUSING and not row.at else places_of(row)
        if any(covers(one, unit) for one in places):
            yield act, replace(row, at=())
        elif not places or any(covers(unit, one) for one in places):
            yield act, row


def _starts(work: Work, unit: str, near: Sequence[Incoming]) -> date | None:
    made = [
        phase.start
        for _, row in near
        if row.op in _MAKING and not row.at
        for phase in row.effective
    ]
    own = [
        phase.start
        for phase in work.phases
        if any(covers(place, unit) for place in phase.at)
    ]
    return min(made or own, default=first_day(work))


def _ends(near: Sequence[Incoming], day: date) -> date | None:
    """Return the end that holds on a day, else the next one; a new text undoes it."""
    events = sorted(
        (phase.start, row.op not in ENDING)
        for _, row in near
        if not row.at and row.op not in _PAUSING
        for phase in row.effective
        if not phase.where
    )
    past = [event for event in events if event[0] <= day]
    if past and not past[-1][1]:
        return past[-1][0]
    return next((at for at, new in events if at > day and not new), None)


def _state(
    near: Sequence[Incoming],
    day: date,
    whole: Status,
    starts: date | None,
    ends: date | None,
) -> State:
    if whole.state is State.ENDED or (ends and ends <= day):
        return State.ENDED
    if whole.state is State.NOT_YET or (starts and starts > day):
        return State.NOT_YET
    if paused := suspension(near, day):
        return paused
    if any(_partly(row) and _begun(row, day) for _, row in near):
        return State.PARTLY_ENDED
    unknown = {State.CODIFIED, State.UNKNOWN}
    return whole.state if whole.state in unknown else State.IN_FORCE


def _partly(row: Effect) -> bool:
    local = any(phase.where for phase in row.effective)
    return row.op in ENDING and (bool(row.at) or local)


def _begun(row: Effect, day: date) -> bool:
    return any(phase.start <= day for phase in row.effective)


def _days(near: Iterable[Incoming]) -> Iterator[date]:
    for _, row in near:
        for phase in row.effective:
            yield phase.start
            if phase.until:
                yield phase.until
