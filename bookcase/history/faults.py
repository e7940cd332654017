"""Effects that can never be: an act on itself, in a circle, or before its own day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import (
    CYCLE,
    NO_DAY,
    TOO_EARLY,
    Unapplied,
    changes_text,
)
from bookcase.history.status import first_day
from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.model.act import Work
    from bookcase.model.effects import Effect


def faults(works: Sequence[Work]) -> tuple[Unapplied, ...]:
    """Return the effects of all works that no text can take in.

    An act changes only what was there before it. So it cannot change itself, nor, over
    however many acts, what changes it; and its effects begin no earlier than the day on
    which it was issued, but for a correction, which puts right what always held.
    """
    held = {work.id: work for work in works if work.effects}
    rings = _rings(held)
    known = {work.id: work for work in works}
    return tuple(
        Unapplied(work.id, effect, code, message)
        for work in held.values()
        for effect in work.effects
        for code, message in _faults(work, effect, known, rings)
    )


def _faults(
    work: Work,
    effect: Effect,
    known: Mapping[str, Work],
    rings: Mapping[str, int],
) -> Iterator[tuple[str, str]]:
    target = known.get(effect.on)
    if effect.on == work.id:
        yield CYCLE, "văn bản tự tác động lên chính mình"
    elif changes_text(effect) and rings.get(work.id, -1) == rings.get(effect.on, -2):
        yield CYCLE, f"{work.id} và {effect.on} sửa đổi lẫn nhau thành vòng"
    if early := _early(work, effect, target):
        yield TOO_EARLY, early
    if not effect.effective and first_day(work) is None:
        yield NO_DAY, "không rõ ngày tác động có hiệu lực"


def _early(work: Work, effect: Effect, target: Work | None) -> str:
    issued = work.issued
    if not issued:
        return ""
    if target and target.issued and target.issued > issued:
        return (
            f"văn bản ban hành ngày {issued:%d/%m/%Y}, trước văn bản bị tác động"
            f" ({target.issued:%d/%m/%Y})"
        )
    first = min((phase.start for phase in effect.effective), default=issued)
    if first < issued and effect.op is not Op.CORRECT:
        return (
            f"tác động từ ngày {first:%d/%m/%Y}, trước ngày ban hành văn bản"
            f" ({issued:%d/%m/%Y})"
        )
    ends = (p for p in effect.effective if p.until and p.until <= p.start)
    return "ngày thôi tác động không sau ngày bắt đầu" if next(ends, None) else ""


def _rings(held: Mapping[str, Work]) -> Mapping[str, int]:
    """Number the rings of acts that change one another; acts in none are left out."""
    reach = {id_: _reached(id_, held) for id_ in held if _is_met(id_, held)}
    rings: dict[str, int] = {}
    for number, (id_, found) in enumerate(reach.items()):
        if id_ in found and id_ not in rings:
            rings |= {other: number for other in found if id_ in reach.get(other, ())}
    return rings


def _is_met(id_: str, held: Mapping[str, Work]) -> bool:
    """Tell whether an act changes one that changes others: the rest is in no ring."""
    return any(
        effect.on in held and effect.on != id_ and changes_text(effect)
        for effect in held[id_].effects
    )


def _reached(id_: str, held: Mapping[str, Work]) -> set[str]:
    """Return the acts that an act changes, and those that they change in turn."""
    found: set[str] = set()
    left = [id_]
    while left:
        for effect in held[left.pop()].effects:
            on = effect.on
            if on in held and on not in found and changes_text(effect):
                found.add(on)
                left.append(on)
    return found
