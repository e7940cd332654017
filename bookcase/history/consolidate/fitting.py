"""The new text cut to the place that it is for.

Acts quote in many ways: the unit with its number, its words without the number, the
khoản of an article without the article's own line. What fits none of these is refused.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.consolidate.leaves import last_words
from bookcase.history.consolidate.model import BAD_QUOTE, Refusal
from bookcase.history.consolidate.numbering import number_of, tail, tail_of
from bookcase.history.consolidate.signs import with_end
from bookcase.legal.numbers import arabic
from bookcase.legal.units import BARE, BY_KIND, CONTAINERS, RANK, match_heading
from bookcase.model.tree import Kind, Paragraph, Unit

if TYPE_CHECKING:
    from bookcase.history.consolidate.quoted import Material
    from bookcase.model.tree import Block

_ENDS = frozenset(".;,:")
_BODY = frozenset(
    kind for kind in Kind if RANK[kind] > RANK[Kind.ARTICLE] and kind not in BARE
)


def replacement(old: Unit, material: Material) -> Unit | Refusal:
    """Return the unit that takes the place of another, by what the quote holds."""
    units = [block for block in material.blocks if isinstance(block, Unit)]
    alike = [one for one in units if _same(one, old)]
    if len(alike) == 1:
        return _ended(_as(alike[0], old), old)
    if alike:
        return _refused(f"có nhiều đơn vị cùng số {old.number}")
    if old.kind in CONTAINERS:
        return _container(old, material)
    if old.kind in BARE and len(units) == 1 and units[0].kind in BARE:
        return _ended(replace(units[0], kind=old.kind), old)
    if any(RANK[one.kind] <= RANK[old.kind] for one in units):
        return _refused(f"không có đơn vị mang số {old.number}")
    return _rest(old, material.blocks)


def inserted(new: str, material: Material, beside: Unit | None) -> Unit | Refusal:
    """Return the unit to put in, called ``new`` (its id's last part).

    Args:
        new: The id that it gets.
        material: What the quote holds.
        beside: A neighbour of its kind, by whose numbering and end it goes.
    """
    units = [block for block in material.blocks if isinstance(block, Unit)]
    wanted = tail(new)
    alike = [one for one in units if tail_of(one) == wanted]
    if len(alike) == 1:
        return _ended(alike[0], beside)
    if material.own and len(units) == 1:
        unit = units[0]
        like = beside if beside and beside.kind is unit.kind else None
        named = replace(unit, number=number_of(new, like, unit.kind), mark="")
        if tail_of(named) == wanted:
            return named
    return _refused(f"không có đơn vị «{wanted}»")


def title(old: Unit, material: Material) -> str | Refusal:
    """Return the title that a quote brings: its heading's, or all its words."""
    first, *rest = material.blocks
    if any(not isinstance(block, Paragraph) for block in rest):
        return _refused("không chỉ có tên mới")
    more = " ".join(one.text for one in rest if isinstance(one, Paragraph))
    if isinstance(first, Unit):
        inner = [one.text for one in first.blocks if isinstance(one, Paragraph)]
        if not _same(first, old) or len(inner) != len(first.blocks):
            return _refused(f"không phải tên của đơn vị mang số {old.number}")
        return " ".join(filter(None, (first.text, *inner, more)))
    if not isinstance(first, Paragraph):
        return _refused("không có tên mới")
    words = f"{first.text} {more}".strip()
    found = match_heading(words)
    return found[3] if found and found[0].kind is old.kind else words


def paragraphs(material: Material) -> tuple[Block, ...] | Refusal:
    """Return new running text: anything that is not a unit."""
    if any(isinstance(block, Unit) for block in material.blocks):
        return _refused("có đơn vị đánh số, không phải một đoạn")
    return material.blocks


def _same(new: Unit, old: Unit) -> bool:
    kinds = new.kind is old.kind or {new.kind, old.kind} <= _BODY
    same = arabic(new.number) == arabic(old.number)
    return kinds and same and bool(old.number) and old.kind not in BARE


def _as(new: Unit, old: Unit) -> Unit:
    """Give a unit that was taken for another kind the kind that it must have."""
    if new.kind is old.kind:
        return new
    return replace(new, kind=old.kind, number=old.number, mark=old.mark)


def _container(old: Unit, material: Material) -> Unit | Refusal:
    """``annex = (annex | form) of any number | blocks``: the old number stays."""
    units = [block for block in material.blocks if isinstance(block, Unit)]
    if material.own and len(units) == 1:
        words = units[0].text or old.text
        return replace(old, text=words, blocks=units[0].blocks)
    if any(one.kind in CONTAINERS for one in units):
        return _refused(f"không có đơn vị mang số {old.number}")
    return replace(old, blocks=material.blocks)


def _rest(old: Unit, blocks: tuple[Block, ...]) -> Unit | Refusal:
    """Take words without the number: a heading keeps its title, a khoản gets a text."""
    if old.kind in BY_KIND:
        return replace(old, blocks=blocks)
    first, *rest = blocks
    if not isinstance(first, Paragraph):
        return _refused(f"không có đơn vị mang số {old.number}")
    return _ended(replace(old, text=first.text, blocks=tuple(rest)), old)


def _ended(new: Unit, old: Unit | None) -> Unit:
    """End a unit as its place asks, where the quote left it open; no title is ended.

    A quote that ends in any mark of its own is kept as it is: officials do so too.
    """
    if old is None or (new.kind in BY_KIND and not new.blocks):
        return new
    words, before = last_words(new), last_words(old)
    if not words or not words[-1].isalnum() or before[-1:] not in _ENDS:
        return new
    return with_end(new, before[-1])


def _refused(what: str) -> Refusal:
    return Refusal(BAD_QUOTE, f"đoạn trích {what}")
