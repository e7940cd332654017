"""Words and numbers of the search index, for any text."""

from __future__ import annotations

import unicodedata

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from bookcase.search.alphabet import DIGITS, decode, encode
from bookcase.search.lengths import STEPS, step_of
from bookcase.search.normalise import fold, tokens, words
from bookcase.search.passages import passage

VIETNAMESE = some.text("aăâđeêioôơuưyAÀảạắặẩĐƯợnghct 0123456789./-,;\n", max_size=80)


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


@given(some.lists(some.integers(0, 2**31)))
def test_numbers_are_read_as_they_were_written(values: list[int]) -> None:
    written, starts = encode(np.array(values, dtype=np.int64))
    text = written.decode("ascii")
    assert set(text) <= set(DIGITS)
    assert list(decode(text)) == values
    assert len(starts) == len(values) + 1


@given(some.integers(0, STEPS[-1]))
def test_a_step_is_not_far_from_the_length(length: int) -> None:
    step = STEPS[step_of(length)]
    assert length <= step <= length * 1.125 + 1
