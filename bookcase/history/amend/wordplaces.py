"""Where instructions on words act, and what cannot be told of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.amend import wording
from bookcase.history.amend.places import OWN, located
from bookcase.history.amend.rephrase import EXCEPTION, OTHER_DAY
from bookcase.history.amend.scoping import scoped, scoped_all
from bookcase.history.amend.sentences import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.onunits import Addressed
    from bookcase.history.amend.rows import Row
    from bookcase.history.amend.sentences import Clause

EVERYWHERE = "everywhere"
_ALL = re.compile(r"toàn\s+bộ|tất\s+cả\s+các", re.IGNORECASE)
_SPOT = re.compile(
    r"(?<!\w)(?:(?:cột|dòng|hàng|ô|câu|ý)\s+(?:thứ\s+\w+|\d+|đầu|cuối)"
    r"|số\s+thứ\s+tự\s+\d+|chú\s+thích|ghi\s+chú)",
    re.IGNORECASE,
)
"""A spot within an address: the words stand there once."""
_PREAMBLE = re.compile(
    r"(?:các|phần)\s+căn\s+cứ(?:\s+ban\s+hành|\s+pháp\s+lý)?\s*[,;]?", re.IGNORECASE
)
_OPEN = re.compile(r"(?<!\w)tại\W*$", re.IGNORECASE)
_BELOW = re.compile(r"(?:sau\s+đây|như\s+sau)\s*:?\s*$", re.IGNORECASE)


def is_odd(found: Sequence[Clause], names: Mapping[str, str]) -> bool:
    """Tell whether words that were not understood stand with the places."""
    return any(
        EXCEPTION.search(clause.said)
        or OTHER_DAY.search(clause.said)
        or (
            _is_odd_place(clause, names)
            if wording.is_on_words(clause)
            else located(clause.said, names).odd
        )
        for clause in found
    )


def _is_odd_place(clause: Clause, names: Mapping[str, str]) -> bool:
    return any(
        located(_PREAMBLE.sub(" ", _SPOT.sub(" ", row.where)), names).odd
        or _OPEN.search(row.where)
        for row in wording.on_words(clause)
    )


def placed(row: Row, place: str, names: Mapping[str, str]) -> Iterator[Addressed]:
    """Yield a row for each act that the words of its place name.

    Where they name spots within an address, the words stand so often there.
    """
    for group in located(row.where, names).groups:
        if group.act == OWN:
            continue
        units = scoped_all(place, group.units)
        if _PREAMBLE.search(row.where):
            units = ("can-cu", *units)
        if not units:
            whole = not place or group.act or _ALL.search(row.where)
            units = (EVERYWHERE,) if whole else (place,)
        count, odd = divmod(len(_SPOT.findall(row.where)), len(units))
        told = count if count and not odd else None
        yield group.act, replace(row, units=units, count=told)


def listed(
    row: Row, one: Instruction, place: str, names: Mapping[str, str]
) -> list[Addressed]:
    """Return a row for each place that the units below list, if they do."""
    if not _BELOW.search(row.where):
        return []
    return [
        (group.act, replace(row, units=units, by=below.by))
        for below in one.inner
        if not clauses(below.words)
        for group in located(below.words, names).groups
        if (units := tuple(scoped(place, unit) for unit in group.units))
    ]
