"""Tell ``i)`` the Roman one from ``i)`` the letter that follows h; ``I.`` likewise.

The letters i, v and x are both points of the Vietnamese alphabet and small Roman
numbers of a deeper list; I, L, V and X are capitals and Roman numbers. What stands
before and after decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal.numbers import LETTERS
from bookcase.legal.tokens import Opening, Token
from bookcase.legal.units import BARE, RANK
from bookcase.model.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_AMBIGUOUS = {Kind.POINT: frozenset("ivx"), Kind.ROMAN: frozenset("ILVX")}
_LISTS = {
    Kind.POINT: frozenset({Kind.POINT, Kind.ITEM}),
    Kind.ROMAN: frozenset({Kind.ROMAN, Kind.CAPITAL}),
}
_BEFORE = {"v": "iv", "x": "ix"}


def settled(stream: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with each ambiguous number told by what stands around it.

    A Roman ``i)``, ``v)``, ``x)`` becomes an item, the letter ``I.`` a capital block.
    """
    if not any(_ambiguous(token) for token in stream):
        return stream
    found = list(stream)
    last: dict[Kind, str] = {}
    for pos, token in enumerate(stream):
        if isinstance(token, Opening):
            found[pos] = told = _told(stream, pos, token, last)
            last = {k: n for k, n in last.items() if RANK[k] < RANK[told.kind]}
            last[told.kind] = told.number
    return found


def _ambiguous(token: Token) -> bool:
    return isinstance(token, Opening) and token.number in _AMBIGUOUS.get(token.kind, ())


def _told(
    stream: Sequence[Token], pos: int, token: Opening, last: Mapping[Kind, str]
) -> Opening:
    """Return the opening with its kind settled; ``last`` are the open numbers."""
    if not _ambiguous(token):
        return token
    after = _next_number(stream[pos + 1 :], token)
    if token.kind is Kind.ROMAN:
        capital = _is_capital(token.number, after, last.get(Kind.CAPITAL, ""))
        return token._replace(kind=Kind.CAPITAL) if capital else token
    point, item = last.get(Kind.POINT, ""), last.get(Kind.ITEM, "")
    is_item = _is_roman(token.number, after, point, item)
    return token._replace(kind=Kind.ITEM) if is_item else token


def _is_capital(number: str, after: str, before: str) -> bool:
    """``I.`` after ``H.`` is a letter, unless ``II.`` comes next."""
    if not before or f"{number}I" == after:
        return False
    return LETTERS.find(before.lower()) + 1 == LETTERS.find(number.lower())


def _is_roman(number: str, after: str, point: str, item: str) -> bool:
    if number in _BEFORE:
        return item == _BEFORE[number]
    return after == "ii" or point[:1] not in {"g", "h"}


def _next_number(stream: Sequence[Token], head: Opening) -> str:
    """Return the number of the next opening that could go on with the list of ``head``.

    Args:
        stream: The tokens after ``head``.
        head: A point or a Roman block.
    """
    for token in stream:
        if isinstance(token, Opening) and not _within(token, head):
            return token.number if token.kind in _LISTS[head.kind] else ""
    return ""


def _within(token: Opening, head: Opening) -> bool:
    if head.kind is Kind.ROMAN:
        return RANK[token.kind] > RANK[Kind.ROMAN]
    return token.kind in BARE
