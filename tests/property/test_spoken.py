"""What holds for every number that is read, and every message that is sent."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bookcase.diagnostics import Span
from bookcase.spoken.numbers import DIGITS, cardinal
from bookcase.spoken.reading import spoken
from bookcase.spoken.sms import LIMITS, length, message

_VALUES = {
    **{word: value for value, word in enumerate(DIGITS)},
    "mốt": 1,
    "lăm": 5,
}
_POWERS = {"nghìn": 1000, "triệu": 1_000_000}


def value(words: str) -> int:
    """Read Vietnamese number words back."""
    high, _, low = words.rpartition("tỷ")
    if high:
        return value(high.strip()) * 1_000_000_000 + (value(low.strip()) if low else 0)
    total = group = last = 0
    for word in words.split():
        if word in _VALUES:
            last = _VALUES[word]
            group += last
        elif word == "mười":
            group += 10
        elif word == "mươi":
            group += 9 * last
        elif word == "trăm":
            group += 99 * last
        elif word in _POWERS:
            total, group = total + group * _POWERS[word], 0
    return total + group


@given(st.integers(0, 10**15))
def test_a_number_read_back_is_itself(number: int) -> None:
    assert value(cardinal(number)) == number


@given(st.integers(0, 10**12), st.sampled_from(["đồng", "người", "tờ", "hộ"]))
def test_no_digit_is_left(number: int, unit: str) -> None:
    text = f"có {number:,} {unit}".replace(",", ".")
    assert spoken(text).text == f"có {cardinal(number)} {unit}"


@given(st.dates())
def test_every_day_is_read(day: object) -> None:
    text = f"{day:%d/%m/%Y}"
    assert not re.search(r"\d", spoken(text).text)


@given(st.text(max_size=200))
def test_reading_is_total_and_leaves_no_digit_of_ours(text: str) -> None:
    said = spoken(text).text
    assert spoken(said).text == spoken(spoken(said).text).text


WORDS = st.lists(
    st.sampled_from(
        [
            "Điều",
            "5",
            "khoản",
            "12",
            "60",
            "ngày",
            "0200",
            "000",
            "hộ",
            "{x}",
            "€",
            "ủy",
        ]
    ),
    min_size=1,
    max_size=120,
)


@given(WORDS, st.booleans())
def test_parts_fit_and_say_all_words(words: list[str], tones: bool) -> None:  # noqa: FBT001
    made = message(" ".join(words), Span("a"), tones=tones).value
    assert all(
        length(part, made.alphabet) <= LIMITS[made.alphabet] for part in made.parts
    )
    plain = [re.sub(r"^\(\d+/\d+\) ", "", part) for part in made.parts]
    bare = message(" ".join(words), Span("a"), tones=tones)
    assert bare.diagnostics == ()
    said = " ".join(plain).split()
    assert len(said) == len(words)
    assert not tones or said == words
