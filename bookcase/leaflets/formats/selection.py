"""A selection of a text's articles: ``d5,d7-d9`` in, the text with only these out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.legal.ids import identified
from bookcase.legal.units import BY_KIND, canonical_mark
from bookcase.legal.words import NOTE_MARK
from bookcase.model.tree import (
    Kind,
    LegalText,
    Paragraph,
    Table,
    Unit,
    every_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block

_BARE = re.compile(r"\d+[a-zđ]*\d?")
_HEADED = frozenset({Kind.ATTACHED, *BY_KIND})


@dataclass(frozen=True, slots=True)
class Selection:
    """The text that is left, and what it is in words: *Điều 5; Điều 7 đến Điều 9*."""

    text: LegalText
    said: str = ""


def select(text: LegalText, asked: str, path: str) -> Result[Selection]:
    """Keep what was asked for, under the headings that hold it.

    Args:
        text: The whole text.
        asked: Ids of articles or other headed units, parted by commas, with ranges;
            a bare number is an article. Empty keeps all.
        path: The text's file, for messages.

    Finds:
        PRINT002: the text has no such unit, or a range runs backwards.
    """
    if not asked.strip():
        return Result(Selection(text))
    named = {
        one.id: one.block
        for one in identified(text)
        if isinstance(one.block, Unit) and one.block.kind in _HEADED and not one.quoted
    }
    kept: set[int] = set()
    said, found = list[str](), list[Diagnostic]()
    for word in filter(None, (part.strip() for part in asked.split(","))):
        units = _range(word, named)
        if units:
            kept |= {id(unit) for unit in units}
            said.append(_said(units))
        else:
            found.append(_missing(word, named, path))
    left = LegalText(tuple(_pruned(text.blocks, kept)))
    marks = {mark for words in _words(left.blocks) for mark in _marks(words)}
    notes = tuple(note for note in text.footnotes if note.mark in marks)
    return Result(Selection(replace(left, footnotes=notes), "; ".join(said)), (*found,))


def _range(word: str, named: dict[str, Unit]) -> tuple[Unit, ...]:
    """Return the units from the one to the other, in reading order; none if neither.

    A number that holds a hyphen of its own (``c4-a``) is no range.
    """
    ids = [*named]
    whole = _id(word)
    if whole in named:
        return (named[whole],)
    first, _, last = (_id(part) for part in word.partition("-"))
    if first not in named or last not in named:
        return ()
    kind = named[first].kind
    between = ids[ids.index(first) : ids.index(last) + 1]
    return tuple(named[one] for one in between if named[one].kind is kind)


def _id(word: str) -> str:
    bare = word.strip().lower()
    bare = f"d{bare}" if _BARE.fullmatch(bare) else bare
    return bare.replace("đ", "d" if bare.startswith("đ") else "dd")


def _said(units: tuple[Unit, ...]) -> str:
    names = [name(unit) for unit in (units[0], units[-1])]
    return names[0] if len(units) == 1 else " đến ".join(names)


def name(unit: Unit) -> str:
    """Return what a headed unit is called: *Điều 5*, *Phụ lục I*."""
    mark = unit.mark or canonical_mark(unit.kind, unit.number)
    return mark.rstrip(".:") or unit.text


def _missing(word: str, named: dict[str, Unit], path: str) -> Diagnostic:
    articles = [one for one in named.values() if one.kind is Kind.ARTICLE]
    ends = [name(one) for one in (articles[0], articles[-1])] if articles else []
    hint = f"văn bản có từ {ends[0]} đến {ends[1]}" if ends else "văn bản không có Điều"
    what = f"không có «{word}» trong văn bản"
    return Diagnostic(Span(path), "PRINT002", what, hint=f"{hint}; ví dụ: d5,d7-d9")


def _pruned(blocks: tuple[Block, ...], kept: set[int]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Unit):
            continue
        if id(block) in kept:
            yield block
        elif inner := tuple(_pruned(block.blocks, kept)):
            yield replace(block, blocks=inner)


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in every_block(blocks):
        if isinstance(block, (Unit, Paragraph)):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)


def _marks(words: str) -> Iterator[str]:
    yield from (mark[2:-1] for mark in NOTE_MARK.findall(words))
