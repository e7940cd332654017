"""What is wrong with a sheet, told to its editor: where, by how much, from which words.

A title's faults are told once, whatever the communes; a commune's once, whatever the
titles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.leaflets import printer
from bookcase.leaflets.glyphs import missing
from bookcase.leaflets.overflow import Problem
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from bookcase.leaflets.panels import Panel
    from bookcase.leaflets.sheet import Place
    from bookcase.model.places import Notice
    from bookcase.model.publication import Publication

NAME, CODE, CONTACTS = "Bìa: địa phương", "Bìa: mã QR địa phương", "Mặt sau: liên hệ"
"""The commune's own frames."""

_OF_COMMUNE = (NAME, CONTACTS, CODE)
_OVERFLOWS = frozenset({"LEAF010", "LEAF011", "LEAF012", "LEAF013"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a fault is of: a title, a commune, or both."""

    publication: Publication | None = None
    place: Place | None = None
    panels: tuple[Panel, ...] = ()

    @property
    def name(self) -> str:
        """Return how messages call it."""
        title = f" «{self.publication.title}»" if self.publication else ""
        place = f" cho {self.place.name}" if self.place else ""
        return f"tờ gấp{title}{place}"


def told(problem: Problem, subject: Subject) -> Diagnostic:
    """Say where, what, by how much and from which words on."""
    where = f", khung «{problem.frame}»" if problem.frame else ""
    excess = f" {problem.excess:.1f} mm".replace(".", ",") if problem.excess else ""
    words = f", từ chỗ «{problem.words}»" if problem.words else ""
    return Diagnostic(
        _span(problem.frame, subject),
        problem.code,
        f"{subject.name}{where}: {problem.what}{excess}{words}",
        hint=_hint(problem),
    )


def strange_letters(
    source: Mapping[str, str], subject: Subject, assets: Path
) -> Iterator[Diagnostic]:
    """Yield what no typeface has.

    Finds:
        LEAF021: a letter is in none of the project's typefaces.
    """
    for name, letters in source.items():
        if strange := missing(letters, assets / "assets" / "fonts"):
            shown = " ".join(f"{one} (U+{ord(one):04X})" for one in strange)
            what = f"bộ chữ in không có: {shown}"
            yield told(Problem("LEAF021", name, what), subject)


def foreign(
    fonts: tuple[str, ...], refused: Iterable[str], subject: Subject
) -> Iterator[Diagnostic]:
    """Yield what is not ours.

    Finds:
        LEAF020: a font that is not the project's own was embedded.
        LEAF022: something outside the project's own assets was asked for.
    """
    if strange := printer.foreign(fonts):
        what = f"có phông chữ lạ được nhúng: {', '.join(strange)}"
        yield told(Problem("LEAF020", "", what), subject)
    for address in refused:
        what = f"không được lấy tệp ngoài bộ chữ, hình của tủ sách: {address}"
        yield told(Problem("LEAF022", "", what), subject)


def unfit(publication: Publication, as_of: date | None) -> Iterator[Diagnostic]:
    """Yield why a publication is not printed at all.

    Finds:
        LEAF001: the publication is of another kind.
        LEAF006: the publication is no longer valid.
        LEAF009: it does not say which law it rests on.
    """
    span = Span(publication.path)
    if publication.kind is not PublicationKind.LEAFLET:
        what = f"«{publication.title}» không phải tờ gấp"
        yield Diagnostic(span, "LEAF001", what, hint="chỉ in ấn phẩm kind: leaflet")
    if as_of and publication.valid_until and publication.valid_until <= as_of:
        until = publication.valid_until
        what = f"tờ gấp «{publication.title}» chỉ có giá trị đến trước {until:%d/%m/%Y}"
        yield Diagnostic(span, "LEAF006", what, hint="soát lại nội dung rồi gia hạn")
    if not publication.legal_basis:
        what = f"tờ gấp «{publication.title}» không nêu căn cứ pháp luật nên không in"
        yield Diagnostic(span, "LEAF009", what, hint="ghi legal_basis ở đầu tệp")


def misplaced(place: Place) -> Iterator[Diagnostic]:
    """Yield why nothing is printed for a place.

    Finds:
        LEAF005: the commune lies in another province, or the locality is another's.
    """
    commune, locality = place.commune, place.locality
    span = Span(locality.path if locality else "_data")
    hint = "kiểm tra mã xã, mã tỉnh"
    if commune.province != place.province.code:
        what = f"{commune.name} ({commune.code}) không thuộc {place.province.name}"
        yield Diagnostic(span, "LEAF005", what, hint=hint)
    if locality and locality.code != commune.code:
        what = f"thông tin của xã {locality.code} không dùng cho xã {commune.code}"
        yield Diagnostic(span, "LEAF005", what, hint=hint)


def no_room(place: Place, notices: Iterable[Notice]) -> Diagnostic:
    """Tell that a commune's notices do not fit beside its contacts."""
    names = ", ".join(f"«{one.title}»" for one in notices)
    what = f"tờ gấp cho {place.name}: không đủ chỗ để in thông báo {names}"
    span = Span(place.locality.path if place.locality else "_data")
    hint = "viết thông báo hoặc liên hệ ngắn hơn; chưa in tờ gấp nào cho nơi này"
    return Diagnostic(span, "LEAF014", what, hint=hint)


def _span(frame: str, subject: Subject) -> Span:
    """Point at the panel's heading, or at the commune's file for its own frames."""
    place, publication = subject.place, subject.publication
    if place and place.locality and (frame in _OF_COMMUNE or not publication):
        return Span(place.locality.path)
    lines = (panel.line for panel in subject.panels if panel.name == frame)
    return Span(publication.path, next(lines, 1)) if publication else Span("_data")


def _hint(problem: Problem) -> str:
    if problem.code not in _OVERFLOWS:
        return ""
    if problem.frame in _OF_COMMUNE:
        return "viết ngắn hơn trong tệp của xã; không có tệp nào được in"
    return "rút ngắn chữ trong khung này; không có tệp nào được in"
