"""Write a legal text back as Markdown: the inverse of the parser.

``parse(render(text)).value == text`` for every text that :func:`parse` can give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal import tables
from bookcase.legal.lexer import tokens
from bookcase.legal.tokens import FENCE, Text
from bookcase.legal.units import ATTACHED_LEVEL, BARE, BY_KIND, RANK, canonical_mark
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
    from collections.abc import Iterator, Sequence

    from bookcase.model.tree import Block

_LITERAL, _CLAUSE, _ARTICLE = "\\\\\\ ", "\\ ", "\\\\ "


def render(text: LegalText) -> str:
    """Render the canonical form: one line a unit or paragraph, blank lines between."""
    parts = list(_blocks(text.blocks, None, quoted=False))
    parts += [f"[^{note.mark}]: {note.text}".rstrip() for note in text.footnotes]
    return "\n\n".join(parts) + "\n"


def _blocks(
    blocks: Sequence[Block], holder: Unit | None, *, quoted: bool
) -> Iterator[str]:
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Unit):
            yield _opening(block, quoted=quoted)
            yield from _blocks(block.blocks, block, quoted=quoted)
        elif isinstance(block, Paragraph):
            yield _paragraph(block.text, _asked(holder, before), quoted=quoted)
        else:
            yield _group(block)
        before = block


def _opening(unit: Unit, *, quoted: bool) -> str:
    mark = unit.mark or canonical_mark(unit.kind, unit.number)
    heading = BY_KIND.get(unit.kind)
    if unit.kind is Kind.ATTACHED:
        return f"{'#' * ATTACHED_LEVEL} {unit.text}"
    if heading and unit.text and not mark.endswith((".", ":")):
        mark += "."
    line = f"{mark} {unit.text}".rstrip()
    return line if quoted or not heading else f"{'#' * heading.level} {line}"


def _asked(holder: Unit | None, before: Block | None) -> str:
    """Return the escape that takes a paragraph out of the deeper units before it."""
    if not isinstance(before, Unit) or before.kind in BARE:
        return ""
    outer = RANK[holder.kind] if holder else -1.0
    if outer <= RANK[Kind.ARTICLE] < RANK[before.kind]:
        return _ARTICLE
    return _CLAUSE if outer <= RANK[Kind.CLAUSE] < RANK[before.kind] else ""


def _paragraph(text: str, asked: str, *, quoted: bool) -> str:
    if asked:
        return asked + text
    if text.startswith("\\"):
        return _LITERAL + text
    found = tokens(text, quoted=quoted)
    plain = found == [Text(text, 1)] and not text.startswith("<table")
    return text if plain else f"\\{text}"


def _group(block: Quote | Framed | Table | Picture) -> str:
    if isinstance(block, Quote):
        return _quote(block)
    if isinstance(block, Framed):
        inner = "\n\n".join(_framed(part) for part in block.blocks)
        return "\n".join([f"{FENCE} {block.frame}", *([inner] if inner else []), FENCE])
    return _table_or_picture(block)


def _table_or_picture(block: Table | Picture) -> str:
    if isinstance(block, Table):
        return tables.write(block)
    return f"![{block.alt}]({block.path})"


def _quote(block: Quote) -> str:
    inner = "\n\n".join(_blocks(block.blocks, None, quoted=True))
    return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


def _framed(block: Paragraph | Table | Picture) -> str:
    if not isinstance(block, Paragraph):
        return _table_or_picture(block)
    special = block.text.startswith(("\\", "#", "|", "<table", "![", FENCE))
    return f"\\{block.text}" if special else block.text
