"""The exceptions of the bookcase: a broken machine or a broken caller, never content.

The tree::

    BookcaseError
    ├── MachineError      the disk is full, a file cannot be read, a tool is missing
    └── UsageError        the caller asked for something that cannot be meant

What an editor wrote wrongly is a :class:`bookcase.diagnostics.Diagnostic` instead.
"""

from __future__ import annotations


class BookcaseError(Exception):
    """Anything that stops the program; its text is fit to be shown to a person."""


class MachineError(BookcaseError):
    """The machine does not do what was asked of it."""


class UsageError(BookcaseError):
    """The caller asked for something that cannot be meant."""
