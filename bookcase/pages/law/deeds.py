"""Which effects on an act's words each of its versions brought in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress, pairwise
from typing import TYPE_CHECKING

from bookcase.history.consolidate import changes_text
from bookcase.history.pending import is_included
from bookcase.history.status import first_day
from bookcase.model.effects import Phase
from bookcase.pages.compare.comparison import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act does to the words of another on a day."""

    by: str
    effect: Effect
    phase: Phase

    @property
    def since(self) -> date:
        """Return the day."""
        return self.phase.start


@dataclass(frozen=True, slots=True)
class Turn:
    """What lies between a version and the one after it.

    ``old`` is None before the first version, ``new`` where no version has it yet.
    """

    old: Version | None
    new: Version | None
    deeds: tuple[Deed, ...]


def dated(
    incoming: Iterable[Incoming], works: Mapping[str, Work]
) -> tuple[Incoming, ...]:
    """Return effects with their days; those without any begin with their act."""
    return tuple(
        (by, effect if effect.effective else _from_first_day(effect, works.get(by)))
        for by, effect in incoming
    )


def turns(work: Work, incoming: Iterable[Incoming]) -> tuple[Turn, ...]:
    """Return the turns of an act's words in order, the last of them without version.

    Args:
        work: The act.
        incoming: What other acts do to it, see :func:`dated`.
    """
    versions = [version for _, version in comparable(work)]
    left = _deeds(incoming)
    found = []
    for old, new in pairwise([None, *versions]):
        if new is not None:
            held = [is_included(work, new, deed.by, deed.phase) for deed in left]
            found.append(Turn(old, new, tuple(compress(left, held))))
            left = [
                deed for deed, is_held in zip(left, held, strict=True) if not is_held
            ]
    return (*found, Turn(versions[-1] if versions else None, None, tuple(left)))


def _from_first_day(effect: Effect, actor: Work | None) -> Effect:
    start = first_day(actor) if actor else None
    return replace(effect, effective=(Phase(start),)) if start else effect


def _deeds(incoming: Iterable[Incoming]) -> list[Deed]:
    """Return the effects on an act's words everywhere it holds, the earliest first."""
    rows = [
        Deed(by, effect, phase)
        for by, effect in incoming
        if changes_text(effect)
        for phase in effect.effective
        if not phase.where
    ]
    return sorted(rows, key=lambda deed: (deed.since, deed.by))
