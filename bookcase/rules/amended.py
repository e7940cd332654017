"""The rules on what acts do to one another, run over a whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.history.faults import faults
from bookcase.history.held import acting_of, read
from bookcase.history.status import incoming_effects
from bookcase.rules import follows, own_words, sound_effects, told_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.library import Library


def check(content: Path, library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with effects, and with the texts that rest on them.

    Of most acts only the text as enacted is read.
    """
    folders = {work.id: work.folder for work in library.works}
    found = faults(library.works)
    yield from sound_effects.check(found, folders)
    incoming = incoming_effects(library.works)
    faulty = frozenset((one.act, one.effect.line) for one in found)
    acting = acting_of(content, library, faulty)
    for work in library.works:
        yield from own_words.check(work, lambda one: read(content, one))
        yield from told_day.check(work, lambda one: read(content, one))
        if rows := incoming.get(work.id):
            yield from follows.check(
                work, rows, acting, lambda one: read(content, one), folders
            )
