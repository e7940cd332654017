"""A tri-fold A4 leaflet for one commune: two sides, flipped on the short edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, has_errors
from bookcase.leaflets.faults import (
    CONTACTS,
    Subject,
    foreign,
    misplaced,
    no_room,
    strange_letters,
    told,
    unfit,
)
from bookcase.leaflets.panels import NAMES, panels
from bookcase.leaflets.printer import UA
from bookcase.leaflets.setting import STYLE, Setting, setting
from bookcase.leaflets.sheet import Local, Place, Sheet, local, sheet, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.overflow import Problem
    from bookcase.model.places import Commune, Locality, Province
    from bookcase.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Title:
    """What all sheets of one title share; the words as in :func:`make`.

    ``variant`` is the standard that the file keeps, see :mod:`.printer`.
    """

    publication: Publication
    site_host: str = ""
    as_of: date | None = None
    warning: str = ""
    variant: str = UA


def make(  # noqa: PLR0913 - a leaflet is all of these
    publication: Publication,
    commune: Commune,
    province: Province,
    locality: Locality | None,
    assets: Path,
    *,
    site_host: str = "",
    as_of: date | None = None,
    warning: str = "",
) -> Result[bytes]:
    """Make the leaflet.

    Args:
        publication: One of kind ``leaflet``.
        commune: Whom it is for.
        province: The commune's.
        locality: What the commune tells of itself; without it the back has a box for
            a stamp.
        assets: The folder ``overrides``: templates in ``leaflets``, typefaces in
            ``assets/fonts``.
        site_host: Where the site is served, for the QR codes; without it none.
        as_of: The day on which a leaflet past its ``valid_until`` is refused, and whose
            notices of the commune are shown; without it none.
        warning: What has changed since the leaflet was written; it is printed on the
            cover.

    Returns:
        A PDF/UA-1 file, the same bytes for the same input; empty when there is an
        error.

    Finds:
        LEAF001: the publication is of another kind.
        LEAF005: the commune lies in another province, or the locality is another's.
        LEAF006: the publication is no longer valid.
        LEAF009: it does not say which law it rests on.
        LEAF002–LEAF004, LEAF007: see :func:`bookcase.leaflets.panels.panels`.
        LEAF010–LEAF013: see :func:`bookcase.leaflets.overflow.problems`.
        LEAF014: there is no room for the commune's notices beside its contacts.
        LEAF020: a font that is not the project's own was embedded.
        LEAF021: a letter is in none of the project's typefaces.
        LEAF022: something outside the project's own assets was asked for.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    own = local(Place(commune, province, locality), site_host, as_of)
    title = Title(publication, site_host, as_of, warning)
    return plain(title, own, assets)


def plain(
    title: Title, own: Local, assets: Path, styles: tuple[str, ...] = (STYLE,)
) -> Result[bytes]:
    """Make the leaflet of a title and a commune in one piece, see :func:`make`."""
    read = panels(title.publication)
    wrong = (*unfit(title.publication, title.as_of), *misplaced(own.place))
    found = (*wrong, *read.diagnostics)
    if has_errors(found):
        return Result(b"", found)
    page = sheet(title.publication, read.value, own, title.site_host, title.warning)
    made = _printed(page, assets, title.variant, styles)
    return Result(made.value, (*found, *made.diagnostics))


def set_sheet(
    page: Sheet,
    assets: Path,
    letters: Mapping[int, str] | None = None,
    variant: str = UA,
    styles: tuple[str, ...] = (STYLE,),
) -> Setting:
    """Set the panels in the usual size, or smaller when one does not fit."""
    templates = assets / "leaflets"
    html = to_html(page, templates, letters=letters)
    usual = setting(html, assets, variant, styles)
    if any(problem.frame in NAMES for problem in usual.lost):
        html = to_html(page, templates, small=True, letters=letters)
        return setting(html, assets, variant, styles)
    return usual


def crowded(lost: tuple[Problem, ...], own: Local | None) -> Iterator[Diagnostic]:
    """Yield which notices take the room that a commune's contacts need.

    Finds:
        LEAF014: there is no room for the commune's notices beside its contacts.
    """
    if own and own.notices and any(problem.frame == CONTACTS for problem in lost):
        yield no_room(own.place, own.notices)


def _printed(
    page: Sheet, assets: Path, variant: str, styles: tuple[str, ...]
) -> Result[bytes]:
    place = page.local.place if page.local else None
    subject = Subject(page.publication, place, page.panels)
    made = set_sheet(page, assets, variant=variant, styles=styles)
    found = [
        *crowded(made.lost, page.local),
        *(told(one, subject) for one in made.measured(assets)),
        *strange_letters(made.source, subject, assets),
    ]
    if found:
        return Result(b"", tuple(found))
    data, fonts = made.rendered.pdf(folded=True)
    found += foreign(fonts, made.rendered.refused, subject)
    return Result(b"" if found else data, tuple(found))
