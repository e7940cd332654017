"""Where an instruction acts: lists of provisions, each list with its act."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPE, mentions
from bookcase.citations.provisions import expanded, provisions_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.citations.acts import Mention

OWN = "own"
"""How a group's act says that it is the acting act itself (*Thông tư này*)."""
UNKNOWN = "unknown"
"""How it says that the words name an act by a title that nobody knows."""

_OWN = re.compile(rf"(?:{TYPE.pattern})\s+này(?!\w)")
_BEGIN = re.compile(
    r"(?<!\w)(?:các|những|cả|từ|tên|tiêu đề|đoạn|khổ|phần|lời dẫn|câu dẫn|gạch|dấu gạch"
    r"|tiết|tiểu|điểm|khoản|điều|mục|chương|biểu|mẫu|phụ lục)\s",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<!\w)phụ\s+lục(?!\w)", re.IGNORECASE)
_AMENDED = re.compile(
    r"(?:,\s*)?(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|đính\s+chính)"
)
_AMENDS = re.compile(rf"sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|{TYPE.pattern}")
_LISTED = re.compile(r"(?:,|(?<=\s)và)\s+(?:các\s+)?$", re.IGNORECASE)
_NAMED = re.compile(rf"{TYPE.pattern}\s+(?:[A-ZĐÂÊÔƠƯÁÀỦ]|sửa\s|số\s)")
_LIST_OF_ACTS = re.compile(
    rf"\s*(?:toàn\s+bộ\s+)?các\s+{TYPE.pattern}\s+số", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,]*(?:và\s+)?(?:của\s+[^,;«]{0,80})?")
_PLACE = (
    r"(?:các\s+)?(?:(?:điểm|khoản|điều|phụ\s+lục|mẫu|chương|mục)\s+(?:số\s+)?"
    r"(?:\d|[IVXLC]+(?!\w)|[a-zđ]\d?(?!\w))|tên\s|đoạn\s+(?:thứ|mở|cuối|đầu)\s)"
)
_NEW = rf"(?:«|cụm|từ\s+«|nội\s+dung|biểu|danh\s+mục|{_PLACE})"
_BEHIND = re.compile(
    rf"«|;|\)|:|\s(?=như\s+sau(?!\w))|\s(?=(?:bằng|thành)\s+(?:các\s+)?{_NEW})"
    rf"|\s(?=(?:vào\s+)?(?:ngay\s+)?(?:sau|trước|cuối|đầu)\s+{_NEW})|\s(?=vào\s+{_PLACE})"
    rf"|(?<!đổi)(?<!sung)(?<!thế)(?<!định)\s(?=tại\s+{_PLACE})"
    rf"|,\s*(?={_PLACE})|\.\s*$|\s+(?=và\s+{_PLACE})|$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s+năm\s+(\d{4})(?!\d)")
_AT_ONCE = re.compile(rf"\s+(?={_PLACE})", re.IGNORECASE)
_OF_ANNEX = re.compile(r"điều\s+\d+[a-zđ]?\s*,\s*phụ\s+lục", re.IGNORECASE)
"""An article *and* an annex, or an article *of* one: the comma does not tell."""
_OF_ARTICLE = re.compile(r"mục\s+[IVXLC\d]+\s+điều\s+\d", re.IGNORECASE)
"""A Mục within an article: no unit that the text has."""
_EVEN = re.compile(
    r"(?:[\s:,;.()]|«\d+»|cột\s+(?:thứ\s+)?\d+|toàn\s+bộ|nội\s+dung|các|những|quy\s+định|tại|của|thuộc|và|theo"
    r"|(?:được\s+)?ban\s+hành|kèm\s+theo|một\s+(?:số|phần)|vào|như\s+sau|văn\s+bản|sau|đây|cụm"
    r"|từ|hoặc|trong|ở|bằng|thành|tương\s+ứng|số|tên|phần|mục|điều|khoản|điểm|chương|phụ\s+lục"
    r"|danh\s+mục|trước|cuối|đầu|phía|ngay|liền|đặt|chỗ|vị\s+trí|mẫu|biểu|thi\s+hành|hiệu\s+lực|nêu\s+trên|quyết\s+định|thông\s+tư|nghị\s+định|luật)*",
    re.IGNORECASE,
)
"""Words that may stand around places without making them others."""
_TITLE_OF_ACT = re.compile(
    rf"(?<!\w)tên\s+(?:của\s+)?(?:{TYPE.pattern}|văn bản)\s*(?:này\s*)?(?=,|và|$)",
    re.IGNORECASE,
)
"""The title of the act itself is no place in its text."""
_SEPARATED = re.compile(
    r"(?:^|;)[\s;,.]*(?:và|hoặc)?\s*(?:các\s+)?(?:của\s+)?$", re.IGNORECASE
)
_AT = re.compile(r"\s*(?:tại|ở)\s+", re.IGNORECASE)
_PARTLY = re.compile(
    r"[\s,]*(?:trừ|ngoại\s+trừ|đối\s+với|liên\s+quan|về|trong\s+trường\s+hợp)(?!\w)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()«]*được[^()«]*\)")


@dataclass(frozen=True, slots=True)
class Group:
    """Places in one act.

    Attributes:
        act: The act's id, :data:`OWN`, :data:`UNKNOWN`, or empty where the words name
            none.
        units: Addresses; empty when the act itself is meant.
        mended: What was put right in the act's number.
    """

    act: str
    units: tuple[str, ...]
    mended: str = ""


@dataclass(frozen=True, slots=True)
class Located:
    """Groups in their order, and the words that none of them took.

    Attributes:
        groups: What is named.
        odd: Words before the first place, or between a place and its act, that make
            it another place than it seems: *số thứ tự 15 tại … khoản 1 Điều 1*.
    """

    groups: tuple[Group, ...]
    odd: str = ""


def located(said: str, names: Mapping[str, str]) -> Located:
    """Read the places that words name, and the acts that they are in.

    What an act *was amended by* is no place, nor is what its title quotes.
    """
    reader = _Reader(_without_amenders(_ASIDE.sub(" ", said), names), names)
    groups = reader.groups()
    odd = (
        one
        for one in reader.rest
        if not _EVEN.fullmatch(one) or _TITLE_OF_ACT.search(one)
    )
    inside = _OF_ARTICLE.search(said)
    return Located(groups, " ".join(next(odd, inside[0] if inside else "").split()))


def _without_amenders(said: str, names: Mapping[str, str]) -> str:
    """Take out by what a place was amended: *đã được sửa đổi tại khoản 5 Điều 1 …*.

    Only where no act stands before it: behind one, the walk knows it for what it is.
    """
    found = _AMENDED.search(said)
    if found is None:
        return said
    acts = mentions(said, names)
    if not acts or acts[0].start < found.start():
        return said
    end = acts[0].end
    for one in acts[1:]:
        if not _BETWEEN.fullmatch(said[end : one.start]):
            break
        end = one.end
    return f"{said[: found.start()]} {said[end:]}"


class _Reader:
    """A walk through the words, from left to right."""

    def __init__(self, said: str, names: Mapping[str, str]) -> None:
        self._said = said
        self._mentions = tuple(
            one for one in mentions(said, names) if not _of_other_year(said, one)
        )
        self._own = tuple(_OWN.finditer(said))
        self._groups: list[Group] = []
        self._pending: list[str] = []
        self._gap = 0  # where the words begin that nothing has taken yet
        self.rest: list[str] = []

    def groups(self) -> tuple[Group, ...]:
        """Return the groups; words that make them others are in ``rest``."""
        pos, kind = 0, "list"
        while kind:
            at, kind = self._next(pos)
            if kind == "list":
                pos = self._list(at)
            elif kind == "own":
                self._skip(at)
                self._group(Group(OWN, self._taken()))
                pos = self._gap = self._own_end(at)
            elif kind == "act":
                pos = self._act(at)
        if self._pending or not self._groups:
            tail = self._said[self._gap :]
            if not self._pending or _PARTLY.match(tail):
                self.rest.append(tail)
            self._group(Group(UNKNOWN if _NAMED.search(tail) else "", self._taken()))
        return tuple(self._groups)

    def _list(self, at: int) -> int:
        """Take a list of provisions, if there is one; return the place behind it."""
        found = provisions_at(self._said, at)
        if found is None:
            return _word_end(self._said, at)
        behind_act = _AT.fullmatch(self._said[self._gap : at])
        self._skip(at)
        for item in found.items:
            self._pending += expanded(item) if item.through else (item.unit,)
        self._gap = found.end
        if _OF_ANNEX.search(self._said, at, found.end):
            self.rest.append(self._said[at : found.end])
        if behind_act and self._groups and not self._groups[-1].units:
            self._groups[-1] = replace(self._groups[-1], units=self._taken())
        return found.end

    def _act(self, at: int) -> int:
        """Take an act, if it is one acted upon; return the place behind its title."""
        mention = next(one for one in self._mentions if one.start == at)
        gap = self._said[self._gap : at]
        apart = not self._groups or _SEPARATED.search(gap)
        if (self._pending or apart) and not self._only_amends(mention):
            self._skip(at)
            self._group(Group(mention.id, self._taken(), mention.mended))
        self._gap = self._behind(mention)
        return self._gap

    def _skip(self, at: int) -> None:
        """Leave words untaken; a title may hold semicolons, what follows counts."""
        gap = self._said[self._gap : at]
        self.rest.append(gap.rpartition(";")[2] if self._groups else gap)

    def _taken(self) -> tuple[str, ...]:
        units = tuple(dict.fromkeys(self._pending))
        self._pending = []
        return units

    def _group(self, group: Group) -> None:
        self._groups.append(group)

    def _next(self, pos: int) -> tuple[int, str]:
        found = [
            (one.start(), "list")
            for one in (_BEGIN.search(self._said, pos), _ALONE.search(self._said, pos))
            if one
        ]
        found += [(one.start, "act") for one in self._mentions if one.start >= pos][:1]
        found += [(one.start(), "own") for one in self._own if one.start() >= pos][:1]
        return min(found, default=(len(self._said), ""))

    def _own_end(self, at: int) -> int:
        return next(one.end() for one in self._own if one.start() == at)

    def _only_amends(self, mention: Mention) -> bool:
        """Tell whether an act is named only as what amended another."""
        index = self._mentions.index(mention)
        before = self._mentions[index - 1].end if index else 0
        between = self._said[before : mention.start]
        if _AMENDED.search(between):
            return True
        chained = _BETWEEN.fullmatch(between) is not None
        return bool(index) and chained and self._only_amends(self._mentions[index - 1])

    def _behind(self, mention: Mention) -> int:
        """Return the place behind an act's day, issuer and title.

        A title that names acts itself does not tell where it ends.
        """
        if at_once := _AT_ONCE.match(self._said, mention.end):
            return at_once.end()  # a comma was forgotten
        found = _BEHIND.search(self._said, mention.end)
        end = found.start() if found else len(self._said)
        for other in self._mentions:
            listed = _LISTED.search(self._said, mention.end, other.start)
            if not mention.end < other.start < end or listed is None:
                continue
            if _AMENDED.search(self._said, mention.end, other.start):
                return end
            if not _AMENDS.search(self._said, mention.end, listed.start()):
                return listed.start()
            if listed[0].startswith(",") or _LIST_OF_ACTS.match(self._said):
                self.rest.append(self._said[mention.end : other.end])
            return end
        return end


def _of_other_year(said: str, mention: Mention) -> bool:
    """Tell whether a title goes on with a year that is not its act's.

    *Luật Công đoàn năm 1990* is not the Luật Công đoàn that is known.
    """
    year = None if mention.number else _YEAR.match(said, mention.end)
    return year is not None and f"-{year[1]}-" not in mention.id


def _word_end(said: str, pos: int) -> int:
    end = said.find(" ", pos)
    return len(said) if end < 0 else end
