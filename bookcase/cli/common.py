"""What several commands share: arguments and the printing of findings."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.diagnostics import has_errors
from bookcase.report import render

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from bookcase.diagnostics import Diagnostic

SELDOM = 200_000
"""New objects between looks for cycles: trees of law have none, and are many."""


def add_content(parser: argparse.ArgumentParser) -> None:
    """Add ``--content``."""
    parser.add_argument(
        "--content",
        type=Path,
        default=Path("content"),
        metavar="THƯ_MỤC",
        help="thư mục nội dung (mặc định: content)",
    )


def add_site(parser: argparse.ArgumentParser) -> None:
    """Add ``--site``."""
    parser.add_argument(
        "--site",
        type=Path,
        default=Path("site"),
        metavar="THƯ_MỤC",
        help="thư mục trang đã dựng (mặc định: site)",
    )


def a_day(words: str) -> date:
    """Read a day of the command line; for ``type`` of an argument.

    Raises:
        ArgumentTypeError: It is no day, or written in another way.
    """
    try:
        return date.fromisoformat(words)
    except ValueError:
        msg = f"«{words}» không phải một ngày viết theo YYYY-MM-DD, ví dụ 2026-07-01"
        raise ArgumentTypeError(msg) from None


def say(text: str) -> None:
    """Print data."""
    print(text)


def tell(text: str) -> None:
    """Print what is not data: progress, findings."""
    print(text, file=sys.stderr)


def report_findings(
    found: Iterable[Diagnostic], format_: str = "text", base: str = ""
) -> int:
    """Print the findings, sorted, and return the exit code that they call for.

    Args:
        found: The findings.
        format_: How they are printed.
        base: The folder that their paths are relative to.
    """
    rows = tuple(sorted(found))
    text = render(rows, format_, base).rstrip()
    if text:
        (say if format_ == "json" else tell)(text)
    return 1 if has_errors(rows) else 0
