"""Words that the index does not know: half-typed Telex or VNI, run-together, misspelt.

Everything here is on folded words, so the marks that Telex and VNI would have made are
only taken out. A change is proposed only when it makes a word that the index knows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LETTERS = "abcdeghiklmnopqrstuvxy"
"""The letters of folded Vietnamese."""
_DOUBLE = re.compile(r"aa|ee|oo|dd")
_HORNED = re.compile(r"([aou])w")
_TONE = re.compile(r"[sfrxjzw]")
_VNI = re.compile(r"(?<=[a-z])[0-9]")
SHORTEST = 3
"""A shorter word has too many neighbours to guess from."""


def corrected(
    words: Sequence[str], known: Mapping[str, int]
) -> tuple[tuple[str, ...], bool]:
    """Return the words with unknown ones put right, and whether any was guessed.

    What an input method left behind is put right without a guess; another spelling is
    a guess, to be asked about.

    Args:
        words: Folded words.
        known: Folded words of the index with how many records have each.
    """
    found: list[str] = []
    guessed = False
    for word in words:
        if word in known or not word.isascii() or not word[:1].isalpha():
            found.append(word)
        elif typed := next((one for one in typed_as(word) if one in known), ""):
            found.append(typed)
        else:
            near = _nearest(word, known)
            guessed = guessed or bool(near)
            found += near or (word,)
    return tuple(found), guessed


def typed_as(word: str) -> Iterator[str]:
    """Yield what Telex or VNI keys may have been meant for, folded."""
    yield _VNI.sub("", word)
    plain = _DOUBLE.sub(lambda two: two[0][0], _HORNED.sub(r"\1", word))
    yield plain
    for place in range(len(plain) - 1, 0, -1):
        if _TONE.match(plain[place]):
            shorter = plain[:place] + plain[place + 1 :]
            yield _DOUBLE.sub(lambda two: two[0][0], _HORNED.sub(r"\1", shorter))
    head = plain[:1]
    yield head + _TONE.sub("", plain[1:])


def _nearest(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """Return the commonest known word one step away, or two run together."""
    if len(word) < SHORTEST:
        return ()
    near = [one for one in dict.fromkeys(_one_step(word)) if one in known]
    if near:
        return (max(near, key=lambda one: (known[one], one)),)
    cuts = [
        (word[:at], word[at:])
        for at in range(2, len(word) - 1)
        if word[:at] in known and word[at:] in known
    ]
    return max(cuts, key=lambda two: min(known[one] for one in two), default=())


def _one_step(word: str) -> Iterator[str]:
    """Yield the words that one letter more, less, changed or moved makes."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
