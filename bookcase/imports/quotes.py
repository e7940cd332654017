"""Find the text of other acts that an act quotes: “Điều 7b. … ”.

A quote begins with a line that opens a quotation mark behind a colon, or one that opens
a unit with it, and ends with the line that closes as many marks as were opened. Where
the marks do not balance the quote ends before the next article of the act itself, the
next instruction, or the signature; that is a guess and is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.imports.draft import Guess
from bookcase.imports.patterns import INSTRUCTION, article
from bookcase.imports.signature import starts_signature

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bookcase.imports.draft import Line

_UNIT = re.compile(
    r"[“\"]\s*(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|Phụ lục|PHỤ LỤC|Phần|"
    r"Mẫu số)\s|\d{1,3}[a-zđ]?\d?\.|[a-zđ]{1,2}\d{0,2}\)|[-–+]\s)"
)
_CLOSES = re.compile(r"[”\"“’]\s*[.;,]?\s*[”\"]?\s*[.;,]?\s*\d{0,3}\s*[.;,]?$")
_STRAIGHT_OPEN = re.compile(r"(?:^|[\s(])\"(?=\S)")
_STRAIGHT_CLOSE = re.compile(r"(?<=[^\s\d(])\"|(?<=\d)\"(?=[.;,]|$)")
_STRETCH = 60
_FAR = 400
"""A quote longer than so many lines is looked at twice."""


@dataclass(frozen=True, slots=True)
class Span:
    """A quote's lines, from ``start`` to before ``stop`` (positions, not numbers)."""

    start: int
    stop: int


def find_quotes(lines: Sequence[Line]) -> tuple[tuple[Span, ...], tuple[Guess, ...]]:
    """Return the quotes of a text, in order and not overlapping, and the guesses."""
    spans: list[Span] = []
    guesses: list[Guess] = []
    last = 0
    pos = 0
    while pos < len(lines):
        text = lines[pos].text
        if opens(lines, pos):
            stop, guess = _end(lines, pos, last)
            spans.append(Span(pos, stop))
            guesses += [guess] if guess else []
            pos = stop
            continue
        if found := article(text):
            last = found.value
        elif balance(text) < 0 and _CLOSES.search(text):
            _stretch(lines, spans, pos, guesses)
        pos += 1
    return tuple(spans), tuple(guesses)


def cut_at(spans: Sequence[Span], positions: Collection[int]) -> tuple[Span, ...]:
    """End each quote before the first of the act's own articles inside it."""
    return tuple(
        Span(
            one.start,
            min([at for at in positions if one.start < at < one.stop] + [one.stop]),
        )
        for one in spans
    )


def balance(text: str) -> int:
    """Count the opening marks of a line less its closing ones."""
    count = text.count("“") - text.count("”")
    if '"' in text:
        count += len(_STRAIGHT_OPEN.findall(text)) - len(_STRAIGHT_CLOSE.findall(text))
    return count


def opens(lines: Sequence[Line], pos: int) -> bool:
    """Tell whether a quote of another act's text begins here."""
    text = lines[pos].text
    if text[0] not in '“"':
        return False
    behind_colon = pos > 0 and lines[pos - 1].text.endswith(":")
    if not behind_colon and not _UNIT.match(text):
        return False
    return balance(text) > 0 or bool(_CLOSES.search(text))


def _end(lines: Sequence[Line], start: int, last: int) -> tuple[int, Guess | None]:
    """Return where a quote ends, and a guess where its marks do not tell."""
    stop = _balanced_end(lines, start)
    if stop and not _hides_another(lines, start, stop):
        return stop, None
    recovered = _recovered_end(lines, start, last, stop or len(lines))
    why = "dấu ngoặc kép không cân; dừng trước Điều hoặc lời dẫn kế tiếp"
    return recovered, Guess("chỗ hết phần trích", lines[start].number, why, 0.6)


def _balanced_end(lines: Sequence[Line], start: int) -> int | None:
    depth = 0
    for pos in range(start, len(lines)):
        depth += balance(lines[pos].text)
        if depth <= 0 and _CLOSES.search(lines[pos].text):
            return pos + 1
    return None


def _hides_another(lines: Sequence[Line], start: int, stop: int) -> bool:
    """Tell whether a quote runs over an instruction with its own quote, or too far."""
    if stop - start > _FAR:
        return True
    return any(
        starts_signature(lines[pos].text)
        or (
            lines[pos].text[0] in '“"'
            and INSTRUCTION.search(lines[pos - 1].text)
            and _UNIT.match(lines[pos].text)
        )
        for pos in range(start + 1, stop)
    )


def _recovered_end(lines: Sequence[Line], start: int, last: int, limit: int) -> int:
    inner = article(lines[start].text.lstrip('“" '))
    own = inner.value if inner else -1
    closed = start
    for pos in range(start, limit):
        text = lines[pos].text
        if pos > start and _stops(lines, pos, last, own):
            return pos
        if found := article(text):
            own = found.value
        if _CLOSES.search(text) and text.endswith((".", ";", "”", '"')):
            closed = pos + 1
            if balance(text) < 0:
                return closed
    return closed if closed > start else limit


def _stops(lines: Sequence[Line], pos: int, last: int, own: int) -> bool:
    text = lines[pos].text
    if starts_signature(text):
        return True
    found = article(text)
    if found:
        return found.value == last + 1 and not found.letter and own != last
    if not INSTRUCTION.search(text) or pos + 1 >= len(lines):
        return False
    return bool(_UNIT.match(lines[pos + 1].text))


def _stretch(
    lines: Sequence[Line], spans: list[Span], pos: int, guesses: list[Guess]
) -> None:
    """A line closes more than was opened: the quote before it had ended too early."""
    if not spans or pos - spans[-1].stop > _STRETCH:
        return
    between = lines[spans[-1].stop : pos + 1]
    if any(INSTRUCTION.search(line.text) or article(line.text) for line in between):
        return
    spans[-1] = Span(spans[-1].start, pos + 1)
    why = "dấu đóng ngoặc kép thừa; phần trích kéo dài đến đây"
    guesses.append(Guess("chỗ hết phần trích", lines[pos].number, why, 0.7))
