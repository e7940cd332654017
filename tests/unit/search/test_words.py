"""From text to words."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from bookcase.search.normalise import exact, fold, numbers, tokens
from bookcase.search.passages import passage
from bookcase.search.plan import plan

from .vectors import USAGE, vectors


@pytest.mark.parametrize("case", vectors("words.json"), ids=lambda case: case["text"])
def test_a_text_gives_these_words(case: dict[str, Any]) -> None:
    assert tokens(case["text"]) == case["tokens"]
    assert list(numbers(case["text"])) == case["numbers"]
    assert exact(case["text"]) == case["exact"]


@pytest.mark.parametrize("case", vectors("plans.json"), ids=lambda case: case["query"])
def test_a_query_gives_this_plan(case: dict[str, Any]) -> None:
    made = plan(case["query"], USAGE)
    assert dict(made.terms) == case["terms"]
    assert dict(made.spare) == case["spare"]
    assert list(made.names) == case["names"]
    assert list(made.less) == case["less"]
    assert (made.article, made.clause) == (case["article"], case["clause"])
    assert [*map(list, made.phrases)] == case["phrases"]
    assert list(made.required) == case["required"]
    assert list(made.without) == case["without"]


@pytest.mark.parametrize(
    "case", vectors("passages.json"), ids=lambda case: case["query"]
)
def test_a_text_gives_this_passage(case: dict[str, Any]) -> None:
    terms = frozenset(term for term, _ in plan(case["query"]).terms)
    said, marks = passage(case["text"], terms)
    assert said == case["passage"]
    assert [said[start:end] for start, end in marks] == case["marked"]


def test_the_table_takes_the_marks_off_every_latin_letter() -> None:
    wrong = []
    for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00)]:
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if base.isascii() and base.isalpha() and fold(chr(code)) != base:
            wrong.append(chr(code))
    assert wrong == []
