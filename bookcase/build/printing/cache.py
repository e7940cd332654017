"""Digests of what things are made from, so that none is made twice."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def digest(*values: object) -> str:
    """Return the SHA-256 of values whose ``repr`` tells all of them."""
    return hashlib.sha256(repr(values).encode()).hexdigest()


def folder_digest(folders: Iterable[Path]) -> str:
    """Return the SHA-256 over the names and bytes of all files below some folders."""
    total = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(path.relative_to(folder).as_posix().encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
