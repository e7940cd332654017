"""The picture that a page shows where somebody passes its address on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.publication import KIND_NAMES

if TYPE_CHECKING:
    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog

FOLDER = "chia-se"
WIDTH, HEIGHT = 1200, 630
"""What those who show such pictures ask for, in points."""
SPECIMEN = "văn bản minh họa"


@dataclass(frozen=True, slots=True)
class SharePicture:
    """A picture to draw: nothing on it depends on a day.

    Attributes:
        url: Its address, relative to the site's root.
        kind: The line above: what it is, its number.
        title: What the page is called.
        note: A line below, mostly who made it.
        language: The language of the title, BCP 47.
    """

    url: str
    kind: str
    title: str
    note: str = ""
    language: str = "vi"


def picture_url(page: str) -> str:
    """Return the address of the picture of a page.

    >>> picture_url("hoi-dap/ly-hon.html")
    'chia-se/hoi-dap/ly-hon.png'
    """
    return f"{FOLDER}/{page.removesuffix('.html')}.png"


def act_picture(work: Work, catalog: Catalog) -> SharePicture:
    """Return the picture of an act, whichever of its texts is shown."""
    kind = catalog.type_name(work.type)
    issuers = [catalog.issuer_name(key) for key in work.issuers]
    notes = [*issuers, *([SPECIMEN] if work.specimen else [])]
    return SharePicture(
        url=picture_url(work.url),
        kind=f"{kind} số {work.number}" if work.number else kind,
        title=work.title or kind,
        note=" · ".join(notes),
    )


def publication_picture(publication: Publication) -> SharePicture:
    """Return the picture of a publication."""
    return SharePicture(
        url=picture_url(publication.url),
        kind=KIND_NAMES[publication.kind],
        title=publication.title,
        note=publication.compiled_by,
        language=publication.language,
    )
