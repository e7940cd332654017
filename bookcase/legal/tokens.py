"""The tokens of a legal text: what the lexer gives and the parser takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bookcase.model.tree import Picture

if TYPE_CHECKING:
    from bookcase.model.tree import Kind

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
