r"""Split a text into tokens, one for each line or group of lines that belong together.

Any line is some token: this cannot fail. The escapes at the start of a line::

    \1. literal text           not a clause
    \ paragraph                of the clause, not of the last point
    \\ paragraph               of the article
    \\\ paragraph              of the innermost unit, taken literally
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bookcase.legal.numbers import LETTERS
from bookcase.legal.units import (
    ATTACHED_LEVEL,
    BARE,
    canonical_mark,
    match_heading,
)
from bookcase.model.tree import Kind, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

INNERMOST, OF_CLAUSE, OF_ARTICLE = 0, 1, 2


class Opening(NamedTuple):
    """A line that opens a unit; ``level`` is the number of ``#`` it was given."""

    kind: Kind
    number: str
    text: str
    mark: str
    line: int
    level: int = 0


class Text(NamedTuple):
    """A paragraph; ``holder`` says which unit it asks for (see the escapes above)."""

    text: str
    line: int
    holder: int = INNERMOST
    unknown_heading: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, stripped of their marks.

    ``what`` is ``quote``, ``pipes``, ``html`` or the name of a fence; ``closed`` is
    False where the end mark is missing.
    """

    what: str
    lines: tuple[str, ...]
    line: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """The text of a footnote."""

    mark: str
    text: str
    line: int


Token = Opening | Text | Group | Note | Picture

QUOTE, PIPES, HTML = "quote", "pipes", "html"
FENCE = ":::"

_BODY = re.compile(
    r"(?P<open>[“\"]?)(?:"
    r"(?P<clause>\d{1,3}(?:[a-zđ]{1,2}\d?)?)\.(?=\s|$)"
    r"|(?P<subclause>\d{1,3}[a-z]?(?:\.\d{1,3}[a-z]?){1,8})(?:\.(?=\s|$)|(?=\s+\S))"
    r"|(?P<item>\d{1,2}|[ivx]{2,5})\)(?=\s|$)"
    r"|(?P<point>(?P<letter>[a-zđ])(?P=letter)?\d{0,2})\)(?=\s|$)"
    r"|(?P<subpoint>[a-zđ]\d?(?:\.\d{1,2}){1,8})(?:\)|\.)(?=\s|$)"
    r"|(?P<roman>[IVXL]+)\.(?=\s|$)"
    r"|(?P<capital>[A-ZĐ])\.(?=\s|$)"
    r"|(?P<dash>[-–])(?=\s|$)"
    r"|(?P<plus>\+)(?=\s|$)"
    r")\s*(?P<text>.*)",
    re.DOTALL,
)
_KINDS = tuple(
    (kind.value, kind)
    for kind in (
        Kind.CLAUSE,
        Kind.POINT,
        Kind.DASH,
        Kind.PLUS,
        Kind.SUBCLAUSE,
        Kind.SUBPOINT,
        Kind.ITEM,
        Kind.ROMAN,
        Kind.CAPITAL,
    )
)
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\((attachments/[\w.-]+)\)")
_MARKS = frozenset('“"0123456789abcdđeghiklmnopqrstuvxyABCDĐEGHIKLMNOPQRSTUVXY-–+')
_SPECIAL = frozenset(r"\#>|<!:[")
_CLAUSE, _POINT = Kind.CLAUSE, Kind.POINT
_LONGEST = 3
"""Digits of a clause's number: more are a year or an amount."""
_MAYBE = re.compile(r"[“\"]?(?:[-–+]|[\w.]{0,24}[.)]|\d[\w.]*\s)")
"""What every mark of the body begins with; most paragraphs do not."""
_QUOTATION = frozenset('“"')


def tokens(source: str, first_line: int = 1, *, quoted: bool = False) -> list[Token]:
    """Return the tokens of a text.

    Args:
        source: The text, without front matter.
        first_line: The line of its file on which it starts, from 1.
        quoted: Read the inside of a quote, where headings bear no ``#`` and any mark
            may follow an opening quotation mark.
    """
    found: list[Token] = []
    lines = source.split("\n")
    pos = 0
    while pos < len(lines):
        line = lines[pos].strip()
        if not line:
            pos += 1
        elif line[0] in _SPECIAL:
            token, pos = _special(lines, pos, line, first_line)
            found.append(token)
        else:
            found.append(_plain(line, first_line + pos, quoted=quoted))
            pos += 1
    return found


def framed_tokens(
    lines: Sequence[str], first_line: int
) -> list[Text | Group | Picture]:
    """Return the tokens inside a fence: tables and pictures, all else is literal.

    A backslash at the start of a line is taken off: it kept the line from being a mark.
    """
    found: list[Text | Group | Picture] = []
    pos = 0
    while pos < len(lines):
        line, number = lines[pos].strip(), first_line + pos
        if line.startswith("|"):
            group, pos = _marked_group(lines, pos, "|", PIPES, number)
            found.append(group)
        elif line.startswith("<table"):
            token, pos = _closed_group(lines, pos, "</table>", HTML, number)
            found.append(token)
        else:
            pos += 1
            if picture := _PICTURE.fullmatch(line):
                found.append(Picture(picture[2], picture[1], number))
            elif line:
                found.append(Text(line.removeprefix("\\").lstrip() or line, number))
    return found


def _special(
    lines: Sequence[str], pos: int, line: str, first_line: int
) -> tuple[Token, int]:
    """``quote | pipes | html | fence | heading | note | picture | escape``."""
    number = first_line + pos
    if line[0] == ">":
        return _marked_group(lines, pos, ">", QUOTE, number)
    if line[0] == "|":
        return _marked_group(lines, pos, "|", PIPES, number)
    if line.startswith("<table"):
        return _closed_group(lines, pos, "</table>", HTML, number)
    if line.startswith(FENCE) and (name := line.removeprefix(FENCE).strip()):
        return _fence(lines, pos, name, number)
    return _one_line(line, number), pos + 1


def _one_line(line: str, number: int) -> Token:
    if line[0] == "#":
        return _heading(line, number)
    if line[0] == "[" and (found := _NOTE.fullmatch(line)):
        return Note(found[1], found[2], number)
    if line[0] == "!" and (found := _PICTURE.fullmatch(line)):
        return Picture(path=found[2], alt=found[1], line=number)
    if line[0] == "\\":
        return _escaped(line, number)
    return Text(line, number)


def _marked_group(
    lines: Sequence[str], pos: int, mark: str, what: str, number: int
) -> tuple[Group, int]:
    """``quote = (">" text)+``, ``pipes = ("|" text)+``: as long as lines bear it."""
    inner: list[str] = []
    while pos < len(lines) and (line := lines[pos].strip()).startswith(mark):
        inner.append(line.removeprefix(mark) if what == QUOTE else line)
        pos += 1
    return Group(what, tuple(inner), number), pos


def _closed_group(
    lines: Sequence[str], pos: int, end: str, what: str, number: int
) -> tuple[Text | Group, int]:
    """``html = "<table" … "</table>"``; without its end the first line is text."""
    for last in range(pos, len(lines)):
        if end in lines[last]:
            inner = tuple(line.strip() for line in lines[pos : last + 1])
            return Group(what, inner, number), last + 1
    return Text(lines[pos].strip(), number), pos + 1


def _fence(lines: Sequence[str], pos: int, name: str, number: int) -> tuple[Group, int]:
    """``fence = ":::" name lines ":::"``; an open one ends before the next heading."""
    inner: list[str] = []
    for last in range(pos + 1, len(lines)):
        line = lines[last].strip()
        if line == FENCE:
            return Group(name, tuple(inner), number), last + 1
        if line.startswith("#") and isinstance(_heading(line, 0), Opening):
            return Group(name, tuple(inner), number, closed=False), last
        inner.append(line)
    return Group(name, tuple(inner), number, closed=False), len(lines)


def _heading(line: str, number: int) -> Opening | Text:
    """``heading = "#"+ (word number "." title | title)``."""
    words = line.lstrip("#")
    level = len(line) - len(words)
    words = words.strip()
    if found := match_heading(words):
        heading, unit_number, mark, text = found
        return Opening(heading.kind, unit_number, text, mark, number, level)
    if level == ATTACHED_LEVEL and words:
        return Opening(Kind.ATTACHED, "", words, "", number, level)
    return Text(line, number, unknown_heading=True)


def _escaped(line: str, number: int) -> Text:
    r"""``escape = "\\\ " text | "\\ " text | "\ " text | "\" text``."""
    for prefix, holder in (
        ("\\\\\\ ", INNERMOST),
        ("\\\\ ", OF_ARTICLE),
        ("\\ ", OF_CLAUSE),
    ):
        if line.startswith(prefix):
            return Text(line.removeprefix(prefix).lstrip(), number, holder)
    return Text(line.removeprefix("\\") or line, number)


def _plain(line: str, number: int, *, quoted: bool) -> Opening | Text:
    """``plain = body-mark text | paragraph``; in a quote also ``heading``."""
    if line[0] in _MARKS and (
        found := _common(line, number) or _body(line, number, quoted=quoted)
    ):
        return found
    if quoted and (opening := _quoted_heading(line, number)):
        return opening
    return Text(line, number)


def _common(line: str, number: int) -> Opening | None:
    """``digits ". " text | letter ") " text``: what most lines are, read at once."""
    if line[1:3] == ") " and line[0] in LETTERS:
        return Opening(_POINT, line[0], line[3:].lstrip(), "", number)
    head, dot, text = line.partition(". ")
    if dot and len(head) <= _LONGEST and head.isascii() and head.isdecimal():
        return Opening(_CLAUSE, head, text.lstrip(), "", number)
    return None


def _body(line: str, number: int, *, quoted: bool) -> Opening | None:
    if not _MAYBE.match(line):
        return None
    found = _BODY.match(line)
    if not found or (found["open"] and not quoted):
        return None
    name, kind = next(pair for pair in _KINDS if found[pair[0]] is not None)
    text = found["text"]
    printed = line[: found.start("text")].strip()
    if kind is Kind.SUBCLAUSE and printed[-1] != "." and not text[0].isupper():
        return None
    unit_number = "" if kind in BARE else found[name]
    mark = "" if printed == canonical_mark(kind, unit_number) else printed
    return Opening(kind, unit_number, text.strip(), mark, number)


def _quoted_heading(line: str, number: int) -> Opening | None:
    """``quoted heading = [“"] word number ("." title | end)``."""
    words = line[1:] if line[0] in _QUOTATION else line
    found = match_heading(words)
    if not found:
        return None
    heading, unit_number, mark, text = found
    if len(words) < len(line):
        mark = line[0] + (mark or canonical_mark(heading.kind, unit_number))
    return Opening(heading.kind, unit_number, text, mark, number)
