"""Citations in running text: every member of a list is one of its own.

A citation is a list of provisions with the act behind it (*điểm a khoản 2 Điều 5 Luật
Đất đai số 31/2024/QH15*), provisions alone, or an act alone. *Luật này*, *Điều này*,
*khoản này* say where the text itself stands. The last member of a list takes the words
that all share; the members before it have their own words only.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.anchors import likely, type_words
from bookcase.citations.behind import REGULATION, Behind, behind_of, regulations
from bookcase.citations.listing import OPEN_POINT, Listed, lists_in
from bookcase.citations.naming import ActName, OwnName, named
from bookcase.citations.spelling import small
from bookcase.citations.standing import WHOLE, stands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.citations.anchors import Place
    from bookcase.citations.titles import Titles


class Citation(NamedTuple):
    """What a text cites.

    Attributes:
        start: Where its words begin, in code points.
        end: Where they end.
        unit: The provision's address, empty for the whole act; ``@d``, ``@k`` stand for
            the article or clause that the text itself is in, ``@kt`` for the
            regulation.
        act: The act that is named; None where the text's own is meant.
        own: The type of act that the text calls itself in so many words (*Luật này*).
        mended: The words as they should be, where they are misprinted.
    """

    start: int
    end: int
    unit: str
    act: ActName | None = None
    own: str = ""
    mended: str = ""


def find_all(
    texts: Sequence[str], *titles: Titles
) -> Iterator[tuple[int, tuple[Citation, ...]]]:
    """Yield the citations of texts in a row, with the place of each that has any.

    Args:
        texts: Paragraphs, composed (NFC).
        titles: As for :func:`find`.
    """
    for place in likely_places(texts):
        if found := find(texts[place], *titles):
            yield place, found


def likely_places(texts: Sequence[str]) -> list[int]:
    """Return the places of those texts that may hold a citation, in their order."""
    ends = list(accumulate([len(text) + 1 for text in texts]))
    return likely("\n".join(texts), ends)


def may_entitle(text: str) -> bool:
    """Tell whether titles of acts are looked for in a text at all."""
    return bool(type_words(small(text)))


def find(text: str, *titles: Titles) -> tuple[Citation, ...]:
    """Return the citations in a text, in its order.

    Args:
        text: One paragraph, composed (NFC).
        titles: Names of acts to look for beside numbers; the longest that fits counts.
    """
    text = small(text)
    lists, types = lists_in(text), type_words(text)
    regulation = "uy chế này" in text or "uy định này" in text or "lệ này" in text
    if not lists and not types and "/" not in text and not regulation:
        return ()
    acts = named(text, types, titles)
    if regulation:
        acts |= regulations(text)
    if not lists and not acts:
        return ()
    return _citations(text, lists, types, acts)


def _citations(
    text: str,
    lists: list[Listed],
    types: list[Place],
    acts: dict[int, ActName | OwnName],
) -> tuple[Citation, ...]:
    """Return provisions with their acts, and the acts that no provision took."""
    found: list[Citation] = []
    ends = {one.end: at for at, one in acts.items() if isinstance(one, ActName)}
    for number, listed in enumerate(lists):
        this = "@" in listed.items[-1].unit
        behind = behind_of(text, listed.end, types, acts, this=this)
        follows = lists[number + 1].start if number + 1 < len(lists) else len(text)
        if behind.end > follows:  # what is behind is of the next list
            behind = Behind(-1, listed.end)
        taken = acts.pop(behind.at, None)
        if behind.at == -1 and (at := ends.get(listed.start - 1, -1)) in acts:
            found += _led(listed, acts.pop(at))
            continue
        here = this and not behind.own
        cites = stands(text, listed, behind)
        if taken and (here or not cites):
            acts[behind.at] = taken
        if cites:
            behind = Behind(-1, listed.end) if here else behind
            found += _members(listed, behind)
    found += (_alone(one) for one in acts.values() if _is_said(one))
    found.sort(key=lambda one: (one.start, -one.end))
    return tuple(_apart(found))


def _apart(found: list[Citation]) -> Iterator[Citation]:
    """Yield citations that do not overlap: of two the one that begins first."""
    end = 0
    for one in found:
        if one.start >= end:
            yield one
            end = one.end


def _members(listed: Listed, behind: Behind) -> Iterator[Citation]:
    articles = any(WHOLE.search(one.unit) for one in listed.items)
    last = listed.items[-1]
    for one in listed.items:
        start, end = one.start + listed.start, one.end + listed.start
        if one is last and behind.at != -1:
            end = behind.end
        if "@" in one.unit or (articles and OPEN_POINT.match(one.unit)):
            yield Citation(start, end, one.unit, mended=listed.mended)
            continue
        unit = f"{behind.within}.{one.unit}" if behind.within else one.unit
        yield Citation(start, end, unit, behind.act, behind.own, listed.mended)


def _led(listed: Listed, act: ActName | OwnName) -> Iterator[Citation]:
    """Yield what stands behind its act: *Luật Hộ tịch Điều 15 khoản 1*."""
    name, own = (act, "") if isinstance(act, ActName) else (None, act.type)
    for one in listed.items:
        start = act.start if one is listed.items[0] else one.start + listed.start
        yield Citation(start, one.end + listed.start, one.unit, name, own)


def _alone(act: ActName | OwnName) -> Citation:
    if isinstance(act, OwnName):
        unit = "" if act.type else REGULATION
        return Citation(act.start, act.end, unit, own=act.type)
    return Citation(act.start, act.end, "", act)


def _is_said(act: ActName | OwnName) -> bool:
    return isinstance(act, OwnName) or bool(act.id or act.key or act.title)
