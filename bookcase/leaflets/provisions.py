"""The provisions that a leaflet rests on, written short enough for its back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.publication import Basis

_ARTICLE = "Điều "
_CITE = re.compile(
    r"(?P<place>(?:điểm \w+ )?(?:khoản \d+\w* )?Điều \d+\w*) (?P<act>.+)"
)
_NUMBER = re.compile(r"(\d+)(\w*)")


def provisions(basis: Iterable[Basis]) -> tuple[str, ...]:
    """Name each act once, with all its articles in the order of their numbers.

    >>> from bookcase.model.publication import Basis
    >>> cites = ("Điều 9 Luật A", "Luật B", "Điều 3 Luật A")
    >>> provisions(Basis(cite) for cite in cites)
    ('Điều 3, 9 Luật A', 'Luật B')
    """
    acts: dict[str, list[str]] = {}
    for one in basis:
        found = _CITE.fullmatch(one.cite)
        act = found["act"] if found else one.cite
        acts.setdefault(act, []).extend([found["place"]] if found else [])
    return tuple(f"{_places(held)}{act}" for act, held in acts.items())


def _places(held: list[str]) -> str:
    if not held:
        return ""
    held = sorted(dict.fromkeys(held), key=_order)
    if all(place.startswith(_ARTICLE) for place in held):
        held = [held[0], *(place.removeprefix(_ARTICLE) for place in held[1:])]
    return ", ".join(held) + " "


def _order(place: str) -> tuple[tuple[int, str], ...]:
    """Compare by article, then clause; a whole article stands before its clauses."""
    numbers = _NUMBER.findall(place)
    return tuple((int(number), letter) for number, letter in reversed(numbers))
