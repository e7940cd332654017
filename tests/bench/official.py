"""Official consolidated texts, read without what their editors added to the law.

They carry footnotes: a mark glued to a word (``nghiệp13``, ``2.5``), and notes among
the text, wherever the page of the PDF ended. Comparing takes them away, and folds what
is no difference of law: spaces, the place of a tone mark, hyphens lost at a line's end.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SINCE = r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày \d{1,2} tháng \d{1,2} năm \d{4}"
_UNIT = (
    r"(?:Khoản|Điểm|Điều|Mục|Chương|Tên (?:Điều|điều|khoản)|Đoạn|Tiết"
    r"|(?:Cụm từ|Từ|Nội dung) ?“[^”]{1,300}”|Nội dung [^.“]{3,120}?|Mẫu số \w+)"
)
_LAW = r"sửa đổi, bổ sung một số điều của Luật [^.,;“]{3,60}"
_NUMBER = r"(?:(?<![\w.])\d{1,3} ?)?"
_NOTE = re.compile(
    rf"{_NUMBER}{_UNIT}(?: này| tại [^.]{{3,60}}?)? (?:đã )?được "
    rf"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|bỏ).{{0,900}}?"
    rf"(?:{_SINCE}|{_LAW}(?=\.)) ?[.;]?"
)
_PHASE = re.compile(
    rf"{_NUMBER}Quy định (?:liên quan đến|về) [^“]{{3,900}}?{_SINCE}"
    rf"(?: theo quy định tại [^.]{{3,200}}?\d{{4}}(?:/QH\d\d)?(?: {_LAW})?)? ?[.;]?"
)
_QUOTING = re.compile(
    rf"{_NUMBER}(?:Luật|Thông tư|Nghị định|Khoản|Điều|Các điều|Điểm) [^“]{{3,400}}?"
    r"(?:căn cứ ban hành|quy định|sửa đổi, bổ sung) như sau ?: ?(?=“)"
)
_CHAPTER = re.compile(r"\s(?:Chương|CHƯƠNG) [IVX]+ (?:\d+ )?[A-ZĐÀ-Ỹ, ]{8,}")
_PASSED = re.compile(
    r"(?:Luật|Bộ luật) này (?:đã )?được Quốc hội .{10,200}thông qua .*$"
)
_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe",
    "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy",
    "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile("|".join((*_OLD, *map(str.capitalize, _OLD))))
_MARKED = re.compile(r"\d{1,3}")


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two texts differ: the words of each there, and some behind them."""

    ours: str
    official: str
    kind: str = ""

    def __str__(self) -> str:
        """Return both sides, ours first."""
        return f"«{self.ours}» ≠ «{self.official}»"


def differences(ours: str, official: str) -> tuple[Difference, ...]:
    """Return the differences between our words and the official ones.

    ``kind`` is told of those that every reader would call the official text's own:
    another letter case, another sign at a unit's end.
    """
    mine = _tokens(plain(_PASSED.sub("", ours)))
    theirs = _tokens(plain(without_notes(official)))
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    found = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal" or _only_marks(mine[a:b], theirs[c:d]):
            continue
        if _only_marks(mine[max(0, a - 1) : b + 1], theirs[max(0, c - 1) : d + 1]):
            continue
        said, there = " ".join(mine[a : b + 3]), " ".join(theirs[c : d + 3])
        found.append(Difference(said[:90], there[:90], _kind(mine[a:b], theirs[c:d])))
    return tuple(found)


def plain(words: str) -> str:
    """Return words with what is no difference of law folded away."""
    text = unicodedata.normalize("NFC", words).replace("\xad", "")
    text = _TONE.sub(_new_tone, text)
    text = re.sub(r"[“”\"]", "“", text)
    text = re.sub(r"(?<=/) +|(?<=[A-ZĐ])-(?=[A-ZĐ])", "", text)
    return " ".join(re.sub(r"[–-]", " ", text).split())


def without_notes(words: str) -> str:
    """Take the official editors' notes out of an article."""
    text = " ".join(unicodedata.normalize("NFC", words).split())
    while (found := _QUOTING.search(text)) is not None:
        text = f"{text[: found.start()]} {text[_quote_end(text, found.end()) :]}"
    for pattern in (_NOTE, _PHASE):
        text = pattern.sub(" ", text)
    chapter = _CHAPTER.search(f" {text}")
    return text[: chapter.start()] if chapter else text


def _quote_end(text: str, pos: int) -> int:
    """Return the place behind the quote that begins at a place, inner ones and all."""
    depth = 0
    for at in range(pos, len(text)):
        depth += {"“": 1, "”": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1 + (text[at + 1 : at + 2] in {".", ";"})
    return len(text)


def _new_tone(found: re.Match[str]) -> str:
    new = _OLD[found[0].lower()]
    return new.capitalize() if found[0][0].isupper() else new


def _tokens(text: str) -> list[str]:
    """Part words from the signs behind them, so that a mark between is seen alone."""
    return re.findall(r"\d+|[^\W\d_]+|[^\w\s]", text)


def _kind(ours: list[str], theirs: list[str]) -> str:
    """Name a difference that is the official editors' own."""
    marked = [one for one in theirs if not _MARKED.fullmatch(one)]
    if [one.lower() for one in ours] == [one.lower() for one in marked]:
        return "official: letter case"
    signs = {".", ";", ",", ":", "/"}
    if {*ours, *marked} <= signs:
        return "official: sign at the end of a unit"
    if [one.replace("1", "l") for one in ours] == marked:
        return "source: the letter l printed as the number 1"
    return ""


def _only_marks(ours: list[str], theirs: list[str]) -> bool:
    """Tell whether the official words are ours with footnote marks between."""
    return list(_unmarked(ours, theirs)) == ours


def _unmarked(ours: list[str], theirs: list[str]) -> Iterator[str]:
    wanted = iter([*ours, ""])
    word = next(wanted)
    for token in theirs:
        if token == word:
            yield token
            word = next(wanted, "")
        elif word.isdigit() and re.fullmatch(rf"{word}\d{{1,3}}", token):
            yield word
            word = next(wanted, "")
        elif not _MARKED.fullmatch(token):
            yield token
