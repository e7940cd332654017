"""A new reading beside rows that an editor wrote."""

from __future__ import annotations

from dataclasses import replace

from bookcase.history.amend.kept import merged
from bookcase.model.effects import Effect, Op, Reading

READ = Effect("d1.k1", "luat", Op.REPEAL, ("d5",), read=Reading("Bãi bỏ Điều 5."))
OTHER = Effect("d1.k2", "luat", Op.REPEAL, ("d6",), line=7)
BY_HAND = Effect("d1.k1", "luat", Op.REPEAL, ("d5",), by_hand=True, line=3)


def test_reading_twice_changes_nothing() -> None:
    stored = merged((), (READ, OTHER), "effects.yml").value
    assert merged(stored, (READ, OTHER), "effects.yml").value == stored


def test_a_row_by_hand_stays_where_the_reading_agrees() -> None:
    both = merged((BY_HAND,), (READ, OTHER), "effects.yml")
    assert both.value == (BY_HAND, OTHER)
    assert both.diagnostics == ()


def test_a_row_by_hand_stays_and_a_differing_reading_is_told() -> None:
    hand = replace(BY_HAND, text="d1.k1/quote-1")
    both = merged((hand,), (READ,), "effects.yml")
    assert both.value == (hand,)
    [found] = both.diagnostics
    assert (found.code, found.span.line) == ("AMEND007", 3)
    assert found.message == "lời văn của d1.k1 nay đọc khác dòng viết tay"


def test_a_row_by_hand_stays_where_nothing_is_read() -> None:
    assert merged((OTHER, BY_HAND), (), "effects.yml").value == (BY_HAND,)


def test_a_row_that_reads_the_same_keeps_its_line_and_what_an_editor_added() -> None:
    counted = replace(OTHER, line=9, count=2)
    assert merged((counted,), (OTHER,), "effects.yml").value == (counted,)
