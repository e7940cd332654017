"""What sentences announce for those below them, and which count wherever they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPE
from bookcase.history.amend.rephrase import rephrased
from bookcase.history.amend.sentences import Sentence, Verb, clauses, sentence

if TYPE_CHECKING:
    from bookcase.history.amend.instructions import Instruction
    from bookcase.history.amend.sentences import Clause

CLOSING = re.compile(
    r"sửa\s+đổi|bãi\s+bỏ|thay\s+thế|hiệu\s+lực|thi\s+hành|đính\s+chính|chuyển\s+tiếp"
    r"|tổ\s+chức\s+thực\s+hiện",
    re.IGNORECASE,
)
_ON_UNITS = frozenset({Verb.AMEND, Verb.ADD, Verb.REPLACE, Verb.REPEAL})
_OUTRIGHT = re.compile(
    r"\s*(?:(?:toàn\s+bộ|các|những|một\s+(?:số|phần))\s+)*"
    r"(?:(?:điểm|khoản|điều|chương|mục|phụ\s+lục|mẫu|biểu)\s+(?:số\s+)?(?:\d|[IVX]+\b|[a-zđ]\b)"
    rf"|(?:{TYPE.pattern})\s+(?:liên\s+tịch\s+)?(?:số\s|\d)"
    rf"|(?:{TYPE.pattern})\s*:|(?:quy\s+định|nội\s+dung)\s[^«;]*?{TYPE.pattern}\s+số\s|cụm\s+từ\s|từ\s+«"
    r"|[^«;.]{0,80}sau\s+đây(?=[\s:]))",
    re.IGNORECASE,
)
"""An act, a place or words stand right behind the verb."""
_OF_WORDS = re.compile(r"(?:cụm\s+)?từ(?!\w)|chữ\s|từ\s+ngữ|nội\s+dung", re.IGNORECASE)
_WORDS_FIRST = re.compile(
    r"\s*(?:(?:các|những)\s+)?(?:cụm\s+từ|từ\s+ngữ|từ|chữ|nội\s+dung)?\s*:?\s*«\d",
    re.IGNORECASE,
)
_PAIR = re.compile(r"»\s*(?:được\s+)?(?:bằng|thành|là)\s", re.IGNORECASE)
_PARTS = re.compile(r"các\s+quy\s+định\s+(?:tại|của)\s", re.IGNORECASE)
_SAID = {
    Verb.AMEND: "Thay thế", Verb.REPLACE: "Thay thế", Verb.CORRECT: "Đính chính",
    Verb.REPEAL: "Bãi bỏ", Verb.ADD: "Bổ sung",
}  # fmt: skip


def is_outright(one: Instruction) -> bool:
    """Tell whether a sentence amends whatever its article is on: *Bãi bỏ Điều 5 …*."""
    found = clauses(rephrased(sentence(one.words)).plain)[:1]
    return any(it.verb in _ON_UNITS and _OUTRIGHT.match(it.said) for it in found)


def lists_below(clause: Clause) -> bool:
    """Tell whether a sentence lists below what it repeals, or words that it changes."""
    listed = clause.said.rstrip().endswith(":")
    return listed and (
        clause.verb is Verb.REPEAL or _OF_WORDS.search(clause.said) is not None
    )


def is_whole(clause: Clause) -> bool:
    """Tell whether provisions are meant, and none of what they say.

    >>> is_whole(clauses("Bãi bỏ các quy định tại Điều 6.")[0])
    True
    """
    return _PARTS.match(clause.said) is not None


def with_verb(said: Sentence, verb: Verb | None) -> Sentence:
    """Return words that stand in a list, *“A” bằng “B” tại Điều 5*, with its verb."""
    if verb not in _SAID or not _WORDS_FIRST.match(said.plain):
        return said
    paired = verb in {Verb.REPEAL, Verb.ADD} or _PAIR.search(said.plain)
    return Sentence(f"{_SAID[verb]} {said.plain}", said.quoted) if paired else said


def is_header(verb: Verb, said: str) -> bool:
    """Tell whether words only announce what the units below do."""
    return bool(
        re.match(
            r"(?:,?\s*(?:bổ\s+sung|bãi\s+bỏ|thay\s+thế|sửa\s+đổi)\s*,?)*\s*(?:và\s+)?"
            r"(?:một\s+số|một\s+phần|các\s+quy\s+định|cụm\s+từ\s+tại|cụm\s+từ,|tên)",
            said,
            re.IGNORECASE,
        )
    ) or (verb is Verb.REPLACE and "«" not in said and not said.strip(" .:"))
