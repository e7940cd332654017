"""Written words as they are spoken: numbers, days, units, abbreviations in full.

One pass of patterns, the most telling first; what one has read no other reads again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bookcase.spoken import saying as say
from bookcase.spoken.names import (
    COUNTED,
    EACH,
    ISSUERS,
    PER,
    PLACES,
    SIGNS,
    SPOKEN,
    TYPES,
    UNITS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Saying = Callable[[re.Match[str]], str]

_UPPER = "A-ZÀ-ỸĐ"
_UNIT = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True))
_TYPES = "|".join(TYPES)
_PLACES = "|".join(PLACES)
_ODD = r"TP\.HCM|VNeID|COVID-19"
_EACH, _COUNTED = "|".join(EACH), "|".join(COUNTED)
_PER = "|".join(re.escape(one) for one in sorted(PER, key=len, reverse=True))
_NUM = r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+"
_LEVELS = "Phần|Chương|Mục|Phụ lục|phần|chương|mục|phụ lục|khóa|khoá|quý|Quý|thứ|thế kỷ"
_UNSAID = re.compile(r"[§$€£¥#*^~|<>_\\{}\[\]²³¹]")
"""Signs that an announcer cannot read, when nothing has said them."""

_TWICE = re.compile(rf"(của [{_UPPER}]\w+(?: \w+){{1,6}}?) \1(?!\w)")


class Spoken(NamedTuple):
    """A text as it is read; abbreviations and signs that nobody has told us of."""

    text: str
    unknown: tuple[str, ...]


def spoken(text: str) -> Spoken:
    """Write out all that an announcer would have to think about.

    Args:
        text: Running text, NFC.
    """
    unknown: list[str] = []
    out, done = [], 0
    for found in _PATTERN.finditer(text):
        out.append(between := text[done : found.start()])
        unknown += _UNSAID.findall(between)
        rule = found.lastgroup or ""
        pattern, saying = _RULES[rule]
        out.append(saying(pattern.match(text, found.start()) or found))
        if rule == "abbreviation" and found[0] not in SPOKEN:
            unknown.append(found[0])
        done = found.end()
    out.append(text[done:])
    unknown += _UNSAID.findall(text[done:])
    return Spoken(_tidy("".join(out)), tuple(dict.fromkeys(unknown)))


def _tidy(text: str) -> str:
    text = re.sub(r"[\u00a0\t ]+", " ", text)
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    return _TWICE.sub(r"\1", text).strip()


_WORD = rf"[{_UPPER}][a-zà-ỹđ]+(?: [a-zà-ỹđ]+){{0,4}}"
_PIECE = r"[A-ZĐ][A-ZĐa-z]*\d{0,2}"
_D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_M = r"(?P<m>0?[1-9]|1[0-2])"
_Y = r"(?P<y>(?:19|20)\d\d)"
_U = rf"(?P<u>%|‰|(?:{_UNIT})(?![\w²³]))"
_CALLED = "(?:[Gg]ọi|[Ss]ố|[Tt]ổng đài|điện thoại):?"

_RULES: dict[str, tuple[re.Pattern[str], Saying]] = {
    name: (re.compile(pattern), saying)
    for name, pattern, saying in (
        (
            "address",
            (
                r"https?://[\w./@-]*\w|(?:[\w-]+\.)+(?:vn|com|org|net|example)\b[\w/-]*"
                r"|[\w.-]+@[\w-]+(?:\.[\w-]+)+"
            ),
            say.address,
        ),
        (
            "act",
            (
                rf"(?P<w>(?:(?:{_WORD}|{_TYPES}) )?(?:[Ss]ố )?)(?P<n>\d{{1,5}})"
                rf"(?:/{_Y})?/(?P<code>{_PIECE}(?:-{_PIECE})*)(?!\w)"
            ),
            say.number_of_act,
        ),
        ("code", rf"(?:{_TYPES})(?:-(?:{'|'.join(ISSUERS)}))+\b", say.code),
        ("date", rf"(?:[Nn]gày )?{_D}[/.-]{_M}[/.-]{_Y}(?!\d)", say.date),
        (
            "twodays",
            (
                rf"(?P<w>[Nn]gày) {_D}[/-]{_M}(?P<x> và | hoặc | đến |, )"
                r"(?P<e>0?[1-9]|[12]\d|3[01])[/-](?P<f>0?[1-9]|1[0-2])(?![\d/])"
            ),
            say.two_days,
        ),
        ("daymonth", rf"[Nn]gày {_D}[/-]{_M}(?P<y>)(?![\d/])", say.date),
        ("monthyear", rf"(?:[Tt]háng )?{_M}/{_Y}(?!\d)", say.month_year),
        ("spelt", rf"(?P<w>[Nn]gày) {_D} tháng {_M}\b", say.spelt_date),
        (
            "phone",
            (
                r"\+84[ .]?\d{1,3}(?:[ .]?\d{3}){2}\b|\(0\d{1,3}\)(?:[ .]?\d{3,4}){2}\b"
                r"|\b0\d{1,4}(?:[ .]\d{3,4}){2}\b"
                r"|\b0\d{9,10}\b|\b1[89]00(?:[ .]?\d{2,4}){1,2}\b"
            ),
            say.phone,
        ),
        (
            "hotline",
            rf"(?P<w>{_CALLED} )(?P<n>11[1-9](?:(?:, | và | hoặc )11[1-9])*)\b",
            say.hotline,
        ),
        (
            "time",
            r"\b(?P<h>[01]?\d|2[0-4])(?:h|g|:)(?P<m>[0-5]\d)?\b(?<!:)",
            say.time,
        ),
        ("range", rf"\b(?P<a>{_NUM}) ?[-–] ?(?P<b>{_NUM})(?: ?{_U})?", say.from_to),
        (
            "measure",
            (
                rf"\b(?P<n>{_NUM})(?:,(?P<p>\d+))? ?{_U}"
                rf"(?P<v>(?:/(?:{_PER})(?![\w²³]))*)"
            ),
            say.measure,
        ),
        ("every", r"(?<!\w)(?P<w>ngày|tuần|tháng|quý|năm)/lần(?!\w)", say.every),
        (
            "rate",
            r"(?<!\w)(?P<a>mg|g|kg|ml)/(?P<b>lít|ml|l|L|kg|ha|m³|m3)(?!\w)",
            say.rate,
        ),
        ("each", rf"(?<!\w)(?:{_COUNTED})(?:/(?:{_EACH}))+(?!\w)", say.each),
        ("born", r"(?<!\w)[Nn]gày/tháng/năm(?!\w)", say.born),
        ("over", rf"(?<=[a-z²³])/(?=\d+ ?(?:{_UNIT})(?!\w))", say.over),
        ("below", r"(?<![\w.,)])[-−](?=\d)", say.below),
        ("dotted", r"(?<![\w.])\d{1,3}(?:\.\d{1,2})+(?![\w.]*\d)", say.dotted),
        (
            "place",
            rf"(?<!\w)(?P<k>{_PLACES})\. ?(?!HCM)(?=[{_UPPER}\d])",
            say.place,
        ),
        ("fourth", r"(?P<w>[Tt]háng|[Tt]hứ) 0?4(?![\w/])", say.fourth),
        ("fraction", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,3})\b(?![/\d])", say.fraction),
        ("level", rf"(?P<w>{_LEVELS}) (?P<r>[IVXLC]+)(?:/{_Y})?\b", say.level),
        (
            "roman",
            r"(?<![\w-])(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![\w-])",
            say.roman_,
        ),
        (
            "point",
            r"(?P<w>[Đđ]iểm) (?P<l>[a-zđA-ZĐ])(?P<i>\d?)\b(?![\w)])",
            say.point,
        ),
        (
            "count",
            rf"(?<!\w)(?P<n>{_NUM})(?:,(?P<p>\d+))?(?P<t>[a-zđ]?)(?!\w)",
            say.count,
        ),
        (
            "abbreviation",
            rf"(?<!\w)(?:{_ODD}|[A-ZĐ]{{2,}})(?!\w)",
            say.abbreviation,
        ),
        ("either", r"(?<=[a-zà-ỹ])/(?=[a-zà-ỹ])", say.either),
        ("sign", "|".join(map(re.escape, SIGNS)), say.sign),
    )
}
"""How each thing is found and said; of two that begin at one place the first wins."""

_GROUP = re.compile(r"[?]P<[a-z]+>")
_PATTERN = re.compile(
    "|".join(
        f"(?P<{name}>{_GROUP.sub('?:', pattern.pattern)})"
        for name, (pattern, _) in _RULES.items()
    )
)
