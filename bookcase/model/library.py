"""The whole bookcase as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.model.lists import Lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.act import Work
    from bookcase.model.places import Locality
    from bookcase.model.publication import Publication
    from bookcase.model.register import RegisterEntry
    from bookcase.model.relations import StatedRelation


@dataclass(frozen=True, slots=True)
class Library:
    """Everything the bookcase holds but the texts of versions, which stay in files.

    Works, publications and register entries are sorted by id. The register has no
    entry whose work is held.
    """

    works: tuple[Work, ...] = ()
    publications: tuple[Publication, ...] = ()
    localities: Mapping[str, Locality] = field(default_factory=dict)
    register: tuple[RegisterEntry, ...] = ()
    stated: tuple[StatedRelation, ...] = ()
    lists: Lists = field(default_factory=Lists)

    def work(self, id_: str) -> Work | None:
        """Find a work by its id."""
        return next((work for work in self.works if work.id == id_), None)
