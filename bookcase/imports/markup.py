"""Gather the recognised structure as Markdown lines, and read them as a legal text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.legal.parser import parse
from bookcase.legal.units import match_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.tree import LegalText

_SPECIAL = frozenset("\\#>|<!:[")


class Markup:
    """Collects blocks in reading order; a heading that cannot be one stays as text."""

    def __init__(self) -> None:
        """Start with an empty text."""
        self._blocks: list[str] = []

    def heading(self, level: int, mark: str, title: str = "") -> bool:
        """Add a heading; return whether it is one that the parser knows."""
        mark = mark.rstrip(" .")
        dot = "" if mark.endswith(":") or not title else "."
        words = f"{mark}{dot} {title}".rstrip()
        if match_heading(words):
            self._blocks.append(f"{'#' * level} {words}")
            return True
        self.text(f"{mark} {title}".strip())
        return False

    def attached(self, title: str) -> None:
        """Add the title of a regulation that was issued with the act."""
        self._blocks.append(f"# {title}")

    def text(self, text: str) -> None:
        """Add a paragraph or whatever unit of the body the line opens."""
        self._blocks.append(escaped(text) if text[0] in _SPECIAL else text)

    def literal(self, text: str) -> None:
        """Add a paragraph that opens no unit, whatever it looks like."""
        self._blocks.append(escaped(text))

    def quote(self, lines: Iterable[str]) -> None:
        """Add quoted text of another act."""
        inner = (escaped(text) if text[0] in _SPECIAL else text for text in lines)
        self._blocks.append("\n>\n".join(f"> {text}" for text in inner))

    def frame(self, name: str, lines: Iterable[str]) -> None:
        """Add one of the parts around the body; nothing where it has no lines."""
        inner = [f"\\{text}" if text[0] in _SPECIAL else text for text in lines]
        if inner:
            self._blocks.append("\n\n".join([f"::: {name}", *inner, ":::"]))

    def note(self, mark: str, text: str) -> None:
        """Add the text of a footnote."""
        self._blocks.append(f"[^{mark}]: {text}")

    def read(self) -> LegalText:
        """Return the tree."""
        return parse("\n\n".join(self._blocks)).value


def escaped(text: str) -> str:
    """Return a line that is read as a paragraph of just these letters."""
    return f"\\\\\\ {text}" if text[0] == "\\" else f"\\{text}"
