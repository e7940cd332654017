"""The new words that an effect brings, taken out of the acting act.

A quote's own opening and closing marks, and the point or semicolon behind the closing
one, belong to the act that quotes: they are taken off. Each unit of a quote is looked
at alone, for some acts put marks around the whole and some around every unit.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate.leaves import reworded, words_in
from bookcase.legal.address import find, places
from bookcase.legal.parser import parse
from bookcase.legal.units import CONTAINERS, canonical_mark
from bookcase.legal.words import NOTE_MARK
from bookcase.model.tree import Framed, LegalText, Paragraph, Quote, Table, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.legal.address import Found
    from bookcase.model.tree import Block, Footnote

_OPEN = re.compile(r"[“\"]\s*")
_CLOSE = re.compile(r"\s*[”\"]\s*(?:\./\.|[.;,:])*\s*\Z")
_QUOTED = re.compile(r"[“\"](.+)[”\"]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Material:
    """New text: blocks that stand nowhere else yet, and the footnotes they point to.

    ``own`` tells that it is an annex or a form of the acting act, with a number of its
    own that the target does not take.
    """

    blocks: tuple[Block, ...]
    notes: tuple[Footnote, ...] = ()
    own: bool = False


class Sources:
    """The acting acts' texts, each looked through once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[int, tuple[LegalText, Mapping[str, Found]]] = {}

    def material(self, source: LegalText, address: str) -> Material | None:
        """Return what an address of an acting act brings; None where it names nothing.

        Args:
            source: The acting act's text.
            address: A quote, a unit in a quote, an annex or a form, or a unit that
                quotes the new words in its own line.
        """
        if id(source) not in self._known:
            self._known[id(source)] = source, places(source)
        found = find(source, address, self._known[id(source)][1])
        if found is None or isinstance(found.node, LegalText):
            return None
        own = isinstance(found.node, Unit) and found.node.kind in CONTAINERS
        blocks = _blocks(found, quoted="/quote-" in address)
        if not own:
            blocks = tuple(filter(_says, map(unquoted, blocks)))
        if not blocks:
            return None
        return Material(blocks, _notes(source, blocks), own=own)


def unquoted(block: Block) -> Block:
    """Take a quote's own marks off a block, and make it anew with all it holds.

    They are taken off where they stand around the whole block, or where one of the two
    is missing because the quote goes on before or behind it.
    """
    words = "\n".join(words_in((block,)))
    opens, closes = bool(_OPEN.match(words)), bool(_CLOSE.search(words))
    if opens and closes and _is_parted(words):
        return fresh(block)
    balance = words.count("“") - words.count("”")
    if closes and not opens and balance >= 0:
        closes = words.rstrip(" .;,:/").endswith('"') and words.count('"') % 2 == 1
    if opens and not closes and balance <= 0:
        opens = words.startswith('"') and words.count('"') % 2 == 1
    block = _without_end(block) if closes else fresh(block)
    return _without_start(block) if opens else block


def fresh(block: Block) -> Block:
    """Make a block anew, so that it stands in one place of one text only."""
    if isinstance(block, (Unit, Quote)):
        return replace(block, blocks=tuple(map(fresh, block.blocks)))
    if isinstance(block, (Framed, Table)):
        return replace(block)
    return block


def renoted(material: Material, taken: set[str]) -> Material:
    """Give the footnotes of new text marks that the old text does not use."""
    own = {note.mark for note in material.notes}
    free = (str(n) for n in itertools.count(1) if str(n) not in taken | own)
    marks = {one: next(free) if one in taken else one for one in sorted(own)}
    if all(old == new for old, new in marks.items()):
        return material

    def marked(words: str) -> tuple[str, int]:
        return NOTE_MARK.sub(lambda one: _mark(one[0], marks), words), 0

    blocks = tuple(reworded(block, marked).block for block in material.blocks)
    notes = tuple(replace(note, mark=marks[note.mark]) for note in material.notes)
    return replace(material, blocks=blocks, notes=notes)


def _mark(printed: str, marks: Mapping[str, str]) -> str:
    return f"[^{marks.get(printed[2:-1], printed[2:-1])}]"


def _blocks(found: Found, *, quoted: bool) -> tuple[Block, ...]:
    node = found.node
    if isinstance(node, Table) and found.part == "row":
        return (replace(node, rows=(node.rows[found.row],)),)
    if isinstance(node, Quote):
        return node.blocks
    if isinstance(node, LegalText):
        return ()
    if quoted or not isinstance(node, (Unit, Paragraph)):
        return (node,)
    if isinstance(node, Unit) and node.kind in CONTAINERS:
        return (fresh(node),)
    return _in_line(node)


def _in_line(node: Unit | Paragraph) -> tuple[Block, ...]:
    """Read the words that a unit quotes in its own line: ``a) “Điều 5. …”;``."""
    inner = node.blocks if isinstance(node, Unit) else ()
    if any(isinstance(block, Quote) for block in inner):
        quotes = [block for block in inner if isinstance(block, Quote)]
        return quotes[0].blocks if len(quotes) == 1 else ()
    words = [node.text, *(one.text for one in inner if isinstance(one, Paragraph))]
    found = _QUOTED.search(" ".join(words))
    if not found:
        return ()
    lines = "\n".join(f"> {line}" for line in found[1].split("\n"))
    quote = parse(lines).value.blocks[0]
    return quote.blocks if isinstance(quote, Quote) else ()


def _notes(source: LegalText, blocks: tuple[Block, ...]) -> tuple[Footnote, ...]:
    if not source.footnotes:
        return ()
    words = "\n".join(words_in(blocks))
    marks = {one[0][2:-1] for one in NOTE_MARK.finditer(words)}
    return tuple(note for note in source.footnotes if note.mark in marks)


def _is_parted(words: str) -> bool:
    """Tell whether the first quotation mark is closed before the last one."""
    depth = int(words.startswith('"'))
    for sign in _CLOSE.sub("", words):
        depth += (sign == "“") - (sign == "”")
        if sign == "”" and depth == 0:
            return True
    return False


def _says(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.text)


def _without_start(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_OPEN.sub("", block.text, count=1))
    if not isinstance(block, Unit):
        return block
    if not _OPEN.match(block.mark):
        return replace(block, text=_OPEN.sub("", block.text, count=1))
    mark = _OPEN.sub("", block.mark, count=1)
    usual = canonical_mark(block.kind, block.number)
    return replace(block, mark="" if mark in {usual, usual.rstrip(".")} else mark)


def _without_end(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_CLOSE.sub("", block.text))
    if not isinstance(block, (Unit, Quote)):
        return block
    if not block.blocks:
        if isinstance(block, Unit):
            return replace(block, text=_CLOSE.sub("", block.text))
        return block
    *before, last = block.blocks
    inner = (*map(fresh, before), _without_end(last))
    kept = inner if _says(inner[-1]) else inner[:-1]
    return replace(block, blocks=kept)
