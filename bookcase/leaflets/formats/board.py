"""A sheet of QR codes for a commune's notice board: its page, and its publications."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.leaflets.addresses import commune_address, drawn, page_address
from bookcase.leaflets.formats.kinds import GREY, UA
from bookcase.leaflets.formats.setting import Page, printed
from bookcase.leaflets.templates import environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.leaflets.sheet import Place
    from bookcase.model.publication import Publication

_STYLES = ("leaflets/formats/chung.css", "leaflets/formats/bang-tin.css")


@dataclass(frozen=True, slots=True)
class Code:
    """One code: what it leads to, and what that is about."""

    title: str
    summary: str
    image: str


@dataclass(frozen=True, slots=True)
class Board:
    """What is to be printed: for which commune, about which publications."""

    place: Place
    publications: tuple[Publication, ...]
    host: str
    grey: bool = False
    variant: str = UA

    @property
    def title(self) -> str:
        """Return the title of the PDF file."""
        return f"Bảng tin pháp luật – {self.place.name}"

    @property
    def commune(self) -> str:
        """Return the code that leads to the commune's page."""
        return drawn(commune_address(self.host, self.place.commune.code))

    @property
    def codes(self) -> Iterator[Code]:
        """Yield the codes of the publications."""
        for one in self.publications:
            yield Code(one.title, one.summary, drawn(page_address(self.host, one.url)))


def make_board(board: Board, assets: Path) -> Result[bytes]:
    """Print the sheet.

    Returns:
        A PDF file, the same bytes for the same input; empty when there is an error.

    Finds:
        PRINT009: there is no site for the codes to lead to.
        PRINT010–PRINT022: see :func:`bookcase.leaflets.formats.setting.printed`.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    locality = board.place.locality
    span = Span(locality.path if locality else "_data")
    if not board.host:
        what = "chưa biết địa chỉ của trang, nên mã QR không dẫn tới đâu"
        hint = "ghi site_url trong mkdocs.yml, hoặc thêm --host"
        return Result(b"", (Diagnostic(span, "PRINT009", what, hint=hint),))
    page = environment(assets / "leaflets" / "formats").get_template("bang-tin.html")
    html = unicodedata.normalize("NFC", page.render(board=board))
    styles = (*_STYLES, GREY) if board.grey else _STYLES
    made = Page(board.title, html, styles, span, variant=board.variant)
    return printed(made, assets)
