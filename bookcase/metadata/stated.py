"""``_data/relations.yml``: what a source says of acts that are not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Result
from bookcase.metadata import yamlfile
from bookcase.metadata.reader import read_rows
from bookcase.metadata.tables.lists import STATED
from bookcase.model.relations import Rel, StatedRelation

if TYPE_CHECKING:
    from bookcase.metadata.rows import Row


def read_stated(text: str, path: str) -> Result[tuple[StatedRelation, ...]]:
    """Read the stated relations; a row that lacks an end is left out."""
    tree = yamlfile.read(text, path)
    whole = yamlfile.whole(tree.diagnostics)
    rows = read_rows(STATED, tree.value, whole=whole)
    made = tuple(map(_stated, filter(_complete, rows.value)))
    return Result(made, tree.diagnostics + rows.diagnostics)


def _complete(row: Row) -> bool:
    return {"from", "rel", "to"} <= set(row.values)


def _stated(row: Row) -> StatedRelation:
    return StatedRelation(
        source=row.text("from"),
        rel=Rel(row.text("rel")),
        target=row.text("to"),
        origin=row.text("source"),
        line=row.line,
    )
