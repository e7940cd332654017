"""What stands in a folder of printed sheets, and from which parts each was joined."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bookcase.diagnostics import Diagnostic, Span, has_errors
from bookcase.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Row(NamedTuple):
    """A file: the key of its parts, its size, and when it was written (nanoseconds)."""

    key: str
    size: int
    when: int


@dataclass(slots=True)
class SheetList:
    """The files that a run made, by their address in the folder; it grows by runs.

    Attributes:
        rows: What was written.
        told: What was found in parts that came out all the same, by the part's key: it
            is told again when the files are found to be fresh.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    told: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)

    def fresh(self, address: str, key: str, folder: Path) -> bool:
        """Tell whether a file stands as it was written from the same parts."""
        row = self.rows.get(address)
        if row is None or row.key != key:
            return False
        try:
            held = (folder / address).stat()
        except OSError:
            return False
        return (held.st_size, held.st_mtime_ns) == (row.size, row.when)

    def remember(self, key: str, found: tuple[Diagnostic, ...]) -> None:
        """Note what was found in a part; what has an error is made again anyway."""
        if found and not has_errors(found):
            self.told[key] = found

    def settle(self, rows: dict[str, Row], old: Iterable[str], folder: Path) -> bool:
        """Note what was written; remove what must no longer be handed out.

        Of what is old only files that a run of ours wrote are removed.

        Returns:
            Whether anything has changed.
        """
        gone = [address for address in old if self.rows.pop(address, None)]
        for address in gone:
            (folder / address).unlink(missing_ok=True)
        self.rows |= rows
        return bool(rows or gone)


def read_list(path: Path | None) -> SheetList:
    """Read a list; one that is missing or damaged is empty."""
    try:
        held = json.loads(path.read_bytes()) if path else {}
        rows = {address: Row(*row) for address, row in held.get("rows", {}).items()}
        told = {key: _found(found) for key, found in held.get("told", {}).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return SheetList()
    return SheetList(rows, told)


def write_list(held: SheetList, path: Path | None) -> None:
    """Write a list down, sorted."""
    if path is None:
        return
    told = {key: [astuple(one) for one in found] for key, found in held.told.items()}
    data = {"rows": held.rows, "told": told}
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    write_atomic(path, words.encode())


def _found(rows: list[list[object]]) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(Span(*span), *rest) for span, *rest in rows)  # type: ignore[misc, arg-type] # as written above
