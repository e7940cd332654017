"""The words of a publication, set for print: chapters of safe HTML with their headings.

Links become their words, for paper has none; pictures become part of the page.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import nh3

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.leaflets.formats.pictures import picture
from bookcase.leaflets.panels import POSTER
from bookcase.leaflets.typography import set_html
from bookcase.markdown import to_html
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.model.publication import Publication

BODY = "Nội dung"
"""The frame of a publication that has no chapters."""

_TAGS = frozenset((
    "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "div",
    "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "s",
    "small", "span", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))  # fmt: skip
_ATTRIBUTES = {
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_CLASSES = {"div": {"admonition", "footnote"}, "p": {"admonition-title"}}
_BACK = re.compile(r'<a class="footnote-backref"[^>]*>[^<]*</a>')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_IMAGE = re.compile(r'<img [^>]*?src="([^"]*)"')
_SHOWN = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]*)|<img[^>]*?src=[\"']?([^\"'\s>]*)")
_ANY_TAG = re.compile(r"<[^>]*>")
_TOP, _DEEPEST = 2, 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the contents; ``depth`` is 0 for a chapter's own sections."""

    id: str
    title: str
    depth: int


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter: the name of its frame, its title if it has one, and what it holds."""

    name: str
    title: str
    html: str
    headings: tuple[Heading, ...]
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class _Source:
    """Markdown of a chapter, and where it stands."""

    name: str
    title: str
    body: str
    path: str
    line: int


def parts(
    publication: Publication, root: Path, *, grey: bool = False
) -> Result[tuple[Part, ...]]:
    """Set a publication's words.

    Args:
        publication: A handbook gives its chapters, a leaflet its panels in one.
        root: The content folder, for pictures.
        grey: Take the colours out of pictures.

    Finds:
        PRINT003–PRINT005: see :func:`bookcase.leaflets.formats.pictures.picture`.
    """
    return _set_all(tuple(_sources(publication)), root, grey=grey)


def poster(
    publication: Publication, root: Path, *, grey: bool = False
) -> Result[tuple[Part, ...]]:
    """Set the words of a leaflet's poster: its own, or its callouts; none if neither.

    Finds:
        PRINT003–PRINT005: see :func:`bookcase.leaflets.formats.pictures.picture`.
    """
    lines = unicodedata.normalize("NFC", publication.body).split("\n")
    first = publication.body_line
    own = f"# {POSTER}"
    if own in lines:
        at = lines.index(own)
        end = (n for n in range(at + 1, len(lines)) if lines[n].startswith("# "))
        held = lines[at + 1 : next(end, len(lines))]
        line = first + at + 1
    else:
        held, line = list(_callouts(lines)), first
    body = "\n".join(held)
    source = _Source(POSTER, "", body, publication.path, line)
    return _set_all((source,) if body.strip() else (), root, grey=grey)


def shown_files(publication: Publication) -> Iterator[str]:
    """Yield the pictures that a publication shows, as files below the content folder.

    They are named as its editor wrote them, found or not.
    """
    for source in _sources(publication):
        folder = source.path.rpartition("/")[0]
        for one in _SHOWN.finditer(source.body):
            yield f"{folder}/{unquote(one[1] or one[2] or '')}"


def _sources(publication: Publication) -> Iterator[_Source]:
    for number, one in enumerate(publication.chapters, 1):
        name = f"Chương {number}: {one.title}"
        yield _Source(name, one.title, one.body, one.path, one.line)
    body = publication.body or publication.recording.transcript
    if publication.kind is PublicationKind.LEAFLET:
        body = _panels(body)
    if body.strip():
        path, line = publication.path, publication.body_line
        yield _Source(BODY, "", body, path, line)


def _panels(body: str) -> str:
    """Give a leaflet's panels without their names, its poster's words not."""
    kept: list[str] = []
    on = True
    for line in body.split("\n"):
        if line.startswith("# "):
            on = line[2:].strip() != POSTER
        kept.append(line if on and not line.startswith("# ") else "")
    return "\n".join(kept)


def _callouts(lines: list[str]) -> Iterator[str]:
    on = False
    for line in lines:
        on = line.startswith("!!!") or (on and (not line or line.startswith("    ")))
        if on:
            yield line
        else:
            yield ""


def _set_all(
    sources: tuple[_Source, ...], root: Path, *, grey: bool
) -> Result[tuple[Part, ...]]:
    made, found = [], list[Diagnostic]()
    for number, source in enumerate(sources, 1):
        part = _part(source, number, root, grey=grey)
        made.append(part.value)
        found += part.diagnostics
    return Result(tuple(made), tuple(found))


def _part(source: _Source, number: int, root: Path, *, grey: bool) -> Result[Part]:
    body = unicodedata.normalize("NFC", source.body)
    raw = _BACK.sub("", to_html(body, lambda _: None))
    html = nh3.clean(
        raw,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        attribute_filter=lambda _tag, _name, value: value.replace(">", "›"),
    )
    html, headings = _headed(set_html(html), number, _TOP + bool(source.title))
    shown = _pictures(source, root, grey=grey)
    html = _IMAGE.sub(lambda one: _shown(one, shown.value), html)
    part = Part(source.name, source.title, html, headings, source.path, source.line)
    return Result(part, shown.diagnostics)


def _headed(html: str, number: int, top: int) -> tuple[str, tuple[Heading, ...]]:
    """Name the headings, and let no level of the outline be left out."""
    found: list[Heading] = []
    last = top - 1

    def named(one: re.Match[str]) -> str:
        nonlocal last
        last = min(max(int(one[1]) + top - _TOP, top), last + 1, _DEEPEST)
        name = f"m{number}-{len(found) + 1}"
        title = " ".join(unescape(_ANY_TAG.sub("", one[2])).split())
        found.append(Heading(name, title, last - top))
        return f'<h{last} id="{name}">{one[2]}</h{last}>'

    return _HEADING.sub(named, html), tuple(found)


def _pictures(source: _Source, root: Path, *, grey: bool) -> Result[dict[str, str]]:
    """Read each picture that the Markdown shows, by its address there."""
    held: dict[str, str] = {}
    found: list[Diagnostic] = []
    folder = source.path.rpartition("/")[0]
    for number, line in enumerate(source.body.split("\n"), source.line):
        for one in _SHOWN.finditer(line):
            said = one[1] or one[2] or ""
            span = Span(source.path, number, one.start() + 1)
            read = picture(root, f"{folder}/{said}", said, span, grey=grey)
            held[said] = read.value
            found += read.diagnostics
    return Result(held, tuple(found))


def _shown(one: re.Match[str], pictures: dict[str, str]) -> str:
    address = pictures.get(unescape(one[1]), "")
    return one[0].replace(f'src="{one[1]}"', f'src="{address}"')
