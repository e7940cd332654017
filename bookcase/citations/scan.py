"""Citations in running text: every member of a list is one of its own.

A citation is a list of provisions with the act behind it (*điểm a khoản 2 Điều 5 Luật
Đất đai số 31/2024/QH15*), provisions alone, or an act alone. *Luật này*, *Điều này*,
*khoản này* say where the text itself stands. The last member of a list takes the words
that all share; the members before it have their own words only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.anchors import likely, type_words, unit_words
from bookcase.citations.naming import ActName, OwnName, named, stranger
from bookcase.citations.provisions import provisions_at
from bookcase.citations.spelling import letters, small
from bookcase.citations.wording import LISTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.citations.anchors import Place
    from bookcase.citations.provisions import Provision
    from bookcase.citations.titles import Titles


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text cites.

    Attributes:
        start: Where its words begin, in code points.
        end: Where they end.
        unit: The provision's address, empty for the whole act; ``@d``, ``@k`` stand for
            the article or clause that the text itself is in, ``@kt`` for the
            regulation.
        act: The act that is named; None where the text's own is meant.
        own: The text says *Luật này* in so many words.
        mended: The words as they should be, where they are misprinted.
    """

    start: int
    end: int
    unit: str
    act: ActName | None = None
    own: bool = False
    mended: str = ""


_TO_ACT = re.compile(
    r"[\s,]*(?:(?:của|tại|thuộc|trong|(?:được\s+)?(?:ban\s+hành|quy\s+định|đính)(?:\s+kèm)?"
    r"(?:\s+(?:theo|tại))?|kèm(?:\s+theo)?|sau\s+đây)\s+)*"
)
_OF_THIS = re.compile(r"\s+(?:(?:của|tại|trong)\s+)?")
_OTHERS = (
    r"Quy\s+chế|Quy\s+định|Điều\s+lệ|Nội\s+quy|Quy\s+chuẩn|Quy\s+trình|Quy\s+tắc|Đề\s+án"
    r"|Chương\s+trình|Danh\s+mục|Hướng\s+dẫn|Định\s+mức|Tiêu\s+chuẩn"
)
_OTHER = re.compile(
    rf"(?:(?P<issued>(?:{_OTHERS}))(?P<this>\s+này(?!\w))?|Hiệp\s+định|Công\s+ước"
    r"|Nghị\s+định\s+thư|Hiệp\s+ước|Hợp\s+đồng|Điều\s+ước|Tuyên\s+bố|Bản\s+ghi\s+nhớ"
    r"|TCVN|QCVN|CITES|Thỏa\s+thuận)"
)
"""What has articles and is no act itself."""
_ISSUED_WITH = re.compile(r"[^.;:]{0,200}?(?:ban\s+hành\s+)?kèm\s+theo\s+")
_ASKS = re.compile(
    r"(?:tại|theo|của|ở|các|trừ|trong|thuộc|nêu|gồm|với|sang|vào|từ|bỏ|sung|đổi|đến|thế"
    r"|định|kèm)\s+(?:các\s+)?$"
)
_HEADING = re.compile(
    r"[\s>#“\"]*(?:(?:Điều|Khoản|Mục|Tiểu\s+mục)\s+[\dIVXLC]+[a-zđ]?\s*[.:]|(?:Chương|Phần|Mục"
    r"|Phụ\s+lục|Mẫu(?:\s+số)?)\s[^,;]{0,40}$|(?:Chương|Mục|Phụ\s+lục|Mẫu(?:\s+số)?)\s+"
    r"[\dIVXLC]+[a-zA-Z]?\s*[.:\-–])"
)
_MANY = re.compile(r"(?:các|những|tài|mọi)\s+$")
_COMPOUND = re.compile(
    r"(?<!\w)(?:tài|danh|hạng|chuyên|đề|địa|thời|quan|đặc|trọng|thí|giai|công|thành|cổ|học"
    r"|ưu|bưu|số|đầu)\s+$"
)
"""What makes another word of *khoản*, *mục*, *điểm*: *tài khoản 5*, *danh mục 2*."""
_NO_ACT = -3
"""How a place is said to lead out of our acts: to a treaty, a contract, a statute."""
_REGULATIONS = ("Quy chế này", "Quy định này", "Điều lệ này")
_REGULATION = "@kt"
"""How *Quy chế này* is said: the regulation that the text is in."""
_PUT = frozenset({"vào sau", "vào trước", "sau", "trước", "vào liền sau"})
_MARKED = 12
"""How many spaces and quotation marks may stand before the mark of a heading."""
_GOES_ON = re.compile(r"\s(?:của\s)?[A-ZĐ\d(]")
"""A name or a number: *Mục 4 CDNT*, *Phụ lục I CITES* are no parts of an act."""
_OPEN_POINT = re.compile(r"(?!(?:[dkcmp]|tm|kt|pl|mau)\d)(?:dd|[a-zđ])\d*(?:\.|$)|k\d")
_WHOLE = re.compile(r"(?:^|\.)(?:d\d|@)")


class _Listed(NamedTuple):
    """A list of provisions at its place in a text."""

    start: int
    end: int
    items: tuple[Provision, ...]
    mended: str


def find_all(
    texts: Sequence[str], *titles: Titles
) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """Yield the citations of texts in a row, with the place of each that has any.

    Args:
        texts: Paragraphs, composed (NFC).
        titles: As for :func:`find`.
    """
    ends = list(accumulate([len(text) + 1 for text in texts]))
    for place in likely("\n".join(texts), ends):
        if found := find(texts[place], *titles):
            yield place, found


def find(text: str, *titles: Titles) -> tuple[Citation, ...]:
    """Return the citations in a text, in its order.

    Args:
        text: One paragraph, composed (NFC).
        titles: Names of acts to look for beside numbers; the longest that fits counts.
    """
    text = small(text)
    lists, types = _lists(text), type_words(text)
    regulation = "uy chế này" in text or "uy định này" in text or "lệ này" in text
    if not lists and not types and "/" not in text and not regulation:
        return ()
    acts = named(text, types, titles)
    if regulation:
        acts |= _regulations(text)
    if not lists and not acts:
        return ()
    return _citations(text, lists, types, acts)


def _lists(text: str) -> list[_Listed]:
    """Return the lists of provisions, which do not overlap."""
    lists: list[_Listed] = []
    pos = 0
    for start, _ in unit_words(text):
        if start >= pos and (listed := _list_at(text, start)):
            lists.append(listed)
            pos = listed.end
    return lists


def _list_at(text: str, pos: int) -> _Listed | None:
    whole = LISTED.match(text, pos)
    found = _listed(whole[0]) if whole else None
    if found is None or (pos <= _MARKED and pos < heading_end(text)):
        return None
    return _Listed(pos, pos + found[0], *found[1:])


def heading_end(text: str) -> int:
    """Return where the mark of a heading ends (*Điều 5.*), 0 where there is none."""
    found = _HEADING.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=1 << 15)
def _listed(words: str) -> tuple[int, tuple[Provision, ...], str] | None:
    """Return the end of a list, its members, and its right words if misprinted."""
    right = letters(words)
    found = provisions_at(right, 0)
    whole = found and all(one.unit for one in found.items)
    told = "" if right == words else right
    return (found.end, found.items, told) if found and whole else None


def _citations(
    text: str,
    lists: list[_Listed],
    types: list[Place],
    acts: dict[int, ActName | OwnName],
) -> tuple[Citation, ...]:
    """Return provisions with their acts, and the acts that no provision took."""
    found: list[Citation] = []
    ends = {one.end: at for at, one in acts.items() if isinstance(one, ActName)}
    lists = _inserted(text, lists)
    for listed in lists:
        this = "@" in listed.items[-1].unit
        behind = _behind(text, listed.end, types, acts, this=this)
        taken = acts.pop(behind.at, None)
        if behind.at == -1 and (at := ends.get(listed.start - 1, -1)) in acts:
            found += _led(listed, acts.pop(at))
            continue
        here = this and not behind.own
        stands = _stands(text, listed, behind)
        if taken and (here or not stands):
            acts[behind.at] = taken
        if stands:
            behind = _Behind(-1, listed.end) if here else behind
            found += _members(listed, behind)
    found += (_alone(one) for one in acts.values() if _is_said(one))
    found.sort(key=lambda one: one.start)
    return tuple(found)


def _regulations(text: str) -> dict[int, ActName | OwnName]:
    """Return where *Quy chế này* names the regulation that the text is in."""
    found: dict[int, ActName | OwnName] = {}
    for words in _REGULATIONS:
        at = text.find(words)
        while at >= 0:
            found[at] = OwnName(at, at + len(words), "")
            at = text.find(words, at + 1)
    return found


class _Behind(NamedTuple):
    """The act behind a list; ``at`` is -1 where there is none."""

    at: int
    end: int
    act: ActName | None = None
    own: bool = False
    within: str = ""


def _behind(
    text: str,
    pos: int,
    types: list[Place],
    acts: dict[int, ActName | OwnName],
    *,
    this: bool,
) -> _Behind:
    if text[pos : pos + 1] not in {" ", ",", "\u00a0"} and not acts:
        return _Behind(-1, pos)
    between = (_OF_THIS if this else _TO_ACT).match(text, pos)
    at = between.end() if between else pos
    if at in acts:
        return _of(acts[at])
    if type_ := next((one for one in types if one[0] == at), None):
        unknown = stranger(text, type_)
        return _Behind(-2, unknown.end, unknown)
    if other := _OTHER.match(text, at):
        return _of_other(text, other, acts)
    return _Behind(-1, pos)


def _of(act: ActName | OwnName, within: str = "") -> _Behind:
    if isinstance(act, OwnName):
        within = within if act.type else _REGULATION
        return _Behind(act.start, act.end, own=True, within=within)
    return _Behind(act.start, act.end, act, within=within)


def _of_other(
    text: str, other: re.Match[str], acts: dict[int, ActName | OwnName]
) -> _Behind:
    """A regulation issued with an act, or what is no act of ours at all."""
    end = other.end()
    if other["this"]:
        return _Behind(-2, end, own=True, within=_REGULATION)
    if other["issued"]:
        issued = _ISSUED_WITH.match(text, end)
        if issued and issued.end() in acts:
            return _of(acts[issued.end()], "kt1")
    return _Behind(_NO_ACT, end)


def _members(listed: _Listed, behind: _Behind) -> Iterator[Citation]:
    articles = any(_WHOLE.search(one.unit) for one in listed.items)
    last = listed.items[-1]
    for one in listed.items:
        start, end = one.start + listed.start, one.end + listed.start
        if one is last and behind.at != -1:
            end = behind.end
        if "@" in one.unit or (articles and _OPEN_POINT.match(one.unit)):
            yield Citation(start, end, one.unit, mended=listed.mended)
            continue
        unit = f"{behind.within}.{one.unit}" if behind.within else one.unit
        yield Citation(start, end, unit, behind.act, behind.own, listed.mended)


def _led(listed: _Listed, act: ActName | OwnName) -> Iterator[Citation]:
    """Yield what stands behind its act: *Luật Hộ tịch Điều 15 khoản 1*."""
    name = act if isinstance(act, ActName) else None
    for one in listed.items:
        start = act.start if one is listed.items[0] else one.start + listed.start
        yield Citation(start, one.end + listed.start, one.unit, name, name is None)


def _inserted(text: str, lists: list[_Listed]) -> list[_Listed]:
    """Give a new unit the holder of that which it is put behind.

    *khoản 7a vào sau khoản 7 Điều 6* is khoản 7a of Điều 6.
    """
    found = list(lists)
    for at in range(len(lists) - 1):
        between = text[lists[at].end : lists[at + 1].start]
        if between.strip() not in _PUT:
            continue
        holder = lists[at + 1].items[0].unit.rpartition(".")[0]
        items = tuple(
            replace(one, unit=f"{holder}.{one.unit}")
            if holder and _OPEN_POINT.match(one.unit)
            else one
            for one in lists[at].items
        )
        found[at] = lists[at]._replace(items=items)
    return found


def _alone(act: ActName | OwnName) -> Citation:
    if isinstance(act, OwnName):
        unit = "" if act.type else _REGULATION
        return Citation(act.start, act.end, unit, own=bool(act.type))
    return Citation(act.start, act.end, "", act)


def _is_said(act: ActName | OwnName) -> bool:
    return isinstance(act, OwnName) or bool(act.id or act.key or act.title)


def _stands(text: str, listed: _Listed, behind: _Behind) -> bool:
    """Tell whether words are a citation at all: *điểm a trên bản đồ* is none."""
    unit = listed.items[0].unit
    if behind.at == _NO_ACT:
        return False
    before = text[max(0, listed.start - 7) : listed.start]
    if len(unit) > 1 and unit[0] == "@" and "." not in unit:
        if unit == "@p":
            return bool(_ASKS.search(before))
        small = text[listed.start].islower()
        return not small or (unit == "@k" and not _MANY.search(before))
    if _COMPOUND.search(before):
        return False
    whole = any(_WHOLE.search(one.unit) for one in listed.items)
    return (
        whole or behind.at != -1 or unit.startswith("k") or _alone_stands(text, listed)
    )


def _alone_stands(text: str, listed: _Listed) -> bool:
    """Tell whether words without article or act are meant as a place in this text."""
    unit = listed.items[0].unit
    if _GOES_ON.match(text, listed.end) or text[: listed.end].endswith("ục"):
        return False
    asked = _ASKS.search(text, max(0, listed.start - 12), listed.start)
    capital = text[listed.start].isupper()
    if unit[:1].isdigit() or not asked:
        return False
    return capital or bool(_OPEN_POINT.match(unit))
