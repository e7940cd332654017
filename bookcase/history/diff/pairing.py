"""Which line of the new text is which line of the old.

From the text inwards, the lines that two paired lines hold are paired, in this order:
by number, where they say the same or bear the same title; by what they say, in order,
then out of order; by number or by how much they have in common, the best first; by
number alone. What is then left is looked for in the whole text, for a provision may
move to another article. The browser does the
same step for step (``pages/compare/browser/so-sanh-loi.js``).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.history.diff.blocks import blocks
from bookcase.legal.units import BY_KIND
from bookcase.legal.words import NOTE_MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bookcase.history.diff.lines import Line

HOLDERS = frozenset({"quote", "frame", "table", "attached"})
COUNTED = HOLDERS | {"paragraph", "row", "picture", "note", "dash", "plus"}
"""Kinds that have no number of their own: their names count them."""

TITLED_KINDS = frozenset(kind.value for kind in BY_KIND)

TELLING, TELLING_AWAY = 5, 12
"""How many words tell a numbered unit from others, among its like and anywhere."""

SURE, NAMED, TITLED, ENOUGH, ENOUGH_AWAY = 0.75, 0.15, 0.5, 0.5, 0.8
"""Alike beyond doubt; what an equal number or title adds; what suffices here, away."""

MOST_HOLDERS = 30
"""What so many lines share tells nothing."""

_WORD = re.compile(r"[\w\u0300-\u036f]+")
ROOT = -1


class Side:
    """One of the two texts: its lines, and what a line holds and says in all."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Gather what each line holds."""
        self.lines = lines
        self.held: dict[int, list[int]] = defaultdict(list)
        for at, line in enumerate(lines):
            self.held[line.parent].append(at)
        self.bodies = [""] * len(lines)
        for at in range(len(lines) - 1, -1, -1):
            own = NOTE_MARK.sub("", lines[at].text)
            inner = (f"{self.full(one)}" for one in self.held.get(at, ()))
            self.bodies[at] = "\x1f".join((own, *inner))
        self._grams: dict[int, frozenset[str]] = {}

    def full(self, at: int) -> str:
        """Return a line with its mark and all that it holds."""
        line = self.lines[at]
        return f"{line.kind}\x1e{line.mark}\x1e{self.bodies[at]}"

    def name(self, at: int) -> str:
        """Return a line's id without that of the line around it."""
        line = self.lines[at]
        around = self.lines[line.parent].id if line.parent >= 0 else ""
        return line.id.removeprefix(around) if around else line.id

    def grams(self, at: int) -> frozenset[str]:
        """Return the words, and pairs of neighbours, in a line and what it holds."""
        if at not in self._grams:
            words = _WORD.findall(self.bodies[at].lower())
            pairs = (f"{a} {b}" for a, b in pairwise(words))
            self._grams[at] = frozenset((*words, *pairs))
        return self._grams[at]

    def counted(self, at: int) -> bool:
        """Tell whether a line has no number of its own."""
        return self.lines[at].kind in COUNTED

    def tells(self, at: int, least: int) -> bool:
        """Tell whether a line says enough to be known by it."""
        return len(_WORD.findall(self.bodies[at])) >= least


def pair(old: Side, new: Side) -> dict[int, int]:
    """Return the old line of each new line that has one."""
    pairing = _Pairing(old, new)
    pairing.inwards(ROOT, ROOT)
    pairing.away()
    return pairing.old_of


class _Pairing:
    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.old_of: dict[int, int] = {}
        self.new_of: dict[int, int] = {}

    def tie(self, a: int, b: int) -> bool:
        """Pair two lines, unless one of them is paired or their kinds differ."""
        if a in self.new_of or b in self.old_of:
            return False
        if self.old.lines[a].kind != self.new.lines[b].kind:
            return False
        self.new_of[a], self.old_of[b] = b, a
        return True

    def inwards(self, a: int, b: int) -> None:
        """Pair what two paired lines hold, and so on inwards."""
        waiting = [(a, b)]
        while waiting:
            a, b = waiting.pop()
            olds = [one for one in self.old.held.get(a, ()) if one not in self.new_of]
            news = [one for one in self.new.held.get(b, ()) if one not in self.old_of]
            if a != ROOT and self.old.bodies[a] == self.new.bodies[b]:
                for one, other in zip(olds, news, strict=False):
                    self.tie(one, other)
            else:
                self.siblings(olds, news)
            waiting += [(self.old_of[one], one) for one in news if one in self.old_of]

    def siblings(self, olds: list[int], news: list[int]) -> None:
        self.by_name(olds, news, self.unchanged)
        self.in_order(*self.left(olds, news))
        self.out_of_order(*self.left(olds, news), TELLING)
        olds, news = self.left(olds, news)
        for score, a, b in self.alike(olds, news, named=True):
            if score >= ENOUGH:
                self.tie(a, b)
        self.by_name(*self.left(olds, news), self.may_be_rewritten)

    def left(self, olds: list[int], news: list[int]) -> tuple[list[int], list[int]]:
        """Return those that are not paired yet."""
        return (
            [one for one in olds if one not in self.new_of],
            [one for one in news if one not in self.old_of],
        )

    def unchanged(self, a: int, b: int) -> bool:
        same = self.old.bodies[a] == self.new.bodies[b] or self.same_title(a, b)
        return same and not self.old.counted(a)

    def may_be_rewritten(self, a: int, _: int) -> bool:
        return not self.old.counted(a) or self.old.lines[a].kind in HOLDERS

    def by_name(
        self, olds: list[int], news: list[int], fits: Callable[[int, int], bool]
    ) -> None:
        named = {self.old.name(one): one for one in reversed(olds)}
        for b in news:
            a = named.get(self.new.name(b))
            if a is not None and fits(a, b):
                self.tie(a, b)

    def in_order(self, olds: list[int], news: list[int]) -> None:
        """Pair what says the same in the same order."""
        numbers: dict[tuple[str, str], int] = {}
        ours = [_number(self.old, one, numbers) for one in olds]
        theirs = [_number(self.new, one, numbers) for one in news]
        for i, j, size in blocks(ours, theirs):
            for step in range(size):
                self.tie(olds[i + step], news[j + step])

    def out_of_order(self, olds: list[int], news: list[int], least: int) -> list[int]:
        """Pair what says the same and stands once in either; return the new lines."""
        ours = Counter(self.old.bodies[one] for one in olds)
        theirs = {self.new.bodies[one]: one for one in news}
        often = Counter(self.new.bodies[one] for one in news)
        tied = []
        for a in olds:
            body = self.old.bodies[a]
            once = ours[body] == often[body] == 1
            if once and self.old.tells(a, least) and self.tie(a, theirs[body]):
                tied.append(theirs[body])
        return tied

    def alike(
        self, olds: list[int], news: list[int], *, named: bool
    ) -> list[tuple[float, int, int]]:
        """Return how much pairs of lines have in common, the best first.

        Where ``named``, those with the same number come before others.
        """
        found = []
        for b, shared in _shared(self.old, self.new, olds, news):
            for a, count in shared.items():
                if self.old.lines[a].kind != self.new.lines[b].kind:
                    continue
                size = len(self.old.grams(a)) + len(self.new.grams(b))
                score = 2 * count / size
                if named and self.same_number(a, b):
                    score += NAMED + (1 if score >= SURE else 0)
                if named and self.same_title(a, b):
                    score += TITLED
                found.append((score, a, b))
        return sorted(found, key=lambda one: (-one[0], one[1], one[2]))

    def same_number(self, a: int, b: int) -> bool:
        return not self.old.counted(a) and self.old.name(a) == self.new.name(b)

    def same_title(self, a: int, b: int) -> bool:
        title = self.old.lines[a].text
        headed = self.old.lines[a].kind in TITLED_KINDS
        return headed and bool(title) and title == self.new.lines[b].text

    def away(self) -> None:
        """Look in the whole text for numbered units that are left."""
        olds = [a for a in self.some(self.old) if a not in self.new_of]
        news = [b for b in self.some(self.new) if b not in self.old_of]
        for b in self.out_of_order(olds, news, TELLING_AWAY):
            self.inwards(self.old_of[b], b)
        for score, a, b in self.alike(*self.left(olds, news), named=False):
            if score >= ENOUGH_AWAY and self.tie(a, b):
                self.inwards(a, b)

    def some(self, side: Side) -> Iterable[int]:
        """Yield the numbered units of a text that say enough."""
        for at in range(len(side.lines)):
            if not side.counted(at) and side.tells(at, TELLING_AWAY):
                yield at


def _number(side: Side, at: int, numbers: dict[tuple[str, str], int]) -> int:
    """Return the number of what a line says; short numbered units are like none."""
    if not side.counted(at) and not side.tells(at, TELLING):
        return numbers.setdefault((str(id(side)), str(at)), len(numbers))
    return numbers.setdefault((side.lines[at].kind, side.bodies[at]), len(numbers))


def _shared(
    old: Side, new: Side, olds: list[int], news: list[int]
) -> Iterable[tuple[int, Counter[int]]]:
    """Yield each new line with how many words and pairs it shares with old ones."""
    holders: dict[str, list[int]] = defaultdict(list)
    for a in olds:
        for gram in old.grams(a):
            holders[gram].append(a)
    for b in news:
        shared: Counter[int] = Counter()
        for gram in new.grams(b):
            who = holders.get(gram, ())
            if len(who) <= MOST_HOLDERS:
                shared.update(who)
        yield b, shared
