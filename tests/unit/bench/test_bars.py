"""The bars and how they are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bench import bars, names
from tests.bench.bars import Bar, missed
from tests.bench.rows import Row

if TYPE_CHECKING:
    from pathlib import Path

CPU = Bar("build", "ratio.cpu", "<=", 0.25, "a quarter of stock")
LINKS = Bar("build", "real.broken-links", "==", 0, "no broken link")


def test_a_missed_bar_is_named_with_its_figure_and_its_source() -> None:
    rows = [Row("ratio.cpu", 0.2612, "×"), Row("real.broken-links", 0)]
    assert list(missed([CPU, LINKS], "build", rows)) == [
        "build ratio.cpu <= 0.25: it is 0.2612 (a quarter of stock)"
    ]


def test_a_bar_without_its_figure_is_missed() -> None:
    assert list(missed([LINKS], "build", [])) == [
        "build real.broken-links == 0: not measured (no broken link)"
    ]


def test_the_bars_of_another_bench_are_not_asked_for() -> None:
    assert list(missed([CPU], "search", [])) == []


@pytest.mark.parametrize(
    ("comparison", "holds"),
    [("<=", True), ("<", False), ("==", True), (">=", True), (">", False)],
)
def test_each_comparison_does_as_it_says(comparison: str, *, holds: bool) -> None:
    assert Bar("b", "f", comparison, 5, "").holds(5) is holds


def test_an_unknown_comparison_is_refused(tmp_path: Path) -> None:
    kept = tmp_path / "bars.toml"
    kept.write_text(
        '[[bar]]\nbench="b"\nfigure="f"\ncomparison="~"\nvalue=1\nsource="s"\n'
    )
    with pytest.raises(ValueError, match="b f: no comparison '~'"):
        bars.read(kept)


def test_each_kept_bar_is_of_a_known_bench_and_has_a_source() -> None:
    known = {bench.name for bench in names.ALL}
    kept = bars.read()
    assert {bar.bench for bar in kept} <= known
    assert all(bar.source for bar in kept)
    assert len({(bar.bench, bar.figure, bar.comparison) for bar in kept}) == len(kept)
