"""The new texts that a sentence brings, each handed out once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KIND = re.compile(r"kt|pl|mau|tm|gach|doan|bang|[kdcmp](?=\d)")

_ROMAN = {"i": "r1", "v": "r5", "x": "r10"}
_UNNUMBERED = {"gach", "doan"}


@dataclass(frozen=True, slots=True)
class NewText:
    """A quote, or a unit that holds nothing but one.

    Attributes:
        id: Its id in the acting act.
        units: The units in it, at any depth: address within it, and whole id. Where
            one address stands twice, both are there.
        outer: The ids of those that stand in no other.
    """

    id: str
    units: tuple[tuple[str, str], ...] = ()
    outer: tuple[str, ...] = ()

    def outermost(self) -> tuple[tuple[str, str], ...]:
        """Return the units that stand in no other."""
        return tuple(one for one in self.units if one[1] in self.outer)

    def names(self) -> Iterator[str]:
        """Yield the outermost units' own names: ``k8a``."""
        yield from (_bare(address) for address, _ in self.outermost())


@dataclass(slots=True)
class Texts:
    """New texts, and which of them are taken.

    ``wrong`` tells that a text was taken for a number that it does not bear.
    """

    new: Sequence[NewText]
    wrong: bool = False
    _taken: set[str] = field(default_factory=set)

    def take(self, place: str, *, alone: bool) -> str:
        """Return the quote, or the unit in one, that has a place's new text.

        A quote with nothing but the unit is given whole. A lone place takes the only
        quote whatever it holds: a misprinted number is told by ``wrong``.
        """
        for wanted in _endings(place):
            for one in self.new:
                for address, id_ in one.units:
                    if _bare(address) == wanted and id_ not in self._taken:
                        return self._whole(one, id_)
        if not alone or len(self.new) != 1 or self.new[0].id in self._taken:
            return ""
        only = self.new[0]
        kinds = {_kind(address) for address, _ in only.outermost()}
        self.wrong |= _kind(place.rpartition(".")[2]) in kinds - _UNNUMBERED
        self._taken |= {only.id, *(id_ for _, id_ in only.units)}
        return only.id

    def holds(self, place: str) -> bool:
        """Tell whether a place's new text stands within one that is taken."""
        last = place.rpartition(".")[2]
        return any(
            one.id in self._taken and id_ not in one.outer
            for one in self.new
            for address, id_ in one.units
            if _bare(address).rpartition(".")[2] == last
        )

    def take_odd(self) -> str:
        """Return the only text that is left, or nothing: for the only place left."""
        left = [id_ for one in self.new for id_ in self._left_in(one)]
        if len(left) != 1:
            return ""
        self.wrong = True
        self._taken.add(left[0])
        return left[0]

    def left(self) -> bool:
        """Tell whether something was brought that no place took."""
        return any(True for one in self.new for _ in self._left_in(one))

    def _whole(self, one: NewText, id_: str) -> str:
        self._taken.add(id_)
        if [id_] == [unit for _, unit in one.outermost()]:
            self._taken.add(one.id)
            return one.id
        return id_

    def _left_in(self, one: NewText) -> Iterator[str]:
        """Yield what is left of a quote: units that neither went nor had a part go."""
        if one.id in self._taken:
            return
        outer = one.outermost()
        if not outer:
            yield one.id
        for _, id_ in outer:
            if not any(f"{taken}.".startswith(f"{id_}.") for taken in self._taken):
                yield id_


def _endings(place: str) -> Iterator[str]:
    """Yield what an address ends with, the longest first: the surest sign."""
    parts = _bare(place).split(".")
    for number in range(len(parts)):
        yield ".".join(parts[number:])
    if parts[-1] in _ROMAN:  # a quote that opens with "i)" looks like a Roman one
        yield _ROMAN[parts[-1]]


def _bare(address: str) -> str:
    """Return an address without what only tells it apart: ``_.a~2`` is ``a``."""
    return re.sub(r"~\d+", "", address).replace("_.", "")


def _kind(name: str) -> str:
    found = _KIND.match(_bare(name))
    return found[0] if found else "point"
