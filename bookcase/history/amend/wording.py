"""Instructions on words: replaced, added, taken out, put right."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.history.amend.rows import Row
from bookcase.history.amend.sentences import MARK, Verb
from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.history.amend.sentences import Clause
    from bookcase.model.effects import Position

_WORDS = (
    r"(?:các\s+|những\s+|một\s+số\s+)?(?:cụm\s+từ(?:\s+ngữ)?|từ\s+ngữ|từ|nội\s+dung"
    r"|chữ|số|dấu|đoạn|ký\s+hiệu|câu|tên)?\s*:?\s*"
)
_BEGINS = re.compile(rf"\s*:?\s*{_WORDS}«", re.IGNORECASE)
_PAIR = re.compile(
    r"«(?P<old>\d+)»(?P<where>[^«;]*?)\s*(?:được\s+)?(?:thay\s+)?(?:thế\s+)?(?:sửa\s+)?"
    rf"(?:bằng|thành|là|như\s+sau|nay\s+sửa\s+là)\s*:?\s*(?:các\s+)?{_WORDS}«(?P<new>\d+)»",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"«(?P<new>\d+)»\s*(?:vào\s+)?(?:ngay\s+|liền\s+)?(?P<side>sau|trước)\s+{_WORDS}"
    r"«(?P<old>\d+)»",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"«(?P<new>\d+)»\s*(?:vào\s+)(?P<side>cuối|đầu|sau|trước)\s", re.IGNORECASE
)
_SIDES: dict[str, Position] = {
    "sau": "after", "trước": "before", "cuối": "last", "đầu": "first",
}  # fmt: skip
_NO_PLACE = re.compile(
    r"(?<!\w)(?:các\s+)?(?:cụm\s+từ|từ\s+ngữ|nội\s+dung|lỗi\s+kỹ\s+thuật)(?!\w)",
    re.IGNORECASE,
)
_ENDS: dict[str, Position] = {
    "sau": "last", "trước": "first", "cuối": "last", "đầu": "first",
}  # fmt: skip


def is_on_words(clause: Clause) -> bool:
    """Tell whether a clause acts on words that it quotes, and not on units."""
    corrects = clause.verb is Verb.CORRECT and _PAIR.search(clause.said)
    return bool(corrects or _BEGINS.match(clause.said))


def on_words(clause: Clause) -> Iterator[Row]:
    """Yield the words that a clause acts on, each with the words that say where.

    Pairs that no place follows take the next place there is: *“A” bằng “B”, “C” bằng
    “D” tại khoản 2*; so do words that share what replaces them. Where some of what is
    quoted has no part in it, nothing is understood.
    """
    done: list[Row] = []
    waiting: list[Row] = []
    shared: list[int] = []
    for part in _parts(clause.said):
        rows, where = _rows(clause.verb, part)
        marks = [int(mark) for mark in MARK.findall(part)]
        if not rows and not MARK.sub("", _without_words(part)).strip(" .;,"):
            shared += marks
            continue
        waiting += [replace(row, find=mark) for row in rows[:1] for mark in shared]
        waiting += rows
        shared = []
        if where.strip(" .;,"):
            done += (row.at(where) for row in waiting)
            waiting = []
    done += waiting
    if _marks(done) == {int(mark) for mark in MARK.findall(clause.said)}:
        yield from done


def _marks(rows: Iterable[Row]) -> set[int]:
    both = ((row.find, row.with_) for row in rows)
    return {mark for pair in both for mark in pair if mark is not None}


def _parts(said: str) -> list[str]:
    """Cut a clause behind each place: before a comma or semicolon and new words."""
    cut = re.compile(
        rf"(?<=.)(?:[;,]\s*(?:và\s+)?|\s+và\s+)(?={_WORDS}«)", re.IGNORECASE
    )
    return [part for part in cut.split(said) if part.strip()]


def _rows(verb: Verb, part: str) -> tuple[list[Row], str]:
    """Return the rows of a part, and its words that say where."""
    if verb is Verb.REPEAL:
        found = MARK.findall(part)
        rows = [Row(Op.DELETE_WORDS, find=int(mark)) for mark in found]
        return rows, MARK.sub(" ", _without_words(part))
    if verb is Verb.ADD:
        return _added(part)
    op = Op.CORRECT if verb is Verb.CORRECT else Op.REPLACE_WORDS
    pair = _PAIR.search(part)
    if pair is None:
        return [], ""
    row = Row(op, find=int(pair["old"]), with_=int(pair["new"]))
    where = f"{part[: pair.start()]} {pair['where']} {part[pair.end() :]}"
    return [row], _without_words(where)


def _added(part: str) -> tuple[list[Row], str]:
    if beside := _BESIDE.search(part):
        row = Row(
            Op.INSERT_WORDS,
            find=int(beside["old"]),
            with_=int(beside["new"]),
            position=_SIDES[beside["side"].lower()],
        )
        return [row], _without_words(part[: beside.start()] + part[beside.end() :])
    if end := _AT_END.search(part):
        position = _ENDS[end["side"].lower()]
        row = Row(Op.INSERT_WORDS, with_=int(end["new"]), position=position)
        return [row], part[end.end() :]
    return [], ""


def _without_words(part: str) -> str:
    """Take out *cụm từ* and the like, which name no place."""
    return re.sub(
        r"(?<!\w)(?:các\s+)?(?:cụm\s+từ|từ\s+ngữ|nội\s+dung|lỗi\s+kỹ\s+thuật)(?!\w)",
        " ",
        part,
    )
