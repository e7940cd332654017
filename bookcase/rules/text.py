"""Run the rules over one text of law: when a build parses it, and in a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.model.tree import every_block
from bookcase.rules import footnote_pair, missing_picture, repeated_unit, unit_order

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.tree import LegalText


def check_text(
    text: LegalText,
    path: str,
    attachments: Collection[str] = (),
    ids: Mapping[int, str] | None = None,
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in one parsed text, in reading order.

    Args:
        text: The text.
        path: Its file.
        attachments: Names of the files in the work's ``attachments/``.
        ids: The names of its blocks, if they are at hand.
    """
    blocks = every_block(text.blocks)
    found = [
        *unit_order.check(text, path),
        *repeated_unit.check(text, path, ids),
        *footnote_pair.check(text, path, blocks),
        *missing_picture.check(text, path, attachments, blocks),
    ]
    return tuple(sorted(found))


def attachment_names(content: Path, folder: str) -> frozenset[str]:
    """Return the names of the files in a folder's ``attachments/``."""
    place = content / folder / "attachments"
    return (
        frozenset(path.name for path in place.glob("*"))
        if place.is_dir()
        else frozenset()
    )
