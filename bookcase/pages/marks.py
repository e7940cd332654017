"""Links within the words of a law: laid over the text, which stays as it is.

Whoever knows something of some words gives a :class:`Mark`; here is what prints them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bookcase.pages.markup import inline, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.terms import Use

TERM = "tu"
"""The look of a defined term."""

_NOTE = "[^"
_NO_ANCHOR = re.compile(r"(?:^|\.)(?:gach|cong|bang|doan|dong)-(?:\d|cuoi).*|\.ten$")


class Mark(NamedTuple):
    """A link over the words from ``start`` to before ``end``; ``css`` is its look."""

    start: int
    end: int
    url: str
    css: str = ""


def marked(words: str, marks: Iterable[Mark]) -> str:
    """Return the words as HTML, with links over some of them.

    Args:
        words: A line of law, footnote marks and all.
        marks: What goes over it, in order; a mark that overlaps the one before is left
            out. One that holds a footnote's mark ends before it.
    """
    out, done = [], 0
    for mark in marks:
        if mark.start < done:
            continue
        out.append(inline(words[done : mark.start]))
        inner, _, _ = words[mark.start : mark.end].partition(_NOTE)
        look = f' class="{mark.css}"' if mark.css else ""
        out.append(f'<a{look} href="{text(mark.url)}">{text(inner)}</a>')
        done = mark.start + len(inner)
    out.append(inline(words[done:]))
    return "".join(out)


def over(
    marks: Mapping[int, tuple[Mark, ...]], others: Mapping[int, tuple[Mark, ...]]
) -> dict[int, tuple[Mark, ...]]:
    """Lay marks over others, by ``id(block)``; those that are covered go."""
    return {
        **others,
        **{key: _over(some, others.get(key)) for key, some in marks.items()},
    }


def _over(marks: tuple[Mark, ...], others: tuple[Mark, ...] | None) -> tuple[Mark, ...]:
    if not others:
        return marks
    free = [
        one
        for one in others
        if not any(one.start < mark.end and mark.start < one.end for mark in marks)
    ]
    return tuple(sorted([*marks, *free]))


def term_marks(uses: Mapping[int, tuple[Use, ...]]) -> dict[int, tuple[Mark, ...]]:
    """Return a link to its definition for each use of a term, by ``id(block)``."""
    return {
        block: tuple(
            Mark(use.start, use.end, f"#{anchor(use.term.unit)}", TERM)
            for use in held
            if use.term.unit
        )
        for block, held in uses.items()
    }


def anchor(unit: str) -> str:
    """Return the id that a page has for a unit: dashes and parts stand without one."""
    if "-" not in unit and not unit.endswith(".ten"):
        return unit
    return _NO_ANCHOR.sub("", unit)
