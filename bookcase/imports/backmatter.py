"""What stands behind the signature: annexes, forms, regulations issued with the act.

Each restarts its articles at 1; they are written below its heading, so their ids bear
its prefix.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.imports.articles import write_article
from bookcase.imports.headings import find_headings
from bookcase.imports.openings import Act, find_openings
from bookcase.imports.patterns import (
    ANNEX,
    FORM,
    HEAD_OF_STATE,
    ISSUED_WITH,
    ISSUED_WITH_INSIDE,
    Found,
    article,
    is_caps,
    without_blanks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.imports.draft import Line
    from bookcase.imports.headings import Heading
    from bookcase.imports.markup import Markup
    from bookcase.imports.quotes import Span

_ROMAN_NOTE = re.compile(r"([IVXLC]+)(\d{1,3})")
_FORM_NOTE = re.compile(r"(0\d[a-z]?)(\d{1,2})")
_NO_TITLE = re.compile(
    r"\d|[IVXA-E]+\.|\[|TÊN |\.\.|…|MẪU SỐ|Mẫu số|PHỤ LỤC|STT\b|TT\b"
)
_TITLE_LINES, _SHORTEST = 4, 5
_NO_SUCH = 30
"""Above this a number is looked at twice."""
_ANNEX_LEVEL, _FORM_LEVEL = 2, 3


class BackMatter:
    """Writes what follows the signature into a :class:`Markup`."""

    def __init__(
        self, lines: Sequence[Line], start: int, spans: Sequence[Span], act: Act
    ) -> None:
        """Look at the lines from a position on."""
        self.lines, self.start, self.act = lines, start, act
        self.quotes = {span.start: span for span in spans if span.start >= start}
        self.openings = find_openings(lines, start, act)
        self.last = self.annex = self.form = self.note = 0
        self.inside = False

    def write(self, out: Markup) -> None:
        """Write everything, in order."""
        headings = self._headings()
        pos = self.start
        while pos < len(self.lines):
            if span := self.quotes.get(pos):
                stop = min(span.stop, self._next_opening(pos))
                out.quote(line.text for line in self.lines[pos:stop])
                pos = stop
            elif pos in self.openings:
                pos = self._open(out, pos)
            elif heading := headings.get(pos):
                out.heading(heading.level, heading.mark, heading.title)
                pos += heading.lines
            else:
                self._line(out, self.lines[pos].text)
                pos += 1

    def _headings(self) -> dict[int, Heading]:
        """Find headings inside annexes: those over their own articles."""
        stop = len(self.lines)
        places = range(self.start, stop)
        articles = {pos for pos in places if article(self.lines[pos].text)}
        quoted = {
            pos for span in self.quotes.values() for pos in range(span.start, span.stop)
        }
        found = find_headings(self.lines, (self.start, stop), articles, quoted)
        first = next(iter(self.openings), stop)
        return {
            pos: one
            for pos, one in found.items()
            if pos > first
            and not any(at in self.openings for at in range(pos + 1, pos + one.lines))
        }

    def _next_opening(self, pos: int) -> int:
        return next((at for at in self.openings if at > pos), len(self.lines))

    def _open(self, out: Markup, pos: int) -> int:
        """Write an opening with its title; return the position behind it."""
        what, self.last, self.inside = self.openings[pos], 0, True
        if what == "attached":
            return self._attached(out, pos)
        text = self.lines[pos].text
        found = ANNEX.match(text) if what == "annex" else FORM.match(text)
        if not found:  # never: the line was found by this very pattern
            out.text(text)
            return pos + 1
        return (
            self._annex(out, pos, found)
            if what == "annex"
            else self._form(out, pos, found)
        )

    def _annex(self, out: Markup, pos: int, found: re.Match[str]) -> int:
        number = found["number"] or ""
        plain, note = self._parted(number, self.annex)
        mark = found["mark"].removesuffix(note) if note else found["mark"]
        title = f"{note} {found['title']}".strip()
        own = is_caps(title) or found["sep"].strip() or title == note
        if title and not own:
            self.inside = out.heading(_ANNEX_LEVEL, mark)
            out.text(title)
            return pos + 1
        more = list(self._title_lines(pos + 1))
        full = " ".join([*([title] if title else []), *more])
        self.inside = out.heading(_ANNEX_LEVEL, mark, full)
        self.annex = int(plain) if plain.isdigit() else self.annex
        return pos + 1 + len(more)

    def _parted(self, number: str, before: int) -> tuple[str, str]:
        """Part a number from a footnote's that is glued to it: ``XIII14``, ``0326``.

        Numbers follow one another, and so do footnotes: ``before`` is the number of the
        last of the kind.
        """
        glued = _ROMAN_NOTE.fullmatch(number)
        if not glued and self.act.consolidated:
            next_note = str(self.note + 1) if self.note else "-"
            expected = str(before + 1)
            if found := _FORM_NOTE.fullmatch(number):
                glued = found
            elif number.isdigit() and int(number) > max(before + 1, _NO_SUCH):
                for pattern in (
                    rf"({expected})(\d+)",
                    rf"(\d+)({next_note})",
                    r"(\d\d)(\d\d)",
                ):
                    glued = glued or re.fullmatch(pattern, number)
        if not glued:
            return number, ""
        self.note = int(glued[2])
        return glued[1], glued[2]

    def _form(self, out: Markup, pos: int, found: re.Match[str]) -> int:
        number, note = self._parted(found["number"], self.form)
        title = found["title"]
        self.form = int(number) if number.isdigit() else 0
        mark = f"{found['word']} {number}"
        title = f"{note} {title}".strip()
        own = is_caps(title) or title == note
        if found["sep"].strip() and not ISSUED_WITH.match(title):
            own = bool(without_blanks(title))
        self.inside = out.heading(_FORM_LEVEL, mark, title if own else "")
        if title and not own:
            out.text(title)
        return pos + 1

    def _title_lines(self, pos: int) -> Iterator[str]:
        """Yield the lines in capitals below an annex's heading: its title."""
        for at in range(pos, min(pos + _TITLE_LINES, len(self.lines))):
            text = self.lines[at].text
            if ISSUED_WITH.match(text) or HEAD_OF_STATE.match(text):
                return
            if not is_caps(text) or len(text) < _SHORTEST or _NO_TITLE.match(text):
                return
            if at in self.openings:
                return
            yield text

    def _attached(self, out: Markup, pos: int) -> int:
        """Write the title of a regulation, and the line that says it was issued."""
        parts: list[str] = []
        for stop in range(pos, len(self.lines)):
            text = self.lines[stop].text
            said = ISSUED_WITH.match(text) or ISSUED_WITH_INSIDE.search(text)
            if said:
                parts.append(text[: said.start()].strip())
                out.attached(" ".join(filter(None, parts)))
                out.text(text[said.start() :])
                return stop + 1
            parts.append(text)
        return len(self.lines)

    def _line(self, out: Markup, text: str) -> None:
        found = article(text) if self.inside else None
        if found and self._fits(found, text):
            self.last = found.value
            write_article(out, text)
        else:
            out.text(text)

    def _fits(self, found: Found, text: str) -> bool:
        """Tell whether an article goes on in this annex; table cells name others."""
        if found.value == 1 and not found.letter:
            return bool(found.title) or ":" in text
        inserted = found.value == self.last and bool(found.letter)
        return inserted or (found.value == self.last + 1 and not found.letter)
