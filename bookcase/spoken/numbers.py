"""Numbers in Vietnamese words, as an announcer reads them."""

from __future__ import annotations

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000
_THOUSAND, _HUNDRED, _TEN = 1000, 100, 10


def cardinal(number: int) -> str:
    """Read a whole number.

    >>> cardinal(2026)
    'hai nghìn không trăm hai mươi sáu'
    >>> cardinal(1_000_005)
    'một triệu không trăm linh năm'
    """
    if number < 0:
        return f"âm {cardinal(-number)}"
    return " ".join(_words(number, full=False)) or DIGITS[0]


def _words(number: int, *, full: bool) -> list[str]:
    """Read a number; a full one says its empty hundreds, for it follows others."""
    if number >= _BILLION:
        high, low = divmod(number, _BILLION)
        rest = _words(low, full=True) if low else []
        return [*_words(high, full=False), "tỷ", *rest]
    words: list[str] = []
    for power in (2, 1, 0):
        group = number // _THOUSAND**power % _THOUSAND
        if group:
            words += _group(group, full=full or bool(words))
            words += [_GROUPS[power]] if power else []
    return words


def _group(number: int, *, full: bool) -> list[str]:
    """Read up to three digits."""
    hundreds, rest = divmod(number, _HUNDRED)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    tens, units = divmod(rest, _TEN)
    if not tens:
        linh = ["linh"] if words else []
        return [*words, *linh, DIGITS[units]] if units else words
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    return [*words, _unit(units, tens)] if units else words


def _unit(units: int, tens: int) -> str:
    if units == 1 and tens > 1:
        return "mốt"
    return "lăm" if units == 5 else DIGITS[units]  # noqa: PLR2004 - five changes


def by_digit(digits: str) -> str:
    """Read a telephone number, digit by digit.

    >>> by_digit("0912")
    'không chín một hai'
    """
    return " ".join(DIGITS[int(one)] for one in digits if one.isdigit())


def decimal(whole: str, part: str) -> str:
    """Read a number with a decimal part: *hai phẩy năm*.

    >>> decimal("0", "25")
    'không phẩy hai mươi lăm'
    >>> decimal("1", "05")
    'một phẩy không năm'
    """
    plain = part.startswith("0") or len(part) > 2  # noqa: PLR2004 - more are spelt
    read = by_digit(part) if plain else cardinal(int(part))
    return f"{cardinal(int(whole))} phẩy {read}"


def roman(number: str) -> int:
    """Return the value of a Roman number in capitals.

    >>> roman("XIV")
    14
    """
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    held = [values[one] for one in number]
    return sum(
        -one if one < after else one
        for one, after in zip(held, [*held[1:], 0], strict=True)
    )
