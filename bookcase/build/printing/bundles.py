"""Files that are made together are kept together, by what they were made from."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

from bookcase.files import write_atomic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bundles:
    """A folder of archives named by digest; None keeps nothing."""

    folder: Path | None

    def take(self, key: str) -> dict[str, bytes] | None:
        """Return kept files by name; None when they are not kept, or are damaged."""
        if self.folder is None:
            return None
        try:
            with ZipFile(self.folder / key) as archive:
                return {name: archive.read(name) for name in archive.namelist()}
        except (OSError, BadZipFile):
            return None

    def keep(self, key: str, files: Mapping[str, bytes]) -> None:
        """Keep files that were made."""
        if self.folder is None:
            return
        out = io.BytesIO()
        with ZipFile(out, "w") as archive:
            for name, data in files.items():
                archive.writestr(ZipInfo(name), data)
        write_atomic(self.folder / key, out.getvalue())

    def drop_all_but(self, keys: Iterable[str]) -> None:
        """Remove what no longer belongs to anything."""
        kept = set(keys)
        if self.folder is None or not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name not in kept:
                path.unlink(missing_ok=True)
