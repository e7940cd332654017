"""Name every unit of a text: flat, ASCII, short, and unique on the page.

An article's id never holds its chapter, so a link to it survives a move; texts that are
issued with an act, and annexes, count their articles anew and prefix them
(``d7a.k1.dd``, ``c1.m2``, ``pl1.d2``, ``kt1.d4.k2.a``, ``d1.k1/quote-1``). A chapter's
id holds its Phần only where each Phần numbers its chapters anew (``p2.c1``).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.legal.numbers import arabic
from bookcase.legal.units import CONTAINERS
from bookcase.model.ids import slug
from bookcase.model.tree import Frame, Framed, Kind, LegalText, Quote, Table, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block

_PREFIX = {
    Kind.ATTACHED: "kt",
    Kind.ANNEX: "pl",
    Kind.FORM: "mau",
    Kind.PART: "p",
    Kind.CHAPTER: "c",
    Kind.SECTION: "m",
    Kind.SUBSECTION: "tm",
    Kind.ARTICLE: "d",
    Kind.CAPITAL: "hoa-",
    Kind.ROMAN: "la",
    Kind.CLAUSE: "k",
    Kind.SUBCLAUSE: "k",
    Kind.ITEM: "so",
    Kind.DASH: "gach-",
    Kind.PLUS: "cong-",
}
_COUNTED = frozenset({Kind.ATTACHED, Kind.DASH, Kind.PLUS})
_FRAME_IDS = {
    Frame.OPENING: "can-cu",
    Frame.SIGNATURE: "ky",
    Frame.RECIPIENTS: "noi-nhan",
    Frame.FORMULA: "cong-thuc",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its id, in reading order.

    ``parents`` are the ids of the units around it, outermost first; ``quoted`` tells
    that it stands inside a quote.
    """

    block: Unit | Quote | Framed | Table
    id: str
    parents: tuple[str, ...] = ()
    quoted: bool = False


def identified(text: LegalText) -> Iterator[Placed]:
    """Yield every unit, quote, frame and table with its id, in reading order."""
    return _Namer(text).walk(text.blocks)


def id_map(text: LegalText) -> dict[int, str]:
    """Map ``id(block)`` to the block's name, for those who walk the tree themselves."""
    return {id(placed.block): placed.id for placed in identified(text)}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands.

    ``scope`` is the id of the container with a dot; ``part``, ``chapter``, ``section``
    and ``clause`` of the nearest of each kind; ``home`` of what holds clauses;
    ``inner`` of the innermost unit; ``anew`` are the kinds that are numbered anew in
    each Phần of the container.
    """

    scope: str = ""
    part: str = ""
    chapter: str = ""
    section: str = ""
    home: str = ""
    inner: str = ""
    clause: str = ""
    parents: tuple[str, ...] = ()
    quoted: bool = False
    anew: frozenset[Kind] = frozenset()


class _Namer:
    """Names the blocks of one text; remembers which names are taken."""

    def __init__(self, text: LegalText) -> None:
        self.taken: Counter[str] = Counter()
        self.start = _Place(anew=_numbered_anew(text.blocks))

    def walk(self, blocks: tuple[Block, ...]) -> Iterator[Placed]:
        return self._blocks(blocks, self.start)

    def _blocks(self, blocks: tuple[Block, ...], place: _Place) -> Iterator[Placed]:
        counts: Counter[str] = Counter()
        for block in blocks:
            if isinstance(block, Unit):
                yield from self._unit(block, place, counts)
            elif isinstance(block, Quote):
                yield from self._quote(block, place, counts)
            elif isinstance(block, (Framed, Table)):
                yield self._other(block, place, counts)

    def _unit(
        self, unit: Unit, place: _Place, counts: Counter[str]
    ) -> Iterator[Placed]:
        counts[unit.kind] += 1
        name = self._unique(_unit_name(unit, place, counts[unit.kind]))
        yield Placed(unit, name, place.parents, place.quoted)
        if unit.blocks:
            yield from self._blocks(unit.blocks, _inside(unit, name, place))

    def _quote(
        self, quote: Quote, place: _Place, counts: Counter[str]
    ) -> Iterator[Placed]:
        counts["quote"] += 1
        base = place.inner or place.scope.removesuffix(".")
        name = self._unique(f"{base}/quote-{counts['quote']}".lstrip("/"))
        yield Placed(quote, name, place.parents, place.quoted)
        parents, anew = (*place.parents, name), _numbered_anew(quote.blocks)
        inner = _Place(f"{name}.", parents=parents, quoted=True, anew=anew)
        yield from self._blocks(quote.blocks, inner)

    def _other(
        self, block: Framed | Table, place: _Place, counts: Counter[str]
    ) -> Placed:
        if isinstance(block, Framed) and block.frame is not Frame.FORMULA:
            name = place.scope + _FRAME_IDS[block.frame]
        else:
            what = "bang" if isinstance(block, Table) else "cong-thuc"
            counts[what] += 1
            base = f"{place.inner}." if place.inner else place.scope
            name = f"{base}{what}-{counts[what]}"
        return Placed(block, self._unique(name), place.parents, place.quoted)

    def _unique(self, name: str) -> str:
        self.taken[name] += 1
        count = self.taken[name]
        return name if count == 1 else f"{name}~{count}"


def _numbered_anew(blocks: tuple[Block, ...]) -> frozenset[Kind]:
    """Tell which of Chương and Mục some Phần number like another Phần."""
    seen: set[tuple[Kind, str]] = set()
    anew: set[Kind] = set()
    for part in blocks:
        if not isinstance(part, Unit) or part.kind is not Kind.PART:
            continue
        inner = {
            (unit.kind, arabic(unit.number))
            for unit in part.blocks
            if isinstance(unit, Unit) and unit.kind in {Kind.CHAPTER, Kind.SECTION}
        }
        anew |= {kind for kind, _ in inner & seen}
        seen |= inner
    return frozenset(anew)


def _unit_name(unit: Unit, place: _Place, count: int) -> str:
    """Return a unit's name before it is made unique."""
    kind, number = unit.kind, arabic(unit.number)
    if kind in _COUNTED:
        base = f"{place.inner}." if place.inner else place.scope
        return f"{base}{_PREFIX[kind]}{count}"
    if kind in _OUTER:
        last = _PREFIX[kind] + (_ascii(number) or str(count))
        return _outer_base(kind, place) + last
    return _body_name(kind, unit.number, place)


_OUTER = frozenset(
    {
        Kind.ANNEX,
        Kind.FORM,
        Kind.PART,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.ARTICLE,
    }
)


def _outer_base(kind: Kind, place: _Place) -> str:
    if kind is Kind.SECTION and place.chapter:
        return f"{place.chapter}."
    if kind in place.anew and place.part:
        return f"{place.part}."
    if kind is Kind.SUBSECTION and (place.section or place.chapter):
        return f"{place.section or place.chapter}."
    return place.scope


def _body_name(kind: Kind, number: str, place: _Place) -> str:
    home = f"{place.home}." if place.home else place.scope
    if kind in {Kind.CAPITAL, Kind.ROMAN}:
        number = arabic(number) if kind is Kind.ROMAN else number
        return f"{home}{_PREFIX[kind]}{_ascii(number)}"
    if kind in {Kind.CLAUSE, Kind.SUBCLAUSE}:
        return f"{home}k{_ascii(number)}"
    if kind is Kind.ITEM:
        inner = f"{place.inner}." if place.inner else place.scope
        sign = "so" if number.isdigit() else "r"
        value = number if number.isdigit() else arabic(number.upper())
        return f"{inner}{sign}{value}"
    clause = f"{place.clause}." if place.clause else f"{home}_."
    return f"{clause}{_ascii(number)}"


@lru_cache(maxsize=4096)
def _ascii(number: str) -> str:
    return slug(number.lower().replace("đ", "dd"))


def _inside(unit: Unit, name: str, place: _Place) -> _Place:
    """Return the place of what the unit holds."""
    kind, parents = unit.kind, (*place.parents, name)
    if kind in CONTAINERS:
        anew = _numbered_anew(unit.blocks)
        return _Place(f"{name}.", parents=parents, quoted=place.quoted, anew=anew)
    inside = replace(place, parents=parents, inner=name)
    if kind in {Kind.CLAUSE, Kind.SUBCLAUSE}:
        return replace(inside, clause=name)
    return _below_heading(inside, kind, name)


def _below_heading(inside: _Place, kind: Kind, name: str) -> _Place:
    if kind is Kind.PART:
        return replace(inside, part=name, chapter="", section="", home=name)
    if kind is Kind.CHAPTER:
        return replace(inside, chapter=name, section="", home=name)
    if kind is Kind.SECTION:
        return replace(inside, section=name, home=name)
    if kind in {Kind.SUBSECTION, Kind.ARTICLE, Kind.CAPITAL, Kind.ROMAN}:
        return replace(inside, home=name, clause="")
    return inside
