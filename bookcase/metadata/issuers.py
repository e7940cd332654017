"""Who issued an act, told from words: one body or several."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.ids import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.lists import Issuer

_WORD = re.compile(r"[a-z0-9]+")
_AND = "va"
_HEADS = (("bo", "truong"), ("thong", "doc"), ("chanh", "an"), ("vien", "truong"))
"""Who signs for a body, written before its name."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Every way of writing every issuer: its words without marks, to its key."""

    keys: Mapping[Words, str]
    longest: int


def names(issuers: Mapping[str, Issuer]) -> Names:
    """Prepare the names of the closed list; the first of two equal names counts."""
    keys: dict[Words, str] = {}
    for issuer in issuers.values():
        for name in (issuer.name, *issuer.names):
            keys.setdefault(_words(name), issuer.key)
    return Names(keys, max(map(len, keys), default=0))


def issuer_keys(text: str, known: Names) -> tuple[str, ...]:
    """Return the keys of the bodies that a text names, in its order.

    The whole text must consist of names, commas and «và»; else nothing is returned,
    for half of a joint act's issuers would be wrong.
    """
    words, start = _words(text), 0
    found: list[str] = []
    while start < len(words):
        end = _longest(words, start, known)
        if end:
            found.append(known.keys[words[start:end]])
            start = end
        elif words[start] == _AND:
            start += 1
        elif words[start : start + 2] in _HEADS:
            start += 2
        else:
            return ()
    return tuple(dict.fromkeys(found))


def _longest(words: Words, start: int, known: Names) -> int:
    """Return where the longest name that starts here ends, 0 when none does."""
    last = min(len(words), start + known.longest)
    ends = range(last, start, -1)
    return next((end for end in ends if words[start:end] in known.keys), 0)


def _words(text: str) -> Words:
    return tuple(_WORD.findall(fold(text)))
