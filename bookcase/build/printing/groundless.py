"""Leaflets that must not be printed, for what they rest on is not law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.history.aims import Aimed
from bookcase.history.rests import ends_of, rested
from bookcase.history.stale import Standing
from bookcase.pages.reading.outdated import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog


def groundless(
    title: Publication, seen: Catalog, *, allow_stale: bool = False
) -> Iterator[Diagnostic]:
    """Yield why a leaflet must not be printed.

    Finds:
        LEAF008: it rests on a provision that was repealed, or on an act that has ended;
            with ``allow_stale`` it is printed, and says so.
        LEAF015: no version of an act has the provision that it rests on.
    """
    rows = tuple(rested(title, seen.rests))
    gone = None if allow_stale else next(ends_of(rows), None)
    if gone is not None:
        said = sentence(gone, gone.verdict.standing, gone.verdict.since)
        what = f"tờ gấp «{title.title}» không được in. {said}"
        hint = "sửa nội dung rồi ghim lại; vẫn in, có ghi chú: thêm --allow-stale"
        span = Span(title.path, gone.basis.line)
        yield Diagnostic(span, "LEAF008", what, "warning", hint)
    for one in rows:
        held = one.aim.aimed is Aimed.HELD
        if held and one.verdict.standing is Standing.NEVER:
            what = (
                f"tờ gấp «{title.title}» không được in: {one.aim.work} không có quy"
                f" định mà tờ gấp dựa vào, «{one.basis.cite}»"
            )
            span = Span(title.path, one.basis.line)
            hint = "kiểm tra lại điều, khoản, điểm trong legal_basis"
            yield Diagnostic(span, "LEAF015", what, hint=hint)
