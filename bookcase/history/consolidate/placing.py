"""Where a new unit goes: beside its anchor, at an end, or by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.history.consolidate.model import FIELD_MISSING, NO_PLACE, Refusal
from bookcase.history.consolidate.numbering import key
from bookcase.legal.address import Found
from bookcase.legal.units import RANK
from bookcase.model.tree import Framed, Kind, LegalText, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.consolidate.draft import Draft, Path
    from bookcase.model.effects import Effect

_NESTING = frozenset({Kind.SUBCLAUSE, Kind.SUBPOINT})
"""1.1.1 stands in 1.1."""


def parent_of(effect: Effect) -> str:
    """Return the address of what the new unit stands in, empty for the whole act."""
    return effect.at[0] if effect.at else ""


def joined(parent: str, own: str) -> str:
    """Join a parent's address and an id that may be relative to it."""
    inside = not parent or own == parent or own.startswith((f"{parent}.", f"{parent}/"))
    return own if inside else f"{parent}.{own}"


def anchor(draft: Draft, effect: Effect) -> Found | None:
    """Return the unit beside which the new one goes; it may be told in short."""
    parent = parent_of(effect)
    tried = [joined(parent, effect.anchor), effect.anchor]
    if effect.inside:
        tried.append(joined(effect.inside, effect.anchor))
    found = next((found for one in tried if (found := draft.find(one))), None)
    return found if found and found.path else None


def place(draft: Draft, effect: Effect, unit: Unit) -> Path | Refusal:
    """Return the path before which a new unit is to be put in.

    Args:
        draft: The text.
        effect: The insertion.
        unit: The new unit.
    """
    if effect.anchor:
        found = anchor(draft, effect)
        if found is None:
            return Refusal(NO_PLACE, f"không có đơn vị mốc «{effect.anchor}»")
        return _beside(draft, effect, unit, found.path)
    holder = _holder(draft, effect.inside or parent_of(effect) or "act", unit)
    if isinstance(holder, Refusal):
        return holder
    if effect.position in {"first", "last"}:
        return _end(holder, unit, first=effect.position == "first")
    return _by_number(holder, unit)


def _beside(draft: Draft, effect: Effect, unit: Unit, path: Path) -> Path | Refusal:
    """Climb out of the anchor until its holder may hold the new unit."""
    if effect.inside:
        holder = _holder(draft, effect.inside, unit)
        if isinstance(holder, Refusal):
            return holder
        if path[: len(holder.path)] != holder.path:
            return _end(holder, unit, first=path < holder.path)
    before = effect.position in {"before", "first"}
    while len(path) > 1 and not _may_hold(draft.holder(path), unit):
        path = path[:-1]
    beside = draft.at(path)
    if isinstance(beside, Unit) and RANK[unit.kind] > RANK[beside.kind]:
        what = f"đơn vị mốc «{effect.anchor}» không cùng bậc với đơn vị được bổ sung"
        return Refusal(FIELD_MISSING, what)
    return path if before else (*path[:-1], path[-1] + 1)


def _holder(draft: Draft, address: str, unit: Unit) -> Found | Refusal:
    """Return what is to hold a new unit, if it is there and can."""
    found = draft.find(address)
    if found is None:
        return Refusal(NO_PLACE, f"không có đơn vị «{address}»")
    node = found.node
    if isinstance(node, (LegalText, Unit, Quote)) and _may_hold(node, unit):
        return found
    return Refusal(FIELD_MISSING, f"«{address}» không chứa được đơn vị được bổ sung")


def _may_hold(holder: LegalText | Unit | Quote | Framed, unit: Unit) -> bool:
    if not isinstance(holder, Unit):
        return True
    nests = holder.kind is unit.kind and unit.kind in _NESTING
    return nests or RANK[holder.kind] < RANK[unit.kind]


def _end(holder: Found, unit: Unit, *, first: bool) -> Path:
    """Return the place before the first, or behind the last, unit of the kind."""
    node = holder.node
    blocks = node.blocks if isinstance(node, (LegalText, Unit, Quote, Framed)) else ()
    units = [n for n, one in enumerate(blocks) if isinstance(one, Unit)]
    alike = [n for n in units if _kind(blocks[n]) is unit.kind] or units
    if not alike:
        return (*holder.path, len(blocks))
    return (*holder.path, alike[0] if first else alike[-1] + 1)


def _kind(block: object) -> Kind | None:
    return block.kind if isinstance(block, Unit) else None


def _by_number(holder: Found, unit: Unit) -> Path:
    """Return the place behind the last unit of the kind with a lesser number."""
    own = _key(unit)
    alike = [
        (path, found)
        for path, one in _siblings(holder, unit.kind)
        if (found := _key(one)) is not None
    ]
    if not alike or own is None:
        return _end(holder, unit, first=False)
    lesser = [path for path, found in alike if found <= own]
    if lesser:
        return (*lesser[-1][:-1], lesser[-1][-1] + 1)
    return alike[0][0]


def _key(unit: Unit) -> tuple[int, tuple[int, ...], int] | None:
    return key(unit.number, letters=unit.kind in {Kind.POINT, Kind.SUBPOINT})


def _siblings(holder: Found, kind: Kind) -> Iterator[tuple[Path, Unit]]:
    """Yield the units of a kind in a holder; articles also those in its chapters."""
    node = holder.node
    if not isinstance(node, (LegalText, Unit, Quote, Framed)):
        return
    for number, block in enumerate(node.blocks):
        if not isinstance(block, Unit):
            continue
        path = (*holder.path, number)
        if block.kind is kind:
            yield path, block
        elif RANK[Kind.PART] <= RANK[block.kind] < RANK[kind]:
            yield from _siblings(Found(block, path), kind)
