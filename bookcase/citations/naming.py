"""The acts that a text names, from the places where their types and numbers stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.citations.acts import DAY, NUMBER, cleaned, day_behind, id_of
from bookcase.citations.anchors import ALL_TYPES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from bookcase.citations.anchors import Place
    from bookcase.citations.titles import Titles

_LONGEST = 260
_LAW = frozenset({"luat", "bo-luat", "phap-lenh", "nghi-quyet", "hien-phap", "lenh"})
_KINDS = {
    "NĐ": {"nghi-dinh"}, "ND": {"nghi-dinh"}, "TT": {"thong-tu"},
    "TTLT": {"thong-tu-lien-tich"}, "QĐ": {"quyet-dinh"}, "QD": {"quyet-dinh"},
    "NQ": {"nghi-quyet"}, "NQLT": {"nghi-quyet-lien-tich"}, "CT": {"chi-thi"},
    "VBHN": {"van-ban-hop-nhat"}, "SL": {"sac-lenh"}, "QH": _LAW, "UBTVQH": _LAW,
    "HĐNN": _LAW, "LCT": _LAW, "L": _LAW, "PL": _LAW,
}  # fmt: skip
"""The types that a number may belong to, by the letters behind its slash."""
_LAW_WORDS = frozenset({"Luật", "Bộ luật", "Bộ Luật", "Pháp lệnh"})
_LETTERS = re.compile(r"[A-ZĐ]+")
_BREAK = re.compile(r"[;:“”\"]|\.\s")
_SO = re.compile(r"\s*(?:số\s*:?\s*)?$")
_AMENDING = re.compile(r"\s+(?:[Ss]ửa\s+đổi|[Bb]ổ\s+sung)")
_NO_TITLE = re.compile(r"[;:“”\"()]|\.\s|(?:Điều|[Kk]hoản|[Đđ]iểm)\s+[\da-zđ](?:\W|\d)")
_YEAR = re.compile(r"\s*(?:,?\s*năm\s+|\s)((?:19|20)\d\d)(?![\w/])")
_CAPITAL = re.compile(r"\s+[A-ZĐÀ-Ỹ]")
_COUNTRY = " Việt Nam"
"""What a title may end with that the register leaves out."""
_OWN = re.compile(r"\s+này(?!\w)")
_THAT = re.compile(r"\s+(?:đó|trên|nói\s+trên|nêu\s+trên|sau)(?!\w)")
_TITLE_ENDS = (
    r"(?:số|năm|ngày|hoặc|được|này|thì|để|theo|do|nhưng|trừ|không|có|về|quy|khi|nếu|của|tại"
    r"|trong|với|đối|phải|chỉ|là|như|từ|bao|gồm|mà|đã|sẽ"
    r"|và\s+(?:các|Luật|Bộ|Nghị|Thông|Điều|khoản|pháp|những|văn))(?!\w)"
)
_PROVISION = (
    r"(?:và\s+)?(?:[Đđ]iểm|[Kk]hoản|Điều|[Mm]ục|[Cc]hương|[Pp]hụ\s+lục|[Pp]hần|[Mm]ẫu)"
    r"\s+[\da-zIVX]"
)
_COMMA = r"(?:,(?=\s+(?:chống|phòng|bảo\s+vệ|[Kk]hen\s+thưởng)\s))?"
_TITLE_WORDS = re.compile(
    rf"(?:{_COMMA}\s+(?!{_TITLE_ENDS}|{_PROVISION})[^\W\d_]+){{1,12}}"
)
"""The words of a title that nobody knows, as far as they may belong to it."""
_TIGHT = re.compile(r".+/(?:NĐ-CP|NQ-CP|QĐ-TTg|TT-[A-ZĐ]{2,}|QH\d\d)(?=[a-zđ])")
_SHORT_TYPE = re.compile(r"(?<!\w)(?:NĐ|ND|QĐ|QÐ|QD|TTLT|TT|NQ|CT)\s+(?:số\s*)?$")
_NUMBER_WORD = re.compile(r"(?<!\w)[Ss]ố\s*:?\s*$")
_ITSELF = re.compile(r"\W*[Ss]ố\s*:\s*")
"""What stands before an act's own number, in its head."""
_BEFORE_SLASH = len("12345A ")
"""How much of a number may stand before its first slash."""
_OLD_NUMBER = re.compile(r"\d{1,3}\s?-\s?LC?T?\s?/\s?[A-ZĐ]{3,4}\s?\d?(?!\w)")
_STANDARD = re.compile(
    r"(?:TCVN|QCVN|TCCS|ISO|\d\s?:|ẫu(?:\s+số)?|[Bb]iểu(?:\s+số)?)\s*$"
)
_ALONE = frozenset({"luat", "nghi dinh", "thong tu", "quyet dinh", "bo luat"})
_ENDS = re.compile(r"\s*(?:[.,;:)]|$|(?:và|hoặc|thì|được|có|phải|quy\s+định)\s)")


@dataclass(frozen=True, slots=True)
class ActName:
    """An act as a text names it.

    Attributes:
        start: Where its words begin: the type, else the number.
        end: Where they end; a year behind a title belongs to them.
        type: The key of its type.
        id: The id that type and number make; empty for a title.
        number: As the text writes it; empty for a title.
        title: The words of a title; with a number, what stands between.
        key: The folded name by which a title was found; empty where nobody knows it.
        year: The year behind a title, empty for none.
        issued: The day of issue that stands behind number or title.
        mended: What was put right in the number, empty for nothing.
    """

    start: int
    end: int
    type: str
    id: str = ""
    number: str = ""
    title: str = ""
    key: str = ""
    year: str = ""
    issued: date | None = None
    mended: str = ""

    @property
    def bare(self) -> bool:
        """Tell whether only a type is said: *của Thông tư, …* means this one."""
        return not self.number and self.title in ALL_TYPES and not self.year


@dataclass(frozen=True, slots=True)
class OwnName:
    """*Luật này*, *Nghị định này*: the act that the text itself is of."""

    start: int
    end: int
    type: str


def named(
    text: str, types: Sequence[Place], titles: Sequence[Titles] = ()
) -> dict[int, ActName | OwnName]:
    """Return the acts that a text names, by the places where they begin.

    Args:
        text: The text, composed (NFC).
        types: The places of words for types, in their order.
        titles: Names of acts to look for; the longest that fits counts.
    """
    found: dict[int, ActName | OwnName] = {}
    taken = -1
    numbers = list(_numbered(text, types)) if "/" in text else []
    for one in numbers:
        found[one.start] = one
    spans = iter([*((one.start, one.end) for one in numbers), (len(text) + 1, 0)])
    begin, end = next(spans)
    for place in types:
        while place[0] >= end and begin <= len(text) and begin < place[0]:
            begin, end = next(spans)
        if begin <= place[0] < end or place[0] < taken:
            continue
        other = _titled(text, place, titles)
        if other and (other.end <= begin or begin < place[0]):
            found[other.start] = other
            taken = other.end
    return found


def _numbered(text: str, types: Sequence[Place]) -> Iterator[ActName]:
    """Yield the acts that are named with their numbers."""
    last, upto = 0, 0
    for found in _every_number(text):
        begin = found.start()
        whole = _whole(text, found)
        if not whole or _ITSELF.fullmatch(text, 0, begin):
            continue
        if _STANDARD.search(text, max(0, begin - 9), begin):
            continue
        left = max(last, begin - _LONGEST)
        while upto < len(types) and types[upto][1] <= begin:
            upto += 1
        before = [one for one in types[max(0, upto - 16) : upto] if one[0] >= left]
        number, mended = _cleaned(whole)
        type_, start, title = _type_of(text, before, begin, number)
        last = begin + len(whole)
        day = day_behind(text, last)
        id_ = _id_of(type_, number, day)
        if not type_ and not _law_number(number):
            continue
        yield ActName(start, last, type_, id_, whole, title, issued=day, mended=mended)


_id_of = lru_cache(maxsize=1 << 14)(id_of)
_cleaned = lru_cache(maxsize=1 << 14)(cleaned)


def _whole(text: str, found: re.Match[str]) -> str:
    """Return a number without the word that is written on to it, else nothing."""
    end = found.end()
    if tight := _TIGHT.match(found[0]):
        return tight[0]
    return "" if text[end : end + 1].isalpha() else found[0]


def _outer(text: str, before: Sequence[Place], at: int) -> Place:
    """Return the type whose title holds the last one: *Luật Luật sư*, *Luật sửa đổi …*.

    A title that amends goes on to the number, unless a provision stands in it.
    """
    last = before[-1]
    key = ALL_TYPES.get(last[2])
    if not _SO.sub("", text[last[1] : at]).strip():  # the number is the last one's own
        return last
    for first in before[:-1]:
        doubled = first[1] + 1 == last[0] and first[2] == last[2]
        same = ALL_TYPES.get(first[2]) == key or key in _LAW
        amends = same and _AMENDING.match(text, first[1])
        if doubled or (amends and not _NO_TITLE.search(text, first[1], at)):
            return first
    return last


def _law_number(number: str) -> bool:
    """Tell whether a number is one of the National Assembly or its committee."""
    return _kinds(number) is _LAW


def _kinds(number: str) -> Collection[str] | None:
    """Return the types that a number may belong to by its letters."""
    letters = _LETTERS.match(number.rpartition("/")[2].upper())
    return _KINDS.get(letters[0] if letters else "")


def _every_number(text: str) -> Iterator[re.Match[str]]:
    pos = 0
    while (slash := text.find("/", pos)) >= 0:
        # Nothing can begin sooner, and the engine would try each letter on the way.
        found = NUMBER.search(text, max(pos, slash - _BEFORE_SLASH))
        if found is None:
            break
        yield found
        pos = found.end()
    if "/HĐ" in text or "/CTN" in text:
        yield from _OLD_NUMBER.finditer(text)


def _type_of(
    text: str, before: Sequence[Place], at: int, number: str
) -> tuple[str, int, str]:
    """Return the type of a number, where its words begin, and the title between.

    The nearest type counts that the number's letters agree with; a title that amends
    holds other types (*Luật sửa đổi, bổ sung một số điều của Luật X số …*).
    """
    kinds = _kinds(number)
    for nearest in range(len(before) - 1, -1, -1):
        start, end, word = before[nearest]
        key = ALL_TYPES.get(word, "")
        if kinds and key not in kinds:
            continue
        if not _is_title(text, end, at, known=kinds is not None):
            break
        start, end, word = _outer(text, before[: nearest + 1], at)
        title = _SO.sub("", text[end:at]).strip()
        return ALL_TYPES[word], start, title
    only = next(iter(kinds)) if kinds and len(kinds) == 1 else ""
    short = _SHORT_TYPE.search(text, max(0, at - 9), at) if only else None
    short = short or _NUMBER_WORD.search(text, max(0, at - 6), at)
    return only, short.start() if short else at, ""


def _is_title(text: str, start: int, end: int, *, known: bool) -> bool:
    """Tell whether the words between a type and a number may be a title.

    Where the number's letters are not known, the number must follow the type.
    """
    between = text[start:end]
    said = _SO.search(between)
    rest = between[: said.start()] if said else between
    if not rest.strip():
        return True
    if not known or not said or not said[0].strip() or _OWN.match(between):
        return False
    return not _BREAK.search(between) and "ẫu số" not in between


def _titled(
    text: str, place: Place, titles: Sequence[Titles]
) -> ActName | OwnName | None:
    """Return the act that a type begins to name without a number."""
    start, end, word = place
    if own := _OWN.match(text, end):
        return OwnName(start, own.end(), ALL_TYPES.get(word, ""))
    fits = [one for names in titles if (one := names.at(text, start))]
    known = max(fits, default=None)
    if known is None or (known[1] in _ALONE and not _ENDS.match(text, known[0])):
        return _unknown(text, place)
    stop, key = known
    if text.startswith(_COUNTRY, stop):
        stop += len(_COUNTRY)
    year = _YEAR.match(text, stop)
    day = None if year else DAY.match(text, stop)
    behind = year or day
    end = behind.end() if behind else stop
    type_ = ALL_TYPES.get(word, "bo-luat")
    issued = day_behind(text, stop) if day else None
    said = year[1] if year else ""
    title = text[start:stop]
    return ActName(start, end, type_, title=title, key=key, year=said, issued=issued)


def _unknown(text: str, place: Place) -> ActName | None:
    """Return a law that nobody knows by its title; a constitution needs none."""
    _, end, word = place
    if word.startswith("BL") or word == "Hiến pháp":
        return stranger(text, place)
    if word in _LAW_WORDS and _CAPITAL.match(text, end):
        return stranger(text, place)
    return None


def stranger(text: str, place: Place) -> ActName:
    """Return an act that a type and a title name which nobody knows."""
    start, end, word = place
    if _THAT.match(text, end):
        return ActName(start, end, ALL_TYPES.get(word, ""), title=word)
    whole = word.startswith("BL") or word == "Hiến pháp"
    words = None if whole else _TITLE_WORDS.match(text, end)
    stop = words.end() if words else end
    year = _YEAR.match(text, stop)
    stop, said = (year.end(), year[1]) if year else (stop, "")
    title = text[start:stop]
    return ActName(start, stop, ALL_TYPES.get(word, ""), title=title, year=said)
