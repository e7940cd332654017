"""Compare two texts by unit, then by word.

Every line of either text stands in one row of the comparison; rows are in the order of
the new text, and what was deleted stands where it stood. Applying the pieces gives the
lines of the new text to the letter. A change of footnote marks alone is no change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.history.diff.blocks import rising
from bookcase.history.diff.lines import BETWEEN_CELLS, lines
from bookcase.history.diff.model import (
    Comparison,
    Did,
    Piece,
    Pieces,
    UnitChange,
    joined,
)
from bookcase.history.diff.names import names
from bookcase.history.diff.pairing import ROOT, Side, pair
from bookcase.history.diff.words import words
from bookcase.legal.words import NOTE_MARK
from bookcase.model.tree import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.history.diff.lines import Line
    from bookcase.model.tree import LegalText

_REPEALED = re.compile(
    r"\(?([Đđ]ã )?([Đđ]ược |[Bb]ị )?([Bb]ãi|[Hh]uỷ|[Hh]ủy) bỏ\)?[.;]?"
)
_KINDS = {kind.value: kind for kind in Kind}


def compare(old: LegalText, new: LegalText) -> Comparison:
    """Compare two texts."""
    return compare_lines(lines(old), lines(new))


def compare_lines(old: Sequence[Line], new: Sequence[Line]) -> Comparison:
    """Compare two texts that are lines already."""
    writer = _Writer(Side(old), Side(new))
    writer.inside(ROOT, ROOT)
    return Comparison(tuple(writer.rows))


class _Writer:
    """Walks the new text, and writes deleted lines where they stood."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.old_of = pair(old, new)
        self.paired = set(self.old_of.values())
        self.old_names, self.new_names = names(old.lines), names(new.lines)
        self.rows: list[UnitChange] = []

    def inside(self, a: int | None, b: int) -> None:
        """Write what a new line holds, and what its old line held beside it."""
        olds = self.old.held.get(a, []) if a is not None else []
        news = self.new.held.get(b, [])
        place = {one: number for number, one in enumerate(olds)}
        here = [one for one in news if self.old_of.get(one) in place]
        stays = {here[n] for n in rising([place[self.old_of[one]] for one in here])}
        passed = 0
        for one in news:
            if one in stays:
                until = place[self.old_of[one]]
                self.gone(olds[passed:until])
                passed = until
            self.line(one, moved=one in self.old_of and one not in stays)
        self.gone(olds[passed:])

    def gone(self, olds: Sequence[int]) -> None:
        """Write lines that have no like in the new text."""
        for a in olds:
            if a in self.paired:
                continue
            pieces = _whole("-", self.old.lines[a].said)
            self.row(Did.DELETED, a, None, pieces)
            self.gone(self.old.held.get(a, []))

    def line(self, b: int, *, moved: bool) -> None:
        line, a = self.new.lines[b], self.old_of.get(b)
        if a is None:
            self.row(Did.INSERTED, None, b, _whole("+", line.said))
        else:
            before = self.old.lines[a]
            pieces = _pieces(before, line)
            moved = moved or self.renumbered(a, b)
            self.row(_did(before, line, moved=moved), a, b, pieces)
        self.inside(a, b)

    def renumbered(self, a: int, b: int) -> bool:
        """Tell whether a unit bears another number."""
        other = self.old.lines[a].mark != self.new.lines[b].mark
        return (
            other and not self.new.counted(b) and self.old.name(a) != self.new.name(b)
        )

    def row(self, did: Did, a: int | None, b: int | None, pieces: Pieces) -> None:
        """Write what became of a line; at least one of its places is known."""
        old = self.old.lines[a] if a is not None else None
        new = self.new.lines[b] if b is not None else None
        if (line := new or old) is None:
            return
        old_name = self.old_names[a] if a is not None else ""
        self.rows.append(
            UnitChange(
                did,
                old.id if old else "",
                new.id if new else "",
                pieces,
                line.depth,
                _KINDS.get(line.kind),
                line.kind,
                self.new_names[b] if b is not None else old_name,
                old_name,
            )
        )


def _did(old: Line, new: Line, *, moved: bool) -> Did:
    was, now = NOTE_MARK.sub("", old.said), NOTE_MARK.sub("", new.said)
    if was != now and _repealed(new) and not _repealed(old):
        return Did.DELETED
    if moved:
        return Did.MOVED
    return Did.SAME if was == now else Did.CHANGED


def _repealed(line: Line) -> bool:
    """Tell whether a unit says no more than that it was repealed."""
    words_ = NOTE_MARK.sub("", line.text).strip()
    return line.kind in _KINDS and bool(_REPEALED.fullmatch(words_))


def _pieces(old: Line, new: Line) -> Pieces:
    """Compare two lines: the marks, then the words; a row cell by cell."""
    if old.kind == "row":
        return _cells(old.text, new.text)
    marks, behind = words(old.mark, new.mark), words(old.behind, new.behind)
    return joined((*marks, *behind))


def _cells(old: str, new: str) -> Pieces:
    ours, theirs = old.split(BETWEEN_CELLS), new.split(BETWEEN_CELLS)
    if len(ours) != len(theirs):
        return (Piece("-", old), Piece("+", new))
    pieces: list[Piece] = []
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        pieces += [Piece("=", BETWEEN_CELLS)] if number else []
        pieces += words(one, other)
    return joined(pieces)


def _whole(sign: str, text: str) -> Pieces:
    if not text:
        return ()
    return (Piece("-" if sign == "-" else "+", text),)
