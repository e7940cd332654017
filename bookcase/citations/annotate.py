"""Citations of a whole text as a layer over it: spans by block, the text untouched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.citations.defined import names_of
from bookcase.citations.guessed import guessed
from bookcase.citations.quoted import QuotedFrom
from bookcase.citations.reading import is_one
from bookcase.citations.resolve import resolve
from bookcase.citations.scan import find_all
from bookcase.legal.ids import id_map
from bookcase.model.tree import (
    Cell,
    Framed,
    Kind,
    Paragraph,
    Quote,
    Table,
    Unit,
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
        quotes: Whose words its quotes hold, and whose places its instructions name
            (:func:`bookcase.citations.quoted.quotes_of`); guessed where not told.
    """
    words = [one.text for one in said(text, {})]
    names = names_of(words, acts, context.day, context.work)
    context = replace(context, names=names)
    quotes = guessed(text, context, acts) | dict(quotes or {})
    rows = list(said(text, quotes))
    found: dict[int, tuple[Resolved, ...]] = {}
    for place, cited in find_all(words, acts.titles, names.titles):
        here = _standing(context, rows[place], quotes)
        leads = [resolve(one, here, acts, texts) for one in cited if is_one(one, here)]
        if leads:
            found[id(rows[place].block)] = tuple(leads)
    return found


def _standing(context: Context, one: Said, quotes: Mapping[str, QuotedFrom]) -> Context:
    here = replace(context, unit=one.unit, around=one.around)
    if one.quoted is None:
        amended = quotes.get(one.unit)
        return replace(here, amends=amended.act) if amended else here
    known = replace(here, quoted_on=one.quoted.act, quoted=True)
    return known if one.quoted.act else replace(known, work="")


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
