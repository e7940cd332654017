"""Long rows are read in pieces and sorted in bins; plain Python is the truth."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bookcase.search import streams
from bookcase.search.alphabet import decode
from bookcase.search.normalise import NUMBER, numbers, whole
from bookcase.search.phrases import pairs
from bookcase.search.postings import terms
from bookcase.search.streams import Kept, Spool, Stream, slices

if TYPE_CHECKING:
    from pathlib import Path

HIGHEST = 30


@pytest.fixture(params=[1 << 17, 40], ids=["one piece", "many pieces"])
def rows(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> list[list[int]]:
    """Return rows of words, each with a 0 at its end; pieces and bins may be small."""
    monkeypatch.setattr(streams, "PIECE", request.param)
    monkeypatch.setattr(streams, "AT_ONCE", request.param)
    chance = random.Random(11)  # noqa: S311 not for secrets
    weights = [1 / (1 + word) for word in range(HIGHEST + 1)]
    return [
        [*chance.choices(range(HIGHEST + 1), weights, k=chance.randrange(60)), 0]
        for _ in range(80)
    ]


def stream(rows: list[list[int]], folder: Path) -> Stream:
    """Return the rows as a stream whose words were numbered backwards."""
    words = Spool("u4", folder)
    for row in rows:
        words.add(np.array([HIGHEST - word for word in row], dtype=np.uint32))
    ranks = np.arange(HIGHEST, -1, -1, dtype=np.uint32)
    sizes = np.array([len(row) for row in rows], dtype=np.int64)
    return Stream(words, ranks, sizes, np.ones(len(rows), dtype=np.bool_))


def test_words_are_counted(rows: list[list[int]], tmp_path: Path) -> None:
    made = stream(rows, tmp_path)
    every = Counter(word for row in rows for word in row)
    once = Counter(word for row in rows for word in set(row))
    assert made.counts().tolist() == [every[word] for word in range(HIGHEST + 1)]
    assert made.having().tolist() == [once[word] for word in range(HIGHEST + 1)]


def test_rows_that_are_chosen_are_counted_anew(
    rows: list[list[int]], tmp_path: Path
) -> None:
    chosen = np.arange(len(rows)) % 3 == 1
    some = stream(rows, tmp_path).of(chosen)
    kept = stream(rows[1::3], tmp_path)
    assert some.lengths.tolist() == kept.lengths.tolist()
    assert [*pairs(some)] == [*pairs(kept)]
    assert [*terms(some, some)] == [*terms(kept, kept)]


def test_terms_tell_who_has_a_word_and_a_pair(
    rows: list[list[int]], tmp_path: Path
) -> None:
    names = rows[:9]
    truth: dict[tuple[int, int], tuple[Counter[int], Counter[int]]] = defaultdict(
        lambda: (Counter(), Counter())
    )
    for field, held in enumerate((rows, names)):
        for number, row in enumerate(held):
            for first, second in zip(row, [*row[1:], 0], strict=True):
                if first:
                    truth[first, 0][field][number] += 1
                    if second:
                        truth[first, second][field][number] += 1
    found = [*terms(stream(rows, tmp_path), stream(names, tmp_path), tmp_path)]
    assert [(first, second) for first, second, *_ in found] == sorted(truth)
    for first, second, texts, of_names, having in found:
        in_texts, in_names = truth[first, second]
        assert read(texts) == in_texts
        assert read(of_names) == in_names
        assert having == len(in_texts)


def read(postings: str) -> Counter[int]:
    """Return how often each row has a term."""
    values, row, found = decode(postings), 0, Counter[int]()
    for value in values:
        row += value >> 1
        found[row] = next(values) + 2 if value & 1 else 1
    return found


def test_pairs_tell_all_their_places(rows: list[list[int]], tmp_path: Path) -> None:
    words = [[word or HIGHEST for word in row] for row in rows]
    truth: dict[tuple[int, int], list[int]] = defaultdict(list)
    at = 0
    for row in words:
        for first, second in pairwise(row):
            truth[first, second].append(at)
            at += 1
        at += 2
    found = [*pairs(stream(words, tmp_path), tmp_path)]
    assert [(first, second) for first, second, _ in found] == sorted(truth)
    for first, second, places in found:
        assert np.cumsum([*decode(places)]).tolist() == truth[first, second]


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    none = stream([], tmp_path)
    assert not [*terms(none, none)]
    assert not [*pairs(none)]


def test_slices_never_part_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "PIECE", 4)
    keys = np.array([1, 2, 17, 18, 19, 20, 21, 22, 33, 34], dtype=np.uint64)
    cut = [keys[some].tolist() for some in slices(keys, 4)]
    assert cut == [[1, 2], [17, 18, 19, 20, 21, 22], [33, 34]]


def test_what_is_kept_comes_back_in_order(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    for value in ("đất", ("a", 1), None):
        kept.add(value)
    assert [*kept.taken()] == ["đất", ("a", 1), None]
    assert not [*tmp_path.iterdir()]


def test_numbers_are_found_by_their_slashes() -> None:
    chance = random.Random(5)  # noqa: S311 not for secrets
    pieces = ["1", "23", "/", "/", "-", "–", "NĐ", "a", " ", "２", "x", "."]
    for _ in range(3000):
        text = "".join(chance.choices(pieces, k=chance.randint(1, 14)))
        assert numbers(text) == tuple(map(whole, NUMBER.findall(text))), text
