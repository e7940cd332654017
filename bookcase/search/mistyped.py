"""A document number with two digits the wrong way round: 186/2016 for 168/2016."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.search.normalise import NUMBER, numbers, whole
from bookcase.search.parts import hashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.search.opened import Opened

PIECES = 2
"""The number and the year; what follows is forgiven already."""


def names_of(query: str) -> tuple[str, ...]:
    """Return the names that a query asks for when it is a number and says no more."""
    return tuple(map(hashed, numbers(query)))


def other_number(index: Opened, query: str) -> str:
    """Return a query with its number put right, or nothing.

    Args:
        index: Where to look; what a text of it cites is no mistake.
        query: What was typed: a number that no document has.
    """
    if any(index.postings(number).texts for number in numbers(query)):
        return ""
    found = NUMBER.search(query)
    if found and found[0] == query.strip() and found[0].count("/") < PIECES:
        return ""  # a number of no type is some other document's as likely
    for number in swapped(found[0]) if found else ():
        if found and index.postings(hashed(whole(number))).names:
            return query[: found.start()] + number + query[found.end() :]
    return ""


def swapped(number: str) -> Iterator[str]:
    """Yield a number with each two different digits side by side exchanged.

    No number begins with nothing: 100 is not meant for 010.
    """
    end = len("/".join(number.split("/")[:PIECES]))
    for at in range(end - 1):
        one, two = number[at], number[at + 1]
        if one != two and (one + two).isdecimal() and (at or two != "0"):
            yield number[:at] + two + one + number[at + 2 :]
