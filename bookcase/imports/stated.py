"""Rows of ``_data/relations.yml``: what sources say of acts that are not held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.files import read_text, write_atomic
from bookcase.imports.yamlout import stated_row as row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["row", "write"]

_HEAD = (
    "# Điều mà một nguồn nói, trong khi văn bản làm ra tác động chưa có trong "
    "tủ sách:\n"
    "# - {from: luat-…, rel: amends, to: luat-…, source: nơi nói điều đó}\n"
)


def write(into: Path, rows: Sequence[str]) -> bool:
    """Add rows that are not there yet; return whether the file changed.

    What editors wrote stays in its place; new rows follow, sorted.
    """
    if not rows:
        return False
    path = into / "_data" / "relations.yml"
    old = read_text(path).value if path.is_file() else _HEAD
    known = set(old.splitlines())
    new = sorted(set(rows) - known)
    if not new:
        return False
    text = old if old.endswith("\n") or not old else f"{old}\n"
    write_atomic(path, (text + "\n".join(new) + "\n").encode())
    return True
