"""A row before its place is known: what is done, with marks for what is quoted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bookcase.model.effects import Op, Position


@dataclass(frozen=True, slots=True)
class Row:
    """What a clause does.

    Attributes:
        op: What is done.
        where: The words that say where.
        find: The mark of the quoted words that are acted on, None for none.
        with_: The mark of the quoted words that come in.
        units: Addresses, where they are known already.
        new: The id that an inserted unit gets.
        position: Where it goes, beside ``anchor``.
        anchor: The unit beside which it goes.
        text: The unit or quote of the acting act with the new text.
        by: The unit that says it, where that is below the sentence.
        count: How often the words stand in each place, where that is told.
        guessed: The new text bears another number than the words name.
    """

    op: Op
    where: str = ""
    find: int | None = None
    with_: int | None = None
    units: tuple[str, ...] = ()
    new: str = ""
    position: Position | None = None
    anchor: str = ""
    text: str = ""
    by: str = ""
    guessed: bool = False
    count: int | None = None

    def at(self, where: str) -> Row:
        """Return the row with the words that say where."""
        return replace(self, where=where)
