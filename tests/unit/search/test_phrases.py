"""Quotes ask for the very words; a plain search of the texts is the truth."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from bookcase.search.index import write
from bookcase.search.narrow import narrowed
from bookcase.search.normalise import exact
from bookcase.search.opened import Opened
from bookcase.search.plan import plan
from bookcase.search.query import find

from .invented import records, starter

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.search.records import Record


def said(record: Record) -> str:
    """Return what a record says, every word and sign between spaces."""
    return f" {' '.join(exact(f'{record.title} {record.text}'))} "


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [said(record) for record in starter()]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder = tmp_path_factory.mktemp("index")
    write(starter(), folder)
    return Opened(folder)


def test_a_phrase_is_found_just_where_a_plain_search_finds_it(
    texts: list[str], index: Opened
) -> None:
    chance = random.Random(2)  # noqa: S311 not for secrets
    for _ in range(500):
        words = chance.choice(texts).split()
        length = min(chance.randint(2, 8), len(words))
        if length < 2:
            continue
        start = chance.randrange(len(words) - length + 1)
        phrase = words[start : start + length]
        plain = f" {' '.join(phrase)} "
        truth = {row for row, text in enumerate(texts) if plain in text}
        assert truth
        assert index.rows_with(phrase) == truth, phrase


def test_words_that_never_stand_side_by_side_are_not_found(index: Opened) -> None:
    assert index.rows_with(["khai", "zzz"]) == frozenset()
    assert index.rows_with(["sinh", "khai", "sinh", "khai", "sinh"]) == frozenset()


@pytest.mark.parametrize(
    ("query", "units"),
    [
        ('"hồ sơ đăng ký"', {"d2"}),
        ('"Hồ sơ đăng ký" đơn', {"d2"}),
        ('"ho so dang ky"', set()),
        ('"cây; cây chết"', {"d1"}),
        ('"cây cây chết"', set()),
        ('"phạt" -điều', {"d2"} - {"d2"}),
        ("cây -chặt", {"", "d1"}),
    ],
)
def test_quotes_and_minus_narrow_what_is_found(
    tmp_path: Path, query: str, units: set[str]
) -> None:
    write(records(), tmp_path)
    found = find(Opened(tmp_path), query)
    assert {hit.url.partition("#")[2] for hit in found} == units


def test_all_that_have_the_phrase_are_counted(index: Opened, texts: list[str]) -> None:
    wanted = plan('"hợp tác xã"')
    truth = {row for row, text in enumerate(texts) if " hợp tác xã " in text}
    assert set(narrowed(index, wanted, {})) == truth


def test_a_missing_piece_is_named_and_the_rest_answers(tmp_path: Path) -> None:
    write(records(), tmp_path)
    (tmp_path / "cum-tu.js").unlink()
    index = Opened(tmp_path)
    assert find(index, '"hồ sơ đăng ký"') == ()
    assert index.missing == {"cum-tu"}
