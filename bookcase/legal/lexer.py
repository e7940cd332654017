r"""Split a text into tokens, one for each line or group of lines that belong together.

Any line is some token: this cannot fail. The escapes at the start of a line::

    \1. literal text           not a clause
    \ paragraph                of the clause, not of the last point
    \\ paragraph               of the article
    \\\ paragraph              of the innermost unit, taken literally
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.legal.marks import body_opening, common_opening
from bookcase.legal.tokens import (
    FENCE,
    HTML,
    INNERMOST,
    OF_ARTICLE,
    OF_CLAUSE,
    PIPES,
    QUOTE,
    Group,
    Note,
    Opening,
    Text,
    Token,
)
from bookcase.legal.units import ATTACHED_LEVEL, canonical_mark, match_heading
from bookcase.model.tree import Kind, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOTE = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)", re.DOTALL)
_PICTURE = re.compile(r"!\[([^\]]*)\]\((attachments/[\w.-]+)\)")
_SPECIAL = frozenset(r"\#>|<!:[")
_new = tuple.__new__
"""As in :mod:`bookcase.legal.marks`."""
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
    pos, end = 0, len(lines)
    while pos < end:
        line = lines[pos].strip()
        if not line:
            pos += 1
        elif line[0] in _SPECIAL:
            token, pos = _special(lines, pos, line, first_line)
            found.append(token)
        else:
            number = first_line + pos
            opening = common_opening(line, number)
            found.append(opening or _plain(line, number, quoted=quoted))
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
    if found := body_opening(line, number, quoted=quoted):
        return found
    if quoted and (opening := _quoted_heading(line, number)):
        return opening
    return _new(Text, (line, number, INNERMOST, False))


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
