"""What else is to be said of a unit: not yet in force, suspended, about to change.

Each note says its days for good; what is true on some of them only is marked with those
days, and the page looks at the reader's clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.status import WHOLE
from bookcase.model.effects import Op
from bookcase.pages.law.changes import DONE, EVERYWHERE, Provision, provision, targets
from bookcase.pages.law.pauses import pauses, places_of, span_of
from bookcase.pages.law.versions import is_past, until, version_url
from bookcase.pages.markup import day
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import When, when

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect, Phase
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.deeds import Deed, Turn
    from bookcase.pages.law.pauses import Pause

_INSERTS = frozenset({Op.INSERT, Op.INSERT_ANNEX})


@dataclass(frozen=True, slots=True)
class Said:
    """Some words, and the days on which they are true; None is for good."""

    text: str
    days: When | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a unit, which provision did it, where its new words are.

    ``late`` are the days on which these ought to be here and are not.
    """

    place: str
    says: tuple[Said, ...]
    by: Provision | None = None
    see: Provision | None = None
    late: When | None = None


def notes(work: Work, version: Version, catalog: Catalog) -> tuple[Note, ...]:
    """Return the notes on the units of a version."""
    return (
        *_phases(work, version, catalog),
        *_suspensions(work, version, catalog),
        *_coming(work, version, catalog),
    )


def _phases(work: Work, version: Version, catalog: Catalog) -> Iterator[Note]:
    for phase in work.phases:
        if version.start and phase.start <= version.start:
            continue
        told = [Said(f"Có hiệu lực từ ngày {day(phase.start)}.")]
        if days := when(None, phase.start, catalog.as_of):
            told.insert(0, Said("Chưa có hiệu lực.", days))
        for unit in phase.at:
            if unit != WHOLE:
                yield Note(unit, tuple(told))


def _suspensions(work: Work, version: Version, catalog: Catalog) -> Iterator[Note]:
    past = is_past(work, version, catalog.as_of)
    for one in pauses(work, catalog):
        if one.unit and _matters(one.phase, work, version, catalog):
            where = places_of(one.phase, catalog)
            told = tuple(_state(one, where, catalog.as_of, past=past))
            yield Note(one.unit, told, provision(one.by, one.effect.by, catalog))


def _matters(phase: Phase, work: Work, version: Version, catalog: Catalog) -> bool:
    """Tell whether a phase meets the days of a version, and is not over by now."""
    end = until(work, version)
    meets = (end is None or phase.start < end) and (
        phase.until is None or version.start is None or phase.until > version.start
    )
    over = phase.until is not None and phase.until <= catalog.as_of
    return meets and (is_past(work, version, catalog.as_of) or not over)


def _state(one: Pause, where: str, as_of: date, *, past: bool) -> Iterator[Said]:
    """Say that a unit will be, is, was suspended or resumed: each on its days."""
    done, phase = DONE[one.effect.op], one.phase
    if past:
        yield Said(f"{done}{where} {span_of(phase)}")
        return
    during = "Đang" if one.effect.op is Op.SUSPEND else "Đã"
    said = f"{done.lower()}{where} {span_of(phase)}"
    if days := when(None, phase.start, as_of):
        yield Said(f"Sẽ {said}", days)
    if days := when(phase.start, phase.until, as_of):
        yield Said(f"{during} {said}", days)
    if phase.until:
        yield Said(f"Đã {said}", when(phase.until, None, as_of))


def _coming(work: Work, version: Version, catalog: Catalog) -> Iterator[Note]:
    """Yield what is known to change behind a version that is not yet replaced."""
    if version.start is None or is_past(work, version, catalog.as_of):
        return
    for turn in catalog.turns(work):
        if turn.new and turn.new.start and turn.new.start <= version.start:
            continue
        for deed in turn.deeds:
            yield from _to_come(work, turn, deed, catalog)


def _to_come(work: Work, turn: Turn, deed: Deed, catalog: Catalog) -> Iterator[Note]:
    effect, new = deed.effect, turn.new
    for at in targets(effect):
        place = at or effect.anchor
        if place in {"", WHOLE, EVERYWHERE}:
            continue
        says = tuple(_tenses(deed, catalog.as_of))
        by = provision(deed.by, effect.by, catalog)
        if new is None:
            late = when(deed.since, None, catalog.as_of)
            yield Note(place, says, by, late=late)
        else:
            see = Provision("", version_url(work, new), new.path, at)
            yield Note(place, says, by, see)


def _tenses(deed: Deed, as_of: date) -> Iterator[Said]:
    done = f"{DONE[deed.effect.op].lower()}{_what(deed.effect)}"
    since = day(deed.since)
    if days := when(None, deed.since, as_of):
        yield Said(f"Sẽ được {done} từ ngày {since}", days)
    yield Said(f"Đã được {done} từ ngày {since}", when(deed.since, None, as_of))


def _what(effect: Effect) -> str:
    if effect.op not in _INSERTS or not effect.new:
        return ""
    return f" {provision_name(effect.new)}"
