"""Provisions as law names them: ``điểm a khoản 2 và khoản 3 Điều 5; Điều 7``.

One grammar for running text and for instructions that amend::

    list    = member { separator member }
    member  = ["từ"] unit { ["," | "của" | "tại"] unit }       the inner unit first
    unit    = word number { separator number }                 "các khoản 1, 2 và 3"
    separator = "," | ";" | "và" | "hoặc" | "và/hoặc" | "đến"

A unit takes what it lacks from the right: in *điểm a khoản 1 và khoản 3 Điều 7* both
khoản are of Điều 7. What has no outer unit at all keeps a relative address (``k2``);
``@d``, ``@k`` … stand for *Điều này*, *khoản này*.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.citations.levels import (
    ALONE,
    ANNEX,
    ARTICLE,
    BARE,
    CLAUSE,
    FORM,
    HELD,
    INWARD,
    LEVELS,
    POINT,
    SUBPOINT,
    TITLE,
    WORDS,
    candidates,
    counted,
)
from bookcase.legal.numbers import arabic
from bookcase.model.ids import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision that a list names.

    Attributes:
        start: Where its own words begin in the text, in code points.
        end: Where its words end: the last member of a list takes the shared outer
            units with it.
        unit: Its address: ``d5.k2.a``, ``pl1.mau2``, ``d5.ten``, relative ``k2``.
        own: What its own words say: ``k2``.
        through: The own part of the last member of a range that begins here.
    """

    start: int
    end: int
    unit: str
    own: str
    through: str = ""


@dataclass(frozen=True, slots=True)
class Provisions:
    """The members of a list; ``end`` is the place behind it."""

    items: tuple[Provision, ...]
    end: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with its level; ``joined`` tells how it hangs on what stands before."""

    level: int
    name: str
    start: int
    end: int
    joined: str


_SEPARATOR = re.compile(
    r"\s*(?P<comma>,)?\s*(?:(?P<and>và/hoặc|và|hoặc|hay)(?=\s)|(?P<to>đến|tới)(?=\s)|(?P<semi>;))?"
    r"\s*(?:(?P<of>của|(?:quy\s+định\s+)?tại|thuộc|trong)\s+)?(?:(?:tại|ở)\s+)?(?P<from>từ\s+)?",
    re.IGNORECASE,
)
_FROM = re.compile(r"từ\s+", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s*(?:ngày|tháng|năm|người|lần|triệu|tỷ|nghìn|đồng|tuổi|giờ|phút|bản|bộ|m2|km|kg"
    r"|ha|mét|ngàn|trường\s+hợp|phần|loại|nhóm|cấp|/|%)",
    re.IGNORECASE,
)
_BEGIN = re.compile(
    r"(?:các|những|cả|từ|tên|tiêu|đoạn|khổ|phần|lời|câu|gạch|dấu|tiết|tiểu|điểm|khoản|điều"
    r"|mục|chương|biểu|mẫu|phụ)[\s\d]",
    re.IGNORECASE,
)


def provisions_at(text: str, pos: int) -> Provisions | None:
    """Return the list of provisions that stands at a place, None where there is none.

    Args:
        text: The text, composed (NFC).
        pos: The place, in code points.
    """
    if not _BEGIN.match(text, pos):
        return None
    parts = _parts(text, pos)
    while parts and parts[-1].level in HELD:
        parts.pop()
    if not parts:
        return None
    return Provisions(tuple(_members(parts)), parts[-1].end)


def expanded(provision: Provision) -> tuple[str, ...]:
    """Return the addresses of a range, as far as numbers can be counted through.

    >>> expanded(Provision(0, 9, "d5.k1", "k1", "k3"))
    ('d5.k1', 'd5.k2', 'd5.k3')
    """
    if not provision.through:
        return (provision.unit,)
    base = provision.unit.removesuffix(provision.own)
    return tuple(base + own for own in counted(provision.own, provision.through))


def _parts(text: str, pos: int) -> list[_Part]:
    """Return all numbers of the list in their order."""
    parts: list[_Part] = []
    found = _FROM.match(text, pos)
    part = _word(text, found.end() if found else pos, "from" if found else "")
    while part:
        parts.append(part)
        part = _next(text, part)
    return _outward(parts)


def _outward(parts: list[_Part]) -> list[_Part]:
    """Put a place that is said from outside, *Điều 15 khoản 1*, into the usual order.

    Its parts all take the place of the whole, so that their words stay together.
    """
    at = 0
    while at + 1 < len(parts):
        run = at
        while run + 1 < len(parts) and _is_inward(parts[run], parts[run + 1]):
            run += 1
        if run > at:
            whole = parts[at : run + 1]
            start, end, joined = whole[0].start, whole[-1].end, whole[0].joined
            turned = [
                _Part(one.level, one.name, start, end, "of") for one in whole[::-1]
            ]
            first = turned[0]
            turned[0] = _Part(first.level, first.name, start, end, joined)
            parts[at : run + 1] = turned
        at = run + 1
    return parts


def _is_inward(outer: _Part, inner: _Part) -> bool:
    return inner.joined == "space" and inner.level < outer.level


def _next(text: str, last: _Part) -> _Part | None:
    """Return the number that goes on with the list, by its word or bare."""
    bare_title = text[last.start : last.end].lower().endswith("điều")
    if last.level in HELD and not bare_title:
        return _word(text, _after_space(text, last.end), "of")
    parted = _SEPARATOR.match(text, last.end)
    if parted is None or parted.end() == last.end:
        return None
    joined = _joined(parted)
    if part := _word(text, parted.end(), joined):
        return part if _may_follow(last, part) else None
    if joined in {"of", "space"} or parted["of"] or last.level in HELD:
        return None
    return _bare(text, parted.end(), last.level, joined)


def _joined(parted: re.Match[str]) -> str:
    if parted["to"]:
        return "to"
    if parted["and"] or parted["semi"]:
        return "from" if parted["from"] else "and"
    if parted["comma"]:
        return "from" if parted["from"] else "comma"
    return "of" if parted["of"] else "space"


def _may_follow(last: _Part, part: _Part) -> bool:
    """Tell whether two units side by side, without a separator, belong together."""
    inward = part.joined == "space" and part.level in INWARD.get(last.level, ())
    return inward or part.joined not in {"space", "of"} or part.level > last.level


def _after_space(text: str, pos: int) -> int:
    found = re.compile(r"\s*(?:của\s+)?", re.IGNORECASE).match(text, pos)
    return found.end() if found else pos


def _word(text: str, pos: int, joined: str) -> _Part | None:
    """``unit = word number``, the word told by its first letters."""
    for level in candidates(text[pos : pos + 2].lower()):
        if found := WORDS[level].match(text, pos):
            spans = found.groupdict().get("span")  # các điều từ 5 đến 8
            start = found.start("number" if spans else "word")
            return _Part(level, _name(level, found), start, found.end(), joined)
    if found := ALONE.match(text, pos):
        return _Part(ANNEX, "pl1", pos, found.end(), joined)
    return None


def _bare(text: str, pos: int, level: int, joined: str) -> _Part | None:
    """Return a number without its word: ``2`` in *các khoản 1, 2 và 3*."""
    found = BARE[level].match(text, pos) if level not in HELD else None
    if found is None or _COUNTED.match(text, found.end()):
        return None
    return _Part(level, _name(level, found), pos, found.end(), joined)


def _name(level: int, found: re.Match[str]) -> str:
    """Return the name of one unit, without what is around it."""
    _, _, begins, this = LEVELS[level]
    groups = found.groupdict()
    if groups.get("this"):
        return this
    if groups.get("cuoi"):
        return f"{begins}cuoi"
    if groups.get("dau"):
        return f"{begins}1"
    number = re.sub(r"\s+", " ", groups.get("number") or "")
    letters = level in {SUBPOINT, POINT} and not number.isdigit()  # X1 is no Roman 10
    number = number if letters else arabic(number)
    return begins + _ascii(number) if number else begins


def _ascii(number: str) -> str:
    return slug(number.lower().replace("đ", "dd"))


def _members(parts: Sequence[_Part]) -> Iterator[Provision]:
    """Yield what is named, each with the outer units to its right."""
    chains = _chains(parts)
    for at, part in enumerate(parts):
        if at and _holds(part, parts[at - 1]):
            continue
        last = at
        while last + 1 < len(parts) and _holds(parts[last + 1], parts[last]):
            last += 1
        start = part.start
        follows = parts[last + 1] if last + 1 < len(parts) else None
        through = follows.name if follows and follows.joined == "to" else ""
        unit = _address(chains[at])
        yield Provision(start, parts[last].end, unit, part.name, through)


def _holds(outer: _Part, inner: _Part) -> bool:
    """Tell whether a unit says no more than where the one before it stands."""
    apart = inner.name.startswith("@")  # điểm a khoản này, Điều này
    joined = outer.joined in {"space", "of", "comma"}
    return outer.level > inner.level and joined and not apart


def _held_by(outer: _Part | None, inner: _Part) -> bool:
    return outer is not None and _holds(outer, inner)


def _chains(parts: Sequence[_Part]) -> list[tuple[_Part, ...]]:
    """Return each part with all that it stands in, innermost first."""
    chains: list[tuple[_Part, ...]] = [()] * len(parts)
    after: tuple[_Part, ...] = ()
    for at in range(len(parts) - 1, -1, -1):
        part = parts[at]
        follows = parts[at + 1] if at + 1 < len(parts) else None
        apart = follows is not None and follows.level > part.level
        titled = part.level == TITLE  # tên Điều và khoản 5 Điều 40
        if follows is not None and apart and not _holds(follows, part) and not titled:
            after = ()
        if follows is not None and follows.level == TITLE and part.level >= ARTICLE:
            after = tuple(one for one in after if one.level < FORM)
        above = ARTICLE - 1 if titled and not _held_by(follows, part) else part.level
        chains[at] = (part, *(one for one in after if one.level > above))
        after = chains[at]
    return chains


def _address(chain: Sequence[_Part]) -> str:
    """Return the address of a chain; an article needs no chapter around it."""
    levels = {part.level for part in chain}
    names: list[str] = []
    for part in reversed(chain):
        if ARTICLE < part.level < FORM and ARTICLE in levels:
            continue
        names.append(part.name)
        direct = part.level == ARTICLE and CLAUSE not in levels
        if direct and levels & {POINT, SUBPOINT}:
            names.append("_")
    return ".".join(names)
