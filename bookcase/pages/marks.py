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

_NO_ANCHOR = re.compile(r"\.(?:gach|cong)-\d+.*")


class Mark(NamedTuple):
    """A link over the words from ``start`` to before ``end``; ``css`` is its look."""

    start: int
    end: int
    url: str
    css: str


def marked(words: str, marks: Iterable[Mark]) -> str:
    """Return the words as HTML, with links over some of them.

    Args:
        words: A line of law, footnote marks and all.
        marks: What goes over it, in order; a mark that overlaps the one before is left
            out.
    """
    out, done = [], 0
    for mark in marks:
        if mark.start < done:
            continue
        out.append(inline(words[done : mark.start]))
        inner = inline(words[mark.start : mark.end])
        out.append(f'<a class="{mark.css}" href="{text(mark.url)}">{inner}</a>')
        done = mark.end
    out.append(inline(words[done:]))
    return "".join(out)


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
    """Return the id that a page has for a unit: dashes stand without one."""
    return _NO_ANCHOR.sub("", unit)
