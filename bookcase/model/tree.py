"""A legal text as an immutable tree.

A text and each of its units hold *blocks* in reading order: paragraphs, tables, quotes,
pictures, the parts around the body, and further units. Two trees are equal when they
say the same, wherever they stand in a file: line numbers do not count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Kind(StrEnum):
    """The kinds of unit, outermost first; the Vietnamese name is beside each."""

    ATTACHED = "attached"  # văn bản ban hành kèm theo: quy chế, quy định, điều lệ …
    PART = "part"  # Phần
    ANNEX = "annex"  # Phụ lục
    FORM = "form"  # Mẫu số, Biểu mẫu
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    CAPITAL = "capital"  # A. (phụ lục, thông tư cũ)
    ROMAN = "roman"  # I. (phụ lục, thông tư cũ)
    CLAUSE = "clause"  # khoản 1.
    SUBCLAUSE = "subclause"  # 1.1.
    POINT = "point"  # điểm a)
    SUBPOINT = "subpoint"  # a.1)
    ITEM = "item"  # 1), i)
    DASH = "dash"  # -
    PLUS = "plus"  # +

    # Enum hashes in Python; units are looked up by kind millions of times a build.
    __hash__ = str.__hash__


class Frame(StrEnum):
    """The fenced parts around the body of an act; the value is the fence's name."""

    OPENING = "mo-dau"  # quốc hiệu, số, tên, căn cứ, câu ban hành
    SIGNATURE = "chu-ky"
    RECIPIENTS = "noi-nhan"
    FORMULA = "cong-thuc"


_Setter = Callable[[object, object], None]


def _setters(of: type) -> tuple[_Setter, ...]:
    """Return what sets each slot of a frozen class.

    Its own way of setting them takes three times as long, and a thousand texts have
    200,000 units and paragraphs.
    """
    names = [one.name for one in fields(of)]
    return tuple(vars(of)[name].__set__ for name in names)


@dataclass(frozen=True, slots=True, init=False)
class Paragraph:
    """A line of running text; may hold footnote marks ``[^n]``."""

    text: str
    line: int = field(default=0, compare=False)

    def __init__(self, text: str, line: int = 0) -> None:
        """Make one; by hand, see :func:`_setters`."""
        set_text, set_line = _OF_PARAGRAPH
        set_text(self, text)
        set_line(self, line)


_OF_PARAGRAPH = _setters(Paragraph)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; spans count columns and rows, from 1."""

    text: str
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. ``merged`` tables are written as HTML, the others with pipes."""

    rows: tuple[tuple[Cell, ...], ...]
    line: int = field(default=0, compare=False)

    @property
    def merged(self) -> bool:
        """Tell whether any cell spans more than one row or column."""
        return any(
            cell.colspan > 1 or cell.rowspan > 1 for row in self.rows for cell in row
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from the work's ``attachments/``."""

    path: str
    alt: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """Text quoted from another act: what stands inside is not this act's own."""

    blocks: tuple[Block, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Framed:
    """One of the parts around the body, or a formula: paragraphs and tables."""

    frame: Frame
    blocks: tuple[Paragraph | Table | Picture, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, init=False)
class Unit:
    """One unit of the text.

    Attributes:
        kind: What it is.
        number: As printed, without the word and without closing punctuation: ``7a``,
            ``II``, ``thứ nhất``, ``1.1``, ``đ``; empty for dashes and the like.
        text: The rest of its opening line: the title of a heading, the first
            paragraph of a clause.
        blocks: What it holds, in reading order.
        mark: The number with its word and punctuation as printed, where that is not
            the usual form of its kind: ``“Điều 7b.``, ``Điều 3:``, ``1.1``; else empty.
        line: The line of the file that opens it, from 1; 0 when made by a program.
    """

    kind: Kind
    number: str
    text: str
    blocks: tuple[Block, ...] = ()
    mark: str = ""
    line: int = field(default=0, compare=False)

    def __init__(  # noqa: PLR0913, PLR0917 - as many as it has
        self,
        kind: Kind,
        number: str,
        text: str,
        blocks: tuple[Block, ...] = (),
        mark: str = "",
        line: int = 0,
    ) -> None:
        """Make one; by hand, see :func:`_setters`."""
        set_kind, set_number, set_text, set_blocks, set_mark, set_line = _OF_UNIT
        set_kind(self, kind)
        set_number(self, number)
        set_text(self, text)
        set_blocks(self, blocks)
        set_mark(self, mark)
        set_line(self, line)


_OF_UNIT = _setters(Unit)


Block = Unit | Paragraph | Table | Picture | Quote | Framed


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note below the text; ``mark`` is what stands between ``[^`` and ``]``."""

    mark: str
    text: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class LegalText:
    """A whole text, and the footnotes that its paragraphs point to."""

    blocks: tuple[Block, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


def units(parent: LegalText | Unit) -> Iterator[Unit]:
    """Yield every unit below the parent in reading order, but none inside quotes."""
    for block in parent.blocks:
        if isinstance(block, Unit):
            yield block
            yield from units(block)


def every_block(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks and all that they hold, quotes and frames too, in order."""
    found: list[Block] = []
    _gather(blocks, found)
    return found


def _gather(blocks: tuple[Block, ...], found: list[Block]) -> None:
    for block in blocks:
        found.append(block)
        if isinstance(block, (Unit, Quote, Framed)) and block.blocks:
            _gather(block.blocks, found)
