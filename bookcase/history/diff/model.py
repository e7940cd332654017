"""What a comparison says: values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.tree import Kind

Sign = Literal["=", "+", "-"]


class Did(StrEnum):
    """What became of a unit; one that moved may have changed too: its pieces tell."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words: in both texts (``=``), only in the new or the old one."""

    sign: Sign
    text: str


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What became of one line: a unit's opening, a paragraph, a row of a table.

    Attributes:
        did: What became of it. A unit that was repealed but keeps its number, ``2.
            (được bãi bỏ)``, is deleted and stands in both texts.
        old: Its id in the old text, or empty.
        new: Its id in the new text, or empty.
        pieces: Its words. Those of ``=`` and ``-`` together are the old line, those of
            ``=`` and ``+`` the new one, to the letter.
        depth: How many units it stands in, Phần, Chương and Mục not counted.
        kind: What kind of unit it opens; None for all else.
        what: The kind's value, or ``paragraph``, ``row``, ``picture``, ``note`` (a
            footnote), ``quote``, ``frame``, ``table`` (these three say nothing).
        name: What one calls it, ``khoản 2 Điều 5``, in the new text, else the old one;
            of a paragraph or row, the unit that it belongs to; may be empty.
        old_name: The same in the old text, empty where it has none.
    """

    did: Did
    old: str
    new: str
    pieces: Pieces
    depth: int
    kind: Kind | None
    what: str = "paragraph"
    name: str = ""
    old_name: str = ""

    @property
    def differs(self) -> bool:
        """Tell whether it is to be shown."""
        return self.did is not Did.SAME


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts line by line, in the order of the new one.

    What was deleted stands where it stood. Every line of either text is in one row.
    """

    rows: tuple[UnitChange, ...]


def joined(pieces: Iterable[Piece]) -> Pieces:
    """Join neighbours of one sign; what is taken out stands before what comes in."""
    found: list[Piece] = []
    gone: list[str] = []
    come: list[str] = []
    for piece in pieces:
        if piece.sign != "=":
            (gone if piece.sign == "-" else come).append(piece.text)
        elif piece.text:
            found += _changed(gone, come)
            gone, come = [], []
            if found and found[-1].sign == "=":
                piece = Piece("=", found.pop().text + piece.text)  # noqa: PLW2901
            found.append(piece)
    return (*found, *_changed(gone, come))


def _changed(gone: list[str], come: list[str]) -> list[Piece]:
    made = [Piece("-", "".join(gone)), Piece("+", "".join(come))]
    return [piece for piece in made if piece.text]


def applied(old: str, pieces: Iterable[Piece]) -> str:
    """Apply a change to the text that it was made from, and return the new text.

    Raises:
        ValueError: the pieces do not fit the old text.
    """
    kept = tuple(pieces)
    if "".join(one.text for one in kept if one.sign != "+") != old:
        message = "the pieces were not made from this text"
        raise ValueError(message)
    return "".join(one.text for one in kept if one.sign != "-")
