"""Words that the index does not know: half-typed Telex or VNI, run-together, misspelt.

Everything here is on folded words, so the marks that Telex and VNI would have made are
only taken out. A change is proposed only when it makes a word that the index knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

LETTERS = "abcdeghiklmnopqrstuvxy"
"""The letters of folded Vietnamese."""
_DOUBLE = re.compile(r"aa|ee|oo|dd")
_HORNED = re.compile(r"([aou])w")
_TONE = re.compile(r"[sfrxjzw]")
_VNI = re.compile(r"(?<=[a-z])[0-9]{1,3}")
_VOWEL = re.compile(r"[aeiouy]")
_ALONE = re.compile(r"^([^aeiouyw]*)w")
"""In Telex, a ``w`` before any vowel is ``ư``."""
_SYLLABLE = re.compile(
    r"[bcdghklmnpqrstvx]{0,3}(?!aa|ee|ii|uu|yy)[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?"
)
_LONGEST = 7
"""No folded syllable is longer: ``nghieng``."""
_PROGRAM = re.compile(r"[<=]")
"""What people do not write: it was pasted, and no guess makes sense of it."""
SHORTEST = 3
"""A shorter word has too many neighbours to guess from."""


MOST = 8
"""How many neighbours of a word are looked at."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word of a query that no record has.

    Attributes:
        start: Where it begins in the query.
        end: The place after its last letter.
        word: The word, folded.
        before: The word before it, folded; or nothing.
        after: The word after it.
    """

    start: int
    end: int
    word: str
    before: str = ""
    after: str = ""


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
    query: str,
    unknown: Iterable[Unknown],
    known: Mapping[str, int],
    together: Callable[[str], int],
) -> Reading:
    """Return how to read a query with unknown words in it.

    What an input method left behind is put right without a guess; another spelling is
    a guess, to be asked about.

    Args:
        query: What was typed.
        unknown: Its unknown words in order.
        known: Words of the index with how many records have each.
        together: Tells how many records have a pair of words.
    """
    said = guess = ""
    guessed, at = False, 0
    for one in unknown:
        between, typed = query[at : one.start], query[one.start : one.end]
        certain = next((way for way in typed_as(one.word) if way in known), "")
        near = certain or _likeliest(one, known, together)
        guessed = guessed or bool(near and not certain)
        said += between + (certain or typed)
        guess += between + (near or typed)
        at = one.end
    guessed = guessed and not _PROGRAM.search(query)
    return Reading(said + query[at:], guess + query[at:] if guessed else "")


def _likeliest(
    one: Unknown, known: Mapping[str, int], together: Callable[[str], int]
) -> str:
    """Return the near word that stands oftenest beside the word's neighbours."""

    def beside(word: str) -> int:
        pairs = [f"{one.before} {word}"] if one.before in known else []
        pairs += [f"{word} {one.after}"] if one.after in known else []
        return sum(map(together, pairs))

    return max(near_to(one.word, known), key=beside, default="")


def typed_as(word: str) -> Iterator[str]:
    """Yield what Telex or VNI keys may have been meant for, folded."""
    bare = _VNI.sub("", word)
    if _VOWEL.search(bare):
        yield bare
    word = _ALONE.sub(r"\1u", word)
    plain = _DOUBLE.sub(lambda two: two[0][0], _HORNED.sub(r"\1", word))
    yield plain
    for place in range(len(plain) - 1, 0, -1):
        if _TONE.match(plain[place]):
            shorter = plain[:place] + plain[place + 1 :]
            yield _DOUBLE.sub(lambda two: two[0][0], _HORNED.sub(r"\1", shorter))
    head = plain[:1]
    yield head + _TONE.sub("", plain[1:])


def near_to(word: str, known: Mapping[str, int]) -> tuple[str, ...]:
    """Return known words one step away, the commonest first; or some run together."""
    if len(word) < SHORTEST:
        return ()
    near = [one for one in dict.fromkeys(_one_step(word)) if one in known]
    if near:
        return tuple(sorted(near, key=lambda one: (-known[one], one))[:MOST])
    return tuple(filter(None, [_parted(word, known)]))


def _parted(word: str, known: Mapping[str, int]) -> str:
    """Return the fewest known syllables that make a word, of as few the commonest."""
    best = {0: (0, 0, "")}
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end - 1):
            one = word[start:end]
            if start not in best or one not in known or not _SYLLABLE.fullmatch(one):
                continue
            count, rarest, said = best[start]
            made = (count + 1, max(rarest, -known[one]) if start else -known[one])
            if end not in best or made < best[end][:2]:
                best[end] = (*made, f"{said} {one}".strip())
    return best[len(word)][2] if len(word) in best else ""


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
