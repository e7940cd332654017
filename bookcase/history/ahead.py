"""The words of an act beyond its stored texts: what follows from effects alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.chain import steps
from bookcase.history.consolidate import consolidate
from bookcase.model.act import Version

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bookcase.history.chain import Acting
    from bookcase.history.consolidate import Consolidated, Due, Unapplied
    from bookcase.history.status import Incoming
    from bookcase.model.act import Work
    from bookcase.model.tree import LegalText

    Texts = Callable[[Version], LegalText]


@dataclass(frozen=True, slots=True)
class Ahead:
    """An act whose versions are all that are known, and their texts.

    Attributes:
        work: The act; a version that is not stored has no path.
        texts: Gives the text of each version.
        unapplied: Effects that no text could be given, with the day of each.
    """

    work: Work
    texts: Texts
    unapplied: tuple[tuple[date, Unapplied], ...] = ()


def ahead(
    work: Work, incoming: Iterable[Incoming], acting: Acting, texts: Texts
) -> Ahead:
    """Consolidate what no stored text holds, for each day on which something begins.

    Args:
        work: The act.
        incoming: What others do to it.
        acting: What is known of the acting acts.
        texts: Gives the text of a stored version.
    """
    rows = tuple(incoming)
    taken = steps(work, rows, acting) if rows else ()
    left = taken[-1].due if taken else ()
    if not left:
        return Ahead(work, texts)
    last = taken[-1].before
    base, first = texts(last), last.start or date.min
    made: dict[date, Consolidated] = {}
    for day in sorted({max(one.phase.start, first) for one in left}):
        due = tuple(one for one in left if one.phase.start <= day)
        made[day] = consolidate(base, due)
    more = tuple(Version(day, "consolidated", "by-machine") for day in made)

    def text(version: Version) -> LegalText:
        day = version.start
        return texts(version) if version.path or day is None else made[day].text

    whole = replace(work, versions=(*work.versions, *more))
    return Ahead(whole, text, tuple(_refused(made[max(made)], left)))


def _refused(
    made: Consolidated, left: Iterable[Due]
) -> Iterator[tuple[date, Unapplied]]:
    for one in made.unapplied:
        starts = (due.phase.start for due in left if due.effect is one.effect)
        yield min(starts), one
