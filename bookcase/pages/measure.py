"""How wide words are in the bookcase's letters, for those who draw without a browser.

Widths are those of Be Vietnam Pro, the widest of the faces that a page may fall back
to, in twentieths of the size; a letter with marks is as wide as the letter.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_WIDTHS = {
    5: " Iijl'`",
    6: '!",.:;',
    8: "1fr|",
    9: "()J[]t{}~",
    10: "*/\\sz",
    12: "<>?^knuxvyceh+-7L",
    13: "$2358EFPSTZabdgopq",
    14: "0469BHKRY_",
    15: "&=ADNUVXƯ",
    16: "#CGQĐ…",
    17: "%OƠ",
    18: "Mmw",
    20: "@",
    21: "W",
}
_WIDTH = {one: width for width, letters in _WIDTHS.items() for one in letters}
_OTHER = 14
_PER_SIZE = 20
_CUT = "…"


def width(words: str, size: float) -> float:
    """Return how wide words are at most, at a size of letters."""
    return _units(words) * size / _PER_SIZE


@lru_cache(maxsize=4096)
def lines(words: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Break words into lines that fit; what is too much goes, with a sign for it.

    Args:
        words: The words.
        room: How wide a line may be.
        size: The size of the letters.
        most: How many lines there may be.
    """
    space, most_units = _units(" "), room * _PER_SIZE / size
    made: list[tuple[int, list[str]]] = [(0, [])]
    for word in words.split():
        taken, line = made[-1]
        wide = _units(word)
        if not line or taken + space + wide <= most_units:
            line.append(word)
            made[-1] = taken + wide + (space if taken else 0), line
        elif len(made) < most:
            made.append((wide, [word]))
        else:
            line.append(_CUT)
            made[-1] = taken + space + _units(_CUT), line
            break
    return tuple(
        _fitted(" ".join(line), taken, room, size) for taken, line in made if line
    )


def _fitted(line: str, taken: int, room: float, size: float) -> str:
    """Cut a line to its room: a single long word, or the sign at its end."""
    if taken * size / _PER_SIZE <= room:
        return line
    kept = line.removesuffix(_CUT).rstrip()
    while kept and width(kept + _CUT, size) > room:
        kept = kept[:-1].rstrip()
    return kept + _CUT


@lru_cache(maxsize=8192)
def _units(words: str) -> int:
    """Return how wide words are, in twentieths of their size."""
    return sum(map(_letter, words))


@lru_cache(maxsize=1024)
def _letter(one: str) -> int:
    bare = unicodedata.normalize("NFD", one)[:1]
    return _WIDTH.get(one) or _WIDTH.get(bare, _OTHER)
