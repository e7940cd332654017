"""Titles of acts, looked up at a place in a text whatever their case and marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.model.ids import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[\s,]*([^\s,.;:()“”\"]+)")
_FIRST = 2
"""How many words lead to the titles that begin with them."""


class Titles:
    """Folded names of acts (``luat dat dai``); the longest that fits is found."""

    __slots__ = ("_begun", "_names")

    def __init__(self, names: Iterable[str]) -> None:
        """Take folded names with single spaces."""
        self._names = frozenset(names)
        self._begun: dict[str, int] = {}
        for name in self._names:
            words = name.split(" ")
            begun = " ".join(words[:_FIRST])
            self._begun[begun] = max(self._begun.get(begun, 0), len(words))
            self._begun[words[0]] = max(self._begun.get(words[0], 0), 1)

    @property
    def names(self) -> frozenset[str]:
        """Return all names."""
        return self._names

    def at(self, text: str, pos: int) -> tuple[int, str] | None:
        """Return where the longest name that stands at a place ends, and the name.

        A comma within a name may be missing or may stand where the title has none.
        """
        first = _WORD.match(text, pos)
        if first is None or (start := _folded(first[1])) not in self._begun:
            return None
        name, end, longest = start, first.end(), _FIRST
        hit = (end, name) if name in self._names else None
        count = 1
        while count < longest and (found := _WORD.match(text, end)):
            count += 1
            before, word = name, _folded(found[1])
            name, end = f"{name} {word}", found.end()
            if count == _FIRST:
                longest = self._begun.get(name, _FIRST)
            if name in self._names:
                hit = end, name
            elif (at := word.find("va", 2)) > 0:
                hit = self._glued(f"{before} {word[:at]}", end - len(word) + at) or hit
        return hit

    def _glued(self, name: str, end: int) -> tuple[int, str] | None:
        """Return a name whose last word is written on to the next: *nướcvà*."""
        return (end, name) if name in self._names else None


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold(word)
