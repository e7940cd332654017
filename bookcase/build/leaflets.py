"""Which leaflets are printed for which commune, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.publication import PublicationKind
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.library import Library
    from bookcase.model.places import Commune, Locality
    from bookcase.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Printed:
    """One leaflet of one commune; ``url`` is relative to the site's root."""

    publication: Publication
    commune: Commune
    locality: Locality | None

    @property
    def url(self) -> str:
        """Return the address of the PDF."""
        return f"to-gap/{self.publication.name}/{self.commune.code}.pdf"


@dataclass(frozen=True, slots=True)
class Leaflets:
    """The leaflets that came out well: only these are linked."""

    printed: tuple[Printed, ...] = ()

    def of_publication(self, publication: Publication) -> tuple[Link, ...]:
        """Return the links from a publication's page."""
        return tuple(
            Link(f"Tờ gấp A4 (PDF), bản của {one.commune.name}", one.url)
            for one in self.printed
            if one.publication.id == publication.id
        )

    def of_commune(self, code: str) -> tuple[Link, ...]:
        """Return the links from a commune's page."""
        return tuple(
            Link(f"{one.publication.title} (PDF)", one.url)
            for one in self.printed
            if one.commune.code == code
        )


def wanted(library: Library) -> Iterator[Printed]:
    """Yield the leaflets that communes ask for in their own files."""
    leaflets = [
        publication
        for publication in library.publications
        if publication.kind is PublicationKind.LEAFLET
    ]
    for code, locality in sorted(library.localities.items()):
        commune = library.lists.communes.get(code)
        for publication in leaflets:
            asked = locality.all_leaflets or publication.id in locality.leaflets
            if commune and asked:
                yield Printed(publication, commune, locality)
