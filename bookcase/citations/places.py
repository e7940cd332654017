"""The id that a text gives to what a citation calls a provision.

Words and ids differ where a text is built otherwise than its words say: a point that
stands directly under its article (``d5._.a``), the *mục I* of an old circular, which is
no Mục (``la1``), a form without its annex, the only annex whose number is not said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_PART = re.compile(r"\.(?:ten|(?:doan|dong)-(?:\d+|cuoi))$")
_POINT = re.compile(r"(.+)\.([a-z]{1,2}\d*(?:-\d+)*)$")
_NUMBERED = re.compile(r"(^|\.)(\d+(?:-\d+)*)(?=\.|$)")
_ROMAN = re.compile(r"(?:^|(?<=\.))[mp](\d+)")
_LETTER = re.compile(r"(?:^|(?<=\.))[mp]([a-z])(?=\.|$)")
_FORM = re.compile(r"(?:.*\.)?(mau[^.]+)$")


def place_of(unit: str, known: Collection[str]) -> str:
    """Return the id that a provision bears in a text, empty where none does.

    Args:
        unit: As the words of a citation say it.
        known: The ids of the text.
    """
    part = _PART.search(unit)
    base, tail = (unit[: part.start()], part[0]) if part else (unit, "")
    for name in _spellings(base):
        if name in known:
            return name + tail
    form = _FORM.match(base)
    if form:
        same = [one for one in known if one.endswith(f".{form[1]}") or one == form[1]]
        return same[0] if len(same) == 1 else ""
    return ""


def _spellings(unit: str) -> Iterator[str]:
    """Yield the ids that a unit may bear, the likeliest first."""
    yield unit
    yield unit.replace("._.", ".")
    if point := _POINT.match(unit):
        yield f"{point[1]}._.{point[2]}"
    old = _NUMBERED.sub(r"\1k\2", unit)
    for name in dict.fromkeys((old, _ROMAN.sub(r"la\1", old))):
        yield name
        yield _LETTER.sub(r"hoa-\1", name)
    if unit.startswith("c") and ".m" in unit:
        yield unit.partition(".")[2]
