"""What to offer while a reader types: names, in shards that only typing loads.

In the folder of the index::

    goi-y.js   the directory: the first key of each shard, with ``|`` between
    g/N.js     shards: lists of key, weight and what is offered, by key

A key is the folded words of a name, or of its end: a law is found by its subject too.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Protocol

from bookcase.search import packing
from bookcase.search.normalise import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bookcase.search.records import Dated

DIRECTORY = "goi-y"
MOST = 8
"""Offers at a time."""
MOST_SHARDS = 3
LONGEST = 60
"""Letters of a key: nobody types on for longer before choosing."""
EVERYDAY, LAW, _OTHER = 0, 1, 2
_LAWS = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh"})
_ACTS = frozenset({"van-ban", "so-bo"})
_WEIGHTS = {"van-ban": 3, "van-ban-dia-phuong": 4, "dia-phuong": 4, "so-bo": 5}


class Named(Protocol):
    """What a page is called, and what it is."""

    @property
    def title(self) -> str: ...  # noqa: D102 see parts.Page
    @property
    def group(self) -> str: ...  # noqa: D102 see parts.Page
    @property
    def kind(self) -> str: ...  # noqa: D102 see parts.Page
    @property
    def dated(self) -> Dated | None: ...  # noqa: D102 see parts.Page


Offer = tuple[str, int, str]
"""A key, a weight of which less is better, and what is offered."""


class Offers:
    """Names on their way into shards."""

    def __init__(self, everyday: Iterable[str]) -> None:
        """Begin with everyday words."""
        self._held: set[Offer] = set()
        for said in everyday:
            self._add(said, EVERYDAY, said)

    def add(self, pages: Iterable[Named]) -> None:
        """Add the names of some pages."""
        for page in (one for one in pages if not one.dated):
            is_law = page.group in _ACTS and page.kind in _LAWS
            weight = _WEIGHTS.get(page.group, _OTHER)
            if is_law and page.group == "van-ban":
                weight = LAW
            self._add(page.title, weight, page.title)
            if is_law:
                type_ = len(page.kind.split("-"))
                self._add(" ".join(words(page.title)[type_:]), weight, page.title)

    def _add(self, name: str, weight: int, said: str) -> None:
        if key := " ".join(words(name))[:LONGEST]:
            self._held.add((key, weight, said))

    def write(self, out: Path) -> int:
        """Write the shards and their directory; return their bytes."""
        shelf = packing.Shelf(out, "g")
        firsts = []
        for offer in sorted(self._held, key=lambda one: (units(one[0]), *one[1:])):
            entry = json.dumps(offer, ensure_ascii=False)
            if shelf.is_full_with(entry):
                shelf.close("[", "]")
            if not shelf.holds:
                firsts.append(offer[0])
            shelf.add(f",{entry}" if shelf.holds else entry)
        shelf.close("[", "]")
        return shelf.written + packing.write(out, DIRECTORY, "|".join(firsts))


def shards_of(directory: str, typed: str) -> range:
    """Return which shards may hold keys that begin with what is typed."""
    firsts = [*map(units, directory.split("|"))] if directory else []
    first = max(bisect_left(firsts, units(typed)) - 1, 0)
    end = bisect_right(firsts, units(typed + "\uffff"))
    return range(first, min(end, first + MOST_SHARDS))


def best(offers: Iterable[Offer], typed: str) -> tuple[str, ...]:
    """Return the best of what some shards hold for what is typed, folded."""
    fit = [one for one in offers if one[0].startswith(typed)]
    fit.sort(key=lambda one: (one[1], len(one[0]), units(one[0])))
    return tuple(dict.fromkeys(said for _, _, said in fit))[:MOST]


def read(piece: str) -> Iterator[Offer]:
    """Yield what a shard holds."""
    return map(tuple, json.loads(piece))


def units(text: str) -> bytes:
    """Return what keys are ordered by: UTF-16 units, as in scripts."""
    return text.encode("utf-16-be", "surrogatepass")
