"""Parts of units: a paragraph, a dash item, a table and its rows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate import fitting
from bookcase.history.consolidate.model import (
    BAD_QUOTE,
    FIELD_MISSING,
    NO_PLACE,
    Cause,
    Refusal,
)
from bookcase.history.consolidate.numbering import tail
from bookcase.history.consolidate.placing import anchor, joined, parent_of
from bookcase.history.consolidate.repealing import REPEALED
from bookcase.legal.units import BARE
from bookcase.model.tree import (
    Cell,
    Framed,
    LegalText,
    Paragraph,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from bookcase.history.consolidate.draft import Draft, Path
    from bookcase.history.consolidate.quoted import Material
    from bookcase.legal.address import Found
    from bookcase.model.effects import Effect, Op
    from bookcase.model.tree import Block

_PART = re.compile(r"(?P<what>doan|gach|cong|bang|dong)-(?P<which>\d+|cuoi)")


def is_part(address: str) -> bool:
    """Tell whether an id names a part that has no number of its own."""
    return bool(_PART.fullmatch(tail(address)))


def replace_part(
    draft: Draft, found: Found, material: Material, mark: tuple[Op, Cause]
) -> Draft | Refusal:
    """Put new words in the place of a part; no blocks at all take it away.

    Args:
        draft: The text.
        found: The part.
        material: The new words.
        mark: What is done, and why.
    """
    if isinstance(found.node, LegalText):
        return Refusal(NO_PLACE, "cả văn bản không phải một đơn vị")
    if found.part == "row":
        made = _row_replaced(found, material)
    elif found.part == "opening":
        made = _opening_replaced(found, material)
    else:
        made = _block_replaced(found, material)
    if isinstance(made, Refusal):
        return made
    put = draft.put(found.path, made, same=_is_same(found, made))
    return put.marked(found.path if made else found.path[:-1], *mark)


def insert_part(
    draft: Draft, effect: Effect, material: Material, cause: Cause
) -> Draft | Refusal:
    """Put in a paragraph, a dash item, a table or rows of one."""
    parent = draft.find(parent_of(effect) or "act")
    wanted = _PART.fullmatch(tail(effect.new))
    if parent is None or wanted is None:
        return Refusal(NO_PLACE, f"không có «{parent_of(effect)}»")
    if wanted["what"] == "dong":
        return _rows_inserted(draft, effect, parent, material, cause)
    node = parent.node
    if not isinstance(node, (LegalText, Unit, Quote, Framed)):
        return Refusal(NO_PLACE, f"«{parent_of(effect)}» không chứa được đoạn nào")
    blocks = _fitting(wanted["what"], material)
    if isinstance(blocks, Refusal):
        return blocks
    path = _before(draft, effect, parent, len(node.blocks))
    if isinstance(path, Refusal):
        return path
    return draft.put(path, blocks, taken=0).marked(path, effect.op, cause)


def _is_same(found: Found, made: tuple[Block, ...]) -> bool:
    """Tell whether every unit keeps its place."""
    old, new = found.node, made[0] if made else None
    if isinstance(old, Unit) and isinstance(new, Unit):
        return len(old.blocks) == len(new.blocks)
    return found.part == "row"


def _block_replaced(found: Found, material: Material) -> tuple[Block, ...] | Refusal:
    """A paragraph gives way to running text, a frame keeps its name."""
    node = found.node
    words = fitting.paragraphs(material)
    if isinstance(words, Refusal):
        return words
    if isinstance(node, Framed):
        inner = tuple(
            one for one in words if not isinstance(one, (Unit, Quote, Framed))
        )
        return (replace(node, blocks=inner),)
    return words


def _opening_replaced(found: Found, material: Material) -> tuple[Block, ...] | Refusal:
    """The words behind a unit's number: ``khoản 2`` keeps its điểm."""
    node = found.node
    if not isinstance(node, Unit):
        return Refusal(NO_PLACE, "nơi được nêu không có lời dẫn")
    if not material.blocks:
        return (replace(node, text=""),)
    first, *rest = material.blocks
    if isinstance(first, Unit) and not first.blocks and not rest:
        return (replace(node, text=first.text),)
    if not isinstance(first, Paragraph) or any(isinstance(one, Unit) for one in rest):
        return Refusal(BAD_QUOTE, "đoạn trích không phải một đoạn")
    return (replace(node, text=first.text, blocks=(*rest, *node.blocks)),)


def _row_replaced(found: Found, material: Material) -> tuple[Block, ...] | Refusal:
    node = found.node
    if not isinstance(node, Table):
        return Refusal(NO_PLACE, "nơi được nêu không phải một dòng của bảng")
    rows = _rows(material) if material.blocks else (_emptied(node.rows[found.row]),)
    if not rows:
        return Refusal(BAD_QUOTE, "đoạn trích không có dòng nào của bảng")
    kept = node.rows[: found.row] + rows + node.rows[found.row + 1 :]
    return (replace(node, rows=kept),)


def _emptied(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Keep the number of a repealed row."""
    numbered = len(row) > 1 and bool(re.fullmatch(r"\W*\w{1,4}\W*", row[0].text))
    said = 1 if numbered else 0
    return tuple(
        cell
        if number < said
        else replace(cell, text=REPEALED if number == said else "")
        for number, cell in enumerate(row)
    )


def _rows(material: Material) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        row
        for block in material.blocks
        if isinstance(block, Table)
        for row in block.rows
        if not all(cell.header for cell in row)
    )


def _rows_inserted(
    draft: Draft, effect: Effect, parent: Found, material: Material, cause: Cause
) -> Draft | Refusal:
    node, rows = parent.node, _rows(material)
    if not isinstance(node, Table):
        return Refusal(NO_PLACE, f"«{parent_of(effect)}» không phải một bảng")
    if not rows:
        return Refusal(BAD_QUOTE, "đoạn trích không có dòng nào của bảng")
    beside = anchor(draft, effect) if effect.anchor else None
    here = draft.find(joined(parent_of(effect), tail(effect.new)))
    if beside and beside.part == "row":
        at = beside.row + (effect.position != "before")
    else:
        at = here.row if here else len(node.rows)
    table = replace(node, rows=node.rows[:at] + rows + node.rows[at:])
    put = draft.put(parent.path, (table,), same=True)
    return put.marked(parent.path, effect.op, cause)


def _fitting(what: str, material: Material) -> tuple[Block, ...] | Refusal:
    if what in {"gach", "cong"}:
        if all(isinstance(one, Unit) and one.kind in BARE for one in material.blocks):
            return material.blocks
        return Refusal(BAD_QUOTE, "đoạn trích không phải gạch đầu dòng")
    return fitting.paragraphs(material)


def _before(draft: Draft, effect: Effect, parent: Found, end: int) -> Path | Refusal:
    """Return the path before which a part goes: beside its anchor, or by its number."""
    if effect.anchor:
        found = anchor(draft, effect)
        if found is None:
            return Refusal(NO_PLACE, f"không có đơn vị mốc «{effect.anchor}»")
        return _behind(found, 0 if effect.position == "before" else 1)
    if effect.position == "first":
        return (*parent.path, 0)
    return _by_number(draft, effect, (*parent.path, end))


def _by_number(draft: Draft, effect: Effect, end: Path) -> Path | Refusal:
    what, _, which = tail(effect.new).partition("-")
    if not which.isdigit():
        return end
    here = draft.find(joined(parent_of(effect), tail(effect.new)))
    if here and here.part == "whole":
        return here.path
    last = draft.find(joined(parent_of(effect), f"{what}-{int(which) - 1}"))
    if last:
        return _behind(last, 1)
    if what == "doan" and int(which) > 1:
        what = f"không có đoạn đứng trước «{effect.new}»"
        return Refusal(FIELD_MISSING, what)
    return end


def _behind(found: Found, step: int) -> Path:
    """Return the place behind a part; behind a unit's own line is the first in it."""
    if found.part == "opening":
        return (*found.path, 0)
    return (*found.path[:-1], found.path[-1] + step)
