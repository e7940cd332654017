"""Rows of figures, and the table that people read."""

from __future__ import annotations

from datetime import date

from tests.bench.page import markdown
from tests.bench.rows import Row, as_data, ratios, table


def test_subjects_stand_side_by_side_and_the_rest_below() -> None:
    rows = [
        Row("stock.cpu", 33.91, "s"),
        Row("stock.files", 1234),
        Row("bookcase.cpu", 3.05, "s"),
        Row("ratio.cpu", 0.0899, "×"),
        Row("documents", 1000, note="made from seed 7"),
    ]
    assert table(rows).splitlines() == [
        "        stock  bookcase    ratio",
        "cpu    33.9 s    3.05 s  0.090 ×",
        "files   1,234         –        –",
        "",
        "documents  1,000",
        "",
        "documents: made from seed 7",
    ]


def test_a_ratio_needs_the_figure_of_both() -> None:
    rows = [
        Row("stock.cpu", 40, "s"),
        Row("stock.wall", 0, "s"),
        Row("bookcase.cpu", 4, "s"),
        Row("bookcase.wall", 3, "s"),
        Row("bookcase.shell", 9, "KB"),
    ]
    assert list(ratios(rows, "bookcase", "stock")) == [Row("ratio.cpu", 0.1, "×")]


def test_programs_get_the_value_unrounded() -> None:
    assert as_data(Row("real.cpu", 12.345678, "s", "cold")) == {
        "name": "real.cpu",
        "value": 12.345678,
        "unit": "s",
        "note": "cold",
    }


def test_figures_as_markdown() -> None:
    rows = [
        Row("stock.cpu", 30, "s"),
        Row("bookcase.cpu", 6, "s", "cold"),
        Row("growth", 0.9),
    ]
    said = markdown({"build": rows}, date(2026, 11, 24), "2 × CPU")
    assert said == (
        "Measured on 2026-11-24; 2 × CPU.\n\n## build\n\n"
        "|  | stock | bookcase |\n|---|---:|---:|\n| cpu | 30.0 s | 6.00 s |\n\n"
        "| figure | value |\n|---|---:|\n| growth | 0.900 |\n\n- bookcase.cpu: cold\n"
    )
