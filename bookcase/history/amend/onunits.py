"""Instructions on units: replaced, put in, repealed, renumbered, suspended."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.amend.places import OWN, located
from bookcase.history.amend.rows import Row
from bookcase.history.amend.scoping import scoped, scoped_all
from bookcase.history.amend.sentences import Verb
from bookcase.legal.numbers import LETTERS
from bookcase.model.effects import Op
from bookcase.model.ids import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bookcase.history.amend.places import Group
    from bookcase.history.amend.sentences import Clause
    from bookcase.history.amend.texts import Texts
    from bookcase.model.effects import Position

Addressed = tuple[str, Row]
"""The act that words name, empty for the one in question, and what is done to it."""

_OWN_TEXT = re.compile(
    r"\s(?:bằng|thành|theo|tại|như)\s+(?P<own>(?:các\s+)?(?:biểu\s+)?(?:mẫu|phụ\s+lục|danh\s+mục)"
    r"(?:(?!\sbằng\s|\sthành\s).)*?(?:này|$))",
    re.IGNORECASE | re.DOTALL,
)
_INTO = re.compile(
    r"(?:vào|ở)?\s*(?:phía\s+|ngay\s+|liền\s+)?(?P<side>sau|trước|cuối|đầu|vào)\s+"
    r"(?=(?:của\s+)?(?:các\s+)?(?:điểm|khoản|điều|mục|tiểu\s+mục|chương|phần|phụ\s+lục|mẫu"
    r"|đoạn|khổ|gạch|tiết|biểu))",
    re.IGNORECASE,
)
_SIDES: dict[str, Position] = {
    "sau": "after", "trước": "before", "cuối": "last", "đầu": "first",
}  # fmt: skip
_HAS_TITLE = re.compile(r"(?:d|c|m|tm|p)\d+[a-z]*")
_PARTS = re.compile(
    r"(?:cụm\s+từ|từ|nội\s+dung|chữ|câu)\s*«"
    r"|,\s*(?:các|những)\s+(?:quy\s+định|nội\s+dung)\s[^;]*\stại\s",
    re.IGNORECASE,
)
_NESTED = re.compile(r"thuộc\s+phụ\s+lục", re.IGNORECASE)
_FORMS = re.compile(r"(?:kt\d+\.)?(?:pl\d*[a-z]*|(?:pl\d+[a-z]*\.)?mau[\w-]+)$")
_RENUMBERED = re.compile(r"\s(?:thành|là)\s", re.IGNORECASE)
_NEXT = [slug(letter.replace("đ", "dd")) for letter in LETTERS]


def replaced(
    clause: Clause, scope: str, new: Texts, names: Mapping[str, str]
) -> Iterator[Addressed]:
    """Yield a row for each unit that is replaced, with its new text.

    ``Row.text`` stays empty where no quote has the unit: the caller tells of it.
    """
    said, own = _own_text(clause.said)
    groups = located(said, names).groups
    if _NESTED.search(own):
        return
    if own:
        yield from _by_annexes(groups, located(own, names).groups, scope)
        return
    places = [
        (one.act, place) for one in groups for place in scoped_all(scope, one.units)
    ]
    title = any(place.endswith("ten") for _, place in places)
    rows = [
        (act, _replacing(_titled(place, title=title), new, alone=len(places) == 1))
        for act, place in places
    ]
    yield from _with_the_odd_one(rows, new)


def _titled(place: str, *, title: bool) -> str:
    """Return a title's address: *tên Điều 5, Điều 6* names two titles."""
    alike = title and _HAS_TITLE.fullmatch(place.rpartition(".")[2])
    return f"{place}.ten" if alike else place


def _with_the_odd_one(rows: list[Addressed], new: Texts) -> Iterator[Addressed]:
    """Give the only place without new text the only new text without a place.

    Real acts misprint a number in either; the caller tells of it.
    """
    bare = [number for number, (_, row) in enumerate(rows) if not row.text]
    if len(bare) == 1 and len(rows) > 1:
        act, row = rows[bare[0]]
        text = new.take_odd()
        rows[bare[0]] = act, replace(row, text=text, guessed=bool(text))
    yield from rows


def _replacing(place: str, new: Texts, *, alone: bool) -> Row:
    base = place.removesuffix(".ten")
    text = new.take(base, alone=alone)
    if place != base:
        return Row(Op.RETITLE, units=(base,), text=text)
    op = Op.REPLACE_ANNEX if _FORMS.match(place) else Op.REPLACE
    return Row(op, units=(place,), text=text)


def _own_text(said: str) -> tuple[str, str]:
    """Part what is replaced from the annex of the acting act that replaces it."""
    found = _OWN_TEXT.search(said)
    if found is None or not re.search(r"này\W*$", found["own"].strip()):
        return said, ""
    return said[: found.start()], found["own"]


def _by_annexes(
    old: Sequence[Group], new: Sequence[Group], scope: str
) -> Iterator[Addressed]:
    """Yield replaced annexes and forms, one after the other by those of the act."""
    theirs = [unit for group in new for unit in group.units]
    places = [
        (group.act, scoped(scope, unit))
        for group in old
        if group.act != OWN
        for unit in group.units
    ]
    for number, (act, place) in enumerate(places):
        text = theirs[number] if len(theirs) == len(places) else ""
        yield act, Row(Op.REPLACE_ANNEX, units=(place,), text=text)


def added(
    clause: Clause, scope: str, new: Texts, names: Mapping[str, str]
) -> Iterator[Addressed]:
    """Yield a row for each unit that is put in, and where it goes."""
    said, own = _own_text(clause.said)
    into = _INTO.search(said)
    units = located(said[: into.start()] if into else said, names).groups
    beside = located(said[into.end() :], names).groups if into else ()
    act = next((one.act for one in (*beside, *units) if one.act), "")
    side = _SIDES.get(into["side"].lower()) if into else None
    anchors = [scoped(scope, unit) for group in beside for unit in group.units]
    anchor = anchors[0] if anchors else ""
    fresh = [unit for group in units for unit in group.units]
    texts = [unit for group in located(own, names).groups for unit in group.units]
    if not fresh and anchor and side not in {"after", "before"}:
        fresh = [name for one in new.new for name in one.names()]
    if not fresh and anchor:
        yield from _paragraphs(act, anchor, side or "last", new)
    alone = len(fresh) == 1
    for number, unit in enumerate(fresh):
        beside_it = anchor and "." not in unit
        row = _put_in(unit if beside_it else scoped(scope, unit), side, anchor)
        text = texts[min(number, len(texts) - 1)] if texts else ""
        if not text and new.holds(unit):
            continue  # it stands in a unit that was put in with it
        text = text or new.take(unit, alone=alone)
        yield act, _with_text(row, text)
        if row.position == "after":
            anchor, side = _full(row), "after"


def _paragraphs(
    act: str, anchor: str, side: Position, new: Texts
) -> Iterator[Addressed]:
    """Yield what is put in by its place alone: *Bổ sung vào cuối khoản 3 như sau*."""
    if len(new.new) != 1 or new.new[0].outermost():
        return
    parent, _, beside = anchor.rpartition(".")
    number = re.fullmatch(r"doan-(\d+)", beside)
    text = new.take("", alone=True)
    if number and side == "after":
        name = f"doan-{int(number[1]) + 1}"
        yield act, Row(Op.INSERT, "", None, None, (parent,), name, side, beside, text)
    elif side in {"last", "first"}:
        name = "doan-cuoi" if side == "last" else "doan-1"
        yield act, Row(Op.INSERT, "", None, None, (anchor,), name, side, "", text)


def _with_text(row: Row, text: str) -> Row:
    op = Op.INSERT_ANNEX if _FORMS.match(row.new) else Op.INSERT
    return replace(row, op=op, text=text)


def _put_in(unit: str, side: Position | None, anchor: str) -> Row:
    """Return where a unit goes: beside its anchor, or behind the one before it.

    The parent is what the unit's own words name, else the anchor's, and the anchor
    itself where the unit is put *into* it.
    """
    parent, _, name = unit.rpartition(".")
    parent = parent.removesuffix("._")
    if side in {"after", "before"}:
        around, _, beside = anchor.rpartition(".")
        around = around.removesuffix("._")
        return Row(
            Op.INSERT,
            units=_units(parent or around),
            new=name,
            position=side,
            anchor=beside,
        )
    parent = parent or anchor
    before = _before(name)
    if side is None and before:
        return Row(
            Op.INSERT, units=_units(parent), new=name, position="after", anchor=before
        )
    return Row(Op.INSERT, units=_units(parent), new=name, position=side or "last")


def _units(parent: str) -> tuple[str, ...]:
    return (parent,) if parent else ()


def _full(row: Row) -> str:
    parent = row.units[0] if row.units else ""
    return f"{parent}.{row.new}" if parent else row.new


def _before(name: str) -> str:
    """Return the name of the unit before one: ``k2`` before ``k3`` and ``k2a``."""
    found = re.fullmatch(r"([a-z]*?)(\d+)([a-z]*)", name)
    if found and found[3]:
        letter = found[3]
        return f"{found[1]}{found[2]}{_previous(letter)}"
    if found and found[1] in {"k", "d", "c", "m"} and int(found[2]) > 1:
        return f"{found[1]}{int(found[2]) - 1}"
    if found and found[1] in _NEXT:
        number = int(found[2]) - 1
        return f"{found[1]}{number or ''}"
    return _previous(name) if name in _NEXT else ""


def _previous(letter: str) -> str:
    at = _NEXT.index(letter) if letter in _NEXT else 0
    return _NEXT[at - 1] if at else ""


def repealed(
    clause: Clause, scope: str, names: Mapping[str, str]
) -> Iterator[Addressed]:
    """Yield what is repealed: units, annexes, or whole acts.

    Nothing where words, or some of what provisions say, are among them.
    """
    if _PARTS.search(clause.said):
        return
    for group in located(clause.said, names).groups:
        places = scoped_all(scope, group.units)
        if any(one != _titled(one, title=True) for one in places) and any(
            one.endswith(".ten") for one in places
        ):
            return  # the titles of some, or they themselves?
        forms = tuple(one for one in places if _FORMS.match(one))
        units = tuple(one for one in places if one not in forms)
        if forms:
            yield group.act, Row(Op.REPEAL_ANNEX, units=forms)
        if units or (not places and group.act not in {"", OWN}):
            yield group.act, Row(Op.REPEAL, units=units)


def suspended(
    clause: Clause, scope: str, names: Mapping[str, str]
) -> Iterator[Addressed]:
    """Yield what is suspended, or what is in force again."""
    op = Op.RESUME if clause.verb is Verb.RESUME else Op.SUSPEND
    for group in located(clause.said, names).groups:
        if group.act == OWN:
            continue
        places = tuple(scoped(scope, unit) for unit in group.units)
        if places or group.act:
            yield group.act, Row(op, units=places)


def renumbered(
    clause: Clause, scope: str, names: Mapping[str, str]
) -> Iterator[Addressed]:
    """Yield units with their new numbers: *khoản 3 Điều 5 thành khoản 4*."""
    old, _, new = clause.said.partition(_to(clause.said))
    before, after = located(old, names).groups, located(new, names).groups
    olds = [(group.act, unit) for group in before for unit in group.units]
    news = [unit for group in after for unit in group.units]
    if len(olds) != len(news):
        return
    for (act, unit), other in zip(olds, news, strict=True):
        place = scoped(scope, unit)
        yield act, Row(Op.RENUMBER, units=(place,), new=other.rpartition(".")[2])


def _to(said: str) -> str:
    found = _RENUMBERED.search(said)
    return found[0] if found else "\0"
