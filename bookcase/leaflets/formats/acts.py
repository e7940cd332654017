"""An act or some of its articles to print: contents, running heads, its state."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span, has_errors
from bookcase.leaflets.formats.kinds import GREY, UA
from bookcase.leaflets.formats.lawhtml import law_html
from bookcase.leaflets.formats.pictures import picture
from bookcase.leaflets.formats.selection import select
from bookcase.leaflets.formats.setting import Page, printed
from bookcase.leaflets.formats.strange import stand_ins, told
from bookcase.leaflets.templates import environment
from bookcase.model.tree import Paragraph, Picture, Table, Unit, every_block

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.formats.lawhtml import Written
    from bookcase.leaflets.formats.selection import Selection
    from bookcase.model.tree import LegalText

_STYLE = "leaflets/formats/van-ban.css"
_FEW = 4
"""Headings up to which a text needs no contents."""


@dataclass(frozen=True, slots=True)
class Box:
    """Something said in front of the text: a notice, and what it lists."""

    text: str
    items: tuple[str, ...] = ()
    weighty: bool = False


@dataclass(frozen=True, slots=True)
class ActOrder:
    """What is to be printed.

    ``label`` is the act's kind and number, ``state`` its state in words (*Có hiệu lực
    từ ngày …*), ``printed_on`` the day that stands beside it; ``path`` is the text's
    file, ``folder`` the act's, both below the content folder. ``articles`` are those
    asked for, as :func:`bookcase.leaflets.formats.selection.select` reads them.
    """

    label: str
    title: str
    text: LegalText
    path: str
    folder: str
    state: str
    printed_on: date
    boxes: tuple[Box, ...] = ()
    stamp: str = ""
    articles: str = ""
    language: str = "vi"
    grey: bool = False
    variant: str = UA

    @property
    def whole_title(self) -> str:
        """Return the title of the PDF file."""
        return " – ".join(filter(None, (self.label, self.title)))


def make_act(order: ActOrder, root: Path, assets: Path) -> Result[bytes]:
    """Print an act.

    Args:
        order: What, and what is said of it.
        root: The content folder, for pictures.
        assets: The folder ``overrides``.

    Returns:
        A PDF file, the same bytes for the same input; empty when there is an error.

    Finds:
        PRINT001: the text is empty.
        PRINT002: see :func:`bookcase.leaflets.formats.selection.select`.
        PRINT003–PRINT005: see :func:`bookcase.leaflets.formats.pictures.picture`.
        PRINT023: see :func:`bookcase.leaflets.formats.strange.told`.
        PRINT010–PRINT022: see :func:`bookcase.leaflets.formats.setting.printed`.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    chosen = select(order.text, order.articles, order.path)
    shown = _pictures(order, chosen.value.text, root)
    found = (*chosen.diagnostics, *shown.diagnostics)
    if not order.text.blocks:
        what = f"{order.label} không có lời văn để in"
        found += (Diagnostic(Span(order.path), "PRINT001", what),)
    if has_errors(found):
        return Result(b"", found)
    strange = stand_ins("".join(_words(chosen.value.text)), assets / "assets" / "fonts")
    found += (*told(strange, order.path),)
    page = _page(order, chosen.value, shown.value, strange, assets)
    made = printed(page, assets)
    return Result(made.value, (*found, *made.diagnostics))


def _page(
    order: ActOrder,
    chosen: Selection,
    pictures: dict[str, str],
    strange: dict[str, str],
    assets: Path,
) -> Page:
    """Set footnotes below their pages, or, where that loses something, behind."""
    below = law_html(chosen.text, pictures, strange)
    smaller: tuple[str, ...] = ()
    if chosen.text.footnotes:
        behind = law_html(chosen.text, pictures, strange, below=False)
        smaller = (_html(order, chosen, behind, assets),)
    return Page(
        name=f"«{order.whole_title}»",
        html=_html(order, chosen, below, assets),
        styles=(_STYLE, GREY) if order.grey else (_STYLE,),
        span=Span(order.path),
        spans={name: Span(order.path, line) for name, line in below.lines.items()},
        smaller=smaller,
        variant=order.variant,
    )


def _html(order: ActOrder, chosen: Selection, law: Written, assets: Path) -> str:
    page = environment(assets / "leaflets" / "formats").get_template("van-ban.html")
    few = len(law.contents) <= _FEW
    html = page.render(
        order=replace(order, text=chosen.text),
        said=chosen.said,
        contents=() if few else law.contents,
        body="\n".join(law.html),
    )
    return unicodedata.normalize("NFC", html)


def _words(text: LegalText) -> Iterator[str]:
    """Yield all words of a text, NFC, numbers and marks not."""
    for block in every_block(text.blocks):
        if isinstance(block, (Unit, Paragraph)):
            yield unicodedata.normalize("NFC", block.text)
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (unicodedata.normalize("NFC", cell.text) for cell in row)
    yield from (unicodedata.normalize("NFC", note.text) for note in text.footnotes)


def _pictures(order: ActOrder, text: LegalText, root: Path) -> Result[dict[str, str]]:
    held: dict[str, str] = {}
    found: list[Diagnostic] = []
    for block in every_block(text.blocks):
        if isinstance(block, Picture):
            span, path = Span(order.path, max(block.line, 1)), block.path
            read = picture(root, f"{order.folder}/{path}", path, span, grey=order.grey)
            held[path] = read.value
            found += read.diagnostics
    return Result(held, tuple(found))
