"""A text under work: places are found by address, blocks are put in and taken out.

A draft never changes; each step gives a new one that shares all that stayed. What was
changed is marked by place, and the marks move with what they stand on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from bookcase.legal.address import Found, find, places
from bookcase.legal.ids import id_map
from bookcase.model.tree import Framed, Kind, LegalText, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.consolidate.model import Cause
    from bookcase.model.effects import Op
    from bookcase.model.tree import Block

Path = tuple[int, ...]
"""The way to a block: which block of which holder, from 0."""

Holder = LegalText | Unit | Quote | Framed
Mark = tuple[tuple["Op", "Cause"], ...]

_ARTICLE = Kind.ARTICLE


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, and where its articles and what stands around them are.

    Attributes:
        text: The text.
        outer: The path of each block that has an id and stands in no article.
        marks: What was done at each path.
        near: The places of each article that was looked into, with the article.
    """

    text: LegalText
    outer: Mapping[str, Path]
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    near: dict[str, tuple[Unit, Mapping[str, Found]]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: LegalText) -> Draft:
        """Begin with a text."""
        return cls(text, _outer(text))

    def find(self, address: str) -> Found | None:
        """Return what an address names, None where nothing bears it."""
        name = address.strip().lower().replace("đ", "dd")
        article = self._article(name)
        if not article:
            found = find(self.text, name, _Known(self))
            return found or self._only_form(name)
        path = self.outer[article]
        found = find(self.text, name, self._inside(article, path))
        return found and replace(found, path=(*path, *found.path[1:]))

    def _only_form(self, name: str) -> Found | None:
        """Find a form that is named without its annex, where only one bears the name.

        ``Mẫu số 01 ban hành kèm theo Thông tư`` is ``mau1`` to those who cite it.
        """
        if not name.startswith("mau"):
            return None
        whole = [one for one in self.outer if one.endswith(f".{name}")]
        return find(self.text, whole[0], _Known(self)) if len(whole) == 1 else None

    def at(self, path: Path) -> Block | LegalText:
        """Return the block at a path."""
        return _at(self.text, path)

    def holder(self, path: Path) -> Holder:
        """Return what holds the block at a path."""
        return cast("Holder", _at(self.text, path[:-1]))

    def put(
        self,
        path: Path,
        blocks: tuple[Block, ...],
        *,
        taken: int = 1,
        same: bool = False,
    ) -> Draft:
        """Put blocks in the place of the ``taken`` that begin at ``path``.

        Args:
            path: Where.
            blocks: What comes in.
            taken: How many blocks go out; 0 puts in before ``path``.
            same: Every unit keeps its number and its place: only words differ.
        """
        text = cast("LegalText", _put(self.text, path, blocks, taken))
        marks = self.marks
        if not same:
            marks = _moved(marks, path, len(blocks), taken)
        outer = self.outer
        if not (same or self._in_article(path) or self._alike(path, blocks, taken)):
            outer = self._reindexed(text, path, blocks, taken)
        return Draft(text, outer, marks, self.near)

    def renumbered(self, path: Path, unit: Unit) -> Draft:
        """Put a unit in its own place under another number; all in it stays marked."""
        text = cast("LegalText", _put(self.text, path, (unit,), 1))
        outer = self.outer if self._in_article(path) else _outer(text)
        return Draft(text, outer, self.marks, self.near)

    def marked(self, path: Path, op: Op, cause: Cause) -> Draft:
        """Note what was done to the innermost unit at or around a path."""
        while path and not isinstance(self.at(path), (Unit, Framed)):
            path = path[:-1]
        before = self.marks.get(path, ())
        return replace(self, marks={**self.marks, path: (*before, (op, cause))})

    def _article(self, name: str) -> str:
        """Return the id of the article that an address stands in, empty for none."""
        parts = name.partition("/")[0].split(".")
        for count in range(1, len(parts) + 1):
            head = ".".join(parts[:count])
            if head in self.outer:
                unit = self.at(self.outer[head])
                if isinstance(unit, Unit) and unit.kind is _ARTICLE:
                    return head
        return ""

    def _inside(self, article: str, path: Path) -> Mapping[str, Found]:
        """Return the places of an article by their whole ids; paths begin with 0."""
        unit = cast("Unit", self.at(path))
        kept = self.near.get(article)
        if kept is None or kept[0] is not unit:
            kept = unit, _renamed(places(LegalText((unit,))), article)
            self.near[article] = kept
        return kept[1]

    def _in_article(self, path: Path) -> bool:
        block: Block | LegalText = self.text
        for number in path[:-1]:
            block = cast("Holder", block).blocks[number]
            if isinstance(block, Quote):
                return False
            if isinstance(block, Unit) and block.kind is _ARTICLE:
                return True
        return False

    def _alike(self, path: Path, blocks: tuple[Block, ...], taken: int) -> bool:
        """Tell whether one article, or a heading alone, takes its own place again."""
        if taken != 1 or len(blocks) != 1:
            return False
        old, new = self.at(path), blocks[0]
        if not (isinstance(old, Unit) and isinstance(new, Unit)):
            return not isinstance(old, Unit) and not isinstance(new, Unit)
        named = old.kind is new.kind and old.number == new.number
        return named and (old.kind is _ARTICLE or old.blocks is new.blocks)

    def _reindexed(
        self, text: LegalText, path: Path, blocks: tuple[Block, ...], taken: int
    ) -> Mapping[str, Path]:
        """Name the outer blocks anew; where articles only came in, move the others."""
        base = self._scope(path)
        if taken or base is None or not all(map(_is_article, blocks)):
            return _outer(text)
        added: dict[str, Path] = {}
        for number, block in enumerate(blocks):
            name = base + id_map(LegalText((block,)))[id(block)]
            if name in self.outer or name in added:
                return _outer(text)
            added[name] = (*path[:-1], path[-1] + number)
        moved = {
            name: _shifted(old, path, len(blocks)) for name, old in self.outer.items()
        }
        return moved | added

    def _scope(self, path: Path) -> str | None:
        """Return what ids of articles begin with at a path: ``pl1.`` in an annex.

        None where no other article stands beside, to tell by.
        """
        holder = path[:-1]
        for name, one in self.outer.items():
            if one[:-1] == holder and _is_article(self.at(one)):
                return name[: name.rfind(".") + 1]
        return None


class _Known(Mapping[str, Found]):
    """The outer places of a draft, looked up as they are asked for."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def __getitem__(self, name: str) -> Found:
        if name == "act":
            return Found(self._draft.text)
        path = self._draft.outer[name]
        return Found(self._draft.at(path), path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._draft.outer)

    def __len__(self) -> int:
        return len(self._draft.outer)


def _is_article(block: Block | LegalText) -> bool:
    return isinstance(block, Unit) and block.kind is _ARTICLE


def _outer(text: LegalText) -> dict[str, Path]:
    ids = id_map(text)
    return {ids[id(block)]: path for block, path in _walk(text, ()) if id(block) in ids}


def _walk(
    holder: Holder, path: Path, *, quoted: bool = False
) -> Iterator[tuple[Block, Path]]:
    """Yield every block outside articles, and the articles; of a quote, all of it."""
    for number, block in enumerate(holder.blocks):
        yield block, (*path, number)
        if isinstance(block, (Unit, Quote, Framed)) and (
            quoted or not _is_article(block)
        ):
            inside = quoted or isinstance(block, Quote)
            yield from _walk(block, (*path, number), quoted=inside)


def _renamed(alone: Mapping[str, Found], article: str) -> Mapping[str, Found]:
    """Give places that were named in an article alone the ids of the whole text."""
    named = {name: found for name, found in alone.items() if found.path}
    own = next(iter(named), "")
    return {article + name.removeprefix(own): found for name, found in named.items()}


def _at(text: LegalText, path: Path) -> Block | LegalText:
    block: Block | LegalText = text
    for number in path:
        block = cast("Holder", block).blocks[number]
    return block


def _put(holder: Holder, path: Path, blocks: tuple[Block, ...], taken: int) -> Holder:
    number, *deeper = path
    own: tuple[Block, ...] = holder.blocks
    if deeper:
        inner = cast("Holder", own[number])
        blocks = (cast("Block", _put(inner, tuple(deeper), blocks, taken)),)
        taken = 1
    whole = own[:number] + blocks + own[number + taken :]
    return replace(holder, blocks=whole)  # type: ignore[arg-type]


def _moved(
    marks: Mapping[Path, Mark], path: Path, came: int, taken: int
) -> Mapping[Path, Mark]:
    """Move the marks behind; those within what was replaced are gone with it."""
    depth, gone = len(path), range(path[-1], path[-1] + taken)
    return {
        _shifted(one, path, came - taken): mark
        for one, mark in marks.items()
        if not (
            one[: depth - 1] == path[:-1]
            and len(one) >= depth
            and one[depth - 1] in gone
            and (len(one) > depth or not came)
        )
    }


def _shifted(one: Path, path: Path, by: int) -> Path:
    depth = len(path)
    beside = len(one) >= depth and one[: depth - 1] == path[:-1]
    if not beside or one[depth - 1] < path[-1] or not by:
        return one
    return (*one[: depth - 1], one[depth - 1] + by, *one[depth:])
