"""How each thing that an announcer would stumble over is said, once it is found.

Every function takes what a pattern of :mod:`bookcase.spoken.reading` found.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.spoken.names import (
    EACH,
    ISSUERS,
    LETTERS,
    PER,
    PLACES,
    SIGNS,
    SPOKEN,
    TYPES,
    UNITS,
)
from bookcase.spoken.numbers import by_digit, cardinal, decimal, roman

if TYPE_CHECKING:
    from re import Match

_TERM = re.compile(r"(?P<kind>[A-ZĐ]+)?(?P<term>\d{1,2})?")
_DAYS, _MONTHS = 31, 12


def _plain(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def date(found: Match[str]) -> str:
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


def month_year(found: Match[str]) -> str:
    """Say ``tháng 7/2025``."""
    first = "Tháng" if found[0].startswith("T") else "tháng"
    return f"{first} {_month(found['m'])} năm {cardinal(int(found['y']))}"


def spelt_date(found: Match[str]) -> str:
    """``ngày 15 tháng 3``: here the words are written already."""
    return f"{found['w']} {_day_of(found['d'])} tháng {_month(found['m'])}"


def number_of_act(found: Match[str]) -> str:
    """``14/2019/QĐ-TTg``: *số mười bốn năm hai nghìn … của Thủ tướng Chính phủ*."""
    year, word = found["y"], re.sub(r"[Ss]ố $", "", found["w"])
    word = "" if word.strip() in TYPES else word
    said = [f"số {cardinal(int(found['n']))}"]
    said = [f"{said[0]}, năm {cardinal(int(year))}"] if year else said
    kind, *issuers = found["code"].split("-")
    if kind not in TYPES:
        issuers.insert(0, kind)
    elif TYPES[kind] not in word.lower():
        said.insert(0, TYPES[kind])
    known = kind in TYPES or any(_issuer(one) != _by_letter(one) for one in issuers)
    said += ["của"] if issuers and known else []
    said += [_issuers(issuers)] if issuers else []
    return word + " ".join(said)


def code(found: Match[str]) -> str:
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


def phone(found: Match[str]) -> str:
    """Say a telephone number, digit by digit."""
    groups = [one for one in re.split(r"\D+", found[0]) if one]
    plus = "cộng " if found[0].startswith("+") else ""
    return plus + ", ".join(by_digit(one) for one in groups)


def hotline(found: Match[str]) -> str:
    """Say ``gọi 113``: digit by digit."""
    said = re.sub(r"\d+", lambda one: by_digit(one[0]), found["n"])
    return found["w"] + said


def time(found: Match[str]) -> str:
    """Say ``7h30``: *bảy giờ ba mươi phút*."""
    said = f"{cardinal(int(found['h']))} giờ"
    minutes = int(found["m"] or 0)
    return f"{said} {cardinal(minutes)} phút" if minutes else said


def measure(found: Match[str]) -> str:
    """Say a number with its unit, and what it is for each of."""
    each = "".join(map(_per, found["v"].split("/")[1:]))
    return f"{_value(found['n'], found['p'])} {UNITS[found['u']]}{each}"


def _per(what: str) -> str:
    return f" mỗi {what}" if what in EACH else f" trên {PER[what]}"


def each(found: Match[str]) -> str:
    """``đồng/người/tháng``: *đồng mỗi người mỗi tháng*."""
    first, *rest = found[0].split("/")
    return first + "".join(map(_per, rest))


def every(found: Match[str]) -> str:
    """``tháng/lần``: *tháng một lần*."""
    return f"{found['w']} một lần"


def rate(found: Match[str]) -> str:
    """Say ``mg/l`` without a number before it."""
    return f"{UNITS[found['a']]} trên {UNITS[found['b']]}"


def _value(whole: str, part: str | None) -> str:
    if not part:
        return cardinal(_plain(whole))
    return decimal(re.sub(r"\D", "", whole), part)


def from_to(found: Match[str]) -> str:
    """``3-5 triệu``; ``30-4`` falls, and so is a day."""
    last, first = _plain(found["b"]), _plain(found["a"])
    if last < first <= _DAYS and last <= _MONTHS and not found["u"]:
        return f"{_day_of(found['a'])} tháng {_month(found['b'])}"
    unit = f" {UNITS[found['u']]}" if found["u"] else ""
    return f"{cardinal(_plain(found['a']))} đến {cardinal(_plain(found['b']))}{unit}"


def fraction(found: Match[str]) -> str:
    """Say ``3/4`` is a fraction, ``21/11`` a day, ``24/24`` neither."""
    over, under = int(found["a"]), int(found["b"])
    if under < over <= _DAYS and under <= _MONTHS and found[0] != "24/7":
        return f"ngày {_day_of(found['a'])} tháng {_month(found['b'])}"
    word = "phần" if over < under else "trên"
    return f"{cardinal(over)} {word} {cardinal(under)}"


def count(found: Match[str]) -> str:
    """Any other number; one that begins with a nought is spelt."""
    whole, part = found["n"], found["p"]
    if not part and len(whole) > 1 and whole.startswith("0"):
        return by_digit(whole) if len(whole) > 2 else cardinal(int(whole))  # noqa: PLR2004
    tail = found["t"] or ""
    return _value(whole, part) + (f" {LETTERS.get(tail, tail)}" if tail else "")


def dotted(found: Match[str]) -> str:
    """``1.2``: neither thousands nor, in Vietnamese, a fraction."""
    return " chấm ".join(cardinal(int(one)) for one in found[0].split("."))


def two_days(found: Match[str]) -> str:
    """``ngày 30/4 và 1/5``: the second is a day too."""
    first = f"{_day_of(found['d'])} tháng {_month(found['m'])}"
    second = f"{_day_of(found['e'])} tháng {_month(found['f'])}"
    return f"{found['w']} {first}{found['x']}{second}"


def fourth(found: Match[str]) -> str:
    """Say ``thứ 4``, ``tháng 4``: *tư*, not *bốn*."""
    return f"{found['w']} tư"


def level(found: Match[str]) -> str:
    """Say ``Chương IV``, ``quý II/2026``."""
    year = f" năm {cardinal(int(found['y']))}" if found["y"] else ""
    return f"{found['w']} {cardinal(roman(found['r']))}{year}"


def roman_(found: Match[str]) -> str:
    """Say ``II.`` in front of a heading."""
    return cardinal(roman(found[0]))


def place(found: Match[str]) -> str:
    """Say ``TP. Huế``: *thành phố Huế*."""
    return f"{PLACES[found['k']]} "


def below(_: Match[str]) -> str:
    """Say a minus."""
    return "âm "


def over(_: Match[str]) -> str:
    """Say ``mg/100 ml``: *trên*."""
    return " trên "


def point(found: Match[str]) -> str:
    """Say ``điểm đ`` by the name of its letter."""
    number = f" {cardinal(int(found['i']))}" if found["i"] else ""
    return f"{found['w']} {LETTERS[found['l'].lower()]}{number}"


def abbreviation(found: Match[str]) -> str:
    """Say in full where it is known, else letter by letter."""
    return SPOKEN.get(found[0]) or _by_letter(found[0])


def sign(found: Match[str]) -> str:
    """Say a sign by its name."""
    return f" {SIGNS[found[0]]} "


def born(found: Match[str]) -> str:
    """Say ``ngày/tháng/năm``: nothing is said for the strokes."""
    return found[0].replace("/", ", ")


def either(_: Match[str]) -> str:
    """Say ``xã/phường``: *hoặc*."""
    return " hoặc "


def address(found: Match[str]) -> str:
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
