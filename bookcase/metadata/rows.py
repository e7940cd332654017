"""A record as read: values by field name, typed on the way out, with their places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """What could be read of a record; a field that is absent or wrong has no value."""

    values: Mapping[str, object]
    spans: Mapping[str, Span]
    span: Span

    @property
    def line(self) -> int:
        """Return the line on which the record starts."""
        return self.span.line

    def at(self, name: str) -> Span:
        """Return where a field's value stands, or the record where it has none."""
        return self.spans.get(name, self.span)

    def wrong(self, name: str) -> bool:
        """Tell whether something was written that could not be read."""
        return name in self.spans and name not in self.values

    def text(self, name: str) -> str:
        """Return a text, empty where absent."""
        value = self.values.get(name)
        if isinstance(value, Placed):
            return value.text
        return value if isinstance(value, str) else ""

    def day(self, name: str) -> date | None:
        """Return a date."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return a yes or no."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else default

    def maybe(self, name: str) -> bool | None:
        """Return a yes or no, None where not said."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def number(self, name: str) -> int | None:
        """Return a whole number."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def share(self, name: str, default: float) -> float:
        """Return a number from 0 to 1."""
        value = self.values.get(name)
        return value if isinstance(value, float) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(
            one.text if isinstance(one, Placed) else one
            for one in self._items(name)
            if isinstance(one, (str, Placed))
        )

    def placed(self, name: str) -> tuple[Placed, ...]:
        """Return a list of references with their places."""
        return tuple(one for one in self._items(name) if isinstance(one, Placed))

    def numbers(self, name: str) -> tuple[int, ...]:
        """Return a list of whole numbers."""
        return tuple(one for one in self._items(name) if isinstance(one, int))

    def row(self, name: str) -> Row | None:
        """Return a record."""
        value = self.values.get(name)
        return value if isinstance(value, Row) else None

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return a list of records."""
        return tuple(one for one in self._items(name) if isinstance(one, Row))

    def _items(self, name: str) -> tuple[object, ...]:
        value = self.values.get(name)
        return value if isinstance(value, tuple) else ()
