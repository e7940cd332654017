"""The words of a publication without any mark-up, block by block."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Literal

from bookcase.markdown import to_html
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication

Kind = Literal["heading", "text", "item", "step", "row"]

_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "dt"])
_BLOCKS = _HEADINGS | {"p", "li", "td", "th", "dd", "caption", "pre"}
_SKIPPED = frozenset(["sup"])
_POSTER = "# Áp phích"
_SEVERAL = 2
_STOPS = (".", "!", "?", "…", ":")
_CLOSING = '”"’)'


@dataclass(frozen=True, slots=True)
class Said:
    """A block of words; ``number`` counts the steps of a numbered list, from 1."""

    kind: Kind
    text: str
    number: int = 0


def blocks(publication: Publication) -> tuple[Said, ...]:
    """Return what a publication says, in reading order; NFC, without marks."""
    found: list[Said] = []
    for title, body in _bodies(publication):
        if title:
            found.append(Said("heading", title))
        reader = _Reader()
        reader.feed(to_html(unicodedata.normalize("NFC", body), lambda _: None))
        reader.close()
        reader.end()
        found += reader.found
    return tuple(found)


def _bodies(publication: Publication) -> Iterator[tuple[str, str]]:
    for chapter in publication.chapters:
        yield chapter.title, chapter.body
    body = publication.body or publication.recording.transcript
    if publication.kind is PublicationKind.LEAFLET:
        body = _panels(body)
    if body.strip():
        yield "", body


def _panels(body: str) -> str:
    """Take the names of panels out, and a poster's words, which say it shorter."""
    head, _, tail = f"\n{body}".partition(f"\n{_POSTER}")
    rest = tail.partition("\n# ")
    lines = (head + rest[1] + rest[2]).split("\n")
    return "\n".join("" if line.startswith("# ") else line for line in lines)


class _Reader(HTMLParser):
    """Collects blocks; a row of a table becomes one: *first: second*."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Said] = []
        self._words: list[str] = []
        self._kind: Kind = "text"
        self._number = 0
        self._lists: list[int] = []
        self._cells: list[str] = []
        self._heads: list[str] = []
        self._in_head = False
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end()
        if tag in _SKIPPED:
            self._skip += 1
        if tag in {"ol", "ul"}:
            self.end()
            self._lists.append(int(dict(attrs).get("start") or 1) if tag == "ol" else 0)
        elif tag == "li" and self._lists:
            self._number = self._lists[-1]
            self._lists[-1] += bool(self._number)
            self._kind = "step" if self._number else "item"
        elif tag in _HEADINGS or ("class", "admonition-title") in attrs:
            self._kind = "heading"
        elif tag == "br":
            self._words.append(" ")
        elif tag == "tr":
            self._cells = []
        elif tag == "table":
            self._heads = []
        elif tag == "thead":
            self._in_head = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skip -= 1
        if tag in {"td", "th"}:
            self._cells.append(self._taken())
        elif tag in _BLOCKS:
            self.end()
        elif tag in {"ol", "ul"}:
            self.end()
            self._lists.pop()
        elif tag == "thead":
            self._heads, self._in_head = self._cells, False
        elif tag == "tr" and self._cells and not self._in_head:
            self.found.append(Said("row", self._row()))

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self._words.append(data)

    def end(self) -> None:
        """Close the block that is open."""
        if text := self._taken():
            self.found.append(Said(self._kind, text, self._number))
        self._kind, self._number = "text", 0

    def _taken(self) -> str:
        text = " ".join("".join(self._words).split())
        self._words = []
        return text

    def _row(self) -> str:
        """Say what a row says; of several columns each by its name."""
        first, *rest = self._cells
        names = [*self._heads, *[""] * len(self._cells)]
        if len(rest) < _SEVERAL:
            return f"{first}: {lowered(rest[0])}" if rest and rest[0] else first
        told = [f"{names[0]} {first}".strip() if first.isdigit() else first]
        for name, cell in zip(names[1:], rest, strict=False):
            told += [f"{name}: {lowered(cell)}" if name else cell] if cell else []
        return ". ".join(told)


def stopped(text: str) -> str:
    """End a sentence with a full stop, unless it has an end of its own.

    >>> stopped("Ký tên;"), stopped("Vì sao?"), stopped("Hỏi: “Vì sao?”")
    ('Ký tên.', 'Vì sao?', 'Hỏi: “Vì sao?”')
    """
    bare = text.rstrip(" ;,")
    ends = bare.rstrip(_CLOSING).endswith(_STOPS)
    return bare if ends or not bare else f"{bare}."


def lowered(text: str) -> str:
    """Let words go on within a sentence; abbreviations stay as they are.

    >>> lowered("Phạt tiền"), lowered("UBND xã")
    ('phạt tiền', 'UBND xã')
    """
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
