"""Lists of provisions at their places in a text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.anchors import unit_words
from bookcase.citations.provisions import provisions_at
from bookcase.citations.spelling import letters
from bookcase.citations.wording import LISTED

if TYPE_CHECKING:
    from bookcase.citations.provisions import Provision

_HEADING = re.compile(
    r"[\s>#“\"]*(?:(?:Điều|Khoản|Mục|Tiểu\s+mục)\s+[\dIVXLC]+[a-zđ]?\s*[.:]|(?:Chương|Phần|Mục"
    r"|Phụ\s+lục|Mẫu(?:\s+số)?)\s+(?:thứ\s|[IVXLC\d])(?!.*\snày)[^,;]{0,40}$|(?:Chương|Mục|Phụ\s+lục|Mẫu(?:\s+số)?)\s+"
    r"[\dIVXLC]+[a-zA-Z]?\s*[.:\-–])"
)
_MARKED = 12
"""How many spaces and quotation marks may stand before the mark of a heading."""
_PUT = frozenset({"vào sau", "vào trước", "sau", "trước", "vào liền sau"})
OPEN_POINT = re.compile(r"(?!(?:[dkcmp]|tm|kt|pl|mau)\d)(?:dd|[a-zđ])\d*(?:\.|$)|k\d")


class Listed(NamedTuple):
    """A list of provisions at its place in a text."""

    start: int
    end: int
    items: tuple[Provision, ...]
    mended: str


def lists_in(text: str) -> list[Listed]:
    """Return the lists of provisions in a text, which do not overlap."""
    lists: list[Listed] = []
    pos = 0
    for start, _ in unit_words(text):
        if start >= pos and (listed := _list_at(text, start)):
            lists.append(listed)
            pos = listed.end
    return _inserted(text, lists)


def _list_at(text: str, pos: int) -> Listed | None:
    whole = LISTED.match(text, pos)
    found = _listed(whole[0]) if whole else None
    if found is None or (pos <= _MARKED and pos < heading_end(text)):
        return None
    return Listed(pos, pos + found[0], *found[1:])


def heading_end(text: str) -> int:
    """Return where the mark of a heading ends (*Điều 5.*), 0 where there is none."""
    found = _HEADING.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=1 << 15)
def _listed(words: str) -> tuple[int, tuple[Provision, ...], str] | None:
    """Return the end of a list, its members, and its right words if misprinted."""
    right = letters(words)
    found = provisions_at(right, 0)
    whole = found and all(one.unit for one in found.items)
    told = "" if right == words else right
    return (found.end, found.items, told) if found and whole else None


def _inserted(text: str, lists: list[Listed]) -> list[Listed]:
    """Give a new unit the holder of that which it is put behind.

    *khoản 7a vào sau khoản 7 Điều 6* is khoản 7a of Điều 6.
    """
    found = list(lists)
    for at in range(len(lists) - 1):
        between = text[lists[at].end : lists[at + 1].start]
        if between.strip() not in _PUT:
            continue
        holder = lists[at + 1].items[0].unit.rpartition(".")[0]
        items = tuple(
            replace(one, unit=f"{holder}.{one.unit}")
            if holder and OPEN_POINT.match(one.unit)
            else one
            for one in lists[at].items
        )
        found[at] = lists[at]._replace(items=items)
    return found
