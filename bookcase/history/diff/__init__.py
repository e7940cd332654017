"""What changed between two texts: by unit, then by word, to the letter."""

from bookcase.history.diff.compare import compare, compare_lines
from bookcase.history.diff.lines import Line, lines
from bookcase.history.diff.model import (
    Comparison,
    Did,
    Piece,
    Pieces,
    UnitChange,
    applied,
)
from bookcase.history.diff.words import words

__all__ = [
    "Comparison",
    "Did",
    "Line",
    "Piece",
    "Pieces",
    "UnitChange",
    "applied",
    "compare",
    "compare_lines",
    "lines",
    "words",
]
