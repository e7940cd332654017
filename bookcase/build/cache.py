"""Files kept by the digest of what they were made from, so that none is made twice."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileCache:
    """A folder of files named by digest; None keeps nothing."""

    folder: Path | None

    def take(self, key: str, target: Path) -> bool:
        """Copy a kept file to its place; False when it is not kept."""
        if self.folder is None or not (self.folder / key).is_file():
            return False
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(self.folder / key, target)
        return True

    def keep(self, key: str, source: Path) -> None:
        """Keep a file that was made."""
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        half = self.folder / f"{key}.half"
        shutil.copyfile(source, half)
        half.replace(self.folder / key)

    def drop_all_but(self, keys: Iterable[str]) -> None:
        """Remove what no longer belongs to anything."""
        kept = set(keys)
        if self.folder is None or not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)


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
