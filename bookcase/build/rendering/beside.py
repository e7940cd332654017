"""What stands beside the units of a page, and what its text lacks: runs in workers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bookcase.build.rendering.texts import held_text, lacking_rows
from bookcase.pages.law.held import held
from bookcase.pages.law.lacking import lacking_notice
from bookcase.pages.law.notes import Note, Said
from bookcase.pages.law.unitnotes import beside_units
from bookcase.pages.markup import day
from bookcase.pages.view import When

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.model.tree import LegalText
    from bookcase.pages.law.changes import Change
    from bookcase.pages.law.document import DocumentPage
    from bookcase.pages.law.unitnotes import Beside
    from bookcase.pages.view import Notice


def told_beside(
    content: Path, page: DocumentPage, text: LegalText, root: str
) -> tuple[Mapping[str, str], tuple[Notice, ...]]:
    """Return HTML by the id of a unit, and the notice of what the text lacks."""
    beside, notices = _had(content, page)
    if not beside:
        return {}, notices
    return beside_units(beside, held(text), partial(held_text, content), root), notices


def _had(content: Path, page: DocumentPage) -> tuple[Beside, tuple[Notice, ...]]:
    """Part the changes that a text has in it from those that it could not be given."""
    lacks = lacking_rows(content, page.chain).get(page.path) if page.chain else None
    if not lacks:
        return page.beside, ()
    changes = page.beside.changes
    had = tuple(one for one in changes if one.row not in lacks)
    missing = [one for one in changes if one.row in lacks]
    notice = lacking_notice(missing, partial(held_text, content))
    late = tuple(map(_late, missing))
    notes = (*page.beside.notes, *late)
    return replace(page.beside, changes=had, notes=notes), (notice,)


def _late(change: Change) -> Note:
    """Say beside a unit that a change is not in its words."""
    said = Said(f"Đã được {change.done.lower()} từ ngày {day(change.since)}")
    return Note(change.was or change.places[0], (said,), change.by, late=When())
