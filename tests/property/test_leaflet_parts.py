"""Parts of leaflets: what is carried is read again, and a joined table leads home."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bookcase.leaflets.carried import (
    body_of,
    body_script,
    read_script,
    tail_of,
    tails_script,
)
from bookcase.leaflets.join import BUNDLE, INFO, Body, Tail, joined
from bookcase.leaflets.pdfvalues import runs

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)
NUMBERS = st.sets(st.integers(5, 520), max_size=60).map(sorted)
DIGITS = st.text("0123456789abcdef", min_size=32, max_size=32)
HALVES = st.tuples(TEXT.map(str.encode), TEXT.map(str.encode))
BODIES = st.builds(
    Body,
    data=st.binary(max_size=200),
    title=TEXT,
    table=st.integers(0, 10**6),
    size=st.integers(525, 2000),
    root=st.integers(525, 2000),
    info=st.tuples(ASCII.map(str.encode), ASCII.map(str.encode)),
    about=HALVES,
    identity=DIGITS,
)
TAILS = st.builds(
    Tail,
    data=st.binary(max_size=200),
    place=TEXT,
    offsets=st.just(((3, 0), (4, 7), (BUNDLE, 12))),
    bundled=NUMBERS.map(tuple),
    identity=DIGITS,
)


@given(NUMBERS)
def test_runs_hold_each_number_once(numbers: list[int]) -> None:
    held = [
        one for first, count in runs(numbers) for one in range(first, first + count)
    ]
    assert held == numbers


@given(BODIES)
def test_a_body_is_read_as_it_was_written(body: Body) -> None:
    name, record = read_script(body_script("to-gap/mau", body))
    assert (name, body_of(record)) == ("to-gap/mau", body)


@given(st.dictionaries(st.text("0123456789", min_size=5, max_size=5), TAILS))
def test_tails_are_read_as_they_were_written(tails: dict[str, Tail]) -> None:
    _, record = read_script(tails_script("xa/04-1", tails))
    assert {code: tail_of(one) for code, one in record.items()} == tails


@given(BODIES, TAILS)
def test_a_joined_file_begins_with_its_parts_and_ends_with_its_table(
    body: Body, tail: Tail
) -> None:
    made = joined(body, tail)
    assert made.startswith(body.data + tail.data + b"%d 0 obj\n" % INFO)
    assert made.endswith(b"\n%%EOF\n")
    at = int(made.split(b"\n")[-3])
    assert made[at:].startswith(b"12 0 obj\n<</Type/XRef/W[1 4 2]/Index[")
