"""From text to words: one table, read here and handed to the browser with the index.

A *word* is a syllable without tone marks (``đất`` is ``dat``), a number without leading
zeros or grouping dots (``500.000`` is ``500000``), or a Roman numeral as it stands.
Composed and decomposed letters give the same words, so nothing has to be NFC first.
Document numbers and dates count twice: in their parts, and as a *whole*
(``31/2024/qh15``, ``1/7/2024``).

An *exact* word, for phrases in quotes, keeps its accents: composed, in small letters;
and a comma or a bracket is a word of its own.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE: dict[str, Any] = json.loads(
    files("bookcase.search").joinpath("table.json").read_text("utf-8")
)
_WORD: str = TABLE["word"]
TOKEN = re.compile(f"{TABLE['grouped']}|[{_WORD}]+|[{TABLE['cut']}]")
"""A grouped number, a word, or a mark that ends a phrase."""
CUTS = frozenset(".;:!?\n")
NUMBER = re.compile(f"[0-9]+(?:/[{_WORD}]+(?:[-–][{_WORD}]+)*)+")
"""A document number or a date: pieces between slashes."""
_DIGITS = frozenset("0123456789")
_DATE = re.compile(TABLE["date"])
_MARKS = re.compile(TABLE["marks"])
_FOLD = str.maketrans(
    {letter: base for base, all_ in TABLE["letters"].items() for letter in all_}
    | dict.fromkeys(TABLE["drop"])
)
_DROPPED = dict.fromkeys(map(ord, TABLE["drop"]))
_YEAR = re.compile(r"[0-9]+/[12][0-9]{3}")


SIGN = f"[^{TABLE['hidden']}{_WORD}\U00010000-\U0010ffff]"
EXACT = re.compile(f"{TABLE['grouped']}|[{_WORD}]+|{SIGN}")
"""A grouped number, a word, or any other sign that can be seen."""


def spelt(token: str) -> str:
    """Return the exact word that a token stands for."""
    return unicodedata.normalize("NFC", token.lower().translate(_DROPPED))


def exact(text: str) -> list[str]:
    """Return the exact words and signs in order; white space only parts them."""
    return [word for token in EXACT.findall(text) if (word := spelt(token))]


@lru_cache(maxsize=1 << 17)
def is_word(spelt_: str) -> bool:
    """Tell whether an exact word is more than a sign."""
    return spelt_ not in CUTS and TOKEN.match(spelt_) is not None


@lru_cache(maxsize=1 << 17)
def fold(token: str) -> str:
    """Return the word that a token stands for; empty for a mark that ends a phrase."""
    if token in CUTS:
        return ""
    plain = _MARKS.sub("", spelt(token)).translate(_FOLD).lower().replace(".", "")
    if plain[:1] == "0" and plain.isdecimal():
        return plain.lstrip("0") or "0"
    return plain


def tokens(text: str) -> list[str]:
    """Return the words in order, with an empty one where a phrase ends."""
    return [fold(token) for token in TOKEN.findall(text)]


def words(text: str) -> tuple[str, ...]:
    """Return the words only."""
    return tuple(filter(None, tokens(text)))


def pairs(found: list[str]) -> Iterator[str]:
    """Yield ``dat dai`` for each two words that stand side by side within a phrase."""
    for first, second in pairwise(found):
        if first and second:
            yield f"{first} {second}"


def whole(number: str) -> str:
    """Return the one form of a document number: ``01/2024/NĐ-CP``: ``1/2024/ndcp``."""
    return "/".join(
        fold(piece.replace("-", "").replace("–", "")) for piece in number.split("/")
    )


def numbers(text: str) -> tuple[str, ...]:
    """Return the document numbers and dates in a text, whole.

    ``ngày 01 tháng 7 năm 2024`` is the date ``1/7/2024``.
    """
    found = map(whole, _numbers(text))
    dates = (f"{int(day)}/{int(month)}/{year}" for day, month, year in dated(text))
    return (*found, *dates)


def _numbers(text: str) -> Iterator[str]:
    """Yield what NUMBER finds: by the slashes, for digits are many."""
    done = 0
    while (slash := text.find("/", done)) >= 0:
        start = slash
        while start > done and text[start - 1] in _DIGITS:
            start -= 1
        found = NUMBER.match(text, start) if start < slash else None
        if found:
            yield found[0]
        done = found.end() if found else slash + 1


def dated(text: str) -> list[tuple[str, str, str]]:
    """Return day, month and year of the dates that are written out."""
    if " tháng " not in text and " thang " not in text:  # spares the pattern most texts
        return []
    return _DATE.findall(text)


def short(number: str) -> str:
    """Return a whole number up to its year (``100/2019``), or nothing."""
    found = _YEAR.match(number)
    return found[0] if found and found[0] != number else ""
