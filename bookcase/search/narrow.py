"""Results of one kind only, of one place, or as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.search.names import HOLDING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bookcase.search.facts import Read


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a reader wants to see of all that is found.

    Attributes:
        values: The key wanted of a facet, by the facet's key.
        state: The state wanted, on the day.
        day: The day; without a state, only what is in force on it is wanted.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    day: date | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.values or self.state or self.day)


EVERYTHING = Narrowing()


def allows(facts: Read, narrowing: Narrowing, page: int) -> bool:
    """Tell whether a page is wanted; one without a state is never out of force."""
    for facet, wanted in narrowing.values.items():
        if wanted not in (key for key, _ in facts.values(facet, page)):
            return False
    if narrowing.day is None:
        return True
    state = facts.state(page, narrowing.day)
    if narrowing.state:
        return state == narrowing.state
    return not state or state in HOLDING


def on_day(facts: Read, page: int, day: date, url: str) -> str:
    """Return the address of the text that stood on a day."""
    version = facts.version(page, day)
    return f"{url.removesuffix('.html')}/{version}.html" if version else url
