"""The contents of a page as nested lists; chapters fold, for 400 articles' sake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.model.tree import Kind
from bookcase.pages.markup import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.pages.law.lawtext import Entry

_FOLDS = frozenset({Kind.ATTACHED, Kind.PART, Kind.ANNEX, Kind.CHAPTER})


def contents_html(entries: Sequence[Entry]) -> str:
    """Write the entries as nested lists; an entry with others below it folds."""
    return "".join(_items(entries, 0, 0)[0])


def _items(entries: Sequence[Entry], pos: int, depth: int) -> tuple[list[str], int]:
    out = ["<ul>"]
    while pos < len(entries) and entries[pos].depth >= depth:
        entry = entries[pos]
        pos += 1
        below: list[str] = []
        if pos < len(entries) and entries[pos].depth > entry.depth:
            below, pos = _items(entries, pos, entry.depth + 1)
        out.append(_item(entry, "".join(below)))
    out.append("</ul>")
    return out, pos


def _item(entry: Entry, below: str) -> str:
    label = f'<a href="#{entry.id}">{text(entry.title)}</a>'
    if below and entry.kind in _FOLDS:
        fold = text(f"Gấp, mở: {entry.title.partition('.')[0]}")
        return (
            f'<li class="co-con">{label}<details open><summary aria-label="{fold}">'
            f"</summary>{below}</details></li>"
        )
    return f"<li>{label}{below}</li>"
