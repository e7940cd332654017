"""A text as other pages see it: what its units are called, which have an anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.diff.lines import lines
from bookcase.history.diff.names import names
from bookcase.legal.address import Found, find, places
from bookcase.legal.ids import identified
from bookcase.legal.units import BARE, canonical_mark
from bookcase.legal.words import folded
from bookcase.model.tree import (
    Framed,
    LegalText,
    Paragraph,
    Quote,
    Table,
    Unit,
    every_block,
)
from bookcase.pages.provisions import provision_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.tree import Block


@dataclass(frozen=True, slots=True)
class Held:
    """A text with its names.

    ``anchors`` are the ids that its page has; ``found`` everything that has an address.
    """

    text: LegalText
    found: Mapping[str, Found]
    names: Mapping[str, str]
    anchors: frozenset[str]

    def anchor(self, *addresses: str) -> str:
        """Return the id nearest to an address: its own, else of what holds it.

        Of several addresses the first that is there is meant. Empty for none at all.
        """
        known = [name for one in addresses if (name := self._own(one))]
        if known:
            return known[0]
        holders = [one.rpartition(".")[0] for one in addresses if "." in one]
        return self.anchor(*holders) if holders else ""

    def name(self, address: str) -> str:
        """Say what a unit is called: as it is printed, if it is there."""
        return self.names.get(self._own(address)) or provision_name(address)

    def lines(self, address: str) -> tuple[str, ...]:
        """Return what a unit says, a line for each unit and paragraph in it."""
        found = find(self.text, address, self.found)
        if found is None:
            return ()
        if found.part != "whole":
            return (found.words,)
        return tuple(filter(None, map(_said, _blocks(found.node))))

    def holding(self, words: str) -> Iterator[str]:
        """Yield the ids of the units whose own words, not their units', hold some."""
        for name, one in self.found.items():
            node = one.node
            if name in self.anchors and isinstance(node, Unit) and _says(node, words):
                yield name

    def _own(self, address: str) -> str:
        name = address.lower().replace("đ", "dd")
        base, _, point = name.rpartition(".")
        both = (name, f"{base}._.{point}")
        return next((one for one in both if one in self.anchors), "")


def held(text: LegalText) -> Held:
    """Name everything in a text."""
    rows = lines(text)
    named = zip(rows, names(rows), strict=True)
    return Held(
        text=text,
        found=places(text),
        names={line.id: name for line, name in named if name},
        anchors=frozenset(_anchors(text)),
    )


def _anchors(text: LegalText) -> Iterator[str]:
    for one in identified(text):
        block = one.block
        if isinstance(block, Unit):
            if not one.quoted and block.kind not in BARE:
                yield one.id
        elif isinstance(block, (Quote, Framed)):
            yield one.id


def _blocks(node: Block | LegalText) -> list[Block]:
    return every_block(node.blocks if isinstance(node, LegalText) else (node,))


def _said(block: Block) -> str:
    if isinstance(block, Unit):
        mark = block.mark or canonical_mark(block.kind, block.number)
        return folded(f"{mark} {block.text}")
    if isinstance(block, Paragraph):
        return folded(block.text)
    if isinstance(block, Table):
        cells = (cell.text for row in block.rows for cell in row)
        return folded(" | ".join(cells))
    return ""


def _says(unit: Unit, words: str) -> bool:
    own = [_said(one) for one in unit.blocks if isinstance(one, (Paragraph, Table))]
    return any(words in said for said in (unit.text, *own))
