"""The passage of a text that a result shows, and the words to mark in it."""

from __future__ import annotations

from bisect import bisect_right

from bookcase.search.normalise import TOKEN, fold

WIDTH = 220
"""Letters, at most."""
LEAD = 30
"""Letters before the first marked word, at most."""


def passage(
    text: str, terms: frozenset[str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the stretch that has most of the terms, and where they stand in it.

    Args:
        text: The text to quote from.
        terms: Folded words; pairs among them are passed over.
    """
    spans = [
        (match.start(), match.end(), fold(match[0])) for match in TOKEN.finditer(text)
    ]
    found = [span for span in spans if span[2] in terms]
    cut = bool(found) and len(text) > WIDTH
    start = _start(spans, found[_best(found)][0]) if cut else 0
    end = _end(spans, start, len(text))
    before, after = "… " if start else "", " …" if end < len(text) else ""
    inside = [span for span in found if start <= span[0] and span[1] <= end]
    marks = tuple(
        (at - start + len(before), stop - start + len(before)) for at, stop, _ in inside
    )
    return before + text[start:end].replace("\n", " ") + after, marks


def _best(found: list[tuple[int, int, str]]) -> int:
    """Return which found word begins the stretch with the most different words."""
    best, most = 0, 0
    starts = [start for start, _, _ in found]
    for number, (start, _, _) in enumerate(found):
        last = bisect_right(starts, start + WIDTH - 2 * LEAD)
        different = len({word for _, _, word in found[number:last]})
        if different > most:
            best, most = number, different
    return best


def _start(spans: list[tuple[int, int, str]], at: int) -> int:
    """Go back from a place to the beginning of the phrase, or a few words."""
    start = at
    for begin, _, word in reversed([span for span in spans if span[1] <= at]):
        if not word or at - begin > LEAD:
            break
        start = begin
    return 0 if start and start == spans[0][0] else start


def _end(spans: list[tuple[int, int, str]], start: int, length: int) -> int:
    """Go on to the last word that the width has room for."""
    if length - start <= WIDTH:
        return length
    return max(
        (end for _, end, _ in spans if start < end <= start + WIDTH), default=start
    )
