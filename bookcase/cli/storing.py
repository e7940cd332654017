"""Store a consolidated text: its file, and its row in ``document.yml``.

The row is put in as text, so that comments and the way of writing stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.errors import UsageError
from bookcase.files import read_text, write_atomic

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.model.act import Work

_VERSIONS = re.compile(r"versions:\s*(?:#.*)?\n?")
_ITEM = re.compile(r"\s*- ")
_FROM = re.compile(r"\bfrom:\s*['\"]?(\d{4}-\d\d-\d\d)")
_BY = re.compile(r"\bby:\s*\[[^\]]*\]")


def store(
    content: Path, work: Work, day: date, by: tuple[str, ...], text: str
) -> tuple[str, ...]:
    """Write a version and its row, and return the paths that were written.

    Args:
        content: The content folder.
        work: The act.
        day: The first day of the version.
        by: The acts whose effects the version brings in.
        text: The version's file.

    Raises:
        UsageError: People made the text of that day, or the row cannot be put in.
    """
    held = next((one for one in work.versions if one.start == day), None)
    if held and held.made != "by-machine":
        msg = f"{held.path} không do máy hợp nhất; không ghi đè"
        raise UsageError(msg)
    path = f"{work.folder}/{day.isoformat()}.md"
    source = read_text(content / work.path).value
    fresh = with_row(source, day, by, known=held is not None)
    if fresh is None:
        msg = f"không thêm được dòng vào versions của {work.path}; thêm bằng tay"
        raise UsageError(msg)
    write_atomic(content / path, text.encode())
    if fresh == source:
        return (path,)
    write_atomic(content / work.path, fresh.encode())
    return path, work.path


def with_row(source: str, day: date, by: tuple[str, ...], *, known: bool) -> str | None:
    """Return a ``document.yml`` with the row of a version, None where it cannot be.

    Args:
        source: The file.
        day: The version's first day.
        by: The acts whose effects it brings in.
        known: The row is there; only its ``by`` is renewed.
    """
    lines = source.splitlines(keepends=True)
    head = next((n for n, line in enumerate(lines) if _VERSIONS.fullmatch(line)), None)
    if head is None:
        return None
    items = _items(lines, head + 1)
    if not items:
        return None
    acts = f"by: [{', '.join(by)}]"
    if known:
        return _renewed(lines, items, day, acts)
    indent = re.match(r"\s*", lines[items[0][0]])
    space = indent[0] if indent else ""
    made = ("- from: " + day.isoformat(), "  text: consolidated", "  made: by-machine")
    row = "".join(f"{space}{line}\n" for line in (*made, f"  {acts}"))
    later = [start for start, end in items if _day(lines[start:end]) > day.isoformat()]
    place = later[0] if later else items[-1][1]
    before = "".join(lines[:place])
    if before and not before.endswith("\n"):
        before += "\n"
    return before + row + "".join(lines[place:])


def _items(lines: list[str], start: int) -> list[tuple[int, int]]:
    """Return where each item of a list begins and ends, by lines."""
    first = _ITEM.match(lines[start]) if start < len(lines) else None
    if not first:
        return []
    indent = first.end() - 2
    items: list[tuple[int, int]] = []
    for number in range(start, len(lines)):
        line = lines[number]
        depth = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if depth == indent and line[depth:].startswith("- "):
            items.append((number, number + 1))
        elif depth > indent or (line[depth] == "#" and depth == indent > 0):
            items[-1] = items[-1][0], number + 1
        else:
            break
    return items


def _day(lines: list[str]) -> str:
    """Return the day that an item begins with, empty where it has none."""
    found = _FROM.search("".join(lines))
    return found[1] if found else ""


def _renewed(
    lines: list[str], items: list[tuple[int, int]], day: date, acts: str
) -> str | None:
    for start, end in items:
        if _day(lines[start:end]) != day.isoformat():
            continue
        item = "".join(lines[start:end])
        if not _BY.search(item):
            return None
        fresh = _BY.sub(acts, item, count=1)
        return "".join(lines[:start]) + fresh + "".join(lines[end:])
    return None
