"""Which effects on an act's words each of its versions brought in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.history.status import first_day
from bookcase.model.effects import Op, Phase
from bookcase.pages.comparison import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect

WORDLESS = frozenset({Op.SUSPEND, Op.RESUME})
"""What leaves the words of an act as they are."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What an act does to the words of another on a day."""

    by: str
    effect: Effect
    since: date


@dataclass(frozen=True, slots=True)
class Turn:
    """What lies between a version and the one after it.

    ``old`` is None before the first version, ``new`` where no version has it yet.
    """

    old: Version | None
    new: Version | None
    deeds: tuple[Deed, ...]


def turns(
    work: Work, incoming: Iterable[Incoming], works: Mapping[str, Work]
) -> tuple[Turn, ...]:
    """Return the turns of an act's words in order, the last of them without version.

    A version holds what began by its first day, if it says no acts or this act among
    them; what it leaves out may come with a later one.

    Args:
        work: The act.
        incoming: What other acts do to it.
        works: The acts that are held, by id.
    """
    versions = [version for _, version in comparable(work)]
    left = _deeds(incoming, works)
    found = []
    for old, new in pairwise([None, *versions]):
        if new is not None:
            taken = tuple(deed for deed in left if _holds(new, deed))
            left = [deed for deed in left if not _holds(new, deed)]
            found.append(Turn(old, new, taken))
    return (*found, Turn(versions[-1] if versions else None, None, tuple(left)))


def phases(effect: Effect, actor: Work | None) -> tuple[Phase, ...]:
    """Return when an effect holds; where it does not say, from its act's first day."""
    start = first_day(actor) if actor and not effect.effective else None
    return (Phase(start),) if start else effect.effective


def _deeds(incoming: Iterable[Incoming], works: Mapping[str, Work]) -> list[Deed]:
    """Return the effects on an act's words everywhere it holds, the earliest first."""
    rows = [
        Deed(by, effect, phase.start)
        for by, effect in incoming
        if effect.op not in WORDLESS and not _ends(effect)
        for phase in phases(effect, works.get(by))
        if not phase.where
    ]
    return sorted(rows, key=lambda deed: (deed.since, deed.by))


def _ends(effect: Effect) -> bool:
    """Tell whether an effect ends the act as a whole, which leaves its words alone."""
    return effect.op is Op.REPEAL and (not effect.at or "act" in effect.at)


def _holds(version: Version, deed: Deed) -> bool:
    if version.start is None or version.text == "as-enacted":
        return False
    return deed.since <= version.start and (not version.by or deed.by in version.by)
