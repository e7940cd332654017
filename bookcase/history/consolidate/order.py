"""Which effects take place, and in which order."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import Due, changes_text, common_phase
from bookcase.model.effects import Op
from bookcase.model.tree import LegalText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bookcase.history.status import Incoming
    from bookcase.model.act import Work
    from bookcase.model.effects import Phase

    Source = Callable[[str], LegalText | None]
    Issued = Callable[[str], date | None]

NOTHING = LegalText()


def due_effects(  # noqa: PLR0913 - the last two only narrow
    work: Work,
    incoming: Iterable[Incoming],
    sources: Source,
    *,
    after: date | None = None,
    until: date,
    issued: Issued = lambda _: None,
) -> tuple[Due, ...]:
    """Return the effects on the words of an act, in the order in which they hold.

    The order is that of entry into force, then of the acting acts' dates of issue, then
    of the acts' ids, then of the rows. What holds in some places only changes no words.

    Args:
        work: The act.
        incoming: What others do to it.
        sources: Gives the text of an acting act, None when it is not held.
        after: Only effects that begin later than this day.
        until: Only effects that have begun by this day.
        issued: Gives the day on which an acting act was issued.
    """
    found = [
        Due(act, effect, phase, sources(act) or NOTHING)
        for act, effect in incoming
        if effect.on in {work.id, ""} and changes_text(effect)
        if (phase := common_phase(effect)) and _between(phase, after, until)
    ]
    return ordered(found, issued)


def ordered(due: Iterable[Due], issued: Issued = lambda _: None) -> tuple[Due, ...]:
    """Put effects in the order in which they are to be applied."""

    def place(one: Due) -> tuple[date, date, str]:
        return one.phase.start, issued(one.act) or date.max, one.act

    return tuple(_renumbered_last_first(sorted(due, key=place)))


def _between(phase: Phase, after: date | None, until: date) -> bool:
    return phase.start <= until and (after is None or phase.start > after)


def _renumbered_last_first(due: Sequence[Due]) -> list[Due]:
    """Turn round each run of rows that give new numbers: *3, 4 become 4, 5*.

    So a number is free when it is given.
    """
    out: list[Due] = []
    run: list[Due] = []
    for one in due:
        same = run and (one.act, one.phase) == (run[0].act, run[0].phase)
        if one.effect.op is not Op.RENUMBER or not same:
            out, run = out + _run(run), []
        if one.effect.op is Op.RENUMBER:
            run.append(one)
        else:
            out.append(one)
    return out + _run(run)


def _run(run: list[Due]) -> list[Due]:
    targets = {one.effect.at[0] for one in run if one.effect.at}
    first = run[0] if run else None
    clash = first and _new_place(first) in targets
    return run[::-1] if clash else run


def _new_place(due: Due) -> str:
    at = due.effect.at[0] if due.effect.at else ""
    return at.rpartition(".")[0] + at[at.rfind(".") :][:1] + due.effect.new
