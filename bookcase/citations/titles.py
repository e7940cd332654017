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

    def at(self, text: str, pos: int) -> tuple[int, str] | None:
        """Return where the longest name that stands at a place ends, and the name.

        A comma within a name may be missing or may stand where the title has none.
        """
        first = _WORD.match(text, pos)
        if first is None or (start := _folded(first[1])) not in self._begun:
            return None
        words, ends = [start], [first.end()]
        second = _WORD.match(text, first.end())
        if second:
            words.append(_folded(second[1]))
            ends.append(second.end())
            longest = self._begun.get(" ".join(words), 1)
            while len(words) < longest and (found := _WORD.match(text, ends[-1])):
                words.append(_folded(found[1]))
                ends.append(found.end())
        if glued := self._glued(words, ends):
            return glued
        for count in range(len(words), 0, -1):
            if (name := " ".join(words[:count])) in self._names:
                return ends[count - 1], name
        return None

    def _glued(self, words: list[str], ends: list[int]) -> tuple[int, str] | None:
        """Return a name whose last word is written on to the next: *nướcvà*."""
        for count, end in enumerate(ends):
            last = words[count]
            at = last.find("va", 2)
            name = " ".join((*words[:count], last[:at]))
            if at > 0 and name in self._names:
                return end - len(last) + at, name
        return None


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return fold(word)
