"""The state of an act on a day, computed from its dates and from what others do to it.

The words are those of the national database (Decree 52/2015/NĐ-CP, Art. 13).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from bookcase.model.effects import Op, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect


WHOLE = "act"
"""How a place among units names the whole act."""

ENDING = frozenset({Op.REPEAL, Op.REPEAL_ANNEX})
"""What ends a provision and puts nothing in its place."""

_REWORDING = frozenset(
    {
        Op.REPLACE,
        Op.REPLACE_ANNEX,
        Op.REPLACE_WORDS,
        Op.INSERT_WORDS,
        Op.DELETE_WORDS,
        Op.RETITLE,
    }
)
_PARTLY_ENDING = ENDING | _REWORDING
"""What ends the old words of a provision: the national database counts an act as ended
in part from then on. What is only added, put right or renumbered ends nothing."""


class State(StrEnum):
    """Whether an act holds; the value is its name in addresses and classes."""

    NOT_YET = "chua-co-hieu-luc"
    IN_FORCE = "con-hieu-luc"
    PARTLY_ENDED = "het-hieu-luc-mot-phan"
    ENDED = "het-hieu-luc-toan-bo"
    PARTLY_SUSPENDED = "ngung-hieu-luc-mot-phan"
    SUSPENDED = "ngung-hieu-luc"
    CODIFIED = "theo-bo-phap-dien"
    UNKNOWN = "chua-ro"


STATE_NAMES: dict[State, str] = {
    State.NOT_YET: "Chưa có hiệu lực",
    State.IN_FORCE: "Còn hiệu lực",
    State.PARTLY_ENDED: "Hết hiệu lực một phần",
    State.ENDED: "Hết hiệu lực toàn bộ",
    State.PARTLY_SUSPENDED: "Ngưng hiệu lực một phần",
    State.SUSPENDED: "Ngưng hiệu lực toàn bộ",
    State.CODIFIED: "Còn hiệu lực (theo Bộ pháp điển)",
    State.UNKNOWN: "Chưa rõ tình trạng",
}


@dataclass(frozen=True, slots=True)
class Status:
    """The state of an act on a day.

    Attributes:
        state: What holds on the day.
        starts: The first day of force, as far as known.
        ends: The first day without force, as far as known.
        next_change: The next known day after this one on which the state or the text
            changes.
        by: Ids of the acts that ended, suspended or amended it by that day.
    """

    state: State
    starts: date | None = None
    ends: date | None = None
    next_change: date | None = None
    by: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the state in the readers' words."""
        return STATE_NAMES[self.state]


Incoming = tuple[str, "Effect"]
"""The id of the acting act, and what it does."""


def incoming_effects(works: Iterable[Work]) -> Mapping[str, tuple[Incoming, ...]]:
    """Gather the effects of all acts by the act that they act upon."""
    found: dict[str, list[Incoming]] = defaultdict(list)
    for work in works:
        for effect in work.effects:
            found[effect.on].append((work.id, _dated(work, effect)))
    return {target: tuple(rows) for target, rows in found.items()}


def _dated(work: Work, effect: Effect) -> Effect:
    """Let an effect without days of its own begin with the provision that does it."""
    if effect.effective:
        return effect
    by = f"{effect.by}."
    own = [
        phase.start
        for phase in work.phases
        if any(by.startswith((f"{unit}.", f"{unit}/")) for unit in phase.at)
    ]
    start = min(own, default=first_day(work))
    return replace(effect, effective=(Phase(start),)) if start else effect


def status(work: Work, incoming: Iterable[Incoming], as_of: date) -> Status:
    """Compute the state of an act on a day.

    Args:
        work: The act.
        incoming: What other acts do to it, see :func:`incoming_effects`.
        as_of: The day; the act's first day counts as in force, its end does not.
    """
    rows = tuple(incoming)
    ends = _end(work, rows)
    days = (day for day in _days(work, rows) if ends is None or day <= ends)
    return Status(
        state=_state(work, rows, as_of, ends),
        starts=first_day(work),
        ends=ends,
        next_change=min((day for day in days if day > as_of), default=None),
        by=tuple(dict.fromkeys(_actors(work, rows, as_of))),
    )


def first_day(work: Work) -> date | None:
    """Return the day on which the act first entered into force, if it is known.

    The first day of a consolidated text is not the act's: it held before, in other
    words.
    """
    phases = [phase.start for phase in work.phases if WHOLE in phase.at]
    starts = [
        version.start
        for version in work.versions
        if version.start and version.text == "as-enacted"
    ]
    return min(phases or starts, default=None)


def version_on(work: Work, day: date) -> Version | None:
    """Return the text to show for a day.

    It is the one in force; else the earliest future one; else the last that there is.
    """
    dated = sorted(
        (version for version in work.versions if version.start),
        key=lambda version: version.start or day,
    )
    in_force = [version for version in dated if version.start and version.start <= day]
    if in_force:
        return in_force[-1]
    if dated:
        return dated[0]
    return work.versions[-1] if work.versions else None


def _state(
    work: Work, rows: tuple[Incoming, ...], as_of: date, ends: date | None
) -> State:
    if (ends and ends <= as_of) or _ended_some_day(work):
        return State.ENDED
    starts = first_day(work)
    if starts and starts > as_of:
        return State.NOT_YET
    if suspended := suspension(rows, as_of):
        return suspended
    if any(row.op in _PARTLY_ENDING and _began(row, as_of) for _, row in rows):
        return State.PARTLY_ENDED
    if starts or any(v.start and v.start <= as_of for v in work.versions):
        return State.IN_FORCE
    codified = any(version.text == "codified" for version in work.versions)
    return State.CODIFIED if codified else State.UNKNOWN


def _ended_some_day(work: Work) -> bool:
    """Tell whether the record says that the act ended, but not when."""
    return work.ends is not None and work.ends.on is None


def _end(work: Work, rows: tuple[Incoming, ...]) -> date | None:
    days = [work.ends.on] if work.ends and work.ends.on else []
    for _, row in rows:
        if row.op is Op.REPEAL and _is_whole(row):
            days += [phase.start for phase in row.effective if _reaches(phase, work)]
    return min(days, default=None)


def _reaches(phase: Phase, work: Work) -> bool:
    """Tell whether a phase holds wherever the act does.

    A local act holds in its own place only, and one of a place that was merged goes on
    for its part until an act of the successor ends it there: the code is today's.
    """
    return not phase.where or work.scope.code in phase.where


def suspension(rows: Iterable[Incoming], day: date) -> State | None:
    """Return how far an act is suspended on a day: wholly, partly, or not."""
    effects = [(row, phase) for _, row in rows for phase in row.effective]
    resumed = [one for one in effects if one[0].op is Op.RESUME]
    found = {
        _left(
            row, phase, [one for one in resumed if phase.start <= one[1].start <= day]
        )
        for row, phase in effects
        if row.op is Op.SUSPEND and _holds(phase, day)
    }
    whole = State.SUSPENDED in found
    partly = State.PARTLY_SUSPENDED if State.PARTLY_SUSPENDED in found else None
    return State.SUSPENDED if whole else partly


def _left(
    row: Effect, phase: Phase, resumed: Sequence[tuple[Effect, Phase]]
) -> State | None:
    """Return what is left of a suspension after what was resumed since."""
    if any(_covers(one, other, row, phase) for one, other in resumed):
        return None
    whole = _is_whole(row) and not phase.where and not resumed
    return State.SUSPENDED if whole else State.PARTLY_SUSPENDED


def _covers(one: Effect, other: Phase, row: Effect, phase: Phase) -> bool:
    """Tell whether ``one`` during ``other`` reaches all that ``row`` does."""
    everywhere = not other.where or (
        phase.where and set(phase.where) <= set(other.where)
    )
    if not everywhere or _is_whole(one):
        return bool(everywhere)
    return not _is_whole(row) and all(
        any(f"{unit}.".startswith(f"{wider}.") for wider in one.at) for unit in row.at
    )


def _is_whole(effect: Effect) -> bool:
    return not effect.at or WHOLE in effect.at


def _holds(phase: Phase, day: date) -> bool:
    return phase.start <= day and (phase.until is None or day < phase.until)


def _began(effect: Effect, day: date) -> bool:
    return any(phase.start <= day for phase in effect.effective)


def _actors(work: Work, rows: tuple[Incoming, ...], day: date) -> Iterator[str]:
    yield from (by for by, row in rows if _began(row, day))
    if work.ends and work.ends.by and (work.ends.on is None or work.ends.on <= day):
        yield work.ends.by


def _days(work: Work, rows: tuple[Incoming, ...]) -> Iterator[date]:
    """Yield every known day on which something about the act changes."""
    yield from (version.start for version in work.versions if version.start)
    yield from (phase.start for phase in work.phases)
    if work.ends and work.ends.on:
        yield work.ends.on
    for _, row in rows:
        for phase in row.effective:
            yield phase.start
            if phase.until:
                yield phase.until
