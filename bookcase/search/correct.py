"""Words that the index does not know: half-typed Telex or VNI, run-together, misspelt.

Everything here is on folded words, so the marks that Telex and VNI would have made are
only taken out. A change is proposed only when it makes a word that the index knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Reading:
    """How a query is read.

    Attributes:
        said: The query, with what an input method left behind put right.
        guess: What may have been meant instead; empty where nothing is guessed.
    """

    said: str
    guess: str = ""


def reading(
    query: str, unknown: Sequence[tuple[int, int, str]], known: Mapping[str, int]
) -> Reading:
    """Return how to read a query with unknown words in it.

    Args:
        query: What was typed.
        unknown: Where each unknown word begins and ends, and the word, folded.
        known: Words of the index with how many records have each.
    """
    said = guess = ""
    guessed, at = False, 0
    for start, end, word in unknown:
        between, typed = query[at:start], query[start:end]
        meant, is_guess = corrected(word, known)
        guessed = guessed or is_guess
        said += between + (typed if is_guess else meant or typed)
        guess += between + (meant or typed)
        at = end
    return Reading(said + query[at:], guess + query[at:] if guessed else "")


def corrected(word: str, known: Mapping[str, int]) -> tuple[str, bool]:
    """Return what an unknown word was meant for, and whether that is a guess.

    What an input method left behind is put right without a guess; another spelling is
    a guess, to be asked about. Nothing is returned where nothing is near.
    """
    if typed := next((one for one in typed_as(word) if one in known), ""):
        return typed, False
    near = _nearest(word, known)
    return " ".join(near), bool(near)


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
