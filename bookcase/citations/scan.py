"""Citations in running text: every member of a list is one of its own.

A citation is a list of provisions with the act behind it (*điểm a khoản 2 Điều 5 Luật
Đất đai số 31/2024/QH15*), provisions alone, or an act alone. *Luật này*, *Điều này*,
*khoản này* say where the text itself stands. The last member of a list takes the words
that all share; the members before it have their own words only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPE, Mention, mentions
from bookcase.citations.provisions import provisions_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.citations.provisions import Provision, Provisions

_ANCHOR = re.compile(
    r"(?<!\w)(?:"
    r"(?:(?:các|những|từ)\s+)?(?:[Đđ]iểm|[Kk]hoản|Điều|[Mm]ục|[Cc]hương|[Pp]hần|[Tt]iểu"
    r"\s+mục|[Pp]hụ\s+lục|[Mm]ẫu|[Bb]iểu\s+mẫu|[Tt]iết|[Đđ]oạn|[Gg]ạch\s+đầu\s+dòng)\s"
    r"|các\s+điều\s+\d|từ\s+điều\s+\d|[Pp]hụ\s+lục(?!\w))"
)
_OWN = re.compile(rf"{TYPE.pattern}\s+này(?!\w)")
_TO_ACT = re.compile(
    r"\s*,?\s*(?:(?:của|tại|thuộc|trong|theo|được|kèm\s+theo|ban\s+hành(?:\s+kèm)?"
    r"(?:\s+theo)?)\s+)*"
)
_COUNTED = re.compile(
    r"\s*(?:ngày|tháng|năm|người|lần|triệu|tỷ|nghìn|đồng|tuổi|giờ|phút|km|kg|ha|mét|%)"
    r"(?!\w)",
    re.IGNORECASE,
)
_LOW = re.compile(r"(?:mục|chương|phần|mẫu|biểu mẫu|phụ lục|tiểu mục|đoạn|tiết)\b")
_STRANGER = re.compile(
    rf"(?P<type>{TYPE.pattern})(?!\s+(?:này|đó|trên|sau))(?P<title>(?:\s+(?!số\s)[^\W\d_]+)"
    r"{1,14}?)(?:\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?!\w)|(?=[.,;:)]|$))"
)
"""An act that is named by a title which nobody knows."""
_YEAR = re.compile(r"\s+(?:năm\s+)?((?:19|20)\d\d)(?!\w|/)")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a text cites.

    Attributes:
        start: Where its words begin, in code points.
        end: Where they end.
        unit: The provision's address, empty for the whole act; ``@d``, ``@k`` stand for
            the article or clause that the text itself is in.
        act: The act that is named; None where the text's own is meant. Its id is empty
            where nobody knows it.
        own: The text says *Luật này* in so many words.
        year: The year behind a title (*Bộ luật Hình sự 2015*), empty for none.
    """

    start: int
    end: int
    unit: str
    act: Mention | None = None
    year: str = ""
    own: bool = False


def find(text: str, names: Mapping[str, str] | None = None) -> tuple[Citation, ...]:
    """Return the citations in a text, in its order.

    Args:
        text: One paragraph, composed (NFC).
        names: Ids of acts by folded type and title
            (:func:`bookcase.citations.names.names`).
    """
    if not _ANCHOR.search(text) and not TYPE.search(text):
        return ()
    return tuple(_Scan(text, names or {}).citations())


class _Scan:
    """A walk through a text from left to right."""

    def __init__(self, text: str, names: Mapping[str, str]) -> None:
        self._text = text
        self._acts = {one.start: one for one in mentions(text, names)}
        self._own = {one.start(): one.end() for one in _OWN.finditer(text)}

    def citations(self) -> Iterator[Citation]:
        """Yield provisions with their acts, then the acts that no provision took."""
        found: list[Citation] = []
        taken: set[int] = set()
        pos = 0
        while anchor := _ANCHOR.search(self._text, pos):
            listed = provisions_at(self._text, anchor.start())
            if listed is None or not self._stands(listed):
                pos = anchor.end()
                continue
            at, end, act = self._act_behind(listed.end)
            taken.add(at)
            own = at in self._own
            found += self._members(listed, max(end, listed.end), act, own=own)
            pos = max(end, listed.end)
        found += (self._alone(one) for at, one in self._acts.items() if at not in taken)
        found += (
            Citation(start, end, "", own=True)
            for start, end in self._own.items()
            if start not in taken
        )
        yield from sorted(found, key=lambda one: (one.start, one.end))

    def _act_behind(self, pos: int) -> tuple[int, int, Mention | None]:
        """Return where the act behind a list begins and ends, and the act.

        The place is -1 where the list stands alone; the act None for the text's own.
        """
        between = _TO_ACT.match(self._text, pos)
        at = between.end() if between else pos
        if at in self._acts:
            act = self._acts[at]
            year = _YEAR.match(self._text, act.end)
            return at, year.end() if year and not act.number else act.end, act
        if at in self._own:
            return at, self._own[at], None
        if stranger := _STRANGER.match(self._text, at):
            title = stranger["title"].strip()
            return at, stranger.end(), Mention(at, stranger.end(), "", title=title)
        return -1, pos, None

    def _members(
        self, listed: Provisions, end: int, act: Mention | None, *, own: bool
    ) -> Iterator[Citation]:
        *before, last = listed.items
        year = self._year(act)
        for one in before:
            yield Citation(one.start, one.end, one.unit, act, year, own)
        yield Citation(last.start, end, last.unit, act, year, own)

    def _alone(self, act: Mention) -> Citation:
        year = _YEAR.match(self._text, act.end) if not act.number else None
        end = year.end() if year else act.end
        return Citation(act.start, end, "", act, year[1] if year else "")

    def _year(self, act: Mention | None) -> str:
        if act is None or act.number:
            return ""
        found = _YEAR.match(self._text, act.end)
        return found[1] if found else ""

    def _stands(self, listed: Provisions) -> bool:
        """Tell whether words are a citation at all; *khoản 5 triệu* is none."""
        if _COUNTED.match(self._text, listed.end):
            return False
        first: Provision = listed.items[0]
        words = self._text[first.start : first.end]
        if not _LOW.match(words):
            return True
        in_article = any(one.unit.startswith(("d", "@d")) for one in listed.items)
        return in_article or self._act_behind(listed.end)[0] >= 0 or "@" in first.unit
