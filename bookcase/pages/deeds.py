"""Which effects on an act's words each of its versions brought in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.history.status import first_day
from bookcase.model.effects import Op, Phase
from bookcase.pages.comparison import comparable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect
    from bookcase.pages.catalog import Catalog

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


def turns(work: Work, catalog: Catalog) -> tuple[Turn, ...]:
    """Return the turns of an act's words in order, the last of them without version.

    A version holds what began by its first day, if it says no acts or this act among
    them; what it leaves out may come with a later one.
    """
    versions = [version for _, version in comparable(work)]
    left = list(_deeds(work, catalog))
    found = []
    for old, new in pairwise([None, *versions]):
        taken = [deed for deed in left if new is not None and _holds(new, deed)]
        left = [deed for deed in left if deed not in taken]
        found.append(Turn(old, new, tuple(taken)))
    return (*found, Turn(versions[-1] if versions else None, None, tuple(left)))


def phases(work: str, effect: Effect, catalog: Catalog) -> tuple[Phase, ...]:
    """Return when an effect holds; where it does not say, from its act's first day."""
    actor = catalog.works.get(work)
    start = first_day(actor) if actor and not effect.effective else None
    return (Phase(start),) if start else effect.effective


def _deeds(work: Work, catalog: Catalog) -> Iterator[Deed]:
    """Yield the effects on an act's words everywhere it holds, the earliest first."""
    rows = [
        Deed(by, effect, phase.start)
        for by, effect in catalog.effects.get(work.id, ())
        if effect.op not in WORDLESS and not _ends(effect)
        for phase in phases(by, effect, catalog)
        if not phase.where
    ]
    yield from sorted(rows, key=lambda deed: (deed.since, deed.by))


def _ends(effect: Effect) -> bool:
    """Tell whether an effect ends the act as a whole, which leaves its words alone."""
    return effect.op is Op.REPEAL and (not effect.at or "act" in effect.at)


def _holds(version: Version, deed: Deed) -> bool:
    if version.start is None or version.text == "as-enacted":
        return False
    return deed.since <= version.start and (not version.by or deed.by in version.by)
