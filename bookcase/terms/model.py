"""A term that a text defines, and a place where it uses one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what its act says that it means.

    Attributes:
        words: The term as printed, without quotation marks and brackets.
        unit: The id of the unit that defines it.
        definition: What it is said to be, from behind ``là``, with the units below;
            of a short name the long one.
        aliases: Other names given in the same breath: ``(sau đây gọi tắt là …)``.
        scope: The id of the unit in which it holds; empty for the whole act.
        short: It is only a short name given in passing, not a defined notion.
    """

    words: str
    unit: str
    definition: str
    aliases: tuple[str, ...] = ()
    scope: str = ""
    short: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Return the term and its other names."""
        return (self.words, *self.aliases)


class Use(NamedTuple):
    """A term in the words of a block, from ``start`` to before ``end``."""

    start: int
    end: int
    term: Term
