"""Citations of a whole text as a layer over it: spans by block, the text untouched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.defined import names_from
from bookcase.citations.guessed import guessed
from bookcase.citations.quoted import QuotedFrom
from bookcase.citations.reading import is_one
from bookcase.citations.resolve import resolve
from bookcase.citations.scan import find, likely_places, may_entitle
from bookcase.legal.ids import identified
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
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.citations.context import Context, Texts
    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.legal.ids import Placed
    from bookcase.model.tree import Block, LegalText

_HEADED = frozenset(
    {Kind.ATTACHED, Kind.PART, Kind.ANNEX, Kind.FORM, Kind.CHAPTER, Kind.SECTION}
)
"""Kinds whose own words are a title; an article's may be its first paragraph."""


class Said(NamedTuple):
    """Words of a text: the block or cell that says them, and where that stands.

    In a quote ``unit`` is its address in the act whose words are quoted.
    """

    block: Paragraph | Unit | Cell
    text: str
    unit: str
    around: tuple[str, ...] = ()
    quoted: QuotedFrom | None = None


class Noted(NamedTuple):
    """Words that cite: their block, the unit of the text itself, the line, what."""

    block: Paragraph | Unit | Cell
    text: str
    unit: str
    line: int
    cited: tuple[Resolved, ...]


class _Place(NamedTuple):
    """Where words stand; ``own`` is the innermost unit of the text itself."""

    unit: str = ""
    around: tuple[str, ...] = ()
    quoted: QuotedFrom | None = None
    base: str = ""
    own: str = ""


_Holder = tuple["Unit | Quote", "_Holder | None"]
"""A unit or quote, and what holds it: None for the text."""
_Row = tuple["Paragraph | Unit | Cell", str, int, "_Holder | None"]
"""Words: the block that says them, the words, their line, what holds them.

A plain tuple: there is one for each line of law, and most are never looked at again.
"""


def noted(  # noqa: PLR0913 - the text, where it stands, and all that there is
    text: LegalText,
    context: Context,
    acts: Acts,
    texts: Texts | None = None,
    quotes: Mapping[str, QuotedFrom] | None = None,
    *,
    named: tuple[Sequence[Placed], Mapping[int, str]] | None = None,
) -> tuple[Noted, ...]:
    """Return the words of a text that cite, in reading order, and what they cite.

    The spans are of :attr:`Paragraph.text`, :attr:`Unit.text` and :attr:`Cell.text`.

    Args:
        text: The text.
        context: Its act and the day that it speaks from.
        acts: What there is.
        texts: The texts of held acts, to look provisions up in.
        quotes: Whose words its quotes hold, and whose places its instructions name
            (:func:`bookcase.citations.quoted.quotes_of`); guessed where not told.
        named: Everything in the text that has a name, and the names by
            ``id(block)``, if they are at hand.
    """
    placed, ids = named or _named(text)
    walk = _Walk(text, ids)
    words = [words for _, words, _, _ in walk.rows]
    likely = likely_places(words)
    found = {place: find(words[place], acts.titles) for place in likely}
    names = names_from(words, found, acts, context.day, context.work)
    if names.acts:
        titled = [place for place in likely if may_entitle(words[place])]
        found |= {n: find(words[n], acts.titles, names.titles) for n in titled}
    context = context._replace(names=names)
    quotes = guessed(placed, context, acts) | dict(quotes or {})
    told = []
    for number, cited in found.items():
        if not cited:
            continue
        block, said_, line, holder = walk.rows[number]
        place = walk.place(holder, quotes)
        here = _standing(context, place, quotes)
        leads = [resolve(one, here, acts, texts) for one in cited if is_one(one, here)]
        if leads:
            told.append(Noted(block, said_, place.own, line, tuple(leads)))
    return tuple(told)


def _named(text: LegalText) -> tuple[Sequence[Placed], Mapping[int, str]]:
    placed = identified(text)
    return placed, {id(one.block): one.id for one in placed}


def annotated(
    text: LegalText,
    context: Context,
    acts: Acts,
    texts: Texts | None = None,
    quotes: Mapping[str, QuotedFrom] | None = None,
) -> dict[int, tuple[Resolved, ...]]:
    """Return the citations of a text by ``id(block)``, each block's in their order.

    The arguments are those of :func:`noted`.
    """
    rows = noted(text, context, acts, texts, quotes)
    return {id(one.block): one.cited for one in rows}


def _standing(
    context: Context, place: _Place, quotes: Mapping[str, QuotedFrom]
) -> Context:
    if place.quoted is None:
        amended = quotes.get(place.unit)
        amends = amended.act if amended else context.amends
        return context._replace(unit=place.unit, around=place.around, amends=amends)
    here = context._replace(unit=place.unit, around=place.around)
    known = here._replace(quoted_on=place.quoted.act, quoted=True)
    return known if place.quoted.act else known._replace(work="")


def said(text: LegalText, quotes: Mapping[str, QuotedFrom]) -> Iterator[Said]:
    """Yield all that a text says, each with the unit that says it."""
    walk = _Walk(text, {id(one.block): one.id for one in identified(text)})
    for block, words, _, holder in walk.rows:
        place = walk.place(holder, quotes)
        yield Said(block, words, place.unit, place.around, place.quoted)


class _Walk:
    """All that a text says, and what holds it: where that stands is asked seldom."""

    def __init__(self, text: LegalText, ids: Mapping[int, str]) -> None:
        self.rows: list[_Row] = []
        self._ids = ids
        self._take(text.blocks, None)

    def _take(self, blocks: tuple[Block, ...], holder: _Holder | None) -> None:
        rows = self.rows
        for block in blocks:
            if isinstance(block, Unit):
                here = block, holder
                if block.text and block.kind not in _HEADED:
                    rows.append((block, block.text, block.line, here))
                if block.blocks:
                    self._take(block.blocks, here)
            elif isinstance(block, Paragraph):
                rows.append((block, block.text, block.line, holder))
            elif isinstance(block, Table):
                line = block.line
                cells = (cell for row in block.rows for cell in row)
                rows += [(cell, cell.text, line, holder) for cell in cells]
            elif isinstance(block, Quote):
                self._take(block.blocks, (block, holder))
            elif isinstance(block, Framed):
                self._take(block.blocks, holder)

    def place(self, holder: _Holder | None, quotes: Mapping[str, QuotedFrom]) -> _Place:
        """Return where the words stand that something holds."""
        if holder is None:
            return _Place()
        block, outer = holder
        place, name = self.place(outer, quotes), self._ids.get(id(block), "")
        if isinstance(block, Quote):
            quoted = quotes.get(name) or QuotedFrom("")
            return _Place(quoted.holder, (), quoted, f"{name}.", place.own)
        if place.quoted is None:
            return _Place(name, (*place.around, name), own=name)
        if place.base:
            name = _in_target(name.removeprefix(place.base), place.quoted)
        around = (*place.around, name)
        return _Place(name, around, place.quoted, place.base, place.own)


def _in_target(own: str, quoted: QuotedFrom) -> str:
    """Return the address that a unit of a quote has in the act it is put into."""
    whole = own.startswith(("d", "c", "p", "m", "kt")) and own[1:2].isdigit()
    return own if whole or not quoted.holder else f"{quoted.holder}.{own}"
