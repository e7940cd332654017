"""A record of the sources, as it came: nothing repaired, nothing added.

The count of articles that some records bear is never read: it is what the importer is
measured against.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bookcase.diagnostics import Diagnostic, Result, Span

if TYPE_CHECKING:
    from bookcase.imports.draft import TextKind

KINDS: dict[str, TextKind] = {
    "phapdien-reconstructed": "codified",
    "original-gazette-pdf": "gazette",
    "consolidated-official": "consolidated",
}
_CONSOLIDATED = "/VBHN-"
"""The number of a consolidated text says so, whatever the record calls it."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a record says of another act, in the source's own words."""

    rel: str
    type: str
    number: str
    issued: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One record; ``line`` is its line in the source file, from 1."""

    id: str
    kind: TextKind
    number: str
    type: str
    text: str
    title: str = ""
    issuer: str = ""
    issued: date | None = None
    effective: date | None = None
    level: str = ""
    topics: tuple[str, ...] = ()
    relations: tuple[Stated, ...] = ()
    url: str = ""
    path: str = ""
    line: int = 1

    @property
    def span(self) -> Span:
        """Return where the record stands."""
        return Span(self.path, self.line)


def read_record(text: str, path: str, line: int) -> Result[Record | None]:
    """Read one line of JSON.

    Finds:
        IMP001: the line is no JSON object with a text.
        IMP002: a day that is none; it counts as not told.
        IMP003: a kind of text that is not known; it counts as the gazette's.
    """
    span = Span(path, line)
    try:
        data = json.loads(text)
    except ValueError:
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        what = "dòng này không phải một bản ghi JSON có trường text"
        return Result(None, (Diagnostic(span, "IMP001", what),))
    found: list[Diagnostic] = []
    kind = KINDS.get(_text(data, "kind"))
    if kind is None:
        what = (
            f"không rõ loại lời văn «{_text(data, 'kind')}»; coi như văn bản Công báo"
        )
        found.append(Diagnostic(span, "IMP003", what, "warning"))
    if _CONSOLIDATED in _text(data, "number"):
        kind = "consolidated"
    return Result(_record(data, kind or "gazette", span, found), tuple(found))


def _record(
    data: dict[str, Any], kind: TextKind, span: Span, found: list[Diagnostic]
) -> Record:
    return Record(
        id=_text(data, "id"),
        kind=kind,
        number=_text(data, "number"),
        type=_text(data, "type"),
        text=data["text"],
        title=_text(data, "title"),
        issuer=_text(data, "issuer"),
        issued=_day(data, "issued", span, found),
        effective=_day(data, "effective", span, found),
        level=_text(data, "level"),
        topics=tuple(str(one) for one in data.get("topics") or ()),
        relations=_relations(data, span, found),
        url=_text(data, "source_url"),
        path=span.path,
        line=span.line,
    )


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _day(
    data: dict[str, Any], key: str, span: Span, found: list[Diagnostic]
) -> date | None:
    value = data.get(key)
    if not value:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        what = f"{key} «{value}» không phải một ngày; bỏ qua"
        found.append(Diagnostic(span, "IMP002", what, "warning"))
        return None


def _relations(
    data: dict[str, Any], span: Span, found: list[Diagnostic]
) -> tuple[Stated, ...]:
    rows = data.get("relations")
    return tuple(
        Stated(
            _text(row, "rel"),
            _text(row, "type"),
            _text(row, "number"),
            _day(row, "issued", span, found),
        )
        for row in rows or ()
        if isinstance(row, dict)
    )
