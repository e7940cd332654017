"""Which amendments a stored text does not hold yet.

A version says in ``by`` which acts it includes. An effect is in a text when its act is
named by that version, or by one before it, of a day on which the effect had begun.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import changes_text, common_phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Phase


def pending(
    work: Work, version: Version, incoming: Iterable[Incoming], day: date
) -> tuple[Incoming, ...]:
    """Return the effects on words begun by a day that a version does not include.

    What holds in some places only changes no words and is never pending. A text without
    a day of its own includes nothing that it does not name; a codified one is today's.

    Args:
        work: The act.
        version: The version.
        incoming: What others do to the act.
        day: The day; an effect that begins on it has begun.
    """
    if version.text == "codified":
        return ()
    return tuple(
        (act, effect)
        for act, effect in incoming
        if changes_text(effect)
        and (phase := common_phase(effect))
        and phase.start <= day
        and not is_included(work, version, act, phase)
    )


def is_included(work: Work, version: Version, act: str, phase: Phase) -> bool:
    """Tell whether a version's text holds what an act does from a phase on."""
    last = version.start or date.max
    return any(
        act in one.by and phase.start <= (one.start or date.max)
        for one in work.versions
        if one == version or (one.start is not None and one.start <= last)
    )
