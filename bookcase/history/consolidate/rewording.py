"""Words replaced, added or taken out at each of an effect's places, or at none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate.draft import Draft
from bookcase.history.consolidate.leaves import Reworded, reworded
from bookcase.history.consolidate.model import (
    FIELD_MISSING,
    NO_PLACE,
    WHOLE_OPS,
    WORDS_DIFFER,
    Refusal,
)
from bookcase.history.consolidate.words import appended, rewriters
from bookcase.model.effects import Op
from bookcase.model.tree import Framed, LegalText, Paragraph, Table, Unit

if TYPE_CHECKING:
    from bookcase.history.consolidate.model import Cause
    from bookcase.history.consolidate.words import Rewrite
    from bookcase.legal.address import Found
    from bookcase.model.effects import Effect
    from bookcase.model.tree import Block

EVERYWHERE = "everywhere"


def reword(draft: Draft, effect: Effect, cause: Cause) -> Draft | Refusal:
    """Do to words what an effect says; each place must hold them so often as told.

    A place of which the same act gives the whole new text on that day, or which it
    repeals, need not hold them: acts list the places of the old text.
    """
    if missing := _missing(effect):
        return Refusal(FIELD_MISSING, missing)
    before = draft
    for address in effect.at or (EVERYWHERE,):
        found = draft.find("act" if address == EVERYWHERE else address)
        if found is None:
            what = f"không có «{address}» trong văn bản được sửa đổi"
            return Refusal(NO_PLACE, what)
        made = _at_place(draft, effect, cause, found, address)
        if isinstance(made, Draft):
            draft = made
        elif not _is_given_anew(before, found, cause):
            return made
    if draft is before:
        what = f"cụm từ «{effect.find}» không còn ở những nơi được nêu"
        return Refusal(WORDS_DIFFER, what)
    return draft


def _is_given_anew(draft: Draft, found: Found, cause: Cause) -> bool:
    """Tell whether an act itself brought the whole text of a place on that day."""
    return any(
        op in WHOLE_OPS and (done.act, done.since) == (cause.act, cause.since)
        for path, mark in draft.marks.items()
        if found.path[: len(path)] == path
        for op, done in mark
    )


def _missing(effect: Effect) -> str:
    if not effect.find and (effect.op is not Op.INSERT_WORDS or not effect.at):
        return "thiếu find: cụm từ nào"
    if not effect.with_ and effect.op is not Op.DELETE_WORDS:
        return "thiếu with: cụm từ mới"
    return ""


def _at_place(
    draft: Draft, effect: Effect, cause: Cause, found: Found, address: str
) -> Draft | Refusal:
    if not effect.find:
        return _appended(draft, effect, cause, found)
    seen: list[int] = []
    for rewrite in rewriters(effect):
        made = _rewritten(found, rewrite)
        hits = sum(one.hits for one in made)
        if hits == effect.count or (hits and effect.count is None):
            return _put(draft, effect, cause, found, made)
        seen.append(hits)
    return Refusal(WORDS_DIFFER, _differs(effect, address, max(seen)))


def _differs(effect: Effect, address: str, hits: int) -> str:
    where = "cả văn bản" if address == EVERYWHERE else f"«{address}»"
    if not hits:
        return f"không thấy cụm từ «{effect.find}» tại {where}"
    return f"cụm từ «{effect.find}» có {hits} lần tại {where}, count ghi {effect.count}"


def _rewritten(found: Found, rewrite: Rewrite) -> tuple[Reworded, ...]:
    """Rewrite the words of a place: a unit's own line, a row, a block, a text."""
    node = found.node
    if isinstance(node, LegalText):
        # What stands around the body tells of the day on which the act was made.
        return tuple(
            Reworded(block) if isinstance(block, Framed) else reworded(block, rewrite)
            for block in node.blocks
        )
    if found.part == "opening" and isinstance(node, Unit):
        text, hits = rewrite(node.text)
        return (Reworded(replace(node, text=text), hits, ((),)),)
    if found.part == "row" and isinstance(node, Table):
        row = reworded(replace(node, rows=(node.rows[found.row],)), rewrite)
        rows = row.block.rows if isinstance(row.block, Table) else ()
        whole = node.rows[: found.row] + rows + node.rows[found.row + 1 :]
        return (Reworded(replace(node, rows=whole), row.hits, ((),)),)
    return (reworded(node, rewrite),)


def _put(
    draft: Draft,
    effect: Effect,
    cause: Cause,
    found: Found,
    made: tuple[Reworded, ...],
) -> Draft:
    """Put rewritten blocks back, and mark each unit whose own words changed."""
    whole = isinstance(found.node, LegalText)
    for number, one in enumerate(made):
        path = (number,) if whole else found.path
        if one.hits:
            draft = draft.put(path, (one.block,), same=True)
        for inner in dict.fromkeys(one.paths):
            draft = draft.marked((*path, *inner), effect.op, cause)
    return draft


def _appended(
    draft: Draft, effect: Effect, cause: Cause, found: Found
) -> Draft | Refusal:
    """Add words to the beginning or the end of a place that names no words to go by."""
    node: Block | LegalText = found.node
    first = effect.position in {"first", "before"}
    path = found.path
    while (
        isinstance(node, Unit) and node.blocks and not first and found.part == "whole"
    ):
        path, node = (*path, len(node.blocks) - 1), node.blocks[-1]
    if not isinstance(node, (Unit, Paragraph)):
        return Refusal(NO_PLACE, "nơi được nêu không kết thúc bằng lời văn")
    new = replace(node, text=appended(effect, node.text))
    return draft.put(path, (new,), same=True).marked(path, effect.op, cause)
