"""A new reading beside rows that are kept: what an editor wrote is never replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.effects import Effect


def merged(
    kept: Iterable[Effect], fresh: Iterable[Effect], path: str
) -> Result[tuple[Effect, ...]]:
    """Return the rows to store: those by hand as they are, the others as read now.

    A row that reads the same as before stays as it stands, line and all.

    Finds:
        AMEND007: what is read now differs from a row that an editor wrote.
    """
    old = tuple(kept)
    by_hand = {_key(row): row for row in old if row.by_hand}
    same = {_plain(row): row for row in old}
    found: list[Diagnostic] = []
    rows: list[Effect] = []
    for row in fresh:
        hand = by_hand.pop(_key(row), None)
        if hand is None:
            rows.append(same.get(_plain(row), row))
            continue
        rows.append(hand)
        if _plain(hand) != _plain(row):
            what = f"lời văn của {row.by} nay đọc khác dòng viết tay"
            hint = "đối chiếu với văn bản; dòng viết tay được giữ nguyên"
            span = Span(path, hand.line)
            found.append(Diagnostic(span, "AMEND007", what, "warning", hint=hint))
    rows += by_hand.values()
    return Result(tuple(rows), tuple(found))


def _key(row: Effect) -> tuple[str, ...]:
    return (row.by, row.on, row.op, row.new, *row.at)


def _plain(row: Effect) -> Effect:
    """Return a row without what does not count: who wrote it, where, how sure."""
    return replace(row, by_hand=False, read=None, line=0, count=None)
