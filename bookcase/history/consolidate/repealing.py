"""What is left of a repealed unit: its number, and the words that officials write."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.legal.units import CONTAINERS, RANK
from bookcase.model.tree import Kind, Unit

if TYPE_CHECKING:
    from bookcase.model.tree import Block

REPEALED = "(được bãi bỏ)"


def repealed(unit: Unit) -> Unit:
    """Return a unit emptied of all but its number.

    A Chương keeps the numbers of its articles too, so that no address goes astray.
    """
    inner: tuple[Block, ...] = ()
    if RANK[unit.kind] < RANK[Kind.ARTICLE] and unit.kind not in CONTAINERS:
        inner = tuple(
            repealed(block)
            for block in unit.blocks
            if isinstance(block, Unit) and RANK[block.kind] <= RANK[Kind.ARTICLE]
        )
    return replace(unit, text=REPEALED, blocks=inner)
