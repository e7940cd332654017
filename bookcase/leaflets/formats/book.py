"""A publication as HTML for print: cover, contents, chapters, back; or a poster."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.leaflets.contacts import EMERGENCY, Desk, desk
from bookcase.leaflets.provisions import provisions
from bookcase.leaflets.templates import environment
from bookcase.model.publication import KIND_NAMES, PublicationKind

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.leaflets.formats.kinds import Format
    from bookcase.leaflets.formats.prose import Part
    from bookcase.leaflets.sheet import Place
    from bookcase.model.publication import Publication

SIZES = 13
"""How many sizes a poster may be set in, 1 being the largest."""

_LONG, _LONGER = 36, 64
"""Letters from which a title is set smaller, and smaller still."""


@dataclass(frozen=True, slots=True)
class Book:
    """What the templates print; the pictures are ``data:`` addresses or empty."""

    publication: Publication
    format: Format
    parts: tuple[Part, ...]
    place: Place | None = None
    page_code: str = ""
    commune_code: str = ""
    warning: str = ""

    @property
    def title(self) -> str:
        """Return the title of the PDF file."""
        place = f" – {self.place.name}" if self.place else ""
        return f"{self.format.name}: {self.publication.title}{place}"

    @property
    def kind(self) -> str:
        """Return what the reader holds: a book made of a leaflet is no leaflet."""
        kind = self.publication.kind
        bound = self.format.cover and kind is PublicationKind.LEAFLET
        return KIND_NAMES[PublicationKind.HANDBOOK if bound else kind]

    @property
    def theme(self) -> str:
        """Return the subject that gives the book its colour."""
        return next(iter(self.publication.subjects), "")

    @property
    def title_size(self) -> str:
        """Return how large the title is set."""
        length = len(self.publication.title)
        return "nho" if length > _LONGER else "vua" if length > _LONG else "lon"

    @property
    def draft(self) -> bool:
        """Tell whether nobody has approved the text yet."""
        return self.publication.review.state != "approved"

    @property
    def specimen(self) -> bool:
        """Tell whether the commune's contacts are invented."""
        place = self.place
        return bool(place and place.locality and place.locality.specimen)

    @property
    def desk(self) -> Desk:
        """Return whom the commune names."""
        place = self.place
        return desk(place.locality, place.commune) if place else Desk()

    @property
    def provisions(self) -> tuple[str, ...]:
        """Return what the publication rests on."""
        return provisions(self.publication.legal_basis)

    @property
    def has_contents(self) -> bool:
        """Tell whether there is enough to be looked up."""
        return self.format.cover or any(part.title for part in self.parts)


def to_html(book: Book, templates: Path, size: int = 1) -> str:
    """Print a book, or a poster in one of its sizes, as HTML; every letter is NFC."""
    name = "so-tay.html" if book.format.template == "book" else "ap-phich.html"
    page = environment(templates).get_template(name)
    html = page.render(book=book, emergency=EMERGENCY, size=size)
    return unicodedata.normalize("NFC", html)
