"""A publication in a printed format: a poster, a book, large print, one ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span, has_errors
from bookcase.leaflets.addresses import commune_address, drawn, page_address
from bookcase.leaflets.formats import prose
from bookcase.leaflets.formats.book import SIZES, Book, to_html
from bookcase.leaflets.formats.setting import Page, printed
from bookcase.leaflets.imposition import booklet, with_bleed
from bookcase.leaflets.sheet import for_everywhere, local
from bookcase.leaflets.trifold import Title, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.formats.kinds import Format
    from bookcase.leaflets.formats.prose import Part
    from bookcase.leaflets.sheet import Place
    from bookcase.model.publication import Publication


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed.

    ``place`` is whom it is for; without it there is a box for a stamp. ``host`` is
    where the site is served, for the QR codes; ``warning`` what has changed since the
    publication was written, printed in front.
    """

    publication: Publication
    format: Format
    place: Place | None = None
    host: str = ""
    as_of: date | None = None
    warning: str = ""


def make(order: Order, root: Path, assets: Path) -> Result[bytes]:
    """Print a publication.

    Args:
        order: What, how, and for whom.
        root: The content folder, for pictures.
        assets: The folder ``overrides``.

    Returns:
        A PDF file, the same bytes for the same input; empty when there is an error.

    Finds:
        PRINT001: the publication has no words to print.
        PRINT003–PRINT005: see :func:`bookcase.leaflets.formats.pictures.picture`.
        PRINT006: the publication is no longer valid.
        PRINT007: it does not say which law it rests on.
        PRINT008: the commune lies in another province.
        PRINT010–PRINT022: see :func:`bookcase.leaflets.formats.setting.printed`.
        LEAF001–LEAF022: of a tri-fold, see :func:`bookcase.leaflets.trifold.make`.
        PRINT030: a booklet's inner pages stand out by more than is usually cut.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    if order.format.template == "sheet":
        return _sheet(order, assets)
    read = _words(order, root)
    found = (*_unfit(order, read.value), *read.diagnostics)
    if has_errors(found):
        return Result(b"", found)
    made = printed(_page(order, read.value, assets), assets)
    found += made.diagnostics
    if made.value and order.format.press:
        return Result(with_bleed(made.value), found)
    if not made.value or not order.format.folded:
        return Result(made.value, found)
    folded = booklet(made.value, order.publication.path)
    return Result(folded.value, (*found, *folded.diagnostics))


def _sheet(order: Order, assets: Path) -> Result[bytes]:
    """Print the tri-fold; what all communes share where none is named."""
    place, host, of = order.place, order.host, order.format
    own = local(place, host, order.as_of) if place else for_everywhere(host)
    title = Title(order.publication, host, order.as_of, order.warning, of.variant)
    made = plain(title, own, assets, of.styles)
    if made.value and of.press:
        return Result(with_bleed(made.value), made.diagnostics)
    return made


def _words(order: Order, root: Path) -> Result[tuple[Part, ...]]:
    read = prose.poster if order.format.template == "poster" else prose.parts
    return read(order.publication, root, grey=order.format.grey)


def _page(order: Order, parts: tuple[Part, ...], assets: Path) -> Page:
    publication, place = order.publication, order.place
    book = Book(
        publication=publication,
        format=order.format,
        parts=parts,
        place=place,
        page_code=drawn(page_address(order.host, publication.url)),
        commune_code=drawn(commune_address(order.host, place.commune.code))
        if place
        else "",
        warning=order.warning,
    )
    single = order.format.single
    templates = assets / "leaflets" / "formats"
    sizes = range(2, SIZES + 1) if single else ()
    return Page(
        name=f"{order.format.name} «{publication.title}»",
        html=to_html(book, templates),
        styles=order.format.styles,
        span=Span(publication.path),
        spans=_spans(order, parts),
        pages=1 if single else 0,
        smaller=tuple(to_html(book, templates, size) for size in sizes),
        variant=order.format.variant,
    )


def _spans(order: Order, parts: tuple[Part, ...]) -> dict[str, Span]:
    """Point at chapters, and at the commune's file for what it tells."""
    spans = {part.name: Span(part.path, part.line) for part in parts}
    if order.place and order.place.locality:
        spans["Liên hệ"] = Span(order.place.locality.path)
    return spans


def _unfit(order: Order, parts: tuple[Part, ...]) -> Iterator[Diagnostic]:
    publication, place = order.publication, order.place
    span = Span(publication.path)
    poster = order.format.template == "poster"
    if not parts and not (poster and publication.summary):
        what = f"«{publication.title}» không có lời văn để in"
        yield Diagnostic(span, "PRINT001", what, hint="viết phần nội dung của bài")
    if not publication.legal_basis:
        what = f"«{publication.title}» không nêu căn cứ pháp luật nên không in"
        yield Diagnostic(span, "PRINT007", what, hint="ghi legal_basis ở đầu tệp")
    if (
        order.as_of
        and publication.valid_until
        and publication.valid_until <= order.as_of
    ):
        until = publication.valid_until
        what = f"«{publication.title}» chỉ có giá trị đến trước {until:%d/%m/%Y}"
        hint = "soát lại nội dung rồi gia hạn"
        yield Diagnostic(span, "PRINT006", what, hint=hint)
    if place and place.commune.province != place.province.code:
        what = f"{place.commune.name} không thuộc {place.province.name}"
        yield Diagnostic(span, "PRINT008", what, hint="kiểm tra mã xã, mã tỉnh")
