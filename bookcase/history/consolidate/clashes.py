"""Effects of one day on one place: none of them may be guessed to win."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import (
    TWO_ON_ONE,
    WHOLE_OPS,
    WORD_OPS,
    Refusal,
    changes_text,
)
from bookcase.history.consolidate.placing import joined, parent_of
from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.history.consolidate.model import Due
    from bookcase.model.effects import Effect

_EVERYWHERE = "everywhere"


def places_of(effect: Effect) -> tuple[str, ...]:
    """Return the places that an effect acts on; of an insertion, the new unit."""
    if effect.op in {Op.INSERT, Op.INSERT_ANNEX}:
        return (joined(parent_of(effect), effect.new),)
    if effect.op is Op.RETITLE:
        return tuple(f"{one.removesuffix('.ten')}.ten" for one in effect.at)
    return effect.at or (_EVERYWHERE,)


def clashes(due: Sequence[Due]) -> Mapping[int, Refusal]:
    """Return which of the effects act on one place on one day, by their numbers.

    Two acts that change different words of one khoản do not clash, nor does an act that
    does several things to one place in turn.
    """
    days: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(due):
        if changes_text(one.effect):
            days[one.phase.start].append(number)
    found: dict[int, Refusal] = {}
    for numbers in days.values():
        for first, second, place in _pairs(due, numbers):
            found.setdefault(first, _refusal(due[second], place))
            found.setdefault(second, _refusal(due[first], place))
    return found


def _refusal(other: Due, place: str) -> Refusal:
    what = (
        f"cùng ngày {other.phase.start:%d/%m/%Y}, «{place}» còn bị"
        f" {other.act} ({other.effect.by}) tác động; máy không chọn thay"
    )
    return Refusal(TWO_ON_ONE, what)


def _pairs(
    due: Sequence[Due], numbers: Sequence[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield the clashing pairs of a day, and the place of each."""
    by_place: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for place in places_of(due[number].effect):
            by_place[place].append(number)
    for place, here in by_place.items():
        wider = [n for head in _heads(place) for n in by_place.get(head, ())]
        for at, second in enumerate(here):
            for first in here[:at]:
                if _clash(due[first], due[second], same_place=True):
                    yield first, second, place
            for first in wider:
                if _clash(due[first], due[second], same_place=False):
                    yield first, second, place


def _heads(place: str) -> Iterator[str]:
    """Yield the places that a place stands in, the widest first."""
    yield _EVERYWHERE
    parts = place.split(".")
    for count in range(1, len(parts)):
        yield ".".join(parts[:count])


def _clash(outer: Due, inner: Due, *, same_place: bool) -> bool:
    one, other = outer.effect, inner.effect
    if outer is inner:
        return False
    if outer.act == inner.act:
        return same_place and one.op is other.op and one.op in WHOLE_OPS
    if one.op in WORD_OPS and other.op in WORD_OPS:
        return one.find in other.find or other.find in one.find
    if same_place:
        return one.op not in WORD_OPS or other.op in WHOLE_OPS
    return one.op in WHOLE_OPS
