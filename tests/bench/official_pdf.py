"""Official consolidated texts out of their PDF files, without the editors' notes.

The gazette sets notes and the marks that lead to them in a smaller type than the law,
so the size tells them apart; the plain text of the same file has lost it. Small letters
in a line of the law are indices of a formula, and stay.
"""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_NOTE = 0.93
"""What is smaller than this share of the law's own size is a note or its mark."""
_SAME_LINE = 12
_INDENT = 18
_INDEX = re.compile(r"\s*[^\W\d_]{1,5}\s*")
_HEAD = re.compile(r"^\s*(?:\d+\s+)?CÔNG BÁO/Số|^\s*\d{1,3}\s*$")
_SPACES = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words set in one size; places in pixels from the page's upper left corner."""

    page: int
    top: int
    left: int
    size: int
    words: str


def paragraphs(path: Path) -> str:
    """Return the law's own words in a PDF, a paragraph a line.

    Raises:
        CalledProcessError: ``pdftohtml`` cannot read the file.
    """
    made = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", str(path)],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    return own_words(made.stdout)


def own_words(xml: str) -> str:
    """Return the law's own words in what ``pdftohtml -xml`` prints."""
    reader = _Reader()
    reader.feed(xml)
    sizes: Counter[int] = Counter()
    for piece in reader.pieces:
        sizes[piece.size] += len(piece.words.strip())
    least = sizes.most_common(1)[0][0] * _NOTE
    rows = (_own(row, least) for row in _rows(reader.pieces))
    return "\n".join(_joined(_line(row) for row in rows if row))


def _own(row: list[Piece], least: float) -> list[Piece]:
    """Return what is the law's own in a line; nothing of a line of notes."""
    if not any(one.size >= least and one.words.strip() for one in row):
        return []
    return [one for one in row if one.size >= least or _INDEX.fullmatch(one.words)]


def _rows(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces of each line."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda one: (one.page, one.top)):
        first = row[0] if row else piece
        if piece.page != first.page or piece.top - first.top > _SAME_LINE:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _line(row: list[Piece]) -> tuple[int, str]:
    row = sorted(row, key=lambda one: one.left)
    words = "".join(one.words for one in row)
    lead = next((one.left for one in row if one.words.strip()), 0)
    return lead, _SPACES.sub(" ", words).strip()


def _joined(lines: Iterable[tuple[int, str]]) -> Iterator[str]:
    """Join the lines of a paragraph: its first one stands farther right."""
    said = [(left, words) for left, words in lines if words and not _HEAD.match(words)]
    edge = Counter(left for left, _ in said).most_common(1)[0][0]
    open_: list[str] = []
    for left, words in said:
        if left > edge + _INDENT and open_:
            yield " ".join(open_)
            open_ = []
        open_.append(words)
    yield " ".join(open_)


class _Reader(HTMLParser):
    """Gathers the pieces, and the sizes of the fonts that they name."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._sizes: dict[str, int] = {}
        self._page = 0
        self._at: dict[str, str] = {}
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if tag == "page":
            self._page += 1
        elif tag == "fontspec":
            self._sizes[facts["id"]] = int(facts["size"])
        elif tag == "text":
            self._at, self._words = facts, []

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "text":
            at, words = self._at, "".join(self._words)
            size = self._sizes[at["font"]]
            top = int(at["top"])
            self.pieces.append(Piece(self._page, top, int(at["left"]), size, words))
