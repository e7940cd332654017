"""A tri-fold A4 leaflet for one commune: two sides, flipped on the short edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span, has_errors
from bookcase.leaflets import printer
from bookcase.leaflets.glyphs import missing
from bookcase.leaflets.layout import source_letters
from bookcase.leaflets.overflow import Problem, problems, with_room
from bookcase.leaflets.panels import NAMES, panels
from bookcase.leaflets.sheet import Place, Sheet, sheet, to_html
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.printer import Rendered
    from bookcase.model.places import Commune, Locality, Province
    from bookcase.model.publication import Publication

_STYLE = "leaflets/to-gap.css"
_UNBOUNDED = "leaflets/phong-to.css"
_OF_COMMUNE = ("Bìa: địa phương", "Mặt sau: liên hệ", "Bìa: mã QR địa phương")


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
        as_of: The day on which a leaflet past its ``valid_until`` is refused.
        warning: What has changed since the leaflet was written; it is printed on the
            cover.

    Returns:
        A PDF/UA-1 file, the same bytes for the same input; empty when there is an
        error.

    Finds:
        LEAF001: the publication is of another kind.
        LEAF005: the commune lies in another province, or the locality is another's.
        LEAF006: the publication is no longer valid.
        LEAF002–LEAF004, LEAF007: see :func:`bookcase.leaflets.panels.panels`.
        LEAF010–LEAF013: see :func:`bookcase.leaflets.overflow.problems`.
        LEAF020: a font that is not the project's own was embedded.
        LEAF021: a letter is in none of the project's typefaces.
        LEAF022: something outside the project's own assets was asked for.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    place = Place(commune, province, locality)
    read = panels(publication)
    found = (*_unfit(publication, place, as_of), *read.diagnostics)
    if has_errors(found):
        return Result(b"", found)
    page = sheet(publication, read.value, place, site_host, warning)
    made = _printed(page, assets)
    return Result(made.value, (*found, *made.diagnostics))


@dataclass(frozen=True, slots=True)
class _Setting:
    """A sheet set in one size of type: what was laid out, and what is wrong with it."""

    html: str
    source: dict[str, str]
    rendered: Rendered
    lost: tuple[Problem, ...]


def _printed(page: Sheet, assets: Path) -> Result[bytes]:
    setting = _set(page, assets)
    source = setting.source
    found = [
        *(_diagnostic(one, page) for one in _measured(setting, assets)),
        *_strange_letters(source, page, assets),
    ]
    if found:
        return Result(b"", tuple(found))
    data, fonts = setting.rendered.pdf()
    found += _foreign(fonts, setting.rendered.refused, page)
    return Result(b"" if found else data, tuple(found))


def _set(page: Sheet, assets: Path) -> _Setting:
    """Set the panels in the usual size, or smaller when one does not fit."""
    usual = _setting(page, assets, small=False)
    if any(problem.frame in NAMES for problem in usual.lost):
        return _setting(page, assets, small=True)
    return usual


def _setting(page: Sheet, assets: Path, *, small: bool) -> _Setting:
    html = to_html(page, assets / "leaflets", small=small)
    rendered = printer.render(html, assets, (_STYLE,))
    source = source_letters(html)
    return _Setting(html, source, rendered, problems(rendered.layout, source))


def _measured(setting: _Setting, assets: Path) -> tuple[Problem, ...]:
    """Say how much room is missing: lay out once more, on a page without an end."""
    if not setting.lost:
        return ()
    unbounded = printer.render(setting.html, assets, (_STYLE, _UNBOUNDED))
    return with_room(setting.lost, setting.rendered.layout, unbounded.layout)


def _unfit(
    publication: Publication, place: Place, as_of: date | None
) -> Iterator[Diagnostic]:
    span = Span(publication.path)
    if publication.kind is not PublicationKind.LEAFLET:
        what = f"«{publication.title}» không phải tờ gấp"
        yield Diagnostic(span, "LEAF001", what, hint="chỉ in ấn phẩm kind: leaflet")
    if as_of and publication.valid_until and publication.valid_until <= as_of:
        until = publication.valid_until
        what = f"tờ gấp «{publication.title}» chỉ có giá trị đến trước {until:%d/%m/%Y}"
        yield Diagnostic(span, "LEAF006", what, hint="soát lại nội dung rồi gia hạn")
    yield from _misplaced(place)


def _misplaced(place: Place) -> Iterator[Diagnostic]:
    commune, locality = place.commune, place.locality
    span = Span(locality.path if locality else "_data")
    hint = "kiểm tra mã xã, mã tỉnh"
    if commune.province != place.province.code:
        what = f"{commune.name} ({commune.code}) không thuộc {place.province.name}"
        yield Diagnostic(span, "LEAF005", what, hint=hint)
    if locality and locality.code != commune.code:
        what = f"thông tin của xã {locality.code} không dùng cho xã {commune.code}"
        yield Diagnostic(span, "LEAF005", what, hint=hint)


def _strange_letters(
    source: dict[str, str], page: Sheet, assets: Path
) -> Iterator[Diagnostic]:
    for name, letters in source.items():
        if strange := missing(letters, assets / "assets" / "fonts"):
            shown = " ".join(f"{one} (U+{ord(one):04X})" for one in strange)
            yield _diagnostic(
                Problem("LEAF021", name, f"bộ chữ in không có: {shown}"), page
            )


def _foreign(
    fonts: tuple[str, ...], refused: list[str], page: Sheet
) -> Iterator[Diagnostic]:
    if strange := printer.foreign(fonts):
        what = f"có phông chữ lạ được nhúng: {', '.join(strange)}"
        yield _diagnostic(Problem("LEAF020", "", what), page)
    for address in refused:
        what = f"không được lấy tệp ngoài bộ chữ, hình của tủ sách: {address}"
        yield _diagnostic(Problem("LEAF022", "", what), page)


def _diagnostic(problem: Problem, page: Sheet) -> Diagnostic:
    """Say where, what, by how much and from which words on."""
    where = f", khung «{problem.frame}»" if problem.frame else ""
    excess = f" {problem.excess:.1f} mm".replace(".", ",") if problem.excess else ""
    words = f", từ chỗ «{problem.words}»" if problem.words else ""
    return Diagnostic(
        _span(problem.frame, page),
        problem.code,
        f"tờ gấp «{page.publication.title}» cho {page.place.name}{where}: "
        f"{problem.what}{excess}{words}",
        hint=_hint(problem),
    )


def _span(frame: str, page: Sheet) -> Span:
    """Point at the panel's heading, or at the commune's file for its own frames."""
    locality = page.place.locality
    if frame in _OF_COMMUNE and locality:
        return Span(locality.path)
    lines = (panel.line for panel in page.panels if panel.name == frame)
    return Span(page.publication.path, next(lines, 1))


def _hint(problem: Problem) -> str:
    if problem.code not in {"LEAF010", "LEAF011", "LEAF012", "LEAF013"}:
        return ""
    if problem.frame in _OF_COMMUNE:
        return "viết ngắn hơn trong tệp của xã; không có tệp nào được in"
    return "rút ngắn chữ trong khung này; không có tệp nào được in"
