"""Prove that no letter was lost on the way in.

The letters of the source's lines, less those that a stage reported as removed, must be
the letters of the tree, in order. What the tree writes and the source need not have (or
the other way round) is only the dot or colon around a heading's number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.imports.draft import letters
from bookcase.legal.units import BY_KIND, canonical_mark
from bookcase.model.tree import (
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.imports.draft import Line, Removed
    from bookcase.model.tree import Block

_MARK = re.compile(r"\[\^(\w+)\]")
DOT = "\0"
"""Stands where a dot may be or not be."""


def tree_letters(text: LegalText) -> str:
    """Return the letters of a tree in reading order, and :data:`DOT` where allowed."""
    body = "".join(_blocks(text.blocks))
    parts = [_MARK.sub(r"[\1]", body) if text.footnotes else body]
    parts += [f"[{note.mark}]{note.text}" for note in text.footnotes]
    return letters("".join(parts))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Unit):
            yield _opening(block)
            yield from _blocks(block.blocks)
        elif isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Quote | Framed):
            yield from _blocks(block.blocks)
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif isinstance(block, Picture):
            yield f"![{block.alt}]({block.path})"


def _opening(unit: Unit) -> str:
    if unit.kind is Kind.ATTACHED:
        return unit.text
    mark = unit.mark or canonical_mark(unit.kind, unit.number)
    if unit.kind is Kind.FORM:
        word, _, number = mark.rpartition(" ")
        return f"{word}{DOT}{number}{DOT}{unit.text}"
    if unit.kind in BY_KIND:
        return f"{mark.rstrip('.:')}{DOT}{unit.text}"
    return mark + unit.text


def source_letters(lines: Iterable[Line], removed: Iterable[Removed]) -> str:
    """Return the letters of lines without the pieces that were removed from them."""
    pieces: dict[int, list[Removed]] = {}
    for one in removed:
        pieces.setdefault(one.line, []).append(one)
    kept: list[str] = []
    for line in lines:
        end = 0
        for one in pieces.get(line.number, ()):
            kept.append(line.text[end : one.column])
            end = one.column + len(one.text)
        kept.append(line.text[end:])
    return letters("".join(kept))


def first_difference(source: str, tree: str) -> int | None:
    r"""Return where in the source's letters the tree differs; None if nowhere.

    >>> first_difference("Chương1.ĐẤT", "Chương1\0ĐẤT") is None
    True
    """
    pos = 0
    parts = tree.split(DOT)
    for number, part in enumerate(parts):
        if number:
            pos = _past_dot(source, pos, part)
        if not source.startswith(part, pos):
            return pos + _common(source[pos:], part)
        pos += len(part)
    return None if pos == len(source) else pos


def _past_dot(source: str, pos: int, part: str) -> int:
    """Step over a dot that the tree does not hold."""
    if source.startswith(part, pos) and part:
        return pos
    optional = source[pos : pos + 1] in {".", ":", "-", "–"}
    return pos + 1 if optional and source.startswith(part, pos + 1) else pos


def _common(one: str, two: str) -> int:
    for place, (a, b) in enumerate(zip(one, two, strict=False)):
        if a != b:
            return place
    return min(len(one), len(two))
