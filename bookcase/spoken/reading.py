"""Written words as they are spoken: numbers, days, units, abbreviations in full.

One pass of patterns, the most telling first; what one has read no other reads again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bookcase.spoken.names import ISSUERS, LETTERS, PER, SIGNS, SPOKEN, TYPES, UNITS
from bookcase.spoken.numbers import by_digit, cardinal, decimal, roman

if TYPE_CHECKING:
    from collections.abc import Callable

    Say = Callable[[re.Match[str]], str]

_UPPER = "A-ZÀ-ỸĐ"
_UNIT = "|".join(re.escape(one) for one in sorted(UNITS, key=len, reverse=True))
_PER = "|".join(re.escape(one) for one in sorted(PER, key=len, reverse=True))
_NUM = r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+"
_LEVELS = "Phần|Chương|Mục|Phụ lục|phần|chương|mục|phụ lục|khóa|khoá|quý|Quý|thứ"
_TWICE = re.compile(rf"(của [{_UPPER}]\w+(?: \w+){{1,6}}?) \1(?!\w)")
_TERM = re.compile(r"(?P<kind>[A-ZĐ]+)?(?P<term>\d{1,2})?")


class Spoken(NamedTuple):
    """A text as it is read, and the abbreviations that nobody has told us of."""

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
        out.append(text[done : found.start()])
        rule = found.lastgroup or ""
        pattern, say = _RULES[rule]
        out.append(say(pattern.match(text, found.start()) or found))
        if rule == "abbreviation" and found[0] not in SPOKEN:
            unknown.append(found[0])
        done = found.end()
    out.append(text[done:])
    return Spoken(_tidy("".join(out)), tuple(dict.fromkeys(unknown)))


def _tidy(text: str) -> str:
    text = re.sub(r"[\u00a0\t ]+", " ", text)
    text = re.sub(r" +([,.;:!?])", r"\1", text)
    return _TWICE.sub(r"\1", text).strip()


def _plain(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _date(found: re.Match[str]) -> str:
    """``15/3/2026``; the word before it, if any, is said once."""
    said = f"{_day_of(found['d'])} tháng {_month(found['m'])}"
    year = found["y"]
    first = "Ngày" if found[0].startswith("N") else "ngày"
    return f"{first} {said}" + (f" năm {cardinal(int(year))}" if year else "")


def _day_of(digits: str) -> str:
    day = int(digits)
    early = "mùng " if day <= 10 else ""  # noqa: PLR2004 - the first ten days
    return early + cardinal(day)


def _month(digits: str) -> str:
    return "tư" if int(digits) == 4 else cardinal(int(digits))  # noqa: PLR2004 - April


def _month_year(found: re.Match[str]) -> str:
    first = "Tháng" if found[0].startswith("T") else "tháng"
    return f"{first} {_month(found['m'])} năm {cardinal(int(found['y']))}"


def _spelt_date(found: re.Match[str]) -> str:
    """``ngày 15 tháng 3``: here the words are written already."""
    return f"{found['w']} {_day_of(found['d'])} tháng {_month(found['m'])}"


def _number_of_act(found: re.Match[str]) -> str:
    """``14/2019/QĐ-TTg``: *số mười bốn năm hai nghìn … của Thủ tướng Chính phủ*."""
    year, word = found["y"], re.sub(r"[Ss]ố $", "", found["w"])
    said = [f"số {cardinal(int(found['n']))}"]
    said = [f"{said[0]}, năm {cardinal(int(year))}"] if year else said
    kind, *issuers = found["code"].split("-")
    if kind not in TYPES:
        issuers.insert(0, kind)
    elif TYPES[kind] not in word.lower():
        said.insert(0, TYPES[kind])
    said += ["của", _issuers(issuers)] if issuers else []
    return word + " ".join(said)


def _code(found: re.Match[str]) -> str:
    """``QĐ-TTg`` without a number: *quyết định của Thủ tướng Chính phủ*."""
    kind, *issuers = found[0].split("-")
    said = TYPES.get(kind, kind)
    return f"{said} của {_issuers(issuers)}"


def _issuers(codes: list[str]) -> str:
    return ", ".join(_issuer(one) for one in codes)


def _issuer(one: str) -> str:
    found = _TERM.fullmatch(one)
    if found and found["term"] and found["kind"]:
        name = ISSUERS.get(found["kind"], found["kind"])
        return f"{name} khóa {cardinal(int(found['term']))}"
    return ISSUERS.get(one) or SPOKEN.get(one) or _by_letter(one)


def _by_letter(letters: str) -> str:
    return " ".join(LETTERS.get(one.lower(), one) for one in letters)


def _phone(found: re.Match[str]) -> str:
    groups = [one for one in re.split(r"\D+", found[0]) if one]
    plus = "cộng " if found[0].startswith("+") else ""
    return plus + ", ".join(by_digit(one) for one in groups)


def _hotline(found: re.Match[str]) -> str:
    said = re.sub(r"\d+", lambda one: by_digit(one[0]), found["n"])
    return found["w"] + said


def _time(found: re.Match[str]) -> str:
    said = f"{cardinal(int(found['h']))} giờ"
    minutes = int(found["m"] or 0)
    return f"{said} {cardinal(minutes)} phút" if minutes else said


def _measure(found: re.Match[str]) -> str:
    per = f" trên {PER[found['v']]}" if found["v"] else ""
    return f"{_value(found['n'], found['p'])} {UNITS[found['u']]}{per}"


def _value(whole: str, part: str | None) -> str:
    if not part:
        return cardinal(_plain(whole))
    return decimal(re.sub(r"\D", "", whole), part)


def _range(found: re.Match[str]) -> str:
    unit = f" {UNITS[found['u']]}" if found["u"] else ""
    return f"{cardinal(_plain(found['a']))} đến {cardinal(_plain(found['b']))}{unit}"


def _fraction(found: re.Match[str]) -> str:
    over, under = int(found["a"]), int(found["b"])
    word = "phần" if over < under else "trên"
    return f"{cardinal(over)} {word} {cardinal(under)}"


def _count(found: re.Match[str]) -> str:
    """Any other number; one that begins with a nought is spelt."""
    whole, part = found["n"], found["p"]
    if not part and len(whole) > 1 and whole.startswith("0"):
        return by_digit(whole) if len(whole) > 2 else cardinal(int(whole))  # noqa: PLR2004
    tail = found["t"] or ""
    return _value(whole, part) + (f" {LETTERS.get(tail, tail)}" if tail else "")


def _level(found: re.Match[str]) -> str:
    return f"{found['w']} {cardinal(roman(found['r']))}"


def _point(found: re.Match[str]) -> str:
    number = f" {cardinal(int(found['i']))}" if found["i"] else ""
    return f"{found['w']} {LETTERS[found['l'].lower()]}{number}"


def _abbreviation(found: re.Match[str]) -> str:
    return SPOKEN.get(found[0]) or _by_letter(found[0])


def _sign(found: re.Match[str]) -> str:
    return f" {SIGNS[found[0]]} "


def _either(_: re.Match[str]) -> str:
    return " hoặc "


def _address(found: re.Match[str]) -> str:
    """A web or mail address: dots, dashes and the sign in between are said."""
    bare = re.sub(r"^https?://", "", found[0])
    for sign, word in (
        (".", "chấm"),
        ("/", "gạch chéo"),
        ("@", "a còng"),
        ("-", "gạch ngang"),
    ):
        bare = bare.replace(sign, f" {word} ")
    return re.sub(r"\d+", lambda one: by_digit(one[0]), bare)


_WORD = rf"[{_UPPER}][a-zà-ỹđ]+(?: [a-zà-ỹđ]+){{0,4}}"
_PIECE = r"[A-ZĐ][A-ZĐa-z]*\d{0,2}"
_D = r"(?P<d>0?[1-9]|[12]\d|3[01])"
_M = r"(?P<m>0?[1-9]|1[0-2])"
_Y = r"(?P<y>(?:19|20)\d\d)"
_U = rf"(?P<u>%|‰|(?:{_UNIT})(?![\w²³]))"
_CALLED = "(?:[Gg]ọi|[Ss]ố|[Tt]ổng đài|điện thoại):?"

_RULES: dict[str, tuple[re.Pattern[str], Say]] = {
    name: (re.compile(pattern), say)
    for name, pattern, say in (
        (
            "address",
            (
                r"https?://[\w./@-]*\w|(?:[\w-]+\.)+(?:vn|com|org|net|example)\b[\w/-]*"
                r"|[\w.-]+@[\w-]+(?:\.[\w-]+)+"
            ),
            _address,
        ),
        (
            "act",
            (
                rf"(?P<w>(?:{_WORD} )?(?:[Ss]ố )?)(?P<n>\d{{1,5}})(?:/{_Y})?"
                rf"/(?P<code>{_PIECE}(?:-{_PIECE})*)(?!\w)"
            ),
            _number_of_act,
        ),
        ("code", rf"(?:{'|'.join(TYPES)})(?:-(?:{'|'.join(ISSUERS)}))+\b", _code),
        ("date", rf"(?:[Nn]gày )?{_D}[/.-]{_M}[/.-]{_Y}(?!\d)", _date),
        ("daymonth", rf"[Nn]gày {_D}[/-]{_M}(?P<y>)(?![\d/])", _date),
        ("monthyear", rf"(?:[Tt]háng )?{_M}/{_Y}(?!\d)", _month_year),
        ("spelt", rf"(?P<w>[Nn]gày) {_D} tháng {_M}\b", _spelt_date),
        (
            "phone",
            (
                r"\+84[ .]?\d{1,3}(?:[ .]?\d{3}){2}\b|\b0\d{1,4}(?:[ .]\d{3,4}){2}\b"
                r"|\b0\d{9,10}\b|\b1[89]00(?:[ .]?\d{2,4}){1,2}\b"
            ),
            _phone,
        ),
        (
            "hotline",
            rf"(?P<w>{_CALLED} )(?P<n>11[1-9](?:(?:, | và | hoặc )11[1-9])*)\b",
            _hotline,
        ),
        ("time", r"\b(?P<h>[01]?\d|2[0-4])(?:h|g|:)(?P<m>[0-5]\d)?\b(?<!:)", _time),
        ("range", rf"\b(?P<a>{_NUM}) ?[-–] ?(?P<b>{_NUM})(?: ?{_U})?", _range),
        (
            "measure",
            rf"\b(?P<n>{_NUM})(?:,(?P<p>\d+))? ?{_U}(?:/(?P<v>{_PER})(?![\w²³]))?",
            _measure,
        ),
        ("fraction", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,3})\b(?![/\d])", _fraction),
        ("level", rf"(?P<w>{_LEVELS}) (?P<r>[IVXLC]+)\b", _level),
        ("point", r"(?P<w>[Đđ]iểm) (?P<l>[a-zđA-ZĐ])(?P<i>\d?)\b(?![\w)])", _point),
        ("count", rf"(?<!\w)(?P<n>{_NUM})(?:,(?P<p>\d+))?(?P<t>[a-zđ]?)(?!\w)", _count),
        ("abbreviation", r"(?<!\w)(?:TP\.HCM|VNeID|[A-ZĐ]{2,})(?!\w)", _abbreviation),
        ("either", r"(?<=[a-zà-ỹ])/(?=[a-zà-ỹ])", _either),
        ("sign", "|".join(map(re.escape, SIGNS)), _sign),
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
