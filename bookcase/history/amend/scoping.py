"""Addresses within what the sentences around them name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_SCOPED = re.compile(r"[dcmp]\d|pl|kt|mau")


def scoped(scope: str, unit: str) -> str:
    """Return the address of a unit within what the sentences around it name.

    A clause named once more is of the same article.

    >>> [scoped("d5", unit) for unit in ("k2.a", "d7", "a")], scoped("d5.k1", "b")
    (['d5.k2.a', 'd7', 'd5._.a'], 'd5.k1.b')
    >>> scoped("d5.k1", "k1.b")
    'd5.k1.b'
    """
    first = unit.partition(".")[0]
    if re.match(r"k\d", first):
        scope = re.split(r"(?:^|\.)k\d", scope)[0]
    if not scope or _SCOPED.match(first) or first.startswith("@"):
        return unit
    direct = re.fullmatch(r"(?!k\d)(?:dd|[a-z])\d*(?:-\d+)*", first) is not None
    if direct and ".k" not in scope and not re.match(r"k\d", scope):
        return f"{scope}._.{unit}"
    return f"{scope}.{unit}"


def scoped_all(scope: str, units: Iterable[str]) -> tuple[str, ...]:
    """Return the addresses of a list; what names no article takes the one before.

    >>> scoped_all("", ("d7.k2.a", "k3"))
    ('d7.k2.a', 'd7.k3')
    """
    places: list[str] = []
    around = scope
    for unit in units:
        place = scoped(around, unit)
        places.append(place)
        article = re.match(r"(?:kt\d+\.)?d\d+[a-z]*(?=\.)", place)
        around = scope or (article[0] if article else around)
    return tuple(places)
