"""HTML in, a PDF out that was looked over: nothing lost, no foreign face, no fetch."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.leaflets import printer
from bookcase.leaflets.formats.flow import problems
from bookcase.leaflets.formats.kinds import UA
from bookcase.leaflets.glyphs import missing
from bookcase.leaflets.layout import source_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from bookcase.leaflets.overflow import Problem
    from bookcase.leaflets.printer import Rendered

_SHORTEN = "rút ngắn chữ ở chỗ này; không có tệp nào được in"
_OVERFLOWS = frozenset({"PRINT010", "PRINT011", "PRINT012", "PRINT013"})


@dataclass(frozen=True, slots=True)
class Page:
    """A document to print.

    ``name`` is what messages call it; ``spans`` say where each frame's words come
    from, ``span`` where the rest does; ``pages`` is how many there must be, 0 for any
    number; ``smaller`` is the same set smaller and smaller, for when it does not fit.
    """

    name: str
    html: str
    styles: tuple[str, ...]
    span: Span
    spans: Mapping[str, Span] = field(default_factory=dict)
    pages: int = 0
    smaller: tuple[str, ...] = ()
    variant: str = UA


def printed(page: Page, assets: Path) -> Result[bytes]:
    """Print a document; no bytes when anything is wrong.

    Finds:
        PRINT010–PRINT013: see :func:`bookcase.leaflets.formats.flow.problems`.
        PRINT020: a font that is not the project's own was embedded.
        PRINT021: a letter is in none of the project's typefaces.
        PRINT022: something outside the project's own assets was asked for.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    source = source_letters(page.html)
    rendered, wrong = _set(page, page.html, source, assets)
    for html in page.smaller:
        if wrong:
            rendered, wrong = _set(page, html, source, assets)
    found = [
        *(_diagnostic(page, one) for one in wrong),
        *_strange_letters(page, source, assets),
    ]
    if found:
        return Result(b"", tuple(found))
    data, fonts = rendered.pdf()
    found += _foreign(page, fonts, rendered.refused)
    return Result(b"" if found else data, tuple(found))


def _set(
    page: Page, html: str, source: Mapping[str, str], assets: Path
) -> tuple[Rendered, tuple[Problem, ...]]:
    rendered = printer.render(html, assets, page.styles, page.variant)
    return rendered, problems(rendered.layout, source, page.pages)


def _diagnostic(page: Page, one: Problem) -> Diagnostic:
    """Say where, what, by how much and from which words on."""
    where = f", «{one.frame}»" if one.frame else ""
    excess = f" {one.excess:.1f} mm".replace(".", ",") if one.excess else ""
    words = f", từ chỗ «{one.words}»" if one.words else ""
    message = f"{page.name}{where}: {one.what}{excess}{words}"
    hint = _SHORTEN if one.code in _OVERFLOWS else ""
    span = page.spans.get(one.frame, page.span)
    return Diagnostic(span, one.code, message, hint=hint)


def _strange_letters(
    page: Page, source: Mapping[str, str], assets: Path
) -> Iterator[Diagnostic]:
    for name, letters in source.items():
        if strange := missing(letters, assets / "assets" / "fonts"):
            shown = " ".join(f"{one} (U+{ord(one):04X})" for one in strange)
            what = f"{page.name}, «{name}»: bộ chữ in không có: {shown}"
            hint = "thay bằng chữ hoặc dấu thông thường"
            span = page.spans.get(name, page.span)
            yield Diagnostic(span, "PRINT021", what, hint=hint)


def _foreign(
    page: Page, fonts: tuple[str, ...], refused: list[str]
) -> Iterator[Diagnostic]:
    if strange := printer.foreign(fonts):
        what = f"{page.name}: có phông chữ lạ được nhúng: {', '.join(strange)}"
        yield Diagnostic(page.span, "PRINT020", what)
    for address in refused:
        what = f"{page.name}: không được lấy tệp ngoài bộ chữ, hình: {address}"
        yield Diagnostic(page.span, "PRINT022", what)
