"""What we found wrong with the content, as data.

Nothing in the bookcase raises for bad content: it returns diagnostics. Exceptions
(:mod:`bookcase.errors`) are for a broken machine or a broken caller.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands in a source file; line and column start at 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return the form that editors' programs make clickable."""
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding: a stable code for machines, sentences for the editor.

    ``message`` says what is wrong, ``hint`` what to do about it; both in Vietnamese.
    """

    span: Span
    code: str
    message: str
    level: Level = "error"
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Result(Generic[T]):
    """A value, always usable, and what was found while making it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()


def has_errors(found: tuple[Diagnostic, ...]) -> bool:
    """Tell whether any of the findings is an error."""
    return any(one.level == "error" for one in found)
