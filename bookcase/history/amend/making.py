"""Rows made into effects, or the code of what they lack."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bookcase.history.amend.places import OWN, UNKNOWN
from bookcase.model.effects import Effect, Op, Phase, Reading

if TYPE_CHECKING:
    from collections.abc import Collection

    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.rows import Row
    from bookcase.history.amend.sentences import Sentence
    from bookcase.history.force import Force
    from bookcase.model.effects import Position

_WHERE = re.compile(
    r"(?:kt\d+\.)?(?:d\d|pl|mau|c\d|m\d|p\d|tm\d|la\d|everywhere$|can-cu)"
)
_DATE = (
    r"(?:từ\s+)?ngày\s+(\d{1,2})(?:\s+tháng\s+|[/.-])(\d{1,2})"
    r"(?:\s+năm\s+|[/.-])(\d{4})"
)
_SINCE = re.compile(rf"(?<=từ\s)\s*{_DATE}", re.IGNORECASE)
_FIRST = re.compile(rf"\s*(?:kể\s+)?{_DATE}\s*,", re.IGNORECASE)
_ENDED = re.compile(
    rf"hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*,?\s*(?:kể\s+)?{_DATE}", re.IGNORECASE
)
_LAST = re.compile(rf"(?<!lực)(?<!hành)\s+kể\s+{_DATE}\W*$", re.IGNORECASE)
_UNTIL = re.compile(
    r"đến\s+(?:hết\s+)?ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})",
    re.IGNORECASE,
)
_TEXT_NEEDED = frozenset(
    {Op.REPLACE, Op.RETITLE, Op.INSERT, Op.INSERT_ANNEX, Op.REPLACE_ANNEX}
)
_INSERTED = frozenset({Op.INSERT, Op.INSERT_ANNEX})
_PAUSES = frozenset({Op.SUSPEND, Op.RESUME})
_RANKS = {
    "hien-phap": 0, "bo-luat": 1, "luat": 1, "phap-lenh": 2, "nghi-dinh": 3,
    "quyet-dinh": 4, "thong-tu": 4, "thong-tu-lien-tich": 4, "chi-thi": 4,
}  # fmt: skip
"""Resolutions are of many ranks and left out."""
_RANK = re.compile(rf"(?:mau-)?({'|'.join(sorted(_RANKS, key=len, reverse=True))})-\d")
_SURE, _FAIR, _GUESSED = 1.0, 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Maker:
    """What of the acting act a row needs to become an effect.

    Attributes:
        own: Its id: no act acts on itself.
        ids: Its units, those in quotes left out.
        force: When it enters into force.
        effective: The day known from elsewhere, for what its words do not tell.
    """

    own: str
    ids: Collection[str]
    force: Force
    effective: date | None

    def effect(
        self, one: Instruction, said: Sentence, act: str, row: Row, dated: str = ""
    ) -> Effect | str:
        """Return what a row of a sentence does to an act, or the code of its fault.

        ``dated`` are the words that tell the day, where the sentence itself does not.
        """
        row = self._with_own_annex(row)
        text = self._text(row.text)
        if act in {"", OWN, UNKNOWN, self.own} or _is_above(act, self.own, row.op):
            return "AMEND002"
        if fault := _fault(row, text) or _unquoted(said, row):
            return fault
        start, until = self._days(dated or one.words, one.by, row)
        return Effect(
            by=row.by or (row.text if row.text.startswith(f"{one.by}.") else one.by),
            on=act,
            op=row.op,
            at=row.units,
            new=row.new,
            position=_position(row),
            anchor=row.anchor,
            text=text,
            find=_quoted(said, row.find),
            with_=_quoted(said, row.with_),
            count=row.count,
            effective=(Phase(start, until),) if start else (),
            read=_reading(one, _confidence(row, start)),
            line=one.line,
        )

    def _with_own_annex(self, row: Row) -> Row:
        """Give a new annex the act's own annex of that number, if none is named."""
        bare = row.op is Op.INSERT_ANNEX and not row.text
        return replace(row, text=row.new) if bare and row.new in self.ids else row

    def _text(self, name: str) -> str:
        """Return the id in this act that a text is known by: a form has its annex."""
        if not name or "/quote" in name or name in self.ids:
            return name
        ends = [one for one in self.ids if one.endswith(f".{name}")]
        return ends[0] if len(ends) == 1 else ""

    def _days(self, words: str, by: str, row: Row) -> tuple[date | None, date | None]:
        """Return when an effect begins and the first day after it, if it ends."""
        own = _FIRST.match(words) or _ENDED.search(words) or _LAST.search(words)
        if row.op in _PAUSES:
            own = _SINCE.search(words)
        start = _day(own) or self.force.day_of(by) or self.effective
        last = _day(_UNTIL.search(words)) if row.op is Op.SUSPEND else None
        return start, last + timedelta(days=1) if last else None


def _is_above(act: str, own: str, op: Op) -> bool:
    """Tell whether an act is one that the acting act cannot change: it is of its title.

    >>> _is_above("nghi-dinh-83-2013-nd-cp", "thong-tu-105-2020-tt-btc", Op.REPEAL)
    True
    """
    high, low = _RANK.match(act), _RANK.match(own)
    if op in _PAUSES or op is Op.CORRECT or high is None or low is None:
        return False
    return _RANKS[high[1]] < _RANKS[low[1]]


def _fault(row: Row, text: str) -> str:
    """Return the code of what an effect lacks, or nothing."""
    if row.op in _TEXT_NEEDED and not text:
        return "AMEND004"
    if row.op in _TEXT_NEEDED - _INSERTED and not row.units:
        return "AMEND003"
    return "" if all(_WHERE.match(unit) for unit in row.units) else "AMEND003"


def _unquoted(said: Sentence, row: Row) -> str:
    """Return the code for words that are acted on but not there: “” and the like."""
    needed = (row.find, row.with_ if row.op is Op.INSERT_WORDS else None)
    empty = any(mark is not None and not _quoted(said, mark) for mark in needed)
    return "AMEND001" if empty else ""


def _position(row: Row) -> Position | None:
    """Return where new text goes; behind the words found needs no saying."""
    if row.op is Op.INSERT_WORDS:
        usual = "after" if row.find is not None else "last"
        return None if row.position == usual else row.position
    return row.position


def _reading(one: Instruction, confidence: float) -> Reading:
    if one.start is None:
        return Reading(one.words, confidence=confidence)
    return Reading(one.words, one.start, one.start + len(one.words), confidence)


def _confidence(row: Row, start: date | None) -> float:
    if row.guessed:
        return _GUESSED
    return _SURE if start else _FAIR


def _quoted(said: Sentence, mark: int | None) -> str:
    return said.quoted[mark] if mark is not None else ""


def _day(found: re.Match[str] | None) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
