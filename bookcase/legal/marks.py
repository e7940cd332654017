"""The marks of the body: ``1.``, ``a)``, ``1.1.``, ``-`` and the like."""

from __future__ import annotations

import re

from bookcase.legal.numbers import LETTERS
from bookcase.legal.tokens import Opening
from bookcase.legal.units import BARE, canonical_mark
from bookcase.model.tree import Kind

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
_MARKS = frozenset('“"0123456789abcdđeghiklmnopqrstuvxyABCDĐEGHIKLMNOPQRSTUVXY-–+')
_LONGEST = 3
"""Digits of a clause's number: more are a year or an amount."""
_COMMON = {f"{count}.": (Kind.CLAUSE, str(count)) for count in range(10**_LONGEST)} | {
    f"{letter})": (Kind.POINT, letter) for letter in LETTERS
}
"""The marks that nine of ten units bear, as they stand before the first space."""
_new = tuple.__new__
"""Makes a named tuple in half the time: for what is made for each line of law."""
_MAYBE = re.compile(r"[“\"]?(?:[-–+]|[\w.]{0,24}[.)]|\d[\w.]*\s)")
"""What every mark of the body begins with; most paragraphs do not."""


def body_opening(line: str, number: int, *, quoted: bool) -> Opening | None:
    """Read a line that opens a unit of the body; None when it is a paragraph.

    Args:
        line: The line, stripped.
        number: Its place in the file, from 1.
        quoted: A quotation mark may stand before the unit's own mark.
    """
    if line[0] not in _MARKS:
        return None
    return common_opening(line, number) or _body(line, number, quoted=quoted)


def common_opening(line: str, number: int) -> Opening | None:
    """``digits ". " text | letter ") " text``: what most lines are, read at once."""
    space = line.find(" ", 0, _LONGEST + 2)
    known = _COMMON.get(line[:space]) if space > 0 else None
    if known is None:
        return None
    kind, said = known
    return _new(Opening, (kind, said, line[space + 1 :].lstrip(), "", number, 0))


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
