"""Build beside the last good site, and take its place only when all is well."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the site is being made, and where it belongs; equal in a preview."""

    made: Path
    place: Path

    def publish(self, config: MkDocsConfig) -> None:
        """Put what was made in its place; the site before it is gone only then."""
        config.site_dir = str(self.place)
        if self.made == self.place:
            return
        old = self.made.with_name(f"{self.made.name}.old")
        if self.place.exists():
            self.place.rename(old)
        self.made.rename(self.place)
        shutil.rmtree(old, ignore_errors=True)

    def drop(self) -> None:
        """Remove what was made so far."""
        if self.made != self.place:
            shutil.rmtree(self.made, ignore_errors=True)


def begin(config: MkDocsConfig, *, enabled: bool) -> Stage:
    """Point MkDocs at a folder beside the site; clear what a killed build left."""
    place = Path(config.site_dir)
    if not enabled:
        return Stage(place, place)
    _recover(place)
    made = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(made, ignore_errors=True)
    config.site_dir = str(made)
    return Stage(made, place)


def _recover(place: Path) -> None:
    """Bring back a site that was moved aside when the build before was killed."""
    for left in sorted(place.parent.glob(f".{place.name}.*")):
        if left.name.endswith(".old") and not place.exists():
            left.rename(place)
        elif not _alive(left.name):
            shutil.rmtree(left, ignore_errors=True)


def _alive(name: str) -> bool:
    pid = name.removesuffix(".old").rpartition(".")[2]
    return pid.isdigit() and pid != str(os.getpid()) and Path(f"/proc/{pid}").exists()
