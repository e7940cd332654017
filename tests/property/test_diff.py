"""Comparisons lose nothing and invent nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from bookcase.history.diff import Did, applied, compare, lines, words
from bookcase.model.tree import LegalText, Unit
from tests.shared import need

from .legal_texts import legal_texts

if TYPE_CHECKING:
    from bookcase.history.diff import Comparison, Line
    from bookcase.model.tree import Block

_syllables = st.sampled_from(
    ["khoản", "Điều", "này", "1", "2.000", ",", ";", ".", " ", "  ", "\n", "\t", "[^1]"]
)
wordings = st.lists(_syllables | st.text(max_size=3), max_size=30).map("".join)


@settings(deadline=None)
@given(wordings, wordings)
def test_applying_the_words_gives_the_new_wording(old: str, new: str) -> None:
    pieces = words(old, new)
    assert applied(old, pieces) == new
    assert all(piece.text for piece in pieces)
    signs = [piece.sign for piece in pieces]
    assert all(one != other for one, other in pairwise(signs))


def test_applying_real_changes_of_articles_gives_the_new_article() -> None:
    path = need("corpus/article_changes.jsonl")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(rows) > 300
    for row in rows:
        old, new = row["old"], row["new"]
        assert applied(old, words(old, new)) == new, row["number"]
        assert applied(new, words(new, old)) == old, row["number"]


@st.composite
def edited(draw: st.DrawFn) -> tuple[LegalText, LegalText]:
    """Make a text, and another made from it: units dropped, shifted, reworded."""
    old = draw(legal_texts)
    return old, replace(old, blocks=draw(_edited(old.blocks)))


@st.composite
def _edited(draw: st.DrawFn, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept = [one for one in blocks if draw(st.integers(0, 5))]
    if draw(st.integers(0, 3)) == 0:
        kept = draw(st.permutations(kept))
    return tuple(draw(_reworded(one)) for one in kept)


@st.composite
def _reworded(draw: st.DrawFn, block: Block) -> Block:
    if not isinstance(block, Unit):
        return block
    text = draw(st.sampled_from([block.text, f"{block.text} và", "(được bãi bỏ)"]))
    number = draw(st.sampled_from([block.number, "99"]))
    return replace(block, number=number, text=text, blocks=draw(_edited(block.blocks)))


def check(comparison: Comparison, old: LegalText, new: LegalText) -> None:
    """Hold a comparison to both texts."""
    before, after = lines(old), lines(new)
    rows = comparison.rows
    assert [row.new for row in rows if row.new] == [line.id for line in after]
    assert sorted(row.old for row in rows if row.old) == sorted(
        line.id for line in before
    )
    said = {line.id: line.said for line in before}
    told = {line.id: line.said for line in after}
    for row in rows:
        assert applied(said.get(row.old, ""), row.pieces) == told.get(row.new, "")
        _check_did(row.did, old=bool(row.old), new=bool(row.new))
    _check_order(comparison, before)


def _check_did(did: Did, *, old: bool, new: bool) -> None:
    if not old:
        assert did is Did.INSERTED
    elif not new:
        assert did is Did.DELETED
    else:
        assert did is not Did.INSERTED


def _check_order(comparison: Comparison, before: tuple[Line, ...]) -> None:
    """What did not move stands in the order of the old text, deleted lines too."""
    place = {line.id: at for at, line in enumerate(before)}
    away = -1
    kept = []
    for row in comparison.rows:
        if 0 <= away < row.depth:
            continue
        # A repealed unit that moved too is told as repealed.
        repealed = row.did is Did.DELETED and row.new
        away = row.depth if row.did is Did.MOVED or repealed or not row.old else -1
        if away < 0:
            kept.append(place[row.old])
    assert kept == sorted(kept)


@settings(deadline=None, max_examples=150)
@given(edited())
def test_every_line_of_either_text_is_told(pair: tuple[LegalText, LegalText]) -> None:
    old, new = pair
    check(compare(old, new), old, new)


@settings(deadline=None, max_examples=60)
@given(legal_texts, legal_texts)
def test_so_it_is_between_any_two_texts(old: LegalText, new: LegalText) -> None:
    check(compare(old, new), old, new)


@settings(deadline=None, max_examples=60)
@given(legal_texts)
def test_a_text_is_the_same_as_itself(text: LegalText) -> None:
    assert not any(row.differs for row in compare(text, text).rows)
