"""The texts of held acts as citations ask for them, read when they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.citations.places import place_of
from bookcase.cli.acts import held_act
from bookcase.history.status import version_on
from bookcase.legal.ids import identified

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from bookcase.model.library import Library


class HeldTexts:
    """The versions and provisions of a bookcase's acts on a day."""

    def __init__(self, library: Library, root: Path) -> None:
        """Read nothing yet.

        Args:
            library: The library.
            root: The content folder.
        """
        self._works = {work.id: work for work in library.works}
        self._root = root
        self._known: dict[tuple[str, str], Mapping[str, tuple[str, ...]]] = {}

    def version(self, work: str, day: date | None) -> str:
        """Return the name of the version in force; empty where there is no text."""
        held = self._works.get(work)
        if held is None or not held.versions:
            return ""
        found = version_on(held, day) if day else held.versions[-1]
        return found.stem if found else ""

    def place(self, work: str, day: date | None, unit: str) -> str:
        """Return the id of a provision, empty where the text has none such."""
        return place_of(unit, self._units(work, day))

    def around(self, work: str, day: date | None, unit: str) -> tuple[str, ...]:
        """Return the ids of the units around a unit, and its own, outermost first."""
        return self._units(work, day).get(unit, (unit,)) if unit else ()

    def _units(self, work: str, day: date | None) -> Mapping[str, tuple[str, ...]]:
        key = work, self.version(work, day)
        if key not in self._known:
            held = self._works.get(work)
            act = held_act(self._root, held, day).value if held else None
            rows = identified(act.text) if act else ()
            self._known[key] = {one.id: (*one.parents, one.id) for one in rows}
        return self._known[key]
