"""The rows of ``versions:``, each the text of a work from one day on."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bookcase.diagnostics import Diagnostic, Result
from bookcase.model.act import Made, TextState, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.metadata.rows import Row

UNDATED = "goc"


def versions(rows: Iterable[Row], folder: str) -> Result[tuple[Version, ...]]:
    """Make the versions, in the order of the file; a row of no day is left out.

    Finds:
        META206: a codified text with a day of its own or without the month in which it
            was seen; two rows for one file.
    """
    made: dict[str, Version] = {}
    found: list[Diagnostic] = []
    for row in rows:
        if row.wrong("from") or row.wrong("seen_on"):
            continue
        version = _version(row, folder)
        found.extend(_faults(row, version))
        if version.path in made:
            what = f"hai dòng versions cùng chỉ tệp {version.stem}.md"
            hint = "mỗi ngày một lời văn: bỏ một dòng hoặc sửa ngày"
            found.append(Diagnostic(row.span, "META206", what, hint=hint))
        else:
            made[version.path] = version
    return Result(tuple(made.values()), tuple(found))


def stem(row: Row) -> str:
    """Return the name, without ending, of the file that a row speaks of."""
    if row.text("text") == "codified":
        return f"phap-dien-{row.text('seen_on') or UNDATED}"
    day = row.day("from")
    return day.isoformat() if day else UNDATED


def _version(row: Row, folder: str) -> Version:
    codified = row.text("text") == "codified"
    return Version(
        start=None if codified else row.day("from"),
        text=cast("TextState", row.text("text") or "as-enacted"),
        made=cast("Made", row.text("made")) if row.text("made") else None,
        by=row.texts("by"),
        official=row.text("official"),
        checked_by=row.texts("checked_by"),
        seen_on=row.text("seen_on"),
        complete=row.flag("complete", default=True),
        path=f"{folder}/{stem(row)}.md",
    )


def _faults(row: Row, version: Version) -> Iterator[Diagnostic]:
    if version.text != "codified":
        return
    if row.day("from"):
        what = "lời văn theo Bộ pháp điển không đứng cho ngày nào"
        yield Diagnostic(row.at("from"), "META206", what, hint="bỏ from")
    if not version.seen_on:
        what = "thiếu seen_on: tháng của Bộ pháp điển đã xem"
        yield Diagnostic(row.span, "META206", what, hint="viết seen_on: 2025-11")
