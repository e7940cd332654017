"""The key of citations must itself be right before anything is measured by it."""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests.shared import ROOT, need

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

GOLD = ROOT / "tests" / "golden" / "citations"
Row = dict[str, Any]

TYPE = (
    r"(?:mau-)?(?:bo-luat|luat|phap-lenh|nghi-dinh|nghi-quyet|quyet-dinh|thong-tu"
    r"|thong-tu-lien-tich)"
)
WORK = re.compile(rf"{TYPE}(?:-[a-z0-9]+)+")
NUMBER = r"\d+(?:dd|[a-z])?"
UNIT = re.compile(
    rf"(?:kt\d+\.)?d{NUMBER}(?:\.k{NUMBER})?(?:\.(?:dd|[a-z])\d?)?"
    rf"|kt\d+|p\d+|c{NUMBER}(?:\.m\d+)?|pl{NUMBER}(?:\.mau\d+)?|mau\d+(?:-[a-z]+)?"
)
FORMS = 25
NONE = "none"


def load(name: str) -> list[Row]:
    rows: list[Row] = yaml.safe_load((GOLD / name).read_text(encoding="utf-8"))
    return rows


SENTENCES = load("sentences.yml")
ARTICLES = load("articles.yml")


def every_citation() -> Iterator[Row]:
    for row in (*SENTENCES, *ARTICLES):
        yield from row["citations"]


@pytest.fixture(scope="module")
def cut() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cut", GOLD / "cut.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def texts(cut: ModuleType) -> dict[str, str]:
    found: dict[str, str] = cut.records(need("corpus/documents.jsonl.xz"))
    return found


def in_order(citations: list[Row]) -> bool:
    """Tell that no two citations share a letter, and that they stand as they read."""
    return all(one["end"] <= other["start"] for one, other in pairwise(citations))


def whole_words(text: str, start: int, end: int) -> bool:
    """Tell that a span is not empty and has no white space at its ends."""
    return start < end <= len(text) and text[start:end] == text[start:end].strip()


def test_there_are_enough_of_each() -> None:
    assert len(SENTENCES) >= 200
    assert sum(len(row["citations"]) for row in SENTENCES) >= 330
    assert len(ARTICLES) == 50


def test_every_form_has_several_examples() -> None:
    counts: Counter[str] = Counter()
    for row in SENTENCES:
        counts[row["form"]] += len(row["citations"]) or row["form"] == NONE
    assert len(counts) == FORMS
    assert min(counts.values()) >= 4


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:40])
def test_spans_are_the_words_at_their_place(row: Row) -> None:
    text = row["text"]
    assert text == unicodedata.normalize("NFC", text)
    assert in_order(row["citations"])
    for one in row["citations"]:
        start, end, span = one["start"], one["end"], one["span"]
        assert text[start:end] == span
        assert whole_words(text, start, end)
        again = [m.start() for m in re.finditer(f"(?={re.escape(span)})", text)]
        assert again.index(start) == one.get("nth", 1) - 1
        assert ("nth" in one) == (len(again) > 1)


def test_no_sentence_stands_twice() -> None:
    said = Counter((row["text"], str(row.get("context"))) for row in SENTENCES)
    assert [key for key, count in said.items() if count > 1] == []


def test_sentences_without_citations_are_those_of_one_form() -> None:
    for row in SENTENCES:
        assert (row["form"] == NONE) == (not row["citations"]), row["text"]


def test_ids_are_well_formed() -> None:
    for one in every_citation():
        for work in (one["work"], *one.get("candidates", ())):
            assert work in {None, "self"} or WORK.fullmatch(work), one
        assert not one["unit"] or UNIT.fullmatch(one["unit"]), one
        assert one["work"] is None or "candidates" not in one


def test_only_articles_speak_of_themselves_as_self() -> None:
    assert all(one["work"] != "self" for row in SENTENCES for one in row["citations"])


def test_contexts_are_well_formed() -> None:
    for context in (row["context"] for row in SENTENCES if "context" in row):
        assert context.keys() <= {
            "work",
            "unit",
            "place",
            "amends",
            "quoted_on",
            "quoted_unit",
        }
        for key in {"work", "amends", "quoted_on"} & context.keys():
            assert WORK.fullmatch(context[key]), context
        for key in {"unit", "quoted_unit"} & context.keys():
            assert UNIT.fullmatch(context[key]), context
        assert ("quoted_on" in context) == ("quoted_unit" in context)


def test_articles_are_told_apart_and_their_citations_in_order() -> None:
    assert len({(row["id"], row["article"]) for row in ARTICLES}) == 50
    assert all(in_order(row["citations"]) for row in ARTICLES)


def test_articles_are_the_ones_drawn(cut: ModuleType, texts: dict[str, str]) -> None:
    assert [(row["id"], row["article"]) for row in ARTICLES] == cut.drawn(texts)


def test_articles_are_cut_as_they_were_labelled(
    cut: ModuleType, texts: dict[str, str]
) -> None:
    for row in ARTICLES:
        text = cut.article_text(texts[row["id"]], row["article"])
        assert cut.digest(text) == row["sha256"]
        for one in row["citations"]:
            assert whole_words(text, one["start"], one["end"]), (row["id"], one)


def test_a_cut_ends_before_what_follows_the_article(cut: ModuleType) -> None:
    text = (
        "Điều 1. Một\nHai.\nĐiều 2: Ba\nBốn\nChương II\nNĂM\nĐiều 3. Sáu\nNơi nhận:\n"
    )
    assert cut.articles(text) == (("1", "Một\nHai."), ("2", "Ba\nBốn"), ("3", "Sáu"))
    assert cut.article_text(text, "2") == "Ba\nBốn"
    assert cut.article_text(f"{text}Điều 2. Lại", "2") == ""
