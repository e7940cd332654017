"""When an act enters into force, read from its own words.

The forms of Law 80/2015/QH13, Art. 151, and of its practice: a day for the whole, other
days for provisions that the sentence names (*trừ quy định tại khoản 2 Điều này*).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bookcase.citations.provisions import expanded, provisions_at
from bookcase.legal.ids import identified
from bookcase.model.act import UnitPhase
from bookcase.model.tree import Kind, Paragraph, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.legal.ids import Placed
    from bookcase.model.tree import LegalText

_COUNTED = {
    r"mười": 10, r"mười\s+lăm": 15, r"ba\s+mươi": 30, r"bốn\s+mươi\s+lăm": 45,
    r"sáu\s+mươi": 60, r"chín\s+mươi": 90,
}  # fmt: skip
_DAY = (
    r"(?:(?:ngày\s*|(?<=từ\s))(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*năm\s*(?P<y>\d{4})"
    r"|(?:ngày\s*|(?<=từ\s))(?P<d2>\d{1,2})[/.-](?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
    r"|(?P<signed>ngày\s+(?:được\s+Quốc\s+hội\s+)?(?:ký|ban\s+hành|thông\s+qua|công\s+bố)))"
)
_FORCE = re.compile(
    r"có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|thực\s+hiện))?\s*(?:,?\s*k[ểề])?\s*"
    rf"(?:(?:sau\s+)?(?P<after>\d+|{'|'.join(_COUNTED)})\s+(?:\([^)]*\)\s+)?"
    r"(?P<unit>ngày|tháng)(?:\s+\([^)]*\))?,?\s+kể\s+)?"
    rf"(?:từ\s+)?{_DAY}",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư"
    r"(?: liên tịch)?|Chỉ thị|Văn bản)\s+này"
    r"(?:(?:(?!\b(?:Luật|Pháp lệnh|Nghị|Quyết định|Thông tư)\b)[^.;]){0,160}"
    r"|\s+(?:thay\s+thế|bãi\s+bỏ)[^.;]{0,300}\svà\s+)$"
)
"""The act itself, and not another that stands behind it."""
_EXCEPT = re.compile(r"\btrừ\b", re.IGNORECASE)
_OTHERWISE = re.compile(r"(?:tiếp\s+tục|đã|đang|còn|chưa|không)\s*$", re.IGNORECASE)
_OWN_PLACE = re.compile(
    r"(?:của\s+)?(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư"
    r"(?: liên tịch)?)\s+này"
)
_BEGIN = re.compile(
    r"(?<!\w)(?:các|từ|điểm|khoản|điều|chương|mục|phụ lục)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Force:
    """When an act enters into force.

    Attributes:
        whole: The day for all that has no day of its own; None when not told.
        phases: Provisions with days of their own.
        unclear: Lines of sentences that give a day to something not named plainly.
    """

    whole: date | None = None
    phases: tuple[UnitPhase, ...] = ()
    unclear: tuple[int, ...] = ()

    def day_of(self, unit: str) -> date | None:
        """Return the day on which a provision of the act enters into force."""
        held = [
            (len(address), phase.start)
            for phase in self.phases
            for address in phase.at
            if f"{unit}.".startswith(f"{address}.")
        ]
        return max(held)[1] if held else self.whole


def force(text: LegalText, issued: date | None = None) -> Force:
    """Read when an act enters into force.

    Args:
        text: The act's text.
        issued: Its day of issue, for *kể từ ngày ký*.
    """
    whole: date | None = None
    phases: list[UnitPhase] = []
    unclear: list[int] = []
    for placed, words, line in _sentences(text):
        for found in _FORCE.finditer(words):
            day = _day(found, issued)
            before = words[: found.start()]
            if day is None or _OTHERWISE.search(before):
                continue
            units = tuple(_places(before, placed.id))
            if _WHOLE.search(before) and not units:
                whole = whole or day
            elif units and not _is_partial(before):
                phases.append(UnitPhase(units, day))
            elif _OWN_PLACE.search(before):
                unclear.append(line)
    return Force(whole, tuple(phases), tuple(unclear))


def _sentences(text: LegalText) -> Iterator[tuple[Placed, str, int]]:
    for placed in identified(text):
        unit = placed.block
        if placed.quoted or not isinstance(unit, Unit):
            continue
        if unit.kind in {Kind.ANNEX, Kind.FORM, Kind.ATTACHED}:
            continue
        if any(parent.startswith(("pl", "kt", "mau")) for parent in placed.parents):
            continue
        said = [unit.text]
        said += [one.text for one in unit.blocks if isinstance(one, Paragraph)]
        yield placed, " ".join(said), unit.line


def _day(found: re.Match[str], issued: date | None) -> date | None:
    if found["signed"]:
        day = issued
    else:
        parts = [found[one] or found[f"{one}2"] for one in "ymd"]
        try:
            day = date(*map(int, parts))
        except ValueError:
            return None
    if day and found["after"]:
        count = _number(found["after"])
        months = found["unit"].lower() == "tháng"
        return _months_on(day, count) if months else day + timedelta(days=count)
    return day


def _months_on(day: date, count: int) -> date:
    """Return the same day some months on, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    year = day.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def _number(said: str) -> int:
    if said.isdigit():
        return int(said)
    words = r"\s+".join(said.lower().split())
    return _COUNTED[words]


def _places(before: str, here: str) -> Iterator[str]:
    """Yield the act's own provisions that a sentence names before its day."""
    sentence = re.split(r"[.;]\s+(?=[A-ZĐÁÀ])", before)[-1]
    sentence = _EXCEPT.split(sentence)[0]
    pos = 0
    while found := _BEGIN.search(sentence, pos):
        listed = provisions_at(sentence, found.start())
        pos = listed.end if listed else found.end()
        if listed is None:
            continue
        behind = sentence[listed.end :].lstrip()
        foreign = re.match(r"(?:của\s+)?(?:Luật|Bộ luật|Nghị|Thông|Pháp)", behind)
        if foreign and not _OWN_PLACE.match(behind):
            continue
        for item in listed.items:
            for unit in expanded(item):
                yield unit.replace("@d", here.partition(".")[0])


def _is_partial(before: str) -> bool:
    """Tell whether a sentence speaks of some of what provisions say, not of them."""
    return bool(re.search(r"liên quan|về\s[^,;]*\stại|các\s+nội\s+dung", before))
