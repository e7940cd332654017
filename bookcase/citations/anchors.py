"""Where provisions and acts may begin in a text: found quickly, judged elsewhere.

Python's engine is fast where few letters can begin a match. So a unit's word is found
by its end, whose letters are rare (*khoản* by *ản*, with a number behind), a type by
its capital; types in small letters are looked for only in lines that hold them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MORE_TYPES = {
    "Bộ Luật": "bo-luat",
    "Văn bản hợp nhất": "van-ban-hop-nhat",
    "Công văn": "cong-van",
    "Nghị Định": "nghi-dinh",
    "Nghị Quyết": "nghi-quyet",
    "Quyết Định": "quyet-dinh",
    "Thông Tư": "thong-tu",
}
"""Documents that running text cites by their numbers, beside the types of acts."""
_SMALL = (
    "luật", "bộ luật", "pháp lệnh", "nghị định", "nghị quyết", "thông tư",
    "thông tư liên tịch", "quyết định", "hiến pháp", "chỉ thị",
)  # fmt: skip
ALL_TYPES = TYPES | MORE_TYPES | {word: TYPES[word.capitalize()] for word in _SMALL}
"""The key of each type, as law and as people write it."""
Place = tuple[int, int, str]
"""Where a word for a type begins and ends, and the word."""

_CAPITAL = "|".join(sorted(TYPES | MORE_TYPES, key=len, reverse=True))
_GOES_ON = "[a-zà-ỹđ]"
_TYPE = re.compile(rf"(?:{_CAPITAL}|BL[A-ZĐ]{{2,6}})(?!{_GOES_ON})")
_NUMBERED = re.compile(
    rf"({'|'.join(sorted(_SMALL[2:], key=len, reverse=True))})\s+(?=(?:số\s+)?\d)"
)
_SMALL_OWN = re.compile(r"(nghị định|thông tư|pháp lệnh)(?= này(?!\w))")
_LAW = re.compile(r"luật(?=\s)")
_NO_LAW = frozenset({"pháp ", "p kỷ ", "Pháp "})
_CODE = {"bộ ": "bộ luật", "Bộ ": ""}
_GLUED = ("tại", "theo", "của")

_ENDS = (
    ("ều", ("điều",)),
    ("ản", ("khoản",)),
    ("ỏan", ("khỏan",)),
    ("ểm", ("tiểu điểm", "điểm")),
    ("ục", ("tiểu mục", "phụ lục", "mục")),
    ("ơng", ("chương",)),
    ("ần", ("phần",)),
    ("ẫu", ("biểu mẫu", "mẫu")),
    ("ểu", ("biểu",)),
    ("ết", ("tiết",)),
    ("ạn", ("đoạn",)),
    ("òng", ("gạch đầu dòng",)),
)
_WORDS = dict(_ENDS)
_NUMBER_BEHIND = (
    r"(?:(?=\d)|\s+(?=\d|[IVXLC]|[A-ZĐ]\d{0,2}(?!\w)|[a-zđ]{1,2}\d{0,2}(?!\w)|này|nêu\s|từ\s|thứ\s|số\s"
    r"|đầu|cuối|mở\s+đầu|ban\s+hành|kèm|đính|của|tại|quy\s+định\s+tại))"
)
_UNIT = re.compile(rf"({'|'.join(_WORDS)}){_NUMBER_BEHIND}")

_THIS = " này"
_ITSELF = ("tư", "định", "uy chế", "lệ")
"""What *này* stands behind where a text of law names itself in small letters."""


def _seen(end: str, words: Sequence[str]) -> str:
    """Return a pattern for the end of a unit's word, and the letters before it.

    The end comes first: the engine looks for the letters that a pattern may begin with.
    One letter or two before it are enough to tell *khoản* from *bản*.
    """
    least = min(2, *(len(word) - len(end) for word in words))
    behind = ""
    for at in range(len(end) + least, len(end), -1):
        letters = "".join({word[-at] for word in words})
        marred = "Ðð" if "đ" in letters else ""
        behind += f"[{letters}{letters.upper()}{marred}]"
    return f"{end}(?<={behind}{end})"


_LIKELY_UNIT = re.compile(
    # What stands behind is looked at only: it may be in the next line, which is then
    # not to be passed over with the rest of this one.
    f"(?:{'|'.join(_seen(*one) for one in _ENDS)})(?={_NUMBER_BEHIND})[^\n]*"
)
_LIKELY_ACT = re.compile(
    rf"(?:{_CAPITAL}|BL[A-ZĐ]{{2,6}}|ĐIỀU |/[^\n]*"
    r"|ật(?=\s)(?<=luật)(?<!pháp luật)(?<!Pháp luật)(?<!p kỷ luật))"
    rf"(?!{_GOES_ON})[^\n]*"
)
"""The rest of a line from where a citation may begin: each such line is found once."""


def likely(whole: str, ends: Sequence[int]) -> list[int]:
    """Return the places of those lines that may hold a citation.

    All are looked through as one: most hold none, and a look at each by itself costs
    more than the look.

    Args:
        whole: The lines, one behind the other.
        ends: Where each ends, its line break counted.
    """
    begun = [*_LIKELY_UNIT.finditer(whole), *_LIKELY_ACT.finditer(whole)]
    found = {bisect_right(ends, one.start()) for one in begun}
    at = whole.find(_THIS)
    while at >= 0:
        if whole.endswith(_ITSELF, 0, at):
            found.add(bisect_right(ends, at))
        at = whole.find(_THIS, at + 1)
    return sorted(found)


def unit_words(text: str, pos: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where words for units begin and end that a number may stand behind."""
    for found in _UNIT.finditer(text, pos):
        end = found.end(1)
        for word in _WORDS[found[1]]:
            start = end - len(word)
            if start >= 0 and text[start:end].lower().replace("ð", "đ") == word:
                if not start or _may_begin(text, start):
                    yield start, end
                break


def type_words(text: str) -> list[Place]:
    """Return the words for types of acts, in their order."""
    places = [
        (found.start(), found.end(), found[0])
        for found in _TYPE.finditer(text)
        if not found.start() or _may_begin(text, found.start())
    ]
    small = [*_small_laws(text)] if "luật" in text else []
    if "/" in text:
        small += [(*one.span(1), one[1]) for one in _NUMBERED.finditer(text)]
    if "tư này" in text or "nh này" in text:
        small += [(*one.span(1), one[1]) for one in _SMALL_OWN.finditer(text)]
    return sorted([*places, *small]) if small else places


def _small_laws(text: str) -> Iterator[Place]:
    """Yield *luật* where it is no end of another word, *bộ luật* whole."""
    for found in _LAW.finditer(text):
        start = found.start()
        if start and text[start - 1].isalnum():
            continue
        if text[max(0, start - 5) : start] in _NO_LAW:
            continue
        code = _CODE.get(text[max(0, start - 3) : start])
        if code is None:
            yield start, found.end(), "luật"
        elif code:
            yield start - 3, found.end(), code


def _may_begin(text: str, start: int) -> bool:
    """Tell whether a word begins here; a space may be missing before a capital."""
    before = text[start - 1]
    if not before.isalnum():
        return True
    capital = before.islower() and text[start].isupper()
    return capital or text[:start].endswith(_GLUED)
