"""Instructions as sentences: what is quoted set aside, then cut before each verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|\"[^\"]*\"|“[^“”]*$")
MARK = re.compile(r"«(\d+)»")


class Verb(StrEnum):
    """What an instruction does, by the word it begins with."""

    AMEND = "amend"  # sửa đổi, bổ sung; sửa đổi; sửa
    ADD = "add"  # bổ sung
    REPLACE = "replace"  # thay thế, thay
    REPEAL = "repeal"  # bãi bỏ, bỏ, hủy bỏ
    CORRECT = "correct"  # đính chính
    RENUMBER = "renumber"  # đánh số lại, chuyển … thành
    SUSPEND = "suspend"  # ngưng hiệu lực, đình chỉ
    RESUME = "resume"  # tiếp tục có hiệu lực


_VERBS: tuple[tuple[Verb, str], ...] = (
    (Verb.AMEND, r"sửa\s+đổi\s*(?:,|và)\s*bổ\s+sung|sửa\s+đổi|sửa(?!\s+chữa|\s+lỗi)"),
    (Verb.ADD, r"bổ\s+sung(?:\s+thêm)?"),
    (Verb.REPLACE, r"thay\s+thế|thay(?=\s+(?:các\s+|cụm\s+)?(?:cụm\s+từ|từ|«|nội))"),
    (Verb.REPEAL, r"bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ|bỏ|xóa\s+bỏ"),
    (Verb.CORRECT, r"đính\s+chính|chỉnh\s+sửa"),
    (Verb.RENUMBER, r"đánh\s+(?:lại\s+số|số\s+lại)(?:\s+thứ\s+tự)?|chuyển"),
    (Verb.SUSPEND, r"(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+thi\s+hành)?|đình\s+chỉ"),
    (Verb.RESUME, r"tiếp\s+tục\s+có\s+hiệu\s+lực"),
)
_ANY = "|".join(f"(?P<{verb}>{words})" for verb, words in _VERBS)
_STARTS = re.compile(rf"\s*(?:{_ANY})(?=[\s,:«]|$)", re.IGNORECASE)
_WITHIN = re.compile(
    rf"(?P<before>^\s*|[;.]\s*|(?:,|\bvà)\s+|:\s*|\s+(?-i:(?=[SBTĐHNC])))(?:{_ANY})"
    r"(?=[\s:«])",
    re.IGNORECASE,
)
"""A verb with a capital letter begins a sentence, whatever stands before it."""


_NEXT = re.compile(r"(?<=[^\W_][^\W_])(?<!TP)[.]\s+(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬÉÝ])")
_LISTED = re.compile(
    r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?=\s*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """An instruction's words, what it quotes set aside as ``«0»``."""

    plain: str
    quoted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what it is done to; ``said`` still has the marks of quotes."""

    verb: Verb
    said: str
    words: str


def sentence(words: str) -> Sentence:
    """Set aside what stands in quotation marks, without the marks."""
    quoted: list[str] = []

    def aside(found: re.Match[str]) -> str:
        inside = found[0][1:-1] if found[0][-1] in '”"' else found[0][1:]
        quoted.append(inside.strip())
        return f"«{len(quoted) - 1}»"

    return Sentence(QUOTED.sub(aside, words), tuple(quoted))


def split(words: str) -> tuple[tuple[int, str], ...]:
    """Cut words into sentences, each with the place where it begins.

    >>> split("Luật này có hiệu lực. Bãi bỏ Điều 5.")
    ((0, 'Luật này có hiệu lực.'), (22, 'Bãi bỏ Điều 5.'))
    """
    quoted = [found.span() for found in QUOTED.finditer(words)]
    cuts = [
        found.end()
        for found in _NEXT.finditer(words)
        if not any(start < found.start() < end for start, end in quoted)
    ]
    places = zip([0, *cuts], [*cuts, len(words)], strict=True)
    return tuple((start, words[start:end].strip()) for start, end in places)


def opening_verb(words: str) -> Verb | None:
    """Return the verb that a sentence begins with, if it is one that amends."""
    found = _STARTS.match(words)
    return _verb(found) if found else None


def clauses(plain: str) -> tuple[Clause, ...]:
    """Cut a sentence before each verb.

    A verb counts at the beginning and behind a comma, semicolon, colon or *và*; *sửa
    đổi, bổ sung* is one.
    """
    cuts: list[re.Match[str]] = []
    for found in _WITHIN.finditer(plain):
        if not _of_an_act(plain, found, cuts[-1].end() if cuts else 0):
            cuts.append(found)
    if not cuts or plain[: cuts[0].start()].strip() or not opening_verb(plain):
        return ()
    ends = [*(one.start() for one in cuts[1:]), len(plain)]
    return tuple(
        Clause(_verb(one), plain[one.end() : end].strip(), plain[one.start() : end])
        for one, end in zip(cuts, ends, strict=True)
    )


def _of_an_act(plain: str, found: re.Match[str], end: int) -> bool:
    """Tell whether a verb belongs to what an act is called or was amended by.

    Args:
        plain: The sentence.
        found: The verb.
        end: Where the verb before it ends.
    """
    if found["before"].strip() not in {",", "và"}:
        return False
    before = plain[: found.start()]
    listed = _LISTED.search(before)
    if listed and end != listed.end():
        return True  # a title's own "sửa đổi, bổ sung, bãi bỏ"
    return bool(re.search(r"(?:được|việc|đã|quy định|hướng dẫn)\s+[^;«]*$", before))


def _verb(found: re.Match[str]) -> Verb:
    return next(verb for verb, _ in _VERBS if found[verb.value] is not None)
