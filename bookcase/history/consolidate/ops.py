"""What each kind of effect does to a draft.

Every operation gives a whole new draft or a refusal, so nothing is done by halves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate import fitting
from bookcase.history.consolidate.model import (
    BAD_QUOTE,
    FIELD_MISSING,
    NO_PLACE,
    NO_TEXT,
    STANDS_ALREADY,
    Cause,
    Due,
    Refusal,
)
from bookcase.history.consolidate.numbering import number_of, tail, tail_of
from bookcase.history.consolidate.parts import insert_part, is_part, replace_part
from bookcase.history.consolidate.placing import anchor, joined, parent_of, place
from bookcase.history.consolidate.quoted import Material, Sources, fresh, renoted
from bookcase.history.consolidate.repealing import repealed
from bookcase.history.consolidate.rewording import reword
from bookcase.history.consolidate.signs import settled
from bookcase.model.effects import Op
from bookcase.model.tree import LegalText, Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.history.consolidate.draft import Draft, Path
    from bookcase.legal.address import Found
    from bookcase.model.effects import Effect


@dataclass(frozen=True, slots=True)
class Deed:
    """An effect about to be done: what it is, its cause, where its words come from."""

    due: Due
    sources: Sources

    @property
    def effect(self) -> Effect:
        """Return what is to be done."""
        return self.due.effect

    @property
    def cause(self) -> Cause:
        """Return what the changes are put down to."""
        return Cause(self.due.act, self.effect.by, self.due.phase.start)

    def material(self, draft: Draft) -> Material | Refusal:
        """Return the new text, its footnotes under marks that are free."""
        if not self.effect.text:
            return Refusal(FIELD_MISSING, "thiếu text: lời văn mới lấy ở đâu")
        source = self.due.source
        if not source.blocks:
            what = f"chưa có lời văn của văn bản {self.due.act} để lấy đoạn trích"
            return Refusal(NO_TEXT, what)
        found = self.sources.material(source, self.effect.text)
        if found is None:
            what = f"văn bản sửa đổi không có lời trích nào ở «{self.effect.text}»"
            return Refusal(BAD_QUOTE, what)
        return renoted(found, {note.mark for note in draft.text.footnotes})


def apply(draft: Draft, due: Due, sources: Sources) -> Draft | Refusal:
    """Do what an effect says, or say why it cannot be done."""
    deed = Deed(due, sources)
    return _OPS[due.effect.op](draft, deed)


def _replace(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Put the units of a quote in the places of those that bear their numbers."""
    material = deed.material(draft)
    if isinstance(material, Refusal):
        return material
    if not deed.effect.at:
        return Refusal(FIELD_MISSING, "thiếu at: thay đơn vị nào")
    if spare := _spare(material, deed.effect):
        return Refusal(BAD_QUOTE, f"đoạn trích còn có «{spare}» không nêu ở at")
    for address in deed.effect.at:
        made = _replace_one(draft, deed, address, _anew(material))
        if isinstance(made, Refusal):
            return made
        draft = made
    return _with_notes(draft, material)


def _anew(material: Material) -> Material:
    """Make new words anew for each place: units are told apart by what they are."""
    return replace(material, blocks=tuple(map(fresh, material.blocks)))


def _spare(material: Material, effect: Effect) -> str:
    """Return a unit of the quote that no place is told for, empty where all have one.

    A quote may also hold what the place holds, and not the place itself.
    """
    units = [tail_of(block) for block in material.blocks if isinstance(block, Unit)]
    told = {tail(address) for address in effect.at}
    spare = [name for name in units if name not in told]
    return spare[0] if spare and len(spare) < len(units) else ""


def _replace_one(
    draft: Draft, deed: Deed, address: str, material: Material
) -> Draft | Refusal:
    found = draft.find(address)
    if found is None:
        return _no_place(address)
    if tail(address) == "ten":
        return _retitled(draft, deed, found, material)
    if found.part != "whole" or not isinstance(found.node, Unit):
        return replace_part(draft, found, material, (deed.effect.op, deed.cause))
    new = fitting.replacement(found.node, material)
    if isinstance(new, Refusal):
        return new
    put = settled(draft.put(found.path, (new,)), found.path)
    return put.marked(found.path, deed.effect.op, deed.cause)


def _insert(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Put a new unit, or a new part of one, beside its anchor."""
    effect = deed.effect
    material = deed.material(draft)
    if isinstance(material, Refusal):
        return material
    if not effect.new:
        return Refusal(FIELD_MISSING, "thiếu new: mã của đơn vị được bổ sung")
    parent = parent_of(effect)
    if parent and draft.find(parent) is None:
        return _no_place(parent)
    if is_part(effect.new):
        made = insert_part(draft, effect, material, deed.cause)
    else:
        made = _insert_unit(draft, deed, material)
    return made if isinstance(made, Refusal) else _with_notes(made, material)


def _insert_unit(draft: Draft, deed: Deed, material: Material) -> Draft | Refusal:
    effect = deed.effect
    name = joined(parent_of(effect), effect.new)
    standing = draft.find(name)
    if standing and not _is_emptied(standing):
        return Refusal(STANDS_ALREADY, f"đã có «{name}» trong văn bản")
    unit = fitting.inserted(effect.new, material, _neighbour(draft, effect))
    if isinstance(unit, Refusal):
        return unit
    path = standing.path if standing else place(draft, effect, unit)
    if isinstance(path, Refusal):
        return path
    put = settled(draft.put(path, (unit,), taken=1 if standing else 0), path)
    return put.marked(path, effect.op, deed.cause)


def _is_emptied(found: Found) -> bool:
    """Tell whether a unit was repealed, so that its number is free again."""
    node = found.node
    return isinstance(node, Unit) and not node.blocks and node == repealed(node)


def _neighbour(draft: Draft, effect: Effect) -> Unit | None:
    found = anchor(draft, effect) if effect.anchor else None
    return found.node if found and isinstance(found.node, Unit) else None


def _repeal(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Empty each unit, its number stays; a paragraph without number goes."""
    effect = deed.effect
    if not effect.at:
        return Refusal(FIELD_MISSING, "thiếu at: bãi bỏ đơn vị nào")
    for address in effect.at:
        found = draft.find(address)
        if found is None:
            return _no_place(address)
        made = _repealed_at(draft, deed, found)
        if isinstance(made, Refusal):
            return made
        draft = made
    return draft


def _repealed_at(draft: Draft, deed: Deed, found: Found) -> Draft | Refusal:
    mark = deed.effect.op, deed.cause
    if found.part != "whole" or not isinstance(found.node, Unit):
        return replace_part(draft, found, Material(()), mark)
    empty = repealed(found.node)
    draft = draft.put(found.path, (empty,)).marked(found.path, *mark)
    for path in _below(empty, found.path):
        draft = draft.marked(path, *mark)
    return draft


def _below(unit: Unit, path: Path) -> Iterator[Path]:
    for number, block in enumerate(unit.blocks):
        if isinstance(block, Unit):
            yield (*path, number)
            yield from _below(block, (*path, number))


def _retitle(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Give a unit a new title; what it holds stays."""
    effect = deed.effect
    if not effect.at:
        what = "tên của cả văn bản không nằm trong lời văn: sửa title ở document.yml"
        return Refusal(FIELD_MISSING, what)
    material = deed.material(draft)
    if isinstance(material, Refusal):
        return material
    for address in effect.at:
        found = draft.find(address.removesuffix(".ten"))
        if found is None:
            return _no_place(address)
        made = _retitled(draft, deed, found, material)
        if isinstance(made, Refusal):
            return made
        draft = made
    return draft


def _retitled(
    draft: Draft, deed: Deed, found: Found, material: Material
) -> Draft | Refusal:
    if not isinstance(found.node, Unit):
        return Refusal(NO_PLACE, "nơi được nêu không có tên")
    words = fitting.title(found.node, material)
    if isinstance(words, Refusal):
        return words
    new = replace(found.node, text=words)
    put = draft.put(found.path, (new,), same=True)
    return put.marked(found.path, deed.effect.op, deed.cause)


def _renumber(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Give a unit another number; it stays where it stands."""
    effect = deed.effect
    if not effect.at or not effect.new:
        return Refusal(FIELD_MISSING, "đổi số cần at và to")
    found = draft.find(effect.at[0])
    if found is None or not isinstance(found.node, Unit):
        return _no_place(effect.at[0])
    old = found.node
    new = replace(old, number=number_of(effect.new, old, old.kind), mark="")
    put = draft.renumbered(found.path, new)
    return put.marked(found.path, effect.op, deed.cause)


def _correct(draft: Draft, deed: Deed) -> Draft | Refusal:
    """Put words right, or a whole unit."""
    if deed.effect.find:
        return reword(draft, deed.effect, deed.cause)
    return _replace(draft, deed)


def _reword(draft: Draft, deed: Deed) -> Draft | Refusal:
    return reword(draft, deed.effect, deed.cause)


def _leave(draft: Draft, _deed: Deed) -> Draft | Refusal:
    """Leave the words as they are: a suspension changes none."""
    return draft


def _with_notes(draft: Draft, material: Material) -> Draft:
    if not material.notes:
        return draft
    notes = (*draft.text.footnotes, *material.notes)
    return replace(draft, text=LegalText(draft.text.blocks, notes))


def _no_place(address: str) -> Refusal:
    return Refusal(NO_PLACE, f"không có «{address}» trong văn bản được sửa đổi")


_OPS: dict[Op, Callable[[Draft, Deed], Draft | Refusal]] = {
    Op.REPLACE: _replace,
    Op.REPLACE_ANNEX: _replace,
    Op.INSERT: _insert,
    Op.INSERT_ANNEX: _insert,
    Op.REPEAL: _repeal,
    Op.REPEAL_ANNEX: _repeal,
    Op.RETITLE: _retitle,
    Op.RENUMBER: _renumber,
    Op.CORRECT: _correct,
    Op.REPLACE_WORDS: _reword,
    Op.INSERT_WORDS: _reword,
    Op.DELETE_WORDS: _reword,
    Op.SUSPEND: _leave,
    Op.RESUME: _leave,
}
