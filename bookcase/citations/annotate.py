"""Citations of a whole text as a layer over it: spans by block, the text untouched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.citations.defined import names_of
from bookcase.citations.quoted import QuotedFrom
from bookcase.citations.reading import cited
from bookcase.legal.ids import id_map
from bookcase.model.tree import (
    Cell,
    Framed,
    Kind,
    Paragraph,
    Quote,
    Table,
    Unit,
    every_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.citations.context import Context, Texts
    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.model.tree import Block, LegalText

_HEADED = frozenset(
    {Kind.ATTACHED, Kind.PART, Kind.ANNEX, Kind.FORM, Kind.CHAPTER, Kind.SECTION}
)
"""Kinds whose own words are a title; an article's may be its first paragraph."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a text: the block or cell that says them, and where that stands."""

    block: Paragraph | Unit | Cell
    text: str
    unit: str
    around: tuple[str, ...] = ()
    quoted: QuotedFrom | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    unit: str = ""
    around: tuple[str, ...] = ()
    quoted: QuotedFrom | None = None
    base: str = ""


def annotated(
    text: LegalText,
    context: Context,
    acts: Acts,
    texts: Texts | None = None,
    quotes: Mapping[str, QuotedFrom] | None = None,
) -> dict[int, tuple[Resolved, ...]]:
    """Return the citations of a text by ``id(block)``, each block's in their order.

    The spans are of :attr:`Paragraph.text`, :attr:`Unit.text` and :attr:`Cell.text`.

    Args:
        text: The text.
        context: Its act and the day that it speaks from.
        acts: What there is.
        texts: The texts of held acts, to look provisions up in.
        quotes: Whose words its quotes hold, by the quote's id.
    """
    names = names_of(lines(text), acts, context.day, context.work)
    context = replace(context, names=names)
    found: dict[int, tuple[Resolved, ...]] = {}
    for one in said(text, quotes or {}):
        if rows := cited(one.text, _standing(context, one), acts, texts):
            found[id(one.block)] = rows
    return found


def _standing(context: Context, one: Said) -> Context:
    here = replace(context, unit=one.unit, around=one.around)
    if one.quoted is None:
        return here
    known = replace(here, quoted_on=one.quoted.act)
    return known if one.quoted.act else replace(known, work="")


def lines(text: LegalText) -> list[str]:
    """Return all running words of a text, in their order."""
    return [
        block.text
        for block in every_block(text.blocks)
        if isinstance(block, (Paragraph, Unit))
    ]


def said(text: LegalText, quotes: Mapping[str, QuotedFrom]) -> Iterator[Said]:
    """Yield all that a text says, each with the unit that says it.

    In a quote the unit is its address in the act whose words are quoted.
    """
    walk = _Walk(id_map(text), quotes)
    yield from walk.blocks(text.blocks, _Place())


class _Walk:
    """A walk through the blocks that keeps where it stands."""

    def __init__(
        self, ids: Mapping[int, str], quotes: Mapping[str, QuotedFrom]
    ) -> None:
        self._ids = ids
        self._quotes = quotes

    def blocks(self, blocks: tuple[Block, ...], place: _Place) -> Iterator[Said]:
        for block in blocks:
            if isinstance(block, Unit):
                yield from self._unit(block, place)
            elif isinstance(block, Paragraph):
                yield _said(block, block.text, place)
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from (_said(cell, cell.text, place) for cell in row)
            elif isinstance(block, Quote):
                yield from self.blocks(block.blocks, self._quote(block))
            elif isinstance(block, Framed):
                yield from self.blocks(block.blocks, place)

    def _unit(self, unit: Unit, place: _Place) -> Iterator[Said]:
        name = self._ids.get(id(unit), "")
        if place.quoted and place.base:
            name = _in_target(name.removeprefix(place.base), place.quoted)
        here = replace(place, unit=name, around=(*place.around, name))
        if unit.text and unit.kind not in _HEADED:
            yield _said(unit, unit.text, here)
        yield from self.blocks(unit.blocks, here)

    def _quote(self, quote: Quote) -> _Place:
        """Return where the words of a quote stand; unknown ones stand nowhere."""
        name = self._ids.get(id(quote), "")
        quoted = self._quotes.get(name) or QuotedFrom("")
        return _Place(quoted.holder, (), quoted, f"{name}.")


def _in_target(own: str, quoted: QuotedFrom) -> str:
    """Return the address that a unit of a quote has in the act it is put into."""
    whole = own.startswith(("d", "c", "p", "m", "kt")) and own[1:2].isdigit()
    return own if whole or not quoted.holder else f"{quoted.holder}.{own}"


def _said(block: Paragraph | Unit | Cell, text: str, place: _Place) -> Said:
    return Said(block, text, place.unit, place.around, place.quoted)
