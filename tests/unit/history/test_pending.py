"""Which amendments a stored text holds."""

from __future__ import annotations

from dataclasses import replace

from bookcase.history.pending import pending
from bookcase.model.act import Version
from bookcase.model.effects import Op, Phase

from .acts import day, effect, version, work

OLD, NEW = version("2020-01-01"), version("2024-07-01", "sua")
GOC = work("goc", OLD, NEW)


def test_an_effect_is_in_the_text_that_names_its_act() -> None:
    rows = (("sua", effect(Op.REPEAL, "d1", since="2024-07-01")),)
    assert pending(GOC, OLD, rows, day("2024-06-30")) == ()
    assert pending(GOC, OLD, rows, day("2024-07-01")) == rows
    assert pending(GOC, NEW, rows, day("2030-01-01")) == ()


def test_and_in_those_after_it() -> None:
    last = version("2025-01-01", "khac")
    goc = work("goc", OLD, NEW, last)
    rows = (("sua", effect(Op.REPEAL, "d1", since="2024-07-01")),)
    assert pending(goc, last, rows, day("2030-01-01")) == ()


def test_a_later_row_of_a_named_act_is_not_in_it() -> None:
    rows = (("sua", effect(Op.REPEAL, "d1", since="2025-01-01")),)
    assert pending(GOC, NEW, rows, day("2024-12-31")) == ()
    assert pending(GOC, NEW, rows, day("2025-01-01")) == rows


def test_words_change_once_when_it_begins_everywhere() -> None:
    there = Phase(day("2024-01-01"), None, ("04",))
    both = (Phase(day("2025-01-01")), there, Phase(day("2024-07-01")))
    rows = (("sua", replace(effect(Op.REPEAL, "d1"), effective=both)),)
    assert pending(GOC, OLD, rows, day("2024-06-30")) == ()
    assert pending(GOC, OLD, rows, day("2024-07-01")) == rows
    assert pending(GOC, NEW, rows, day("2030-01-01")) == ()


def test_what_changes_no_words_for_all_is_never_pending() -> None:
    local = (Phase(day("2024-07-01"), None, ("04",)),)
    rows = (
        ("sua", effect(Op.SUSPEND, "d1", since="2024-07-01")),
        ("sua", effect(Op.REPEAL, since="2024-07-01")),
        ("sua", replace(effect(Op.REPEAL, "d1"), effective=local)),
    )
    assert pending(GOC, OLD, rows, day("2030-01-01")) == ()


def test_texts_of_no_day() -> None:
    rows = (("sua", effect(Op.REPEAL, "d1", since="2024-07-01")),)
    codified = Version(None, "codified", seen_on="2025-11", path="goc/phap-dien.md")
    undated = Version(None, path="goc/goc.md")
    goc = work("goc", codified, undated)
    assert pending(goc, codified, rows, day("2030-01-01")) == ()
    assert pending(goc, undated, rows, day("2030-01-01")) == rows
