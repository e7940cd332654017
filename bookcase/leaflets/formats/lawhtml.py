"""A legal text as HTML for print, in one walk, with the lines of its contents.

The outline is contiguous, as on a page of the site. A footnote stands where it is
called, so that the style sheet can set it below; or behind the text, for the few that
cannot be set so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from bookcase.leaflets.formats.selection import name
from bookcase.leaflets.layout import MARK
from bookcase.leaflets.typography import bind
from bookcase.legal.ids import id_map
from bookcase.legal.units import BY_KIND, canonical_mark
from bookcase.model.tree import (
    Frame,
    Framed,
    Kind,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.tree import Block, Cell, Footnote, LegalText

_CLASS = {
    Kind.CAPITAL: "h",
    Kind.ROMAN: "r",
    Kind.CLAUSE: "k",
    Kind.SUBCLAUSE: "k",
    Kind.POINT: "d",
    Kind.SUBPOINT: "d2",
    Kind.ITEM: "d2",
    Kind.DASH: "g",
    Kind.PLUS: "g",
}
_HEADED = frozenset({Kind.ATTACHED, *BY_KIND})
_DEEPEST = 6
_MANY, _WIDE = 5, 9
"""Columns from which a table is set smaller, and across the sheet."""

_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents."""

    id: str
    title: str
    depth: int
    article: bool


@dataclass(slots=True)
class Written:
    """A text as HTML; ``lines`` maps the name of each frame to its line in the file."""

    html: list[str] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)


def law_html(
    law: LegalText,
    pictures: Mapping[str, str],
    stand_ins: Mapping[str, str],
    *,
    below: bool = True,
) -> Written:
    """Write a text.

    Args:
        law: The text.
        pictures: The ``data:`` address of each picture, by its path.
        stand_ins: The HTML to print for each letter that no typeface has.
        below: Set footnotes below the page they are called on; else behind the text.
    """
    writer = _Writer(law, pictures, stand_ins, below=below)
    writer.blocks(law.blocks, 2)
    writer.notes_behind()
    return writer.made


class _Writer:
    """The walk: appends HTML and contents as it meets the blocks."""

    def __init__(
        self,
        law: LegalText,
        pictures: Mapping[str, str],
        stand_ins: Mapping[str, str],
        *,
        below: bool,
    ) -> None:
        self.made = Written()
        self.out = self.made.html
        self.ids = id_map(law)
        self.pictures = pictures
        self.stand_ins = stand_ins
        self.below = below
        self.notes = {one.mark: one for one in reversed(law.footnotes)}
        self.left = list(law.footnotes)
        self.names: Counter[str] = Counter()
        self.quoted = 0

    def blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            if isinstance(block, Unit):
                self.unit(block, level)
            elif isinstance(block, Paragraph):
                self.out.append(f"<p>{self.words(block.text)}</p>")
            elif isinstance(block, Table):
                self.table(block)
            elif isinstance(block, Picture):
                self.picture(block)
            else:
                self.group(block, level)

    def unit(self, unit: Unit, level: int) -> None:
        mark = unit.mark or canonical_mark(unit.kind, unit.number)
        if unit.kind not in _HEADED:
            css = _CLASS[unit.kind]
            words = self.words(f"{mark} {unit.text}".strip())
            self.out.append(f'<p class="{css}">{words}</p>')
            self.blocks(unit.blocks, level)
        elif self.quoted:
            words = self.words(f"{mark} {unit.text}".strip())
            self.out.append(f'<p class="q {unit.kind.value}">{words}</p>')
            self.blocks(unit.blocks, level)
        else:
            self.headed(unit, mark, level)

    def headed(self, unit: Unit, mark: str, level: int) -> None:
        id_, css = self.ids[id(unit)], unit.kind.value
        article = unit.kind is Kind.ARTICLE
        dot = "" if not mark or not unit.text or mark.endswith((".", ":")) else "."
        title = _NOTE.sub("", f"{mark}{dot} {unit.text}").strip()
        self.made.contents.append(Line(id_, title, level - 2, article))
        frame = self.framed_as(name(unit), unit.line)
        self.out.append(f'<section class="{css}" {MARK}="{escape(frame)}">')
        if article or unit.kind is Kind.ATTACHED:
            words = self.words(f"{mark} {unit.text}".strip())
        else:
            words = f"<span>{self.words(mark)}</span>"
            words += f"<br><span>{self.words(unit.text)}</span>" if unit.text else ""
        tag = f"h{min(level, _DEEPEST)}"
        self.out.append(f'<{tag} id="{id_}" class="t-{css}">{words}</{tag}>')
        self.blocks(unit.blocks, level + 1)
        self.out.append("</section>")

    def framed_as(self, called: str, line: int) -> str:
        """Return a name for a frame that no other has."""
        self.names[called] += 1
        again = self.names[called]
        frame = called if again == 1 else f"{called} ({again})"
        self.made.lines[frame] = line
        return frame

    def group(self, block: Quote | Framed, level: int) -> None:
        if isinstance(block, Quote):
            self.out.append("<blockquote>")
            self.quoted += 1
            self.blocks(block.blocks, level)
            self.quoted -= 1
            self.out.append("</blockquote>")
            return
        self.out.append(f'<div class="{block.frame.value}">')
        if block.frame is Frame.OPENING:
            self.opening(block)
        else:
            self.blocks(block.blocks, level)
        self.out.append("</div>")

    def opening(self, block: Framed) -> None:
        """Set the grounds and the enacting words as text, the lines above as a head."""
        for part in block.blocks:
            if isinstance(part, Paragraph):
                css = _opening_class(part.text)
                self.out.append(f'<p class="{css}">{self.words(part.text)}</p>')
            else:
                self.blocks((part,), 2)

    def table(self, block: Table) -> None:
        columns = max((sum(c.colspan for c in row) for row in block.rows), default=0)
        css = "rong" if columns >= _WIDE else "nhieu" if columns >= _MANY else "it"
        self.out.append(f'<table class="{css}">')
        heads = 0
        while heads < len(block.rows) and all(c.header for c in block.rows[heads]):
            heads += 1
        heads = heads if heads < len(block.rows) else 0
        for tag, rows in (("thead", block.rows[:heads]), ("tbody", block.rows[heads:])):
            if rows:
                lines = "".join(f"<tr>{''.join(self.cells(row))}</tr>" for row in rows)
                self.out.append(f"<{tag}>{lines}</{tag}>")
        self.out.append("</table>")

    def cells(self, row: Iterable[Cell]) -> Iterator[str]:
        for cell in row:
            tag = "th" if cell.header else "td"
            spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
            spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
            words = self.words(cell.text).replace("\n", "<br>")
            yield f"<{tag}{spans}>{words}</{tag}>"

    def picture(self, block: Picture) -> None:
        src, alt = self.pictures.get(block.path, ""), escape(block.alt)
        self.out.append(f'<p class="hinh"><img src="{src}" alt="{alt}"></p>')

    def words(self, text: str) -> str:
        """Escape words and bind them; footnotes stand where their marks do."""
        if "[^" not in text:
            return self.plain(text)
        pieces = _NOTE.split(text)
        return "".join(
            self.called(piece) if at % 2 else f"<span>{self.plain(piece)}</span>"
            for at, piece in enumerate(pieces)
            if piece
        )

    def plain(self, text: str) -> str:
        """Escape words, bind them, and put in what stands for letters we lack."""
        words = escape(bind(text), quote=False)
        for letter, html in self.stand_ins.items():
            if letter in words:
                words = words.replace(letter, html)
        return words

    def called(self, mark: str) -> str:
        note = self.notes.get(mark)
        shown = escape(mark)
        if note is None or not self.below or note not in self.left:
            return f'<sup class="goi" data-so="{shown}"></sup>'
        self.left.remove(note)
        return self.note(note, "span")

    def note(self, note: Footnote, tag: str) -> str:
        mark = escape(note.mark)
        frame = escape(self.framed_as(f"Chú thích {note.mark}", note.line))
        words = self.plain(note.text)
        css = "cuoi-trang" if tag == "span" else "sau-bai"
        return f'<{tag} class="{css}" data-so="{mark}" {MARK}="{frame}">{words}</{tag}>'

    def notes_behind(self) -> None:
        if self.left:
            self.out.append('<section class="chu-thich">')
            self.out += [self.note(note, "p") for note in self.left]
            self.out.append("</section>")


def _opening_class(words: str) -> str:
    """Name a line of the head: the State's name, its motto, a title; or a ground."""
    plain = _NOTE.sub("", words).rstrip()
    if words.startswith("Căn cứ") or plain.endswith((".", ";", ":")):
        return "cc"
    if words.startswith(("CỘNG H", "Độc lập")):
        return "qh"
    return "in-hoa" if plain.isupper() else "giua"
