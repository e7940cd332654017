"""Structure of a text out of the electronic codification: articles, and no more.

It has no preamble, signature or headings; what looks like one came along with a form.
A regulation issued with the act stands behind the article that issues it, and the act's
articles go on after it: it is moved to the end, where the act has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.imports.articles import write_article
from bookcase.imports.draft import Draft, Guess
from bookcase.imports.markup import Markup
from bookcase.imports.patterns import (
    CHAPTER,
    ISSUED_WITH,
    ISSUED_WITH_INSIDE,
    article,
    is_caps,
)
from bookcase.imports.quotes import Span, cut_at, find_quotes
from bookcase.imports.spine import candidates, own_articles
from bookcase.imports.structured import Structured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.imports.draft import Line
    from bookcase.imports.spine import Candidate

_UNSURE = 0.999
_TITLE_BACK, _SHORT = 6, 90


@dataclass(frozen=True, slots=True)
class _Inserted:
    """A regulation in the midst: its lines from ``start`` to before ``stop``."""

    start: int
    stop: int


def read_codified(draft: Draft) -> Structured:
    """Return the legal text of a codified draft."""
    spans, guesses = find_quotes(draft.lines)
    every = candidates(draft.lines, len(draft.lines), spans, draft.kind)
    spans = cut_at(spans, [one.position for one in own_articles(every)])
    quoted = {pos for one in spans for pos in range(one.start, one.stop)}
    found = [one for one in every if one.position not in quoted]
    inserted = _inserted(draft.lines, found)
    writer = _Writer(draft.lines, spans, {one.position for one in found})
    writer.guesses += guesses
    cut = set(range(inserted.start, inserted.stop)) if inserted else set()
    main = [pos for pos in range(len(draft.lines)) if pos not in cut]
    writer.write(main)
    if inserted:
        writer.write_inserted(inserted)
    order = tuple(draft.lines[pos] for pos in [*main, *sorted(cut)])
    return Structured(writer.out.read(), tuple(writer.guesses), (), order, len(cut))


def _inserted(lines: Sequence[Line], found: Sequence[Candidate]) -> _Inserted | None:
    """Find a run of articles from 1, behind which the act's own go on."""
    values = [one.found.value for one in found]
    for first in range(1, len(values)):
        if values[first] != 1 or values[first - 1] < 1:
            continue
        resumed = values[first - 1] + 1
        for last in range(first + 1, len(values)):
            if values[last] == resumed and values[last] != values[last - 1] + 1:
                start = _title_start(
                    lines, found[first - 1].position, found[first].position
                )
                return _Inserted(start, found[last].position)
    return None


def _title_start(lines: Sequence[Line], low: int, first: int) -> int:
    """Go back from an inserted Điều 1 to where its regulation's title begins."""
    start = first
    for pos in range(first - 1, max(low, first - _TITLE_BACK), -1):
        text = lines[pos].text
        titled = is_caps(text) or CHAPTER.match(text) or ISSUED_WITH.match(text)
        if titled or (len(text) < _SHORT and not text.endswith((".", ";"))):
            start = pos
        else:
            break
    return start


class _Writer:
    """Writes lines by position."""

    def __init__(
        self, lines: Sequence[Line], spans: Sequence[Span], articles: set[int]
    ) -> None:
        self.lines, self.articles = lines, articles
        self.quotes = {span.start: span for span in spans}
        self.out = Markup()
        self.guesses: list[Guess] = []
        self.title = ""

    def write(self, positions: Sequence[int]) -> None:
        skip = -1
        for pos in positions:
            if pos < skip:
                continue
            if pos in self.articles:
                self._article(pos)
            elif span := self.quotes.get(pos):
                self.out.quote(one.text for one in self.lines[pos : span.stop])
                skip = span.stop
            else:
                self.out.text(self.lines[pos].text)
                self.title = ""

    def write_inserted(self, inserted: _Inserted) -> None:
        """Write a regulation that stood in the midst as one issued with the act."""
        first = next(pos for pos in sorted(self.articles) if pos >= inserted.start)
        head = list(range(inserted.start, first))
        title: list[str] = []
        while head and not _ends_title(self.lines[head[0]].text):
            title.append(self.lines[head.pop(0)].text)
        self.out.attached(" ".join(title) or "VĂN BẢN BAN HÀNH KÈM THEO")
        for pos in head:
            self.out.text(self.lines[pos].text)
        self.write(range(first, inserted.stop))
        self.guesses.append(
            Guess(
                "chuyển văn bản kèm theo xuống cuối",
                self.lines[inserted.start].number,
                "số Điều bắt đầu lại từ 1 rồi các Điều của văn bản chính nối tiếp",
                0.9,
            )
        )

    def _article(self, pos: int) -> None:
        line = self.lines[pos]
        if self._repeats(line.text):
            self.out.literal(line.text)
            why = "cùng số và tên với dòng ngay trước"
            self.guesses.append(Guess("tên Điều in hai lần", line.number, why, 0.95))
            return
        self.title = line.text
        alone = pos + 1 in self.articles or pos + 1 == len(self.lines)
        sure = write_article(self.out, line.text, alone=alone, run_on=False)
        if sure < _UNSURE:
            why = "dòng mở đầu Điều dài như một câu"
            self.guesses.append(Guess("tách tên Điều", line.number, why, sure))

    def _repeats(self, text: str) -> bool:
        """Tell whether an article's title is printed a second time right behind it."""
        one, two = article(self.title), article(text)
        if not one or not two or (one.value, one.letter) != (two.value, two.letter):
            return False
        short = one.title.rstrip(". ").casefold()
        return two.title.casefold().startswith(short)


def _ends_title(text: str) -> bool:
    return bool(
        ISSUED_WITH.match(text)
        or ISSUED_WITH_INSIDE.search(text)
        or CHAPTER.match(text)
    )
