"""Comparisons as golden files show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.history.diff import Did, compare, words
from bookcase.legal.parser import parse

if TYPE_CHECKING:
    from bookcase.history.diff import Comparison, Pieces
    from bookcase.model.tree import LegalText

ARROW = "=>\n"
_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}


def sides(given: str) -> tuple[str, str]:
    """Return the old and the new text of a case."""
    old, _, new = given.partition(ARROW)
    return old, new


def texts(given: str) -> tuple[LegalText, LegalText]:
    """Return the two texts of a case."""
    old, new = sides(given)
    return parse(old).value, parse(new).value


def marked(pieces: Pieces) -> str:
    """Show pieces in one line."""
    shown = "".join(_MARKS[one.sign].format(one.text) for one in pieces)
    return shown.replace("\t", " | ")


def say_words(given: str) -> str:
    """Compare the two wordings of a case."""
    old, new = (side.removesuffix("\n") for side in sides(given))
    return f"{marked(words(old, new))}\n"


def say_units(given: str) -> str:
    """Compare the two texts of a case."""
    return "".join(rows(compare(*texts(given))))


def rows(comparison: Comparison) -> list[str]:
    """Show one line a row that differs, the others as dots."""
    shown = []
    for row in comparison.rows:
        if not row.pieces:
            continue
        where = row.new or row.old
        if row.old and row.new and row.old != row.new:
            where = f"{row.old} -> {row.new}"
        if row.did is Did.SAME:
            shown.append(f"{'  ' * row.depth}. {where}\n")
            continue
        what = f"{row.did} {where} ({row.name})"
        shown.append(f"{'  ' * row.depth}{what}: {marked(row.pieces)}\n")
    return shown
