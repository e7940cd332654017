"""Stage 4: lines become a legal text.

The act's own articles are found first (:mod:`bookcase.imports.spine`), then what stands
around them: the preamble before, the signature behind, annexes behind that, quotes
between. What is none of these is left to the legal parser, which knows the units inside
an article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.imports.articles import write_article
from bookcase.imports.backmatter import BackMatter
from bookcase.imports.codified import read_codified
from bookcase.imports.draft import Draft, Guess, Line
from bookcase.imports.gaps import fill_gaps
from bookcase.imports.glued import Clauses
from bookcase.imports.headings import Heading, find_headings
from bookcase.imports.markup import Markup
from bookcase.imports.notes import read_notes
from bookcase.imports.openings import Act, find_openings, is_annex, says_issued
from bookcase.imports.patterns import FORM, ISSUED_IN_BRACKETS, article
from bookcase.imports.quotes import Span, cut_at, find_quotes
from bookcase.imports.signature import (
    Ending,
    ending_start,
    read_ending,
    starts_signature,
)
from bookcase.imports.spine import Candidate, candidates, own_articles
from bookcase.imports.structured import Structured
from bookcase.model.tree import Frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.model.act import Signer

_PREAMBLE = re.compile(
    r"(?:Căn cứ|Theo đề nghị|Xét|Thực hiện|Để)\b.*|"
    r"(?:QUYẾT NGHỊ|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ)\s*:|"
    r".*\bban hành (?:Luật|Nghị|Thông|Quyết|Pháp).*"
)
_MOST_PREAMBLE = 60
_UNSURE = 0.999


def read_structure(draft: Draft) -> Structured:
    """Return the legal text of a draft."""
    if draft.kind == "codified":
        return read_codified(draft)
    return _Reading(draft).read()


class _Reading:
    """Reads one text of the gazette."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        lines, self.notes = read_notes(draft.lines)
        self.lines = list(_apart(lines))
        self.spans, guesses = find_quotes(self.lines)
        self.guesses = list(guesses)
        self.merged = draft.kind == "consolidated"
        self.clauses = Clauses()
        self.signed = False
        self.stop = self._body_stop()
        found = self._candidates(self.stop)
        self.articles = own_articles(found)
        own = [one.position for one in self.articles]
        self.spans = cut_at(self.spans, own)
        self.quoted = {pos for one in self.spans for pos in range(one.start, one.stop)}
        self.others = self._others(found)

    def read(self) -> Structured:
        out = Markup()
        own = {one.position for one in self.articles}
        headings = find_headings(self.lines, (0, self.stop), own, self.quoted)
        start = self._preamble_stop(headings)
        out.frame(Frame.OPENING, (line.text for line in self.lines[:start]))
        self._body(out, start, own, headings)
        signers: tuple[Signer, ...] = ()
        if self.stop < len(self.lines):
            signers = self._end(out)
        for mark, text in self.notes:
            out.note(mark, text)
        order = tuple(self.lines)
        return Structured(out.read(), tuple(self.guesses), signers, order)

    def _candidates(self, stop: int) -> tuple[Candidate, ...]:
        return candidates(self.lines, stop, self.spans, self.draft.kind)

    def _body_stop(self) -> int:
        """Return where the signature begins, or an annex before it, or the end."""
        every = self._candidates(len(self.lines))
        start = every[0].position if every else 0
        signed = len(self.lines)
        for pos in range(start, len(self.lines)):
            if starts_signature(self.lines[pos].text) and not self._goes_on(pos):
                self.signed = True
                signed = ending_start(self.lines, pos, start)
                break
        quoted = {pos for one in self.spans for pos in range(one.start, one.stop)}
        chain = own_articles([one for one in every if one.position < signed])
        for pos in range(chain[-1].position if chain else start, signed):
            sure = signed == len(self.lines) or says_issued(self.lines, pos)
            if sure and pos not in quoted and is_annex(self.lines, pos):
                self.signed = False
                return pos
        return signed

    def _goes_on(self, pos: int) -> bool:
        """Tell whether the act's articles go on right behind what seems its end."""
        before = own_articles(self._candidates(pos))
        behind = read_ending(self.lines, pos).stop
        after = [article(line.text) for line in self.lines[behind : behind + 3]]
        values = [one.value for one in after if one]
        return bool(before and values and values[0] == before[-1].found.value + 1)

    def _others(self, found: Sequence[Candidate]) -> dict[int, Span]:
        """Return the articles that are another act's without marks, as quotes."""
        own = {one.position for one in self.articles}
        spans: dict[int, Span] = {}
        for one in found:
            if (
                one.position in own
                or one.position in self.quoted
                or any(
                    span.start <= one.position < span.stop for span in spans.values()
                )
            ):
                continue
            stop = min([pos for pos in own if pos > one.position] or [self.stop])
            stop = min([s.start for s in self.spans if s.start > one.position] + [stop])
            spans[one.position] = Span(one.position, stop)
            why = f"Điều {one.found.value}{one.found.letter} không nối tiếp các Điều"
            self.guesses.append(
                Guess(
                    "phần trích không có ngoặc kép",
                    self.lines[one.position].number,
                    why,
                    0.6,
                )
            )
        return spans

    def _preamble_stop(self, headings: dict[int, Heading]) -> int:
        first = [one.position for one in self.articles[:1]] + list(headings)
        if self.articles:
            return min(first)
        stop = 0
        for pos in range(min(_MOST_PREAMBLE, self.stop)):
            if _PREAMBLE.fullmatch(self.lines[pos].text):
                stop = pos + 1
        if stop:
            number = self.lines[stop - 1].number
            self.guesses.append(
                Guess("chỗ hết phần mở đầu", number, "văn bản không có Điều", 0.6)
            )
        return min([stop, *headings]) if headings else stop

    def _body(
        self, out: Markup, start: int, own: set[int], headings: dict[int, Heading]
    ) -> None:
        quotes = {span.start: span for span in self.spans} | self.others
        pos = start
        while pos < self.stop:
            text = self.lines[pos].text
            if pos in own:
                alone = pos + 1 in own or pos + 1 in headings or pos + 1 == self.stop
                self._article(out, pos, alone=alone)
            elif heading := headings.get(pos):
                out.heading(heading.level, heading.mark, heading.title)
                pos += heading.lines
                continue
            elif span := quotes.get(pos):
                stop = min(span.stop, self.stop)
                out.quote(line.text for line in self.lines[pos:stop])
                pos = stop
                continue
            else:
                out.text(self.clauses.parted(text) if self.merged else text)
            pos += 1

    def _article(self, out: Markup, pos: int, *, alone: bool) -> None:
        line = self.lines[pos]
        self.clauses = Clauses()
        sure = write_article(out, line.text, alone=alone, clauses=self.clauses)
        if sure < _UNSURE:
            why = "nguồn viết liền tên Điều với nội dung"
            self.guesses.append(Guess("tách tên Điều", line.number, why, sure))

    def _end(self, out: Markup) -> tuple[Signer, ...]:
        ending = Ending(self.stop, self.stop, None, ())
        if self.signed:
            ending = read_ending(self.lines, self.stop)
        self._frames(out, ending)
        act = Act(self.draft.number)
        openings = find_openings(self.lines, ending.stop, act)
        lines, parted = fill_gaps(self.lines, openings)
        spans = self.spans if not parted else find_quotes(lines)[0]
        BackMatter(lines, ending.stop, spans, act).write(out)
        if parted:
            why = "số hiệu còn thiếu giữa hai mẫu liền nhau"
            number = self.lines[ending.stop].number
            self.guesses.append(Guess("tách tiêu đề mẫu dính liền", number, why, 0.8))
        return ending.signers

    def _frames(self, out: Markup, ending: Ending) -> None:
        texts = [line.text for line in self.lines[ending.start : ending.stop]]
        if ending.recipients is None:
            out.frame(Frame.SIGNATURE, texts)
            return
        split = ending.recipients - ending.start
        stop = split + 1
        while stop < len(texts) and texts[stop].startswith(("-", "–", "+")):
            stop += 1
        out.frame(Frame.SIGNATURE, texts[:split])
        out.frame(Frame.RECIPIENTS, texts[split:stop])
        out.frame(Frame.SIGNATURE, texts[stop:])


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Part a form's heading from “(Kèm theo …)” where the source ran them together."""
    for line in lines:
        found = ISSUED_IN_BRACKETS.search(line.text)
        rest = line.text[found.end() :].strip() if found else ""
        if found and rest and FORM.match(rest):
            yield Line(line.text[: found.end()], line.number)
            yield Line(rest, line.number)
        else:
            yield line
