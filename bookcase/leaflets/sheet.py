"""The sheet as HTML: what stands on each of its six panels."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bookcase.leaflets.contacts import EMERGENCY, Desk, desk
from bookcase.leaflets.provisions import provisions
from bookcase.leaflets.typography import bind, bind_end, fenced, title

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.panels import Panel
    from bookcase.model.places import Commune, Locality, Province
    from bookcase.model.publication import Publication

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
class Sheet:
    """What the template prints; the pictures are ``data:`` addresses or empty."""

    publication: Publication
    place: Place
    panels: tuple[Panel, ...]
    desk: Desk
    provisions: tuple[str, ...]
    publication_code: str = ""
    commune_code: str = ""
    warning: str = ""

    @property
    def title(self) -> str:
        """Return the title of the PDF file."""
        return f"Tờ gấp: {self.publication.title} – {self.place.name}"

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

    @property
    def specimen(self) -> bool:
        """Tell whether the commune's contacts are invented."""
        return bool(self.place.locality and self.place.locality.specimen)


def sheet(
    publication: Publication,
    panels: tuple[Panel, ...],
    place: Place,
    site_host: str = "",
    warning: str = "",
) -> Sheet:
    """Gather what stands on a sheet; QR codes only when the site has a host."""
    commune = place.commune
    page = f"dia-phuong/{commune.province}/{commune.code}.html"
    return Sheet(
        publication=publication,
        place=place,
        panels=panels,
        desk=desk(place.locality, commune),
        provisions=provisions(publication.legal_basis),
        publication_code=_code(site_host, publication.url),
        commune_code=_code(site_host, page),
        warning=warning,
    )


def to_html(sheet: Sheet, templates: Path, *, small: bool = False) -> str:
    """Print a sheet as HTML; every letter is NFC.

    Args:
        sheet: What to print.
        templates: The folder of the template.
        small: Set the four panels smaller, to make room.
    """
    page = _environment(templates).get_template("to-gap.html")
    html = page.render(sheet=sheet, emergency=EMERGENCY, small=small)
    return unicodedata.normalize("NFC", html)


@cache
def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "bind": _bound,
        "bind_end": bind_end,
        "bind_title": title,
        "day": _day,
    }
    return environment


def _bound(text: str) -> Markup:
    return Markup(fenced(str(escape(bind(text)))))  # noqa: S704 - escaped


def _day(value: date) -> str:
    return f"{value.day:02}/{value.month:02}/{value.year}"


def _code(host: str, page: str) -> str:
    """Draw a QR code as a ``data:`` address; it is as large as its box."""
    if not host:
        return ""
    address = f"https://{host.removeprefix('https://').strip('/')}/{page}"
    code = segno.make(address, error="m", micro=False)
    return code.svg_data_uri(border=0, omitsize=True)
