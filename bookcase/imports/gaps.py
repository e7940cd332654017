"""Find forms whose heading ran into the line before: the one missing in a series.

Between “Biểu II.6” and “Biểu II.8” a line that holds “ Biểu II.7 ” in its midst holds a
heading there. Nothing is looked for that is not missing.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from bookcase.imports.draft import Line
from bookcase.imports.patterns import FORM

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SERIES = re.compile(r"(.*?)(\d+)")
_FAR = 4
_BEFORE = r"(?<!theo)(?<!tại)(?<!và)(?<!,)(?<!mẫu)(?<!biểu)"


def fill_gaps(
    lines: Sequence[Line], openings: Mapping[int, str]
) -> tuple[list[Line], int]:
    """Return the lines with such headings on lines of their own, and how many."""
    cuts: dict[int, int] = {}
    for here, there in pairwise(openings):
        if openings[here] == openings[there] == "form":
            for wanted in _missing(lines[here].text, lines[there].text):
                _cut(lines, (here + 1, there), wanted, cuts)
    parted: list[Line] = []
    for pos, line in enumerate(lines):
        if pos in cuts:
            parted.append(Line(line.text[: cuts[pos]].rstrip(), line.number))
            parted.append(Line(line.text[cuts[pos] :], line.number))
        else:
            parted.append(line)
    return parted, len(cuts)


def _missing(one: str, two: str) -> list[str]:
    """Return the forms that are missing between two of one series, as printed."""
    a, b = FORM.match(one), FORM.match(two)
    if not a or not b or a["word"] != b["word"]:
        return []
    first, last = _SERIES.fullmatch(a["number"]), _SERIES.fullmatch(b["number"])
    if not first or not last or first[1] != last[1]:
        return []
    low, high, width = int(first[2]), int(last[2]), len(first[2])
    if not 1 < high - low <= _FAR:
        return []
    zero = first[2].startswith("0")
    return [
        f"{a['word']} {first[1]}{str(n).zfill(width if zero else 1)}"
        for n in range(low + 1, high)
    ]


def _cut(
    lines: Sequence[Line], place: tuple[int, int], wanted: str, cuts: dict[int, int]
) -> None:
    pattern = re.compile(rf"{_BEFORE} (?={re.escape(wanted)} [A-ZĐÀ-Ỹ(])")
    for pos in range(*place):
        found = pattern.search(lines[pos].text)
        if found and pos not in cuts:
            cuts[pos] = found.end()
            return
