"""Which of the lines “Điều N.” are the act's own articles, and not another's.

The act's own articles follow one another. Of all candidates we take the chain that
follows best: an article after the one before it, or one with a letter after it, counts
much; a gap costs; an article behind “như sau:” or inside a quote is likely another
act's, but a quote may have swallowed the act's own where pages ran into each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.imports.patterns import INSTRUCTION, REPEALED, Found, article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bookcase.imports.draft import Line, TextKind
    from bookcase.imports.quotes import Span

_EACH, _NEXT, _SAME, _GAP, _BEHIND = 1.0, 2.0, -0.5, -4.0, -2.5
_QUOTED = {"consolidated": -1.5, "codified": 0.25, "gazette": -3.5}
_FOLLOWS_IN_QUOTE = -3.0
_FIRST = {1: 4.0}
_REACH = 80
"""How many candidates back a chain looks for the one before."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that opens an article, and how likely it is the act's own (0: likely)."""

    position: int
    found: Found
    weight: float = 0.0

    @property
    def key(self) -> tuple[int, str]:
        """Return what articles are ordered by: number, then letter."""
        return self.found.value, self.found.letter


def candidates(
    lines: Sequence[Line], stop: int, spans: Iterable[Span], kind: TextKind
) -> tuple[Candidate, ...]:
    """Return the lines before a position that open an article, weighed."""
    inside = {pos: span for span in spans for pos in range(span.start, span.stop)}
    last_inside: dict[int, int] = {}
    found: list[Candidate] = []
    for pos in range(stop):
        span = inside.get(pos)
        text = lines[pos].text
        if span and pos == span.start:
            opener = article(text.lstrip('“" '))
            last_inside[span.start] = opener.value if opener else -1
        if one := article(text):
            weight = _BEHIND if _behind_colon(lines, pos) else 0.0
            if span:
                weight += _QUOTED[kind]
                if last_inside[span.start] == one.value - 1 > 0:
                    weight += _FOLLOWS_IN_QUOTE
                    last_inside[span.start] = one.value
            found.append(Candidate(pos, one, weight))
    return tuple(found)


def own_articles(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Return the best chain, and with it those next to it that are out of order."""
    if not found:
        return ()
    best, before = _scores(found)
    here: int | None = max(range(len(found)), key=lambda one: (best[one], -one))
    chain: set[int] = set()
    while here is not None:
        chain.add(here)
        here = before[here]
    order = sorted(chain)
    for low, high in pairwise(order):
        chain |= {one for one in range(low + 1, high) if _strays(found, low, one, high)}
    return tuple(found[one] for one in sorted(chain))


def _strays(found: Sequence[Candidate], low: int, one: int, high: int) -> bool:
    """Tell whether an article between two of the chain is the act's own all the same.

    It is when it says that it is repealed, or bears the number of a neighbour.
    """
    this = found[one]
    if this.weight < 0:
        return False
    neighbours = {found[low].found.value, found[high].found.value}
    return bool(REPEALED.search(this.found.title)) or this.found.value in neighbours


def _scores(found: Sequence[Candidate]) -> tuple[list[float], list[int | None]]:
    best: list[float] = []
    before: list[int | None] = []
    for this, one in enumerate(found):
        own = _EACH + one.weight
        score, link = own + _FIRST.get(one.found.value, 0.0), None
        for other in range(max(0, this - _REACH), this):
            linked = best[other] + own + _step(found[other], one)
            if linked > score:
                score, link = linked, other
        best.append(score)
        before.append(link)
    return best, before


def _step(a: Candidate, b: Candidate) -> float:
    if b.key < a.key:
        return -1000.0
    if b.key == a.key:
        return _SAME
    (one, _), (two, letter) = a.key, b.key
    follows = two == one + 1 and not letter
    inserted = two == one and letter
    return _NEXT if follows or inserted else _GAP


def _behind_colon(lines: Sequence[Line], pos: int) -> bool:
    return pos > 0 and bool(INSTRUCTION.search(lines[pos - 1].text))
