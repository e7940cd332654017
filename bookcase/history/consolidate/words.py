"""Words found in running text, replaced, added or taken out.

Footnote marks are looked past and stay. Words are looked for as written, and where they
open a sentence (``Bộ trưởng`` for ``bộ trưởng``); an effect that says how often they
stand may mean them without these. Where they do not stand so, they are looked for once
more with the tone marks of ``hòa`` and ``hoà``, dashes and spaces held alike, then in
any case of their letters. No letter or digit may stand against a letter or digit of
what is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from bookcase.legal.words import NOTE_MARK
from bookcase.model.effects import Effect, Op

Rewrite = Callable[[str], tuple[str, int]]

_JOINED = frozenset(",.;:)]”…")
_SAME = str.maketrans("–—\u2011\u00a0\u202f", "---  ")
_FIRST_VOWEL = {"o": "òóỏõọ", "u": "ùúủũụ"}
_SECOND_VOWEL = {
    "a": "àáảãạ",
    "e": "èéẻẽẹ",
    "y": "ỳýỷỹỵ",
}
_PAIRS = {
    first[tone] + plain: bare + second[tone]
    for bare, first in _FIRST_VOWEL.items()
    for plain, second in _SECOND_VOWEL.items()
    for tone in range(5)
}
_PAIR = re.compile("|".join(_PAIRS))


def rewriters(effect: Effect) -> tuple[Rewrite, ...]:
    """Return ways of doing what an effect does to words, in the order to be tried."""
    plain = _pattern(effect.find)
    opening = _pattern(effect.find, _opened(effect.find))
    alike = _alike(effect.find)
    ways: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
        (plain, str),
        (opening, str),
        (_pattern(alike, _opened(alike)), _alike),
        (_pattern(_any_case(effect.find)), _any_case),
    )
    if effect.count is None:
        ways = ways[1:]
    return tuple(_rewriter(effect, *way) for way in ways)


def appended(effect: Effect, words: str) -> str:
    """Add words to the end of a text, before its last point or semicolon.

    Or to its beginning, where the effect says so.
    """
    if effect.position in {"first", "before"}:
        return f"{effect.with_} {words}".strip()
    body = words.rstrip()
    end = body[-1:] if body[-1:] in {".", ";", ","} else ""
    body = body.removesuffix(end) if end else body
    own = effect.with_[-1:] in {".", ";", ","}
    return _joined(body, effect.with_) + ("" if own else end)


def _rewriter(
    effect: Effect, wanted: re.Pattern[str], look: Callable[[str], str]
) -> Rewrite:
    def rewrite(words: str) -> tuple[str, int]:
        bare, at = _without_notes(words)
        seen = look(bare)
        if len(seen) != len(bare):
            return words, 0
        spans = [found.span() for found in wanted.finditer(seen)]
        for start, end in reversed(spans):
            words = _edited(effect, words, at[start], at[end - 1] + 1)
        return words, len(spans)

    return rewrite


@lru_cache(maxsize=1024)
def _pattern(find: str, opened: str = "") -> re.Pattern[str]:
    before = r"(?<![^\W_])" if find[:1].isalnum() else ""
    behind = r"(?![^\W_])" if find[-1:].isalnum() else ""
    words = before + re.escape(find)
    if opened:
        words = rf"(?:{words}|(?:(?<=\. )|(?<=“)|\A){re.escape(opened)})"
    return re.compile(words + behind)


def _opened(find: str) -> str:
    """Return words as they open a sentence, empty where they do not change."""
    opened = find[:1].upper() + find[1:]
    return "" if opened == find else opened


def _edited(effect: Effect, words: str, start: int, end: int) -> str:
    """Do to the words between two places what the effect says."""
    old = words[start:end]
    if effect.op is Op.INSERT_WORDS:
        if effect.position in {"before", "first"}:
            return _joined(words[:start] + effect.with_, words[start:])
        return _joined(words[:end], effect.with_) + words[end:]
    kept = "".join(NOTE_MARK.findall(old))
    if effect.op is Op.DELETE_WORDS:
        return _closed(words[:start] + kept, words[end:])
    new = effect.with_
    if old[:1].isupper() and effect.find[:1].islower():
        new = new[:1].upper() + new[1:]
    return words[:start] + new + kept + words[end:]


def _joined(before: str, after: str) -> str:
    """Set two stretches of words side by side, with a space but before punctuation."""
    tight = not before or before[-1:] in {" ", "("} or after[:1] in _JOINED
    tight = tight or after[:1] == " "
    return before + after if tight else f"{before} {after}"


def _closed(before: str, after: str) -> str:
    """Close the gap that words taken out leave: one space, none before punctuation."""
    head, tail = before.rstrip(" "), after.lstrip(" ")
    spaced = head != before or tail != after
    if not head or not tail or not spaced or tail[0] in _JOINED or head[-1] == "(":
        return head + tail
    return f"{head} {tail}"


def _without_notes(words: str) -> tuple[str, range | list[int]]:
    """Return the words without footnote marks, and where each letter stood."""
    if "[^" not in words:
        return words, range(len(words))
    gone = {
        place for mark in NOTE_MARK.finditer(words) for place in range(*mark.span())
    }
    at = [place for place in range(len(words)) if place not in gone]
    return "".join(words[place] for place in at), at


def _alike(words: str) -> str:
    plain = words.translate(_SAME)
    return _PAIR.sub(lambda pair: _PAIRS[pair[0]], plain)


def _any_case(words: str) -> str:
    return _alike(words.lower())
