"""Which amendments a stored text does not hold yet.

A version says in ``by`` which acts it includes. An effect is in a text when its act is
named by that version, or by one before it, of a day on which the effect had begun.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import changes_text

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

    Returns:
        The effects, each with the phases alone that are pending.
    """
    if version.text == "codified":
        return ()
    found = []
    for act, effect in incoming:
        if not changes_text(effect):
            continue
        phases = tuple(
            phase
            for phase in effect.effective
            if phase.start <= day
            and not phase.where
            and not is_included(work, version, act, phase)
        )
        if phases:
            found.append((act, replace(effect, effective=phases)))
    return tuple(found)


def is_included(work: Work, version: Version, act: str, phase: Phase) -> bool:
    """Tell whether a version's text holds what an act does from a phase on."""
    last = version.start or date.max
    return any(
        act in one.by and phase.start <= (one.start or date.max)
        for one in work.versions
        if one == version or (one.start is not None and one.start <= last)
    )
