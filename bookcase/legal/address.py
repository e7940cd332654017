"""Find what an address names: a unit, a part of one, a part around the body.

The grammar::

    address = "act" | id | id "." part | table-id ".dong-" number
    part    = "ten" | "doan-0" | "doan-" number | "doan-cuoi"

An ``id`` is any that :mod:`bookcase.legal.ids` gives, those inside quotes, dash items
(``d5.gach-3``), tables (``d5.bang-1``) and the parts around the body (``can-cu``,
``ky``, ``noi-nhan``) among them. Of the parts of a unit:

* ``ten`` is the title of a heading;
* ``doan-0`` are the opening words: what it says before the first unit in it;
* ``doan-N`` is its paragraph N as a lawyer counts, from 1: the words behind the number
  of a khoản or điểm are the first; what its deeper units say does not count;
* ``doan-cuoi`` is the last of these;
* ``dong-M`` is row M of a table, from 1, heading rows not counted.

A hand may write ``đ`` for ``dd``, and ``d5.a`` for ``d5._.a``, a điểm without khoản.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from bookcase.legal.ids import identified
from bookcase.legal.units import BY_KIND
from bookcase.legal.words import folded, text_of
from bookcase.model.tree import Framed, Kind, LegalText, Paragraph, Quote, Table, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.tree import Block

Part = Literal["whole", "opening", "row"]

_PART = re.compile(r"(?P<base>.+)\.(?P<part>ten|(?:doan|dong)-(?:\d+|cuoi))")
_POINT = re.compile(r"(?P<base>.+)\.(?P<point>[a-z]{1,2}\d*(?:-\d+)*)")
_HEADED = frozenset({Kind.ATTACHED, *BY_KIND})


@dataclass(frozen=True, slots=True)
class Found:
    """What an address names.

    Attributes:
        node: The block; the whole text for ``act``.
        path: The way to it from the text: which block of which holder, from 0.
        part: ``whole``; ``opening``, the words of the unit's opening line without its
            number; ``row``, one row of the table.
        row: Which of the table's rows, from 0, heading rows counted.
    """

    node: Block | LegalText
    path: tuple[int, ...] = ()
    part: Part = "whole"
    row: int = 0

    @property
    def words(self) -> str:
        """Return what it says, folded like :func:`bookcase.legal.words.text_of`."""
        if self.part == "opening" and isinstance(self.node, Unit):
            return folded(self.node.text)
        if self.part == "row" and isinstance(self.node, Table):
            return folded(" ".join(cell.text for cell in self.node.rows[self.row]))
        return text_of(self.node)


def find(
    text: LegalText, address: str, known: Mapping[str, Found] | None = None
) -> Found | None:
    """Return what an address names in a text, None where nothing bears it.

    Args:
        text: The text.
        address: As in effects and links; ``everywhere`` names no single place.
        known: The text's :func:`places`, from a caller who asks often.
    """
    places_ = places(text) if known is None else known
    name = address.strip().lower().replace("đ", "dd")
    if found := _place(places_, name):
        return found
    named = _PART.fullmatch(name)
    holder = _place(places_, named["base"]) if named else None
    return _part(holder, named["part"]) if named and holder else None


def places(text: LegalText) -> dict[str, Found]:
    """Return everything in a text that has an id, and the text itself as ``act``."""
    paths = {id(block): path for block, path in _paths(text, ())}
    named = {one.id: Found(one.block, paths[id(one.block)]) for one in identified(text)}
    return {"act": Found(text)} | named


def _paths(
    holder: LegalText | Unit | Quote | Framed, path: tuple[int, ...]
) -> Iterator[tuple[Block, tuple[int, ...]]]:
    for number, block in enumerate(holder.blocks):
        yield block, (*path, number)
        if isinstance(block, (Unit, Quote, Framed)):
            yield from _paths(block, (*path, number))


def _place(known: Mapping[str, Found], name: str) -> Found | None:
    if found := known.get(name):
        return found
    loose = _POINT.fullmatch(name)
    return known.get(f"{loose['base']}._.{loose['point']}") if loose else None


def _part(holder: Found, part: str) -> Found | None:
    """``part = "ten" | "doan-" which | "dong-" which``."""
    what, _, which = part.partition("-")
    if what == "ten":
        return _title(holder)
    if what == "dong":
        return _row(holder, which)
    if which == "0":
        return _opening_words(holder)
    said = [one for one, _ in _paragraphs(holder)]
    return _nth(said, which)


def _title(holder: Found) -> Found | None:
    unit = holder.node
    if isinstance(unit, Unit) and unit.kind in _HEADED and unit.text:
        return Found(unit, holder.path, "opening")
    return None


def _row(holder: Found, which: str) -> Found | None:
    if not isinstance(holder.node, Table):
        return None
    rows = [
        Found(holder.node, holder.path, "row", number)
        for number, row in enumerate(holder.node.rows)
        if not all(cell.header for cell in row)
    ]
    return _nth(rows, which)


def _opening_words(holder: Found) -> Found | None:
    first = next(_paragraphs(holder), None)
    return first[0] if first and first[1] else None


def _nth(found: list[Found], which: str) -> Found | None:
    """Return the one that ``which`` names: a number from 1, or ``cuoi``."""
    number = len(found) if which == "cuoi" else int(which)
    return found[number - 1] if 0 < number <= len(found) else None


def _paragraphs(holder: Found) -> Iterator[tuple[Found, bool]]:
    """Yield a block's own paragraphs; whether each stands before any unit in it."""
    node = holder.node
    if not isinstance(node, (LegalText, Unit, Quote, Framed)):
        return
    if isinstance(node, Unit) and node.kind not in _HEADED and node.text:
        yield Found(node, holder.path, "opening"), True
    first = True
    for number, block in enumerate(node.blocks):
        if isinstance(block, Paragraph):
            yield Found(block, (*holder.path, number)), first
        first = first and not isinstance(block, Unit)
