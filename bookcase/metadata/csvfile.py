"""Tables of facts in CSV, with the line of every row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Cells = tuple[int, list[str]]
"""A line number, from 1, and the cells on that line, one for each column."""


def read_csv(text: str, path: str, columns: Sequence[str]) -> Result[tuple[Cells, ...]]:
    """Read a table whose first line names exactly the columns wanted.

    Finds:
        META301: the first line names other columns; no row is read.
        META302: a row of too many or too few cells; it is left out.
    """
    reader = csv.reader(io.StringIO(text))
    head = next(reader, [])
    if head != list(columns):
        what = f"dòng đầu phải là: {','.join(columns)}"
        hint = "lấy lại bảng mẫu; cột và thứ tự cột không đổi"
        return Result((), (Diagnostic(Span(path), "META301", what, hint=hint),))
    rows, found = [], []
    for line, cells in _lines(reader):
        if len(cells) == len(columns):
            rows.append((line, cells))
        else:
            what = f"dòng có {len(cells)} ô, cần {len(columns)} ô"
            hint = "giá trị có dấu phẩy thì đặt trong ngoặc kép"
            found.append(Diagnostic(Span(path, line), "META302", what, hint=hint))
    return Result(tuple(rows), tuple(found))


def _lines(reader: Iterator[list[str]]) -> Iterator[Cells]:
    """Count lines; a cell may hold line breaks."""
    before = reader.line_num  # type: ignore[attr-defined]  # csv gives it no type
    for cells in reader:
        if cells:
            yield before + 1, cells
        before = reader.line_num  # type: ignore[attr-defined]
