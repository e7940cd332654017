"""A text on its way in: lines, and everything that the stages did to them.

Each stage takes a :class:`Draft` and returns one, and adds what it removed, repaired or
guessed. No letter disappears without a :class:`Removed`, so that the whole way can be
proven (:mod:`bookcase.imports.conserve`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

TextKind = Literal["gazette", "consolidated", "codified"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text without outer white space; ``number`` is the source's, from 1."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Letters that were taken out of the text.

    ``what`` is the class of noise they belong to; ``column`` counts from 0 in the
    source's line. ``noted`` ones are not lost: they stand in the work's ``source``.
    """

    what: str
    text: str
    line: int
    column: int = 0
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Repair:
    """Letters that were replaced by others, ``count`` times."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Guess:
    """What was decided without proof: where (source line), why, how sure (0 to 1)."""

    what: str
    line: int
    why: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A text between two stages.

    Attributes:
        kind: Where it comes from; a codified text is never cleaned, only read.
        number: The act's own number, to know its own regulations and annexes by.
        lines: What is left of the text.
        source: The lines after letter repair: what conservation is measured against.
        removed: In the order of the source.
        repairs: By class.
        guesses: In the order in which they were made.
    """

    kind: TextKind
    number: str
    lines: tuple[Line, ...]
    source: tuple[Line, ...] = ()
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Repair, ...] = ()
    guesses: tuple[Guess, ...] = ()

    def step(
        self,
        lines: Iterable[Line],
        removed: Iterable[Removed] = (),
        guesses: Iterable[Guess] = (),
    ) -> Draft:
        """Return the draft after a stage."""
        return replace(
            self,
            lines=tuple(lines),
            removed=(*self.removed, *removed),
            guesses=(*self.guesses, *guesses),
        )


def letters(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
