"""The printed formats as one table: paper, style sheets, what they carry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from bookcase.leaflets import setting
from bookcase.model.publication import PublicationKind

Template = Literal["book", "poster", "sheet"]

_FOLDER = "leaflets/formats"
UA, ARCHIVE = "pdf/ua-1", "pdf/a-2a"
"""The standards: accessible, and accessible for archives."""


@dataclass(frozen=True, slots=True)
class Format:
    """How something is printed.

    Attributes:
        key: Its name on the command line.
        name: Its Vietnamese name.
        template: Which template prints it; a sheet is the tri-fold.
        styles: Style sheets below the folder of assets, in order.
        cover: Whether it has a cover, and so a back, of its own.
        grey: For one ink: no tints, pictures in grey.
        press: With bleed and crop marks.
        folded: Whether its pages are set two and two for folding.
        single: Whether all must stand on one page.
        variant: The standard that the PDF keeps.
    """

    key: str
    name: str
    template: Template
    styles: tuple[str, ...]
    cover: bool = False
    grey: bool = False
    press: bool = False
    folded: bool = False
    single: bool = False
    variant: str = UA


def _styles(*names: str) -> tuple[str, ...]:
    return tuple(f"{_FOLDER}/{name}.css" for name in ("chung", *names))


HANDBOOK = Format("handbook", "Sổ tay A5", "book", _styles("sach"), cover=True)
POSTER = Format("poster", "Áp phích A4", "poster", _styles("ap-phich"), single=True)
BOOKLET = replace(HANDBOOK, key="booklet", name="Sách gấp đôi", folded=True)
LARGE = Format("large", "Chữ lớn", "book", _styles("to-a4", "chu-lon"))
SHEET = Format("sheet", "Tờ gấp", "sheet", (setting.STYLE,))
PLAIN = Format("bw", "Bản đen trắng", "book", _styles("to-a4"))

GREY, PRESS = f"{_FOLDER}/den-trang.css", f"{_FOLDER}/nha-in.css"
"""Laid over a format's own styles."""


def grey(of: Format) -> Format:
    """Return a format for photocopiers."""
    over = setting.GREY if of.template == "sheet" else GREY
    return replace(of, grey=True, styles=(*of.styles, over))


def press(of: Format) -> Format:
    """Return a format for a printing house: 3 mm of bleed, crop marks."""
    over = setting.PRESS if of.template == "sheet" else PRESS
    under = len(of.styles) - of.grey
    styles = (*of.styles[:under], over, *of.styles[under:])
    return replace(of, press=True, styles=styles)


def archived(of: Format) -> Format:
    """Return a format that keeps PDF/A instead of PDF/UA."""
    return replace(of, variant=ARCHIVE)


FORMATS = {one.key: one for one in (POSTER, HANDBOOK, BOOKLET, LARGE, grey(PLAIN))}
"""The formats that look the same whatever is printed."""

_ONE_INK, _PRESS, _POSTER_PRESS = PLAIN.key, "press", "poster-press"
KEYS = (*FORMATS, _PRESS, _POSTER_PRESS)
"""The names of all formats of a publication."""


def format_of(key: str, kind: PublicationKind) -> Format:
    """Return a format by its name; of a leaflet, one ink and press are tri-folds."""
    leaflet = kind is PublicationKind.LEAFLET
    if key == _POSTER_PRESS:
        return replace(press(POSTER), key=key)
    if key == _PRESS:
        return replace(press(SHEET if leaflet else HANDBOOK), key=key)
    if key == _ONE_INK and leaflet:
        return replace(grey(SHEET), key=key, name="Tờ gấp đen trắng")
    return FORMATS[key]


def usual(kind: PublicationKind) -> Format:
    """Return the format that a kind of publication is printed in unless told."""
    if kind is PublicationKind.HANDBOOK:
        return HANDBOOK
    return POSTER if kind is PublicationKind.LEAFLET else PLAIN
