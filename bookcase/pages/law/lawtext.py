"""A legal text as HTML, with its contents and one record an article, in one walk.

The page's outline is contiguous: a heading's level is one more than that of the heading
around it, whatever kinds of unit an act uses. A unit's number is the link to itself.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.legal.ids import id_map
from bookcase.legal.units import BARE, BY_KIND, canonical_mark
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
from bookcase.pages.marks import marked
from bookcase.pages.markup import inline, plain, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.model.tree import Block, Cell, LegalText
    from bookcase.pages.marks import Mark

CLASSES = {
    Kind.CAPITAL: "h",
    Kind.ROMAN: "r",
    Kind.CLAUSE: "k",
    Kind.SUBCLAUSE: "k2",
    Kind.POINT: "d",
    Kind.SUBPOINT: "d2",
    Kind.ITEM: "i",
    Kind.DASH: "g",
    Kind.PLUS: "c",
}
_DEEPEST_HEADING = 6
_REGULATION = re.compile(
    "quy chế|quy định|quy chuẩn|quy tắc|quy trình|điều lệ|nội quy|danh mục|đề án"
    "|kế hoạch|chương trình|chiến lược|phương án|hướng dẫn|tiêu chuẩn|định mức|thể lệ",
    re.IGNORECASE,
)
_HEADED = frozenset({Kind.ATTACHED, *BY_KIND})
_FRAME_CLASS = {
    Frame.OPENING: "mo-dau",
    Frame.SIGNATURE: "chu-ky",
    Frame.RECIPIENTS: "noi-nhan",
    Frame.FORMULA: "cong-thuc",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents; ``depth`` is 0 for the outermost."""

    id: str
    title: str
    depth: int
    kind: Kind


@dataclass(slots=True)
class Passage:
    """What search knows of one article, or of what stands before the first."""

    id: str
    title: str
    texts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class LawHtml:
    """A text rendered: its HTML, its contents, its passages in reading order."""

    html: str
    contents: tuple[Entry, ...]
    passages: tuple[Passage, ...]


def law_html(
    law: LegalText,
    base: str = "",
    ids: Mapping[int, str] | None = None,
    beside: Mapping[str, str] | None = None,
    marks: Mapping[int, tuple[Mark, ...]] | None = None,
) -> LawHtml:
    """Render a text.

    Args:
        law: The text.
        base: What goes before ``attachments/…`` in the addresses of pictures.
        ids: The names of its blocks, if they are at hand.
        beside: HTML by the id of a unit, to go behind its opening line. It is no part
            of the text: search is not told of it.
        marks: Links within the words of a unit or paragraph, by ``id(block)``.
    """
    names = id_map(law) if ids is None else ids
    writer = _Writer(names, base, beside or {}, marks or {})
    writer.blocks(law.blocks, 1)
    writer.footnotes(law)
    return LawHtml(
        "\n".join(writer.out),
        tuple(writer.contents),
        tuple(p for p in writer.passages if p.id or p.texts),
    )


class _Writer:
    """The walk: appends HTML, contents and passages as it meets the blocks."""

    def __init__(
        self,
        ids: Mapping[int, str],
        base: str,
        beside: Mapping[str, str],
        marks: Mapping[int, tuple[Mark, ...]],
    ) -> None:
        self.ids = ids
        self.base = base
        self.beside = beside
        self.marks = marks
        self.out: list[str] = []
        self.contents: list[Entry] = []
        self.passages: list[Passage] = []
        self.quoted = 0
        self.open("", "")

    def blocks(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            if isinstance(block, Unit):
                if block.kind in _HEADED:
                    self.headed(block, level)
                else:
                    self.body(block, level)
            elif isinstance(block, Paragraph):
                self.say(block.text)
                self.out.append(f"<p>{self.words(block)}</p>")
            else:
                self.other(block, level)

    def open(self, name: str, title: str) -> None:
        """Begin a passage: what is said from here on is of it."""
        self.passages.append(Passage(name, title))
        self.said = self.passages[-1].texts

    def body(self, unit: Unit, level: int) -> None:
        """Write a unit that has no heading: nine of ten units of law."""
        kind, said, words = unit.kind, unit.text, self.words(unit)
        mark = unit.mark or canonical_mark(kind, unit.number)
        self.said.append(plain(f"{mark} {said}"))
        shown = text(mark) if unit.mark else mark
        if self.quoted or kind in BARE:
            html = f'<p class="{CLASSES[kind]}">{shown} {words}</p>'
        else:
            name = self.ids[id(unit)]
            link = f'<a href="#{name}">{shown}</a>'
            html = f'<p class="{CLASSES[kind]}" id="{name}">{link} {words}</p>'
        self.out.append(html)
        if self.beside:
            self.tell(unit)
        if unit.blocks:
            self.blocks(unit.blocks, level)

    def words(self, block: Unit | Paragraph | Cell) -> str:
        marks = self.marks.get(id(block))
        return marked(block.text, marks) if marks else inline(block.text)

    def headed(self, unit: Unit, level: int) -> None:
        if self.quoted:
            self.quoted_heading(unit, level)
            return
        name, css = self.ids[id(unit)], unit.kind.value
        mark = unit.mark or canonical_mark(unit.kind, unit.number)
        self.open_passage(unit, name, mark, level)
        tag = f"h{min(level + 1, _DEEPEST_HEADING)}"
        heading = self.heading(unit, mark, name)
        called = f' data-ten="{regulation(unit)}"' if unit.kind is Kind.ATTACHED else ""
        opening = f'<section class="{css}" id="{name}"{called}>'
        self.out.append(f"{opening}<{tag}>{heading}</{tag}>")
        if self.beside:
            self.tell(unit)
        self.blocks(unit.blocks, level + 1)
        self.out.append("</section>")

    def heading(self, unit: Unit, mark: str, name: str) -> str:
        words, link = self.words(unit), f'<a href="#{name}">{text(mark)}</a>'
        if unit.kind is Kind.ARTICLE:
            return f"{link} {words}"
        if unit.kind is Kind.ATTACHED:
            label = "Liên kết tới đây"
            return f'{words} <a class="lk" href="#{name}" aria-label="{label}"></a>'
        return f"{link}<span>{words}</span>" if words else link

    def open_passage(self, unit: Unit, name: str, mark: str, level: int) -> None:
        dot = "" if mark.endswith((".", ":")) or not mark or not unit.text else "."
        title = f"{mark}{dot} {plain(unit.text)}".strip()
        self.contents.append(Entry(name, title, level - 1, unit.kind))
        if unit.kind in {Kind.ARTICLE, Kind.ANNEX, Kind.FORM, Kind.ATTACHED}:
            self.open(name, title)
        else:
            self.say(title)

    def quoted_heading(self, unit: Unit, level: int) -> None:
        mark = unit.mark or canonical_mark(unit.kind, unit.number)
        self.say(f"{mark} {unit.text}")
        words = f"{text(mark)} {self.words(unit)}".strip()
        self.out.append(f'<p class="q-{unit.kind.value}">{words}</p>')
        self.blocks(unit.blocks, level)

    def other(self, block: Quote | Framed | Table | Picture, level: int) -> None:
        if isinstance(block, Quote):
            self.quote(block, level)
        elif isinstance(block, Framed):
            self.framed(block)
        elif isinstance(block, Table):
            self.table(block)
        else:
            self.picture(block)

    def quote(self, block: Quote, level: int) -> None:
        self.out.append(f'<blockquote id="{self.ids[id(block)]}">')
        self.quoted += 1
        self.blocks(block.blocks, level)
        self.quoted -= 1
        self.out.append("</blockquote>")

    def framed(self, block: Framed) -> None:
        name, css = self.ids[id(block)], _FRAME_CLASS[block.frame]
        self.out.append(f'<div class="{css}" id="{name}">')
        if block.frame in {Frame.SIGNATURE, Frame.RECIPIENTS}:
            self.open("", "")
        if block.frame is Frame.OPENING:
            self.opening_lines(block)
        else:
            self.blocks(block.blocks, 1)
        self.out.append("</div>")
        self.tell(block)

    def tell(self, block: Unit | Framed) -> None:
        """Write what goes beside a unit of this text itself."""
        if not self.quoted and (told := self.beside.get(self.ids[id(block)])):
            self.out.append(told)

    def opening_lines(self, block: Framed) -> None:
        """Set the grounds and the enacting words as text, the lines above as a head."""
        for part in block.blocks:
            if isinstance(part, Paragraph) and _is_ground(part.text):
                self.say(part.text)
                self.out.append(f'<p class="cc">{self.words(part)}</p>')
            elif isinstance(part, Paragraph) and (css := _line_class(part.text)):
                self.say(part.text)
                self.out.append(f'<p class="{css}">{inline(part.text)}</p>')
            else:
                self.blocks((part,), 1)

    def table(self, block: Table) -> None:
        rows = []
        for row in block.rows:
            cells = []
            for cell in row:
                self.say(cell.text)
                tag = "th" if cell.header else "td"
                spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
                spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
                words = self.words(cell).replace("\n", "<br>")
                cells.append(f"<{tag}{spans}>{words}</{tag}>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        self.out.append(
            '<div class="bang" tabindex="0" role="group" aria-label="Bảng">'
            f"<table>{''.join(rows)}</table></div>"
        )

    def picture(self, block: Picture) -> None:
        self.say(block.alt)
        src = text(self.base + block.path)
        self.out.append(
            f'<p class="hinh"><img src="{src}" alt="{text(block.alt)}"></p>'
        )

    def footnotes(self, law: LegalText) -> None:
        if not law.footnotes:
            return
        self.out.append('<section class="chu-thich"><h2>Chú thích</h2>')
        seen: Counter[str] = Counter()
        for note in law.footnotes:
            self.say(note.text)
            seen[note.mark] += 1
            mark, again = text(note.mark), seen[note.mark]
            name = f"chu-thich-{mark}" + (f"~{again}" if again > 1 else "")
            self.out.append(f'<p id="{name}"><sup>{mark}</sup> {inline(note.text)}</p>')
        self.out.append("</section>")

    def say(self, words: str) -> None:
        """Give the words to the passage that is open."""
        self.said.append(plain(words))


def regulation(unit: Unit) -> str:
    """Return what one calls a text that is issued with an act, before the act's name.

    *Quy chế ban hành kèm theo*: the kind of text that its heading begins with.
    """
    found = _REGULATION.match(plain(unit.text))
    kind = found[0].capitalize() if found else "Văn bản"
    return f"{kind} ban hành kèm theo"


def _is_ground(words: str) -> bool:
    """Tell grounds and enacting sentences from the centred lines above them."""
    return words.startswith("Căn cứ") or plain(words).rstrip().endswith((".", ";", ":"))


def _line_class(words: str) -> str:
    """Name a line of the head: the State's name, its motto, a title in capitals."""
    if words.startswith("CỘNG H"):
        return "qh"
    if words.startswith("Độc lập"):
        return "tn"
    return "in-hoa" if words.isupper() else ""
