"""Small script files that each hand one piece of the index to the page.

A classic script is the one kind of data that a browser reads from ``file://`` as well
as over http. Each file calls one function with its name, a check sum and the piece.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from zlib import crc32

from bookcase.errors import MachineError

if TYPE_CHECKING:
    from pathlib import Path

PIECE = 12 * 1024
_GROWTH = 8192
_CALL = re.compile(r'tk\("([^"]+)","([0-9a-f]+)",(".*")\);\n?', re.DOTALL)


class Shelf:
    """A folder of numbered pieces; a piece is closed when it is full.

    The pieces grow as their number does: a small site has small ones, and a large one
    has not so many files that a memory stick wastes its clusters.
    """

    def __init__(
        self, folder: Path, letter: str, piece: int = PIECE, prefix: str = ""
    ) -> None:
        """Write into ``folder/letter/`` pieces of so many letters at first.

        The names of the pieces begin with ``prefix``.
        """
        self._folder = folder
        self._start = f"{letter}/{prefix}"
        self.held: list[str] = []
        self._size = 0
        self._piece = piece
        self.target = piece
        self.count = 0
        self.written = 0
        (folder / letter).mkdir(parents=True, exist_ok=True)

    @property
    def holds(self) -> bool:
        """Tell whether the open piece holds anything."""
        return bool(self.held)

    def is_full_with(self, text: str, pending: int = 0) -> bool:
        """Tell whether a text, after some pending letters, no longer fits in."""
        size = self._size + pending
        return size > 0 and size + len(text) > self.target

    def add(self, text: str) -> None:
        """Add to the open piece."""
        self.held.append(text)
        self._size += len(text)

    def close(self, before: str = "", after: str = "") -> None:
        """Write the open piece, if it holds anything."""
        if not self.held:
            return
        name = f"{self._start}{self.count}"
        text = before + "".join(self.held) + after
        self.written += write(self._folder, name, text)
        self.held.clear()
        self._size = 0
        self.count += 1
        self.target = self._piece << min(self.count // _GROWTH, 3)


def write(folder: Path, name: str, text: str) -> int:
    """Write one piece; return its size in bytes.

    A piece that is cut short is known by its check sum, so it is written in place.

    Args:
        folder: The folder of the index, which is there.
        name: The piece.
        text: What it holds, without control characters: words, or JSON on one line.

    Raises:
        MachineError: The file cannot be written.
    """
    data = text.encode()
    literal = data.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    call = b'tk("%s","%x","%s");\n' % (name.encode(), crc32(data), literal)
    path = folder / f"{name}.js"
    try:
        path.write_bytes(call)
    except OSError as error:
        message = f"không ghi được {path}: {error.strerror}"
        raise MachineError(message) from error
    return len(call)


def read(folder: Path, name: str) -> str | None:
    """Return a piece; None when it is missing or damaged."""
    try:
        found = _CALL.fullmatch((folder / f"{name}.js").read_text("utf-8"))
        if not found or found[1] != name:
            return None
        text = str(json.loads(found[3]))
    except (OSError, ValueError):
        return None
    return text if f"{crc32(text.encode()):x}" == found[2] else None
