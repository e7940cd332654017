"""Where a citing text stands, and what its document calls other acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bookcase.citations.titles import Titles

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Texts(Protocol):
    """What there is of held acts on a day."""

    def version(self, work: str, day: date | None) -> str:
        """Return the name of the version in force; empty where there is no text."""

    def place(self, work: str, day: date | None, unit: str) -> str:
        """Return the id of a provision, empty where the text has none such."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a document calls other acts: ids by folded name, and by number alone."""

    acts: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    titles: Titles = field(default_factory=lambda: Titles(()))


class Context(NamedTuple):
    """Where a citing text stands.

    Attributes:
        work: The id of its act; empty for a text that belongs to none.
        unit: The unit that says it (``d5.k2``); in a quote, its address in the act
            whose words are quoted, as far as known.
        day: The day that it speaks from.
        quoted_on: The act whose words it quotes, where it stands in a quote.
        quoted: It stands in a quote, of whatever act.
        amends: The act that the words change, where they are an instruction to do so:
            places without an act are places there.
        around: The ids of the units around, outermost first.
        names: What the document itself calls other acts.
    """

    work: str = ""
    unit: str = ""
    day: date | None = None
    quoted_on: str = ""
    amends: str = ""
    around: tuple[str, ...] = ()
    names: Names = Names()
    quoted: bool = False
