"""Footnotes that a consolidated text gathers at its end: ``[3] Khoản này được …``.

They become footnotes of the text when each is numbered in brackets and its mark stands
in the text before. Other ways of printing notes stay in the text as they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.imports.draft import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFINITION = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")
_MARK = re.compile(r"\[(\d{1,3})\](?!\()")

Notes = tuple[tuple[str, str], ...]


def read_notes(lines: Sequence[Line]) -> tuple[list[Line], Notes]:
    """Return the lines without the notes at the end, and the notes.

    The marks in the lines are written ``[^3]``.
    """
    start = _start(lines)
    if start is None:
        return list(lines), ()
    notes: list[list[str]] = []
    for line in lines[start:]:
        if found := _DEFINITION.match(line.text):
            notes.append([found[1], line.text[found.end() :]])
        else:
            notes[-1][1] += f" {line.text}"
    body = [Line(_MARK.sub(r"[^\1]", one.text), one.number) for one in lines[:start]]
    return body, tuple((mark, text) for mark, text in notes)


def _start(lines: Sequence[Line]) -> int | None:
    """Return where the notes begin: numbered from 1, each marked in the text before."""
    starts = [pos for pos, one in enumerate(lines) if _DEFINITION.match(one.text)]
    if not starts:
        return None
    numbers = [
        found[1] for pos in starts if (found := _DEFINITION.match(lines[pos].text))
    ]
    if numbers != [str(one) for one in range(1, len(numbers) + 1)]:
        return None
    before = "\n".join(line.text for line in lines[: starts[0]])
    marks = set(_MARK.findall(before))
    return starts[0] if marks >= set(numbers) else None
