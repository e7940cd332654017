"""Golden files: cases of a title, an input and an expectation, parted by dots.

A case reads as an example, and stands beside others with blank lines between::

    A point belongs to the clause before it
    .
    1. Khoản một.
    a) Điểm a.
    .
    k1
      a
    .

A line that is a single dot always parts; all other lines are content, blank ones too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DOT = ".\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One example; ``expected`` is what the code should say about ``given``.

    Both end with a line break, unless they are empty.
    """

    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        """Return the case as it stands in its file."""
        return f"{self.title}\n{DOT}{self.given}{DOT}{self.expected}{DOT}"


def cases(path: Path) -> tuple[Case, ...]:
    """Read a golden file.

    Raises:
        ValueError: The file ends within a case, or a title is not one line.
    """
    lines = iter(path.read_text(encoding="utf-8").splitlines(keepends=True))
    return tuple(_cases(lines, path))


def update(path: Path, say: Callable[[str], str]) -> None:
    """Rewrite a golden file with what the code says now."""
    fresh = [replace(case, expected=say(case.given)) for case in cases(path)]
    path.write_text("\n".join(map(str, fresh)), encoding="utf-8")


def _cases(lines: Iterator[str], path: Path) -> Iterator[Case]:
    for line in lines:
        title = line.strip()
        if not title:
            continue
        if next(lines, None) != DOT:
            message = f"{path}: no dot after the title {title!r}"
            raise ValueError(message)
        yield Case(title, _part(lines, path, title), _part(lines, path, title))


def _part(lines: Iterator[str], path: Path, title: str) -> str:
    """Take the lines up to the next dot, and the dot."""
    taken: list[str] = []
    for line in lines:
        if line == DOT:
            return "".join(taken)
        taken.append(line)
    message = f"{path}: the file ends within {title!r}"
    raise ValueError(message)
