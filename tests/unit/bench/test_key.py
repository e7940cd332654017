"""The hand key of instructions, and readings held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.diagnostics import Diagnostic, Span
from bookcase.legal.parser import parse
from bookcase.metadata.effects import read_effects
from bookcase.model.effects import Op
from tests.bench.key import FOLDER, TOLD, kept, read_rows, score, told_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bench.key import Row

_KEYS = sorted(FOLDER.glob("*.yml"))


def _row(by: str, op: str, *at: str, on: str = "luat-1", **more: object) -> Row:
    return {"by": by, "on": on, "op": op, "at": [*at], **more}


@pytest.mark.parametrize("path", _KEYS, ids=lambda path: path.stem)
def test_the_key_is_sound_rows_of_effects(path: Path) -> None:
    """Rows with an operation read as ``effects.yml``; the others are ``told``."""
    rows = kept(path.stem)
    assert rows
    known = {op.value for op in Op} | {TOLD}
    assert {row["op"] for row in rows} <= known
    text = "\n".join(
        line
        for line in path.read_text("utf-8").splitlines()
        if f"op: {TOLD}" not in line
    )
    assert read_effects(text, path.name).diagnostics == ()


def test_an_instruction_is_right_with_all_its_places_and_no_others() -> None:
    key = [_row("d1.k1", "repeal", "d2", "d3"), _row("d1.k2", "replace", "d4")]
    half = [_row("d1.k1", "repeal", "d2"), _row("d1.k2", "replace", "d4")]
    assert score(key, key, frozenset()).right == 2
    found = score(key, half, frozenset())
    assert (found.instructions, found.right, found.silent) == (2, 1, 1)
    assert (found.places, found.places_right) == (3, 2)
    assert found.lines == ["d1.k1 repeal on luat1: not read: d3; SILENT"]


def test_a_miss_with_a_finding_in_its_provision_is_not_silent() -> None:
    key = [_row("d1.k1", "repeal", "d2")]
    found = score(key, [], frozenset({"d1", "d1.k1"}))
    assert (found.right, found.silent, found.told) == (0, 0, 1)
    assert found.lines == ["d1.k1 repeal on luat1: not read: d2; told"]


def test_what_is_read_on_another_act_is_wrong() -> None:
    key = [_row("d1.k1", "repeal", "d2")]
    found = score(key, [_row("d1.k1", "repeal", "d2", on="luat-2")], frozenset())
    assert (found.right, found.silent) == (0, 1)
    assert found.lines[-1] == "d1.k1 repeal on luat2: read besides: d2; SILENT"


def test_rows_where_nothing_is_to_be_read_want_a_finding_and_no_row() -> None:
    key = [_row("d1.k1", TOLD, "d2")]
    told = frozenset({"d1.k1"})
    assert score(key, [], told).right == 1
    assert score(key, [], frozenset()).silent == 1
    assert score(key, [_row("d1.k1", "repeal", "d2")], told).right == 0


def test_a_new_unit_is_its_own_place_and_an_annex_before_a_form_is_folded() -> None:
    key = [_row("d1", "insert", "d2", new="k3"), _row("d2", "replace-annex", "mau1")]
    same = [
        _row("d1", "insert", "d2", new="k3", effective=[{"from": "2025-01-01"}]),
        _row("d2", "replace-annex", "pl1.mau1"),
    ]
    other = [_row("d1", "insert", "d2", new="k4"), same[1]]
    assert score(key, same, frozenset()).right == 2
    assert score(key, other, frozenset()).lines == [
        "d1 insert on luat1: not read: d2.k3; read besides: d2.k4; SILENT"
    ]


def test_the_day_counts_where_the_key_tells_one() -> None:
    key = [_row("d1", "repeal", effective=[{"from": "2025-01-01"}])]
    late = [_row("d1", "repeal", effective=[{"from": "2025-07-01"}])]
    found = score(key, late, frozenset())
    assert (found.right, found.days, found.days_right) == (1, 1, 0)
    assert found.lines == ["d1 repeal on luat1: from 2025-01-01, read as 2025-07-01"]


def test_a_finding_tells_of_its_unit_and_those_around() -> None:
    text = parse("###### Điều 1. Tên\n\n1. Một.\n\n2. Hai.\n", "a.md").value
    finding = Diagnostic(Span("a.md", 5), "AMEND001", "…")
    assert told_in(text, [finding]) == {"d1", "d1.k2"}


def test_a_reading_becomes_rows() -> None:
    text = (
        "- {by: d1, on: a, op: insert, at: [d2], new: k3, after: k2,"
        " effective: [{from: 2025-07-01}]}\n"
    )
    rows = read_rows(read_effects(text, "effects.yml").value)
    key = [_row("d1", "insert", "d2", on="a", new="k3")]
    assert score(key, rows, frozenset()).right == 1
