"""The one place that knows WeasyPrint: HTML and style sheets in, pages and PDF out.

WeasyPrint is imported on the first call, not before: it reads its list of fonts from
``FONTCONFIG_FILE`` when it is imported, and that must be the project's own list.
"""

from __future__ import annotations

import logging
import os
import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pydyf

from bookcase.errors import MachineError
from bookcase.files import inside
from bookcase.leaflets.layout import Layout, layout
from bookcase.leaflets.tables import tell_tables

if TYPE_CHECKING:
    from collections.abc import Callable

FONTS = frozenset(
    [
        "Be-Vietnam-Pro",
        "Be-Vietnam-Pro-Italic",
        "Be-Vietnam-Pro-Semi-Bold",
        "Be-Vietnam-Pro-Ultra-Bold",
        "Source-Serif-4",
        "Source-Serif-4-Italic",
        "Source-Serif-4-Bold",
        "Noto-Sans",
        "Noto-Sans-Bold",
        "Noto-Sans-Khmer",
        "Noto-Sans-Khmer-Bold",
        "Noto-Sans-Cham",
        "Noto-Sans-Cham-Bold",
        "Noto-Sans-Tai-Viet",
    ]
)
"""The faces that may be embedded, as Pango names them in a PDF file."""

UA, ARCHIVE = "pdf/ua-1", "pdf/a-2a"
"""The standards: accessible, and accessible for archives."""
_SUBSET = re.compile(r"^/?[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Objects:
    """The objects of a PDF file that could be written, for taking it apart.

    Attributes:
        pdf: pydyf's file; no stream in it is packed.
        glyphs: The glyphs of each font, by the font's name among a page's resources.
        fonts: The names of the embedded fonts.
    """

    pdf: Any
    glyphs: dict[str, frozenset[int]]
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document that was laid out, and the addresses it asked for in vain."""

    layout: Layout
    refused: list[str]
    _write: Callable[[bool], tuple[bytes, tuple[str, ...]]] = field(repr=False)
    _take: Callable[[bool], Objects] = field(repr=False)

    def pdf(self, *, folded: bool = False) -> tuple[bytes, tuple[str, ...]]:
        """Write the PDF; return its bytes and the names of the embedded fonts.

        Attachments are asked for only now: look at ``refused`` afterwards.

        Args:
            folded: The two sides are for folding: printers are asked to flip the sheet
                on its short edge.
        """
        return self._write(folded)

    def objects(self, *, folded: bool = False) -> Objects:
        """Return what the file would be written from."""
        return self._take(folded)


def render(
    html: str, assets: Path, styles: tuple[str, ...], variant: str = UA
) -> Rendered:
    """Lay out a document; nothing is fetched but ``data:`` and the project's own files.

    Args:
        html: The document.
        assets: The folder of our own assets: ``assets/fonts`` holds the fonts.
        styles: Style sheets below the folder, in order.
        variant: The standard that the PDF keeps, as WeasyPrint names it.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    weasyprint = _weasyprint(assets.absolute())
    refused: list[str] = []
    source = weasyprint.HTML(
        string=html,
        base_url=assets.absolute().as_uri() + "/",
        url_fetcher=_fetcher(assets.absolute(), refused),
    )
    document = source.render(
        font_config=_font_configuration(),
        stylesheets=[_style(assets.absolute(), name) for name in styles],
        pdf_variant=variant,
    )
    return Rendered(
        layout(document.pages),
        refused,
        lambda folded: _pdf(document, variant, folded=folded),
        lambda folded: _objects(document, variant, folded=folded),
    )


def foreign(fonts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the embedded fonts that are not ours."""
    return tuple(name for name in fonts if name not in FONTS)


def allowed(url: str, assets: Path) -> bool:
    """Tell whether an address is ``data:`` or a regular file below our assets."""
    if url[:5].casefold() == "data:":
        return True
    parts = urlsplit(url)
    path = Path(unquote(parts.path))
    own = parts.scheme == "file" and not parts.netloc and path.is_absolute()
    return own and path.is_file() and inside(assets, path)


def _pdf(
    document: Any,  # noqa: ANN401 - untyped
    variant: str,
    *,
    folded: bool,
) -> tuple[bytes, tuple[str, ...]]:
    names: list[str] = []

    def finish(_document: Any, pdf: Any) -> None:  # noqa: ANN401 - untyped
        _add(pdf, folded=folded)
        names.extend(_font_names(pdf))

    data = document.write_pdf(pdf_variant=variant, finisher=finish)
    return bytes(data), tuple(names)


def _add(pdf: Any, *, folded: bool) -> None:  # noqa: ANN401 - untyped
    """Add what WeasyPrint does not tell."""
    tell_tables(pdf)
    if folded:
        told = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
        told["Duplex"] = "/DuplexFlipShortEdge"


def _objects(document: Any, variant: str, *, folded: bool) -> Objects:  # noqa: ANN401 - untyped
    """Take the objects just before they would be written."""
    taken: list[Objects] = []

    class Taken(Exception):  # noqa: N818 - it is no error
        """Ends the writing."""

    def take(document: Any, pdf: Any) -> None:  # noqa: ANN401 - untyped
        glyphs = {
            font.hash: frozenset(font.to_unicode) for font in document.fonts.values()
        }
        _add(pdf, folded=folded)
        if pdf.info.number is None:  # as pydyf does when it begins to write
            pdf.add_object(pdf.info)
        taken.append(Objects(pdf, glyphs, _font_names(pdf)))
        raise Taken

    with suppress(Taken):
        document.write_pdf(pdf_variant=variant, finisher=take, uncompressed_pdf=True)
    return taken[0]


def _font_names(pdf: Any) -> tuple[str, ...]:  # noqa: ANN401 - untyped
    held = (one for one in pdf.objects if isinstance(one, dict) and "FontName" in one)
    return tuple(sorted({_face(one["FontName"]) for one in held}))


def _face(name: bytes | str) -> str:
    """Take off the mark of a subset, and the comma after a name ending in a number."""
    plain = name.decode() if isinstance(name, bytes) else name
    return _SUBSET.sub("", plain).rstrip(",")


@cache
def _weasyprint(assets: Path) -> Any:  # noqa: ANN401 - the module is untyped
    os.environ["FONTCONFIG_FILE"] = str(assets / "assets" / "fonts" / "fonts.conf")
    try:
        import weasyprint  # noqa: PLC0415 - after the fonts are named, not before
    except (ImportError, OSError) as error:
        message = f"không nạp được WeasyPrint (cần Pango trên máy): {error}"
        raise MachineError(message) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return weasyprint


@cache
def _font_configuration() -> Any:  # noqa: ANN401 - untyped
    """Return the process's only one: a fresh one for each document leaks."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as above

    return FontConfiguration()


@cache
def _style(assets: Path, name: str) -> Any:  # noqa: ANN401 - untyped
    """Read a style sheet once; its own addresses are relative to it."""
    refused: list[str] = []
    style = _weasyprint(assets).CSS(
        filename=assets / name,
        font_config=_font_configuration(),
        url_fetcher=_fetcher(assets, refused),
    )
    if refused:
        message = f"{name} đòi tệp không được phép: {', '.join(refused)}"
        raise MachineError(message)
    return style


def _fetcher(assets: Path, refused: list[str]) -> Any:  # noqa: ANN401 - untyped
    """Return a fetcher that notes what it refuses."""
    from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    class OwnAssets(URLFetcher):  # type: ignore[misc] # untyped
        """Gives ``data:`` addresses and regular files below our assets only."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401 - untyped
            if not allowed(url, assets):
                refused.append(url)
                message = f"not one of our own assets: {url}"
                raise ValueError(message)
            return super().fetch(url, headers)

    return OwnAssets(allowed_protocols={"data", "file"}, allow_redirects=False)
