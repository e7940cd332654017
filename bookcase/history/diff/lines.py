"""A legal text as a flat list of lines, each knowing the line that it stands in.

This is all that a comparison sees, here and in the browser: a unit's opening line, a
paragraph, a row of a table, a picture, a footnote. Quotes, tables and the parts around
the body are lines without words that hold others. Phần, Chương, Mục and Tiểu mục hold
nothing: an article is compared with its like whatever chapter it stands in.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bookcase.legal.ids import id_map
from bookcase.legal.units import BY_KIND, canonical_mark
from bookcase.model.tree import (
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.tree import Block, Cell

BETWEEN_CELLS = "\t"
_HOLD_NOTHING = frozenset({Kind.PART, Kind.CHAPTER, Kind.SECTION, Kind.SUBSECTION})
_HEADED = frozenset({Kind.ATTACHED, *BY_KIND})


class Line(NamedTuple):
    """One line.

    Attributes:
        parent: The place of the line that holds it, -1 for the text itself.
        depth: How many lines hold it.
        kind: A unit's kind, or ``paragraph``, ``row``, ``picture``, ``note``,
            ``quote``, ``frame``, ``table``.
        id: As :mod:`bookcase.legal.address` names it; heading rows of tables are
            ``dau-N``, pictures ``hinh-N``, footnotes ``chu-thich-…``.
        mark: The number with its word, as printed.
        text: The words behind it; the cells of a row are parted by tabs.
    """

    parent: int
    depth: int
    kind: str
    id: str
    mark: str
    text: str

    @property
    def said(self) -> str:
        """Return the whole line: the mark, a space, the words."""
        return self.mark + self.behind

    @property
    def behind(self) -> str:
        """Return what follows the mark, with the space before it."""
        return f" {self.text}" if self.mark and self.text else self.text


def lines(text: LegalText) -> tuple[Line, ...]:
    """Return the lines of a text in reading order."""
    walk = _Walk(id_map(text))
    walk.blocks(text.blocks, "act", -1, 0)
    again: Counter[str] = Counter()
    for note in text.footnotes:
        again[note.mark] += 1
        name = f"chu-thich-{note.mark}"
        name += f"~{again[note.mark]}" if again[note.mark] > 1 else ""
        walk.found.append(Line(-1, 0, "note", name, f"[{note.mark}]", note.text))
    return tuple(walk.found)


class _Walk:
    """Appends lines as it meets the blocks."""

    def __init__(self, ids: Mapping[int, str]) -> None:
        self.ids = ids
        self.found: list[Line] = []

    def add(self, parent: int, kind: str, name: str, mark: str, text: str) -> int:
        depth = self.found[parent].depth + 1 if parent >= 0 else 0
        self.found.append(Line(parent, depth, kind, name, mark, text))
        return len(self.found) - 1

    def blocks(
        self, blocks: tuple[Block, ...], holder: str, parent: int, said: int
    ) -> None:
        """Add blocks; ``said`` paragraphs of the holder came before."""
        pictures = 0
        for block in blocks:
            if isinstance(block, Unit):
                self.unit(block, parent)
            elif isinstance(block, Paragraph):
                said += 1
                self.add(parent, "paragraph", f"{holder}.doan-{said}", "", block.text)
            elif isinstance(block, Picture):
                pictures += 1
                words = f"{block.alt} ({block.path})".lstrip()
                self.add(parent, "picture", f"{holder}.hinh-{pictures}", "", words)
            elif isinstance(block, Table):
                self.table(block, parent)
            else:
                kind = "quote" if isinstance(block, Quote) else "frame"
                name = self.ids[id(block)]
                at = self.add(parent, kind, name, "", "")
                self.blocks(block.blocks, name, at, 0)

    def unit(self, unit: Unit, parent: int) -> None:
        name = self.ids[id(unit)]
        mark = unit.mark or canonical_mark(unit.kind, unit.number)
        at = self.add(parent, unit.kind.value, name, mark, unit.text)
        said = int(unit.kind not in _HEADED and bool(unit.text))
        holds = parent if unit.kind in _HOLD_NOTHING else at
        self.blocks(unit.blocks, name, holds, said)

    def table(self, table: Table, parent: int) -> None:
        name = self.ids[id(table)]
        at = self.add(parent, "table", name, "", "")
        count: Counter[str] = Counter()
        for row in table.rows:
            what = "dau" if all(cell.header for cell in row) else "dong"
            count[what] += 1
            self.add(at, "row", f"{name}.{what}-{count[what]}", "", _row(row))


def _row(row: tuple[Cell, ...]) -> str:
    return BETWEEN_CELLS.join(cell.text for cell in row)
