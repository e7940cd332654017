"""The four panels that the body of a leaflet holds; cover and back are made elsewhere.

A panel opens with a heading of level 1, and the four stand in the order in which the
sheet unfolds::

    # Gấp trong
    # Trong 1
    # Trong 2
    # Trong 3

A part ``# Áp phích``, wherever it stands, is the poster's, not the sheet's
(:mod:`bookcase.leaflets.formats`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import nh3

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.leaflets.typography import set_html
from bookcase.markdown import to_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication

NAMES = ("Gấp trong", "Trong 1", "Trong 2", "Trong 3")
"""The headings, in order; the first is the flap that folds in."""

POSTER = "Áp phích"
"""The heading under which a leaflet keeps the words of its poster."""

_LOADING = re.compile(
    r"!\[|<\s*(?:img|picture|source|object|embed|iframe|video|audio|svg|image|link|style"
    r"|script|base|meta)\b|\burl\s*\(",
    re.IGNORECASE,
)
"""What shows a picture, or would fetch a file from somewhere."""

_TAGS = frozenset(
    [
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "li",
        "mark",
        "ol",
        "p",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_ATTRIBUTES = {
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_CLASSES = {"div": {"admonition"}, "p": {"admonition-title"}}


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: safe HTML, and the line of the file on which its heading stands."""

    name: str
    html: str
    line: int


@dataclass(frozen=True, slots=True)
class _Part:
    name: str
    line: int
    lines: tuple[str, ...]


def panels(publication: Publication) -> Result[tuple[Panel, ...]]:
    """Read the panels of a leaflet.

    Returns:
        The panels that could be read, in the order of the file; all four when there
        is no error.

    Finds:
        LEAF002: a panel is missing, unknown, repeated or out of order.
        LEAF003: there is text before the first panel.
        LEAF004: there is a picture, or something else that would be fetched; a sheet
            carries words only.
        LEAF007: a panel is empty.
    """
    head, *parts = (one for one in _parts(publication) if one.name != POSTER)
    read = [Panel(part.name, _html(part), part.line) for part in parts]
    found = (
        *_stray(head, publication),
        *_misplaced(tuple(part.name for part in parts), publication),
        *(one for part in parts for one in _unprintable(part, publication)),
    )
    return Result(tuple(read), found)


def _parts(publication: Publication) -> Iterator[_Part]:
    name, line, lines = "", publication.body_line, list[str]()
    body = unicodedata.normalize("NFC", publication.body)
    for number, text in enumerate(body.split("\n"), publication.body_line):
        if text.startswith("# "):
            yield _Part(name, line, tuple(lines))
            name, line, lines = text[2:].strip(), number, []
        else:
            lines.append(text)
    yield _Part(name, line, tuple(lines))


def _html(part: _Part) -> str:
    """Render a panel: links become their words, for paper has none."""
    html = nh3.clean(
        to_html("\n".join(part.lines), lambda _: None),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
    )
    return set_html(html)


def _stray(head: _Part, publication: Publication) -> Iterator[Diagnostic]:
    for number, text in enumerate(head.lines, head.line):
        if text.strip():
            yield Diagnostic(
                Span(publication.path, number),
                "LEAF003",
                "chữ đứng trước khung đầu tiên sẽ không được in",
                hint=f"đưa đoạn này xuống dưới «# {NAMES[0]}»",
            )
            return


def _misplaced(
    names: tuple[str, ...], publication: Publication
) -> Iterator[Diagnostic]:
    if names == NAMES:
        return
    wanted = ", ".join(f"«# {name}»" for name in NAMES)
    held = ", ".join(f"«# {name}»" for name in names) or "không có khung nào"
    yield Diagnostic(
        Span(publication.path, publication.body_line),
        "LEAF002",
        f"tờ gấp phải có đúng bốn khung theo thứ tự {wanted}; ở đây: {held}",
        hint="mỗi khung mở bằng một tiêu đề cấp 1, chỉ dùng bốn tên này",
    )


def _unprintable(part: _Part, publication: Publication) -> Iterator[Diagnostic]:
    if not any(text.strip() for text in part.lines):
        yield Diagnostic(
            Span(publication.path, part.line),
            "LEAF007",
            f"khung «{part.name}» trống",
            hint="viết nội dung dưới tiêu đề này",
        )
    for number, text in enumerate(part.lines, part.line + 1):
        if _LOADING.search(text):
            yield Diagnostic(
                Span(publication.path, number),
                "LEAF004",
                f"khung «{part.name}» có hình hoặc tệp lấy từ nơi khác; tờ gấp chỉ in"
                " chữ",
                hint="bỏ đi, hoặc nói điều đó bằng chữ",
            )
