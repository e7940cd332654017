"""Show a parsed text as an outline, for golden files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal.ids import id_map
from bookcase.model.tree import (
    Framed,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.tree import Block, Cell


def outline(text: LegalText) -> Iterator[str]:
    """Yield one line a block, two spaces a level.

    A unit is ``id = kind number: text`` with an unusual mark in brackets; ``|`` goes
    before a paragraph, a row of cells, the text of a footnote.
    """
    ids = id_map(text)
    for block in text.blocks:
        yield from _block(block, "", ids)
    yield from (f"[^{note.mark}] | {note.text}" for note in text.footnotes)


def finding(one: Diagnostic) -> str:
    """Return a diagnostic as a line: place, level, code, message, hint."""
    where = f"{one.span.line}:{one.span.column}"
    return f"{where}: {one.level} {one.code} {one.message} → {one.hint}"


def _block(block: Block, indent: str, ids: Mapping[int, str]) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"{indent}| {block.text}"
    elif isinstance(block, Picture):
        yield f"{indent}picture {block.path}: {block.alt}"
    elif isinstance(block, Table):
        yield f"{indent}{ids.get(id(block), 'no id')} = table"
        yield from (f"{indent}  {_row(row)}" for row in block.rows)
    else:
        yield f"{indent}{ids[id(block)]} = {_named(block)}".rstrip()
        for inner in block.blocks:
            yield from _block(inner, f"{indent}  ", ids)


def _named(block: Unit | Quote | Framed) -> str:
    if isinstance(block, Unit):
        mark = f" [{block.mark}]" if block.mark else ""
        return f"{block.kind} {block.number}".rstrip() + f"{mark}: {block.text}"
    return "quote" if isinstance(block, Quote) else f"::: {block.frame}"


def _row(row: tuple[Cell, ...]) -> str:
    return "| " + " | ".join(map(_cell, row))


def _cell(cell: Cell) -> str:
    head = "!" if cell.header else ""
    span = f"({cell.rowspan}×{cell.colspan})" if cell.rowspan * cell.colspan > 1 else ""
    return head + span + cell.text.replace("\n", "⏎")
