"""``effects.yml``: what an act does to others."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bookcase.diagnostics import Diagnostic, Result
from bookcase.metadata import yamlfile
from bookcase.metadata.reader import NO_KEYS, read_rows
from bookcase.metadata.tables.effects import EFFECT
from bookcase.model.effects import Effect, Op, Phase, Position, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row

WHOLE_ACT = "act"


def read_effects(
    text: str, path: str, keys: Keys = NO_KEYS
) -> Result[tuple[Effect, ...]]:
    """Read an ``effects.yml``; a row without ``by``, ``on`` or ``op`` is left out.

    Finds:
        META207: a place told twice, in short and in full.
    """
    tree = yamlfile.read(text, path)
    whole = yamlfile.whole(tree.diagnostics)
    read = read_rows(EFFECT, tree.value, keys, whole=whole)
    found = [*tree.diagnostics, *read.diagnostics]
    for row in read.value:
        found.extend(_faults(row))
    rows = (row for row in read.value if {"by", "on", "op"} <= set(row.values))
    return Result(tuple(map(_effect, rows)), tuple(found))


def _faults(row: Row) -> Iterator[Diagnostic]:
    told = [name for name in ("after", "before", "position") if row.text(name)]
    if len(told) > 1:
        what = f"chỗ đặt viết hai lần: {' và '.join(told)}"
        hint = "giữ một: after, before, hoặc position cùng anchor"
        yield Diagnostic(row.at(told[1]), "META207", what, hint=hint)


def _effect(row: Row) -> Effect:
    short = next((name for name in ("after", "before") if row.text(name)), "")
    position = short or row.text("position")
    return Effect(
        by=row.text("by"),
        on=row.text("on"),
        op=Op(row.text("op")),
        at=tuple(unit for unit in row.texts("at") if unit != WHOLE_ACT),
        new=row.text("new") or row.text("to"),
        position=cast("Position", position) if position else None,
        anchor=row.text(short) if short else row.text("anchor"),
        inside=row.text("in"),
        text=row.text("text"),
        find=row.text("find"),
        with_=row.text("with"),
        count=row.number("count"),
        effective=_phases(row),
        by_hand=row.flag("by_hand"),
        read=_reading(row.row("read")),
        line=row.line,
    )


def _phases(row: Row) -> tuple[Phase, ...]:
    return tuple(
        Phase(day, one.day("until"), one.texts("where"))
        for one in row.rows("effective")
        if (day := one.day("from"))
    )


def _reading(row: Row | None) -> Reading | None:
    if row is None:
        return None
    start, end = (*row.numbers("span"), None, None)[:2]
    return Reading(row.text("words"), start, end, row.share("confidence", 1.0))
