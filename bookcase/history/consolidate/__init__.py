"""The text of an act after what other acts did to it, unit by unit, with the causes."""

from bookcase.history.consolidate.apply import consolidate
from bookcase.history.consolidate.model import (
    Cause,
    Change,
    Consolidated,
    Due,
    Unapplied,
    changes_text,
)
from bookcase.history.consolidate.order import due_effects

__all__ = [
    "Cause",
    "Change",
    "Consolidated",
    "Due",
    "Unapplied",
    "changes_text",
    "consolidate",
    "due_effects",
]
