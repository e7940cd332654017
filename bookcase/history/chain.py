"""The texts of an act through time, each held against what follows from its effects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.history.consolidate import Change, Consolidated, Due, consolidate
from bookcase.history.consolidate.model import changes_text, common_phase
from bookcase.history.consolidate.order import NOTHING, ordered
from bookcase.history.pending import is_included

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date

    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText

    Texts = Callable[[Version], LegalText]


@dataclass(frozen=True, slots=True)
class Acting:
    """What is known of acting acts.

    Attributes:
        text: Gives an act's own text, None when it is not held.
        issued: Gives the day on which an act was issued.
        faulty: The act and line of rows that can never be applied, see
            :mod:`bookcase.history.faults`.
    """

    text: Callable[[str], LegalText | None]
    issued: Callable[[str], date | None] = lambda _: None
    faulty: Collection[tuple[str, int]] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What lies between a text and the next: the effects, and what they give.

    ``after`` is None behind the last text, for the effects that no text holds yet.
    """

    before: Version
    after: Version | None
    due: tuple[Due, ...]


def steps(work: Work, incoming: Iterable[Incoming], acting: Acting) -> tuple[Step, ...]:
    """Return what happened to an act's words between its texts, in order of time."""
    dated = dated_versions(work)
    if not dated:
        return ()
    left = _dues(work, incoming, acting)
    found = []
    for before, after in pairwise(dated):
        mine = tuple(
            one
            for one in left
            if is_included(work, after, one.act, one.phase)
            and not is_included(work, before, one.act, one.phase)
        )
        found.append(Step(before, after, mine))
    last = dated[-1]
    rest = (one for one in left if not is_included(work, last, one.act, one.phase))
    return (*found, Step(last, None, tuple(rest)))


def dated_versions(work: Work) -> tuple[Version, ...]:
    """Return the texts that stand for a day, in order of time."""
    dated = [
        (version.start, version)
        for version in work.versions
        if version.start and version.text != "codified" and version.complete
    ]
    return tuple(version for _, version in sorted(dated, key=lambda pair: pair[0]))


def text_on(
    work: Work,
    day: date,
    incoming: Iterable[Incoming],
    acting: Acting,
    texts: Texts,
) -> Consolidated | None:
    """Consolidate an act for a day.

    The words as enacted are the base, or the last text by then that people vouch for:
    an official one, or one made by hand. Causes from before such a text stay with the
    units that it still has.

    Returns:
        The text; None when no text of a day up to this one is held.
    """
    dated = [one for one in dated_versions(work) if one.start and one.start <= day]
    if not dated:
        return None
    vouched = [one for one in dated if one.made in {"by-hand", "official"}]
    base = vouched[-1] if vouched else dated[0]
    rows = tuple(incoming)
    due = tuple(
        one
        for one in _dues(work, rows, acting)
        if one.phase.start <= day and not is_included(work, base, one.act, one.phase)
    )
    made = consolidate(texts(base), due)
    if base is dated[0]:
        return made
    before = replace(work, versions=tuple(one for one in dated if one is not base))
    start = base.start or day
    past = text_on(before, start, rows, acting, texts)
    return _carried(past.changes if past else (), made)


def _dues(work: Work, incoming: Iterable[Incoming], acting: Acting) -> tuple[Due, ...]:
    rows = [
        Due(act, effect, phase, acting.text(act) or NOTHING)
        for act, effect in incoming
        if changes_text(effect) and (act, effect.line) not in acting.faulty
        if (phase := common_phase(effect))
    ]
    return ordered((one for one in rows if one.effect.on == work.id), acting.issued)


def _carried(old: Iterable[Change], made: Consolidated) -> Consolidated:
    """Put the causes of earlier changes before those of the later ones."""
    before = {one.id: one for one in old}
    new = {
        one.id: _joined(before[one.id], one) if one.id in before else one
        for one in made.changes
    }
    kept = [one for id_, one in before.items() if id_ not in new]
    return replace(made, changes=(*kept, *new.values()))


def _joined(old: Change, new: Change) -> Change:
    causes, done = (*old.causes, *new.causes), (*old.done, *new.done)
    return replace(new, causes=causes, done=done)
