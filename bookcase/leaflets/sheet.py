"""The sheet as HTML: what stands on each of its six panels."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bookcase.leaflets.addresses import commune_address, drawn, page_address
from bookcase.leaflets.contacts import EMERGENCY, Desk, desk
from bookcase.leaflets.provisions import provisions
from bookcase.leaflets.templates import environment
from bookcase.model.places import Commune, Province

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.panels import Panel
    from bookcase.model.places import Locality, Notice
    from bookcase.model.publication import Publication

    Letters = Mapping[int, str]

EVERYWHERE = "chung"
"""What stands for a commune's code in the name of a sheet that is for all."""
_FINDER = "dia-phuong/index.html"
_LONG, _LONGER = 48, 80
"""Letters from which a title is set smaller, and smaller still."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the sheet is for: the commune, its province, what the commune tells."""

    commune: Commune
    province: Province
    locality: Locality | None = None

    @property
    def name(self) -> str:
        """Return commune and province, as messages name them."""
        return f"{self.commune.name}, {self.province.name}"

    @property
    def spoken(self) -> str:
        """Return the commune's name within a sentence: "phường Ngọc Hà"."""
        kind, name = self.commune.kind.lower(), self.commune.name
        return kind + name[len(kind) :] if name.lower().startswith(kind) else name


@dataclass(frozen=True, slots=True)
class Local:
    """What a commune's own frames show, the same under every title.

    ``address`` is what the QR code leads to, or empty; ``notices`` are the day's.
    """

    place: Place
    desk: Desk
    address: str = ""
    notices: tuple[Notice, ...] = ()

    @property
    def code(self) -> str:
        """Return the QR code as a ``data:`` address; empty without an address."""
        return drawn(self.address)

    @property
    def specimen(self) -> bool:
        """Tell whether the commune's contacts are invented."""
        return bool(self.place.locality and self.place.locality.specimen)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the template prints; the pictures are ``data:`` addresses or empty.

    Without ``local`` it is the body that all communes share.
    """

    publication: Publication
    panels: tuple[Panel, ...]
    provisions: tuple[str, ...]
    local: Local | None = None
    publication_code: str = ""
    warning: str = ""

    @property
    def title(self) -> str:
        """Return the title of the PDF file."""
        shared = f"Tờ gấp: {self.publication.title}"
        return f"{shared} – {self.local.place.name}" if self.local else shared

    @property
    def theme(self) -> str:
        """Return the subject that gives the sheet its colour."""
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


def local(place: Place, site_host: str = "", as_of: date | None = None) -> Local:
    """Gather what a commune's frames show.

    Args:
        place: The commune.
        site_host: Where the site is served, for the QR code; without it none.
        as_of: The day whose notices are shown; without it none.
    """
    held = place.locality.notices if place.locality and as_of else ()
    return Local(
        place=place,
        desk=desk(place.locality, place.commune),
        address=commune_address(site_host, place.commune.code),
        notices=tuple(one for one in held if as_of and _shown(one, as_of)),
    )


def for_everywhere(site_host: str = "") -> Local:
    """Gather what a sheet for no commune of its own shows, with a box for a stamp.

    Its code leads to the page where a reader finds the own commune.
    """
    kinds = "xã, phường, đặc khu"
    commune = Commune(EVERYWHERE, "", kinds.capitalize(), kinds)
    place = Place(commune, Province("", "Bản dùng chung", ""))
    return Local(place, Desk(), page_address(site_host, _FINDER))


def sheet(
    publication: Publication,
    panels: tuple[Panel, ...],
    local: Local | None,
    site_host: str = "",
    warning: str = "",
) -> Sheet:
    """Gather what stands on a sheet; QR codes only when the site has a host."""
    return Sheet(
        publication=publication,
        panels=panels,
        provisions=provisions(publication.legal_basis),
        local=local,
        publication_code=drawn(page_address(site_host, publication.url)),
        warning=warning,
    )


def to_html(
    sheet: Sheet,
    templates: Path,
    *,
    small: bool = False,
    letters: Letters | None = None,
) -> str:
    """Print a sheet as HTML; every letter is NFC.

    Args:
        sheet: What to print.
        templates: The folder of the template.
        small: Set the four panels smaller, to make room.
        letters: What a third page shows, by weight, so that the fonts hold it.
    """
    page = environment(templates).get_template("to-gap.html")
    html = page.render(sheet=sheet, emergency=EMERGENCY, small=small, letters=letters)
    return unicodedata.normalize("NFC", html)


def frames_html(locals_: Sequence[Local], templates: Path) -> str:
    """Print the frames of communes, two pages each, as HTML; every letter is NFC."""
    page = environment(templates).get_template("to-gap-cac-xa.html")
    html = page.render(locals=locals_, coded=any(one.code for one in locals_))
    return unicodedata.normalize("NFC", html)


def letters_html(letters: Letters, templates: Path) -> str:
    """Print letters by weight as HTML."""
    macros: Any = environment(templates).get_template("to-gap-xa.html").module
    return f'<html lang="vi"><body>{macros.letters(letters)}</body></html>'


def _shown(notice: Notice, day: date) -> bool:
    begun = notice.start is None or notice.start <= day
    return begun and (notice.until is None or day < notice.until)
