"""Words and numbers of the search index, for any text."""

from __future__ import annotations

import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from bookcase.search.alphabet import DIGITS, decode, encode, encode_lists
from bookcase.search.lengths import STEPS, steps_of
from bookcase.search.normalise import (
    CUTS,
    TOKEN,
    exact,
    fold,
    spelt,
    tokens,
    words,
)
from bookcase.search.passages import passage
from bookcase.search.scan import encoded, scan, spelling
from bookcase.search.vocabulary import Vocabulary

VIETNAMESE = some.text("aăâđeêioôơuưyAÀảạắặẩĐƯợnghct 0123456789./-,;\n", max_size=80)
NUMBERS = some.text("0123456789....đ đ\n", max_size=40)
STRANGE = some.text(
    "aợĐº０５Σσßİſé\u0301\u00ad\u200b\ud83d字🙂²½/. 0123\n", max_size=40
)
LONG = some.text("nghiêngNGHIÊNG01 ", max_size=60)


@given(
    some.lists(some.one_of(VIETNAMESE, NUMBERS, STRANGE, LONG, some.text())),
    some.integers(0, 2),
)
def test_many_texts_at_once_have_the_words_of_each(texts: list[str], bits: int) -> None:
    vocabulary = Vocabulary(spelling, slot_bits=bits)
    numbers, ends = scan([encoded(text) for text in texts], vocabulary)
    names = ["", *vocabulary.words]
    found = [names[number] for number in numbers]
    rows = [
        found[end - size : end]
        for end, size in zip(ends, np.diff(ends, prepend=0), strict=True)
    ]
    assert [[word for word in row if word] for row in rows] == [*map(exact, texts)]
    assert [folded(row) for row in rows] == [[*tokens(text), ""] for text in texts]


def folded(row: list[str]) -> list[str]:
    """Return what exact words and signs are in the index of plain words."""
    return [fold(word) for word in row if not word or word in CUTS or TOKEN.match(word)]


@given(some.text())
def test_a_word_is_spelt_as_its_spelling_is(text: str) -> None:
    assert exact(" ".join(exact(text))) == exact(text)
    assert all(fold(word) == fold(spelt(word)) for word in text.split())


@given(VIETNAMESE)
def test_composed_and_decomposed_letters_give_the_same_words(text: str) -> None:
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(text)


@given(VIETNAMESE)
def test_words_are_their_own_words(text: str) -> None:
    found = words(text)
    assert words(" ".join(found)) == found
    assert all(fold(word) == word for word in found)


@given(some.text())
def test_every_text_has_words_without_separators(text: str) -> None:
    assert not any(set(word) & set(' "\\|~') for word in tokens(text))


@given(some.text(), some.frozensets(some.sampled_from("abcde0123456789")))
def test_marks_lie_in_the_passage(text: str, terms: frozenset[str]) -> None:
    said, marks = passage(text, terms)
    assert all(fold(said[start:end]) in terms for start, end in marks)


NATURAL = some.one_of(some.integers(0, 2**31), some.integers(0, 60))


@given(some.lists(some.lists(NATURAL, min_size=1)))
def test_numbers_are_read_as_they_were_written(lists: list[list[int]]) -> None:
    values = np.array([value for one in lists for value in one], dtype=np.int64)
    starts = np.cumsum([0, *map(len, lists)], dtype=np.int64)[:-1]
    written = encode_lists(values, starts)
    assert set("".join(written)) <= set(DIGITS)
    assert [list(decode(text)) for text in written] == lists
    assert encode(values) == "".join(written)


@given(some.integers(0, STEPS[-1]))
def test_a_step_is_not_far_from_the_length(length: int) -> None:
    step = STEPS[steps_of(np.array([length]))[0]]
    assert length <= step <= length * 1.125 + 1
