"""The words of a tree, leaf by leaf: read in order, or rewritten in place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.legal.units import canonical_mark
from bookcase.model.tree import Framed, Paragraph, Quote, Table, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.model.tree import Block

    Rewrite = Callable[[str], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A block after its words were rewritten.

    Attributes:
        block: The block; the very same where nothing was hit.
        hits: How often.
        paths: Where in it, as seen from it: ``()`` for its own words.
    """

    block: Block
    hits: int = 0
    paths: tuple[tuple[int, ...], ...] = ()


def reworded(block: Block, rewrite: Rewrite) -> Reworded:
    """Rewrite every stretch of words in a block: titles, paragraphs, cells of tables.

    Numbers and marks of units are no words.

    Args:
        block: The block.
        rewrite: Gives the new words, and how often it found what it looked for.
    """
    if isinstance(block, Paragraph):
        text, hits = rewrite(block.text)
        return _hit(block, replace(block, text=text), hits, block.text != text)
    if isinstance(block, Table):
        return _table(block, rewrite)
    if isinstance(block, Unit):
        return _unit(block, rewrite)
    if isinstance(block, (Quote, Framed)):
        blocks, hits, paths = _all(block.blocks, rewrite)
        if blocks is block.blocks:
            return Reworded(block)
        return Reworded(replace(block, blocks=blocks), hits, paths)  # type: ignore[arg-type]
    return Reworded(block)


def words_in(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield each stretch of words, with the marks of units as printed."""
    for block in blocks:
        if isinstance(block, Unit):
            mark = block.mark or canonical_mark(block.kind, block.number)
            yield f"{mark} {block.text}".strip()
        elif isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        if isinstance(block, (Unit, Quote, Framed)):
            yield from words_in(block.blocks)


def last_words(block: Block) -> str:
    """Return the last stretch of words of a block, empty where it ends otherwise."""
    while isinstance(block, (Unit, Quote, Framed)) and block.blocks:
        block = block.blocks[-1]
    return block.text if isinstance(block, (Unit, Paragraph)) else ""


def _hit(old: Block, new: Block, hits: int, changed: bool) -> Reworded:  # noqa: FBT001 - inner
    return Reworded(new if changed else old, hits, ((),) if hits else ())


def _unit(unit: Unit, rewrite: Rewrite) -> Reworded:
    text, own = rewrite(unit.text) if unit.text else (unit.text, 0)
    blocks, inner, paths = _all(unit.blocks, rewrite)
    if text == unit.text and blocks is unit.blocks:
        return Reworded(unit, own + inner, (((),) if own else ()) + paths)
    new = replace(unit, text=text, blocks=blocks)
    return Reworded(new, own + inner, (((),) if own else ()) + paths)


def _table(table: Table, rewrite: Rewrite) -> Reworded:
    hits, rows = 0, []
    for row in table.rows:
        cells = []
        for cell in row:
            text, count = rewrite(cell.text) if cell.text else (cell.text, 0)
            hits += count
            cells.append(replace(cell, text=text) if text != cell.text else cell)
        rows.append(tuple(cells))
    new = replace(table, rows=tuple(rows))
    return _hit(table, new, hits, new != table)


def _all(
    blocks: tuple[Block, ...], rewrite: Rewrite
) -> tuple[tuple[Block, ...], int, tuple[tuple[int, ...], ...]]:
    made = [reworded(block, rewrite) for block in blocks]
    hits = sum(one.hits for one in made)
    paths = tuple(
        (number, *path) for number, one in enumerate(made) for path in one.paths
    )
    if all(one.block is block for one, block in zip(made, blocks, strict=True)):
        return blocks, hits, paths
    return tuple(one.block for one in made), hits, paths
