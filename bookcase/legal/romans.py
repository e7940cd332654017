"""Tell ``i)`` the Roman one from ``i)`` the letter that follows h.

The letters i, v and x are both points of the Vietnamese alphabet and small Roman
numbers of a deeper list. What stands before and after decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.legal.lexer import Opening, Token
from bookcase.legal.units import RANK
from bookcase.model.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMBIGUOUS = frozenset("ivx")
_BEFORE = {"v": "iv", "x": "ix"}


def settled(stream: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with each Roman ``i)``, ``v)``, ``x)`` made an item."""
    if not any(_ambiguous(token) for token in stream):
        return stream
    found = list(stream)
    point = item = ""
    for pos, token in enumerate(stream):
        if not isinstance(token, Opening):
            continue
        if _ambiguous(token) and _is_roman(stream, pos, point, item):
            found[pos] = token = replace(token, kind=Kind.ITEM)
        if token.kind is Kind.ITEM:
            item = token.number
        elif token.kind is Kind.POINT:
            point, item = token.number, ""
        elif RANK[token.kind] < RANK[Kind.POINT]:
            point = item = ""
    return found


def _ambiguous(token: Token) -> bool:
    return (
        isinstance(token, Opening)
        and token.kind is Kind.POINT
        and token.number in _AMBIGUOUS
    )


def _is_roman(stream: Sequence[Token], pos: int, point: str, item: str) -> bool:
    token = stream[pos]
    number = token.number if isinstance(token, Opening) else ""
    if number in _BEFORE:
        return item == _BEFORE[number]
    return _next_number(stream, pos) == "ii" or point[:1] not in {"g", "h"}


def _next_number(stream: Sequence[Token], pos: int) -> str:
    for token in stream[pos + 1 :]:
        if isinstance(token, Opening) and token.kind is not Kind.DASH:
            return token.number if token.kind in {Kind.ITEM, Kind.POINT} else ""
    return ""
