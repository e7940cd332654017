"""The sign at the end of an item, where a list grew or an item was put anew.

Items of a list end in a semicolon and the last in a full stop. Amending acts quote the
new item alone: a điểm put behind the last one leaves a full stop in the middle of its
list, and the official consolidated texts write a semicolon there. So do we, where the
other items of the list tell that it is one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate.leaves import last_words
from bookcase.legal.units import RANK
from bookcase.model.tree import Kind, Paragraph, Unit

if TYPE_CHECKING:
    from bookcase.history.consolidate.draft import Draft, Path

STOP, SEMICOLON = ".", ";"


def settled(draft: Draft, path: Path) -> Draft:
    """Settle the signs of an item that was put at a path, and of the one before it."""
    unit = draft.at(path)
    if not isinstance(unit, Unit) or RANK[unit.kind] <= RANK[Kind.ARTICLE]:
        return draft
    items = [
        (*path[:-1], number)
        for number, one in enumerate(draft.holder(path).blocks)
        if isinstance(one, Unit) and one.kind is unit.kind
    ]
    place = items.index(path)
    touched = items[max(place - 1, 0) : place + 1]
    others = [draft.at(one) for one in items[:-1] if one not in touched]
    signs = [last_words(one)[-1:] for one in others if isinstance(one, Unit)]
    if signs.count(SEMICOLON) <= len(signs) / 2:
        return draft
    for one in touched:
        item = draft.at(one)
        if one != items[-1] and isinstance(item, Unit) and _stops(item):
            draft = draft.put(one, (with_end(item, SEMICOLON),), same=True)
    return draft


def with_end(unit: Unit, sign: str) -> Unit:
    """End the last words of a unit in a sign, in place of the full stop if any."""
    if not unit.blocks:
        return replace(unit, text=unit.text.removesuffix(STOP) + sign)
    *before, last = unit.blocks
    if isinstance(last, Unit):
        return replace(unit, blocks=(*before, with_end(last, sign)))
    if isinstance(last, Paragraph):
        last = replace(last, text=last.text.removesuffix(STOP) + sign)
    return replace(unit, blocks=(*before, last))


def _stops(unit: Unit) -> bool:
    words = last_words(unit)
    return words.endswith(STOP) and not words.endswith((STOP * 2, "/" + STOP))
