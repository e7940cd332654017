"""Write pins into a publication's file: only the lines of its legal basis change."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bookcase.model.publication import Basis

_ITEM = re.compile(r"(?P<indent>\s*)(?P<lead>(?:- +)?basis: +|- +)(?P<rest>\S.*)")
_COMMENT = re.compile(r"\s+#.*$")
_PLAIN = re.compile(r"[^\W_][^,:#\[\]{}&*!|>'\"%@`]*")


@dataclass(frozen=True, slots=True)
class Pinning:
    """A basis, and what it is to be pinned to; ``pin`` has 16 hex digits."""

    basis: Basis
    pin: str
    written_on: date


def pinned(text: str, pinnings: Iterable[Pinning]) -> tuple[str, tuple[Basis, ...]]:
    """Return a file with its bases pinned, and the bases that it could not pin.

    A basis must stand on a line of its own, behind ``- `` or a question's ``basis:``:
    as a plain string, or as ``cite`` with its ``pin`` and ``written_on``, which are
    replaced.

    Args:
        text: The whole file.
        pinnings: What to pin, each with the line on which its basis stands.
    """
    lines = text.splitlines(keepends=True)
    missed: list[Basis] = []
    for one in sorted(pinnings, key=lambda one: -one.basis.line):
        at = one.basis.line - 1
        item = _ITEM.match(lines[at]) if at < len(lines) else None
        if item is None:
            missed.append(one.basis)
            continue
        lines[at : _end(lines, at, len(item["indent"]))] = [_line(item, one)]
    return "".join(lines), tuple(reversed(missed))


def _end(lines: list[str], at: int, indent: int) -> int:
    """Return the line after the last that belongs to the item."""
    end = at + 1
    while end < len(lines) and _depth(lines[end]) > indent:
        end += 1
    return end


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0


def _line(item: re.Match[str], one: Pinning) -> str:
    found = _COMMENT.search(item["rest"])
    comment = found[0].rstrip() if found else ""
    cite = one.basis.cite
    written = cite if _PLAIN.fullmatch(cite) else json.dumps(cite, ensure_ascii=False)
    facts = f"cite: {written}, pin: sha256:{one.pin}, written_on: {one.written_on}"
    return f"{item['indent']}{item['lead']}{{{facts}}}{comment}\n"
