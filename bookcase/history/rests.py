"""What publications rest on: each basis resolved, and how it stands on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.history.ahead import Ahead, ahead
from bookcase.history.aims import Aim, Aimed, aims
from bookcase.history.consolidate.clashes import places_of
from bookcase.history.held import acting_of, read
from bookcase.history.provision import covers
from bookcase.history.stale import Standing, Verdict, ended, judge, words_of
from bookcase.history.status import ENDING, WHOLE, incoming_effects, status, version_on
from bookcase.legal.words import pin_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from bookcase.history.status import Incoming
    from bookcase.model.act import Version
    from bookcase.model.effects import Effect
    from bookcase.model.library import Library
    from bookcase.model.publication import Basis, Publication

NOTHING = Verdict(Standing.UNPINNED)


@dataclass(frozen=True, slots=True)
class Rest:
    """A basis of a publication, and how it stands.

    ``by`` are the acts that changed it since it was written against, ``next_by`` those
    that will change it next. ``was`` are the words that it was written against, ``now``
    those of the day, where they differ and are known.
    """

    basis: Basis
    aim: Aim
    verdict: Verdict = NOTHING
    by: tuple[str, ...] = ()
    next_by: tuple[str, ...] = ()
    was: str = ""
    now: str = ""


def rests(content: Path, library: Library, day: date) -> Mapping[str, tuple[Rest, ...]]:
    """Return how the bases of each publication stand on a day, by its id.

    Only acts that something rests on are read.
    """
    aimed = tuple(aims(library, day))
    judged = _judged(
        (row for _, rows in aimed for row in rows), Judges(content, library, day)
    )
    return {one.id: tuple(judged[row] for row in rows) for one, rows in aimed if rows}


def _judged(
    rows: Iterable[tuple[Basis, Aim]], judges: Judges
) -> Mapping[tuple[Basis, Aim], Rest]:
    """Judge act by act, so that each act's texts are read once."""
    todo = sorted(set(rows), key=lambda one: one[1].work)
    return {(basis, to): judges.rest(basis, to) for basis, to in todo}


class Judges:
    """Judges provisions by the texts that a library holds; the last act is kept."""

    def __init__(self, content: Path, library: Library, day: date) -> None:
        """Take what there is, and the day to judge on."""
        self._day = day
        self._works = {work.id: work for work in library.works}
        self._incoming = incoming_effects(library.works)
        self._acting = acting_of(content, library)
        self._texts = lru_cache(maxsize=64)(lambda version: read(content, version))
        self.act = lru_cache(maxsize=1)(self._act)

    def _act(self, id_: str) -> Ahead:
        work, rows = self._works[id_], self._incoming.get(id_, ())
        return ahead(work, rows, self._acting, self._texts)

    def pin(self, to: Aim) -> str:
        """Return the fingerprint of held provisions on the day, empty without any."""
        known = self.act(to.work)
        shown = version_on(known.work, self._day)
        words = words_of(known.texts(shown), to.units) if shown else None
        return pin_of(words) if words else ""

    def rest(self, basis: Basis, to: Aim) -> Rest:
        """Return how a basis stands."""
        if to.aimed is Aimed.NOT_HELD:
            return Rest(
                basis, to, _not_held(self._incoming.get(to.work, ()), self._day)
            )
        if to.aimed is not Aimed.HELD:
            return Rest(basis, to)
        known, rows = self.act(to.work), self._incoming.get(to.work, ())
        verdict = judge(known.work, to.units, basis.pin, self._day, known.texts)
        verdict = refused(verdict, known, to.units, self._day)
        state = status(self._works[to.work], rows, self._day)
        verdict = ended(verdict, state, self._day)
        if verdict.standing is Standing.ENDED:
            return Rest(basis, to, verdict, state.by)
        coming = _on(rows, to.units, verdict.next_day)
        if not verdict.stale:
            return Rest(basis, to, verdict, (), coming)
        since = verdict.before.start if verdict.before else None
        past = _by(rows, to.units, since, self._day)
        words = (
            _words(known, one, to.units) for one in (verdict.before, verdict.after)
        )
        return Rest(basis, to, verdict, past, coming, *words)


def _words(known: Ahead, version: Version | None, units: tuple[str, ...]) -> str:
    return (words_of(known.texts(version), units) or "") if version else ""


def _not_held(rows: Iterable[Incoming], day: date) -> Verdict:
    """Tell of an act without text that others are known to have ended."""
    ends = sorted(
        phase.start
        for _, row in rows
        if row.op in ENDING and (not row.at or WHOLE in row.at)
        for phase in row.effective
        if not phase.where
    )
    if not ends:
        return NOTHING
    if ends[0] <= day:
        return Verdict(Standing.ENDED, ends[0])
    return replace(NOTHING, next_day=ends[0], next_standing=Standing.ENDED)


def refused(
    verdict: Verdict, known: Ahead, units: tuple[str, ...], day: date
) -> Verdict:
    """Count what no text could be given as a change of the places that it names."""
    days = [at for at, one in known.unapplied if touches(one.effect, units)]
    past = [at for at in days if at <= day]
    if past and verdict.standing is Standing.SAME:
        return replace(verdict, standing=Standing.CHANGED, since=min(past))
    coming = min((at for at in days if at > day), default=None)
    if coming is None or (verdict.next_day and verdict.next_day <= coming):
        return verdict
    return replace(verdict, next_day=coming, next_standing=Standing.CHANGED)


def touches(effect: Effect, units: tuple[str, ...]) -> bool:
    """Tell whether an effect acts within one of the provisions, or on what holds it."""
    return not units or any(
        place in {WHOLE, "everywhere"} or covers(place, unit) or covers(unit, place)
        for place in places_of(effect)
        for unit in units
    )


def _by(
    rows: Iterable[Incoming], units: tuple[str, ...], after: date | None, until: date
) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            act
            for act, row in rows
            for phase in row.effective
            if touches(row, units)
            and phase.start <= until
            and (after is None or phase.start > after)
        )
    )


def _on(
    rows: Iterable[Incoming], units: tuple[str, ...], day: date | None
) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            act
            for act, row in rows
            for phase in row.effective
            if touches(row, units) and phase.start == day
        )
    )


def ends_of(rows: Iterable[Rest]) -> Iterator[Rest]:
    """Yield what rests on words that are law no more, where the bookcase holds them."""
    gone = {Standing.REPEALED, Standing.ENDED}
    return (
        one
        for one in rows
        if one.verdict.standing in gone and one.aim.aimed is Aimed.HELD
    )


def rested(
    publication: Publication, rows: Mapping[str, tuple[Rest, ...]]
) -> tuple[Rest, ...]:
    """Return what a publication rests on, and what it was made from rests on."""
    own = rows.get(publication.id, ())
    return own + (rows.get(publication.of, ()) if publication.of else ())
