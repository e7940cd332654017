"""The texts of invented acts: chapters, articles, khoản, điểm, tables, references.

A text is a tree of the model, so that both forms of a corpus say the same. References
are written in words, as law does: :func:`tests.bench.gen_write.links` finds them again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from bookcase.model.tree import (
    Cell,
    Frame,
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Table,
    Unit,
)
from tests.bench.gen_words import LETTERS, phrase, roman, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.model.tree import Block
    from tests.bench.gen_acts import Act

_BIG = 40 * 1024
_CLAUSES = ((0, 1, 2, 3, 4, 5, 6, 8), (8, 3, 18, 25, 20, 14, 8, 4))
_POINTS = ((0, 3, 4, 5, 6), (60, 14, 12, 8, 6))
_TO_ARTICLE, _TO_ACT, _WITH_TABLE = 0.10, 0.04, 0.015
_HEADER = ("STT", "Nội dung", "Mức thu", "Ghi chú")


def text(act: Act, corpus: Sequence[Act], seed: int) -> LegalText:
    """Write the text of an act; it may cite any act of its corpus."""
    random = Random(f"text {seed} {act.id}")  # noqa: S311 no secret is made here
    writer = _Writer(act, corpus, random)
    return LegalText((writer.opening(), *writer.chapters(), writer.signature()))


@dataclass(slots=True)
class _Writer:
    """Writes one text; counts its articles, and the bytes that it has spent."""

    act: Act
    corpus: Sequence[Act]
    random: Random
    article: int = 0
    spent: int = field(default=0)

    def opening(self) -> Framed:
        act = self.act
        day = act.issued
        lines = [
            act.type.issuer_name.upper(),
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            f"Số: {act.number}",
            f"Ngày {day.day:02} tháng {day.month:02} năm {day.year}",
            act.title,
            *(f"Căn cứ {self.corpus[place].name};" for place in act.based_on),
            f"{act.type.issuer_name} ban hành {act.title}.",
        ]
        return Framed(
            Frame.OPENING, tuple(Paragraph(self._say(line)) for line in lines)
        )

    def signature(self) -> Framed:
        lines = ("NGƯỜI KÝ VĂN BẢN", "Nguyễn Văn Thí Dụ")
        return Framed(Frame.SIGNATURE, tuple(map(Paragraph, lines)))

    def chapters(self) -> Iterator[Unit]:
        number = 0
        while not self._full:
            number += 1
            title = self._say(phrase(self.random, 2, 4).upper())
            blocks = tuple(self._chapter())
            yield Unit(Kind.CHAPTER, roman(number), title, blocks)

    def _chapter(self) -> Iterator[Unit]:
        """Small acts have articles in their chapters, big ones sections between."""
        if self.act.bytes <= _BIG:
            yield from self._articles()
            return
        for number in range(1, self.random.randint(2, 3) + 1):
            if number == 1 or not self._full:
                title = self._say(phrase(self.random, 2, 4).upper())
                yield Unit(Kind.SECTION, str(number), title, tuple(self._articles()))

    def _articles(self) -> Iterator[Unit]:
        for place in range(self.random.randint(3, 8)):
            if place == 0 or not self._full:
                self.article += 1
                title = self._say(sentence(self.random, 2, 4))
                blocks = tuple(self._body())
                yield Unit(Kind.ARTICLE, str(self.article), title, blocks)

    def _body(self) -> Iterator[Block]:
        """Paragraph, khoản, and now and then a table in the last khoản."""
        count = self.random.choices(*_CLAUSES)[0]
        if count < 2:
            yield Paragraph(self._say(f"{sentence(self.random, 8, 22)}."))
        for number in range(1, count + 1):
            yield self._clause(number)
        if self.random.random() < _WITH_TABLE:
            title = self._say(f"{sentence(self.random, 3, 6)} theo bảng sau:")
            yield Unit(Kind.CLAUSE, str(count + 1), title, (self._table(),))

    def _clause(self, number: int) -> Unit:
        count = self.random.choices(*_POINTS)[0]
        end = ":" if count else "."
        opening = self._say(f"{sentence(self.random, 4, 13)}{self._reference()}{end}")
        points = tuple(self._point(place, count) for place in range(count))
        return Unit(Kind.CLAUSE, str(number), opening, points)

    def _point(self, place: int, count: int) -> Unit:
        end = ";" if place < count - 1 else "."
        words = self._say(f"{sentence(self.random, 2, 9)}{end}")
        return Unit(Kind.POINT, LETTERS[place], words)

    def _reference(self) -> str:
        drawn = self.random.random()
        if drawn < _TO_ARTICLE:
            article = max(1, self.article - 1)
            clause = self.random.randint(1, 5)
            own = self.act.type.name
            return f" theo quy định tại khoản {clause} Điều {article} của {own} này"
        if drawn < _TO_ARTICLE + _TO_ACT:
            return f" theo quy định của {self.random.choice(self.corpus).name}"
        return ""

    def _table(self) -> Table:
        head = tuple(Cell(word, header=True) for word in _HEADER)
        rows = (self._row(n) for n in range(1, self.random.randint(4, 18) + 1))
        return Table((head, *rows))

    def _row(self, number: int) -> tuple[Cell, ...]:
        words = (
            str(number),
            sentence(self.random, 2, 4),
            f"{self.random.randint(1, 900)}.000",
            phrase(self.random, 1, 2),
        )
        return tuple(Cell(self._say(word)) for word in words)

    @property
    def _full(self) -> bool:
        return self.spent >= self.act.bytes

    def _say(self, words: str) -> str:
        """Count the bytes of a line, its mark and the empty line after it."""
        self.spent += len(words.encode()) + 6
        return words
