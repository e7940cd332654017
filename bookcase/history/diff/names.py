"""What one calls each line of a text: ``điểm a khoản 2 Điều 5``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.model.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.history.diff.lines import Line

_WORDS = {
    Kind.CAPITAL: "mục ",
    Kind.ROMAN: "mục ",
    Kind.CLAUSE: "khoản ",
    Kind.SUBCLAUSE: "khoản ",
    Kind.POINT: "điểm ",
    Kind.SUBPOINT: "điểm ",
    Kind.ITEM: "mục ",
}
_COUNTED = {"dash": "gạch đầu dòng thứ ", "plus": "dấu cộng thứ "}
_AROUND = {"can-cu": "phần mở đầu", "ky": "phần chữ ký", "noi-nhan": "nơi nhận"}
_ATTACHED = "văn bản kèm theo"
_PUNCTUATION = re.compile(r"^[“\"]+|[.:)]+$")
_LAST_NUMBER = re.compile(r"[0-9]+(?=(?:~[0-9]+)?$)")


def names(lines: Sequence[Line]) -> list[str]:
    """Return the name of each line, in the order of the lines.

    A line that is no unit bears the name of the unit around it; the parts around the
    body have names of their own. Empty for what stands in no unit.
    """
    found: list[str] = []
    for line in lines:
        around = found[parent] if (parent := _parent(lines, line)) >= 0 else ""
        own = _own(line)
        found.append(" ".join(filter(None, (own, around))))
    return found


def _parent(lines: Sequence[Line], line: Line) -> int:
    """Return the place of what a name is said within: a khoản 1.1 says its khoản."""
    at = line.parent
    while line.kind == Kind.SUBCLAUSE and at >= 0 and lines[at].kind in _CLAUSES:
        at = lines[at].parent
    return at


def _own(line: Line) -> str:
    if line.kind == "frame":
        return _AROUND.get(line.id.rpartition(".")[2], "")
    if line.kind == Kind.ATTACHED.value:
        return _ATTACHED
    if word := _COUNTED.get(line.kind):
        number = _LAST_NUMBER.search(line.id)
        return word + number[0] if number else ""
    if line.kind not in _UNITS:
        return ""
    return _WORDS.get(Kind(line.kind), "") + _PUNCTUATION.sub("", line.mark)


_CLAUSES = frozenset({Kind.CLAUSE.value, Kind.SUBCLAUSE.value})
_UNITS = frozenset(kind.value for kind in Kind)
