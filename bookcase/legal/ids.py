"""Name every unit of a text: flat, ASCII, short, and unique on the page.

An article's id never holds its chapter, so a link to it survives a move; texts that are
issued with an act, and annexes, count their articles anew and prefix them
(``d7a.k1.dd``, ``c1.m2``, ``pl1.d2``, ``kt1.d4.k2.a``, ``d1.k1/quote-1``). A chapter's
id holds its Phần only where each Phần numbers its chapters anew (``p2.c1``).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from bookcase.legal.numbers import arabic
from bookcase.legal.units import CONTAINERS
from bookcase.model.ids import slug
from bookcase.model.tree import Frame, Framed, Kind, LegalText, Quote, Table, Unit

if TYPE_CHECKING:
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


class Placed(NamedTuple):
    """A block with its id, in reading order.

    ``parents`` are the ids of the units around it, outermost first; ``quoted`` tells
    that it stands inside a quote.
    """

    block: Unit | Quote | Framed | Table
    id: str
    parents: tuple[str, ...] = ()
    quoted: bool = False


_new = tuple.__new__
"""Makes a named tuple in half the time of its own name: for what is made by 200,000."""


def identified(text: LegalText) -> tuple[Placed, ...]:
    """Return every unit, quote, frame and table with its id, in reading order."""
    rows = _Rows()
    _walk(text.blocks, _Place(anew=_numbered_anew(text.blocks)), rows)
    return tuple(rows.named)


def id_map(text: LegalText) -> dict[int, str]:
    """Map ``id(block)`` to the block's name, for those who walk the tree themselves."""
    return {id(one.block): one.id for one in identified(text)}


class _Place(NamedTuple):
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


class _Rows:
    """The blocks named so far, in order; a name that is taken gets ``~2`` and so on."""

    __slots__ = ("named", "taken")

    def __init__(self) -> None:
        self.named: list[Placed] = []
        self.taken: set[str] = set()

    def add(
        self, block: Unit | Quote | Framed | Table, name: str, place: _Place
    ) -> str:
        """Name a block and return the name."""
        if name in self.taken:
            name = self.free(name)
        self.taken.add(name)
        self.named.append(Placed(block, name, place.parents, place.quoted))
        return name

    def free(self, name: str) -> str:
        """Return what a block is named whose name is taken."""
        again = (f"{name}~{count}" for count in itertools.count(2))
        return next(one for one in again if one not in self.taken)


def _walk(blocks: tuple[Block, ...], place: _Place, rows: _Rows) -> None:
    """Name the blocks and all below them.

    Clauses and points are nine of ten units: what their names begin with is made once,
    and their rows are made here, without a call (0.18 for 0.22 s a thousand acts).
    """
    counts: defaultdict[str, int] = defaultdict(int)
    clauses = f"{place.home}.k" if place.home else f"{place.scope}k"
    points = f"{place.clause}." if place.clause else ""
    taken, named = rows.taken, rows.named
    parents, quoted = place.parents, place.quoted
    for block in blocks:
        if isinstance(block, Unit):
            kind = block.kind
            if kind is _POINT and points:
                name = points + _ascii(block.number)
            elif kind in _CLAUSES:
                name = clauses + _ascii(block.number)
            else:
                name = _unit_name(block, place, counts)
            if name in taken:
                name = rows.free(name)
            taken.add(name)
            named.append(_new(Placed, (block, name, parents, quoted)))
            if block.blocks:
                _walk(block.blocks, _inside(block, name, place), rows)
        elif isinstance(block, Quote):
            _walk_quote(block, place, counts, rows)
        elif isinstance(block, (Framed, Table)):
            rows.add(block, _other_name(block, place, counts), place)


def _walk_quote(
    quote: Quote, place: _Place, counts: dict[str, int], rows: _Rows
) -> None:
    counts["quote"] += 1
    base = place.inner or place.scope.removesuffix(".")
    name = rows.add(quote, f"{base}/quote-{counts['quote']}".lstrip("/"), place)
    parents, anew = (*place.parents, name), _numbered_anew(quote.blocks)
    inner = _Place(f"{name}.", parents=parents, quoted=True, anew=anew)
    _walk(quote.blocks, inner, rows)


def _other_name(block: Framed | Table, place: _Place, counts: dict[str, int]) -> str:
    if isinstance(block, Framed) and block.frame is not Frame.FORMULA:
        return place.scope + _FRAME_IDS[block.frame]
    what = "bang" if isinstance(block, Table) else "cong-thuc"
    counts[what] += 1
    base = f"{place.inner}." if place.inner else place.scope
    return f"{base}{what}-{counts[what]}"


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


def _unit_name(unit: Unit, place: _Place, counts: dict[str, int]) -> str:
    """Return the name before it is made unique, of a unit that is no clause."""
    kind = unit.kind
    if kind in _COUNTED:
        counts[kind] += 1
        base = f"{place.inner}." if place.inner else place.scope
        return f"{base}{_PREFIX[kind]}{counts[kind]}"
    if kind in _OUTER:
        counts[kind] += 1
        number = _ascii(arabic(unit.number)) or str(counts[kind])
        return f"{_outer_base(kind, place)}{_PREFIX[kind]}{number}"
    return _body_name(kind, unit.number, place)


_CLAUSES = frozenset({Kind.CLAUSE, Kind.SUBCLAUSE})
_POINT = Kind.POINT
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
    scope, part, chapter, section, home, _, clause, _, quoted, anew = place
    if kind in _CLAUSES:
        clause = name
    elif kind in _HOMES:
        home = name
        if kind in _CLAUSE_ENDS:
            clause = ""
        elif kind is Kind.SECTION:
            section = name
        else:
            section = ""
            chapter = name if kind is Kind.CHAPTER else ""
            part = name if kind is Kind.PART else part
    return _Place(
        scope, part, chapter, section, home, name, clause, parents, quoted, anew
    )


_CLAUSE_ENDS = frozenset({Kind.SUBSECTION, Kind.ARTICLE, Kind.CAPITAL, Kind.ROMAN})
_HOMES = _CLAUSE_ENDS | {Kind.PART, Kind.CHAPTER, Kind.SECTION}
