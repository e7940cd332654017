"""Part a clause's number from a footnote's in a consolidated text: ``2.48 Cung cấp``.

Notes are printed small and raised; in plain text they stand behind the number like a
deeper number. Clauses follow one another, so the first number tells which it is.
"""

from __future__ import annotations

import re

_CLAUSE = re.compile(
    r"(?P<number>\d{1,3})(?P<letter>[a-zđ]?)\.(?P<rest>(?P<note>\d{1,3})?\s.*)"
)
_POINT = re.compile(r"([a-zđ]\d?\))(\d{1,3}\s.*)")


class Clauses:
    """Follows the clauses of one article after another."""

    def __init__(self) -> None:
        """Stand before the first clause of an article."""
        self.last = 0

    def parted(self, text: str) -> str:
        """Return a line with a blank between its number and a footnote's.

        >>> clauses = Clauses()
        >>> clauses.parted("1. Trồng rau."), clauses.parted("2.48 Tưới cây.")
        ('1. Trồng rau.', '2. 48 Tưới cây.')
        """
        if point := _POINT.fullmatch(text):
            return f"{point[1]} {point[2]}"
        found = _CLAUSE.fullmatch(text)
        if not found:
            return text
        number = int(found["number"])
        follows = number == self.last + 1 or (number == self.last and found["letter"])
        if not follows:
            return text
        self.last = number
        if not found["note"]:
            return text
        return f"{number}{found['letter']}. {found['rest']}"
