"""Build beside the last good site, and take its place only when all is well."""

from __future__ import annotations

import fcntl
import os
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the site is being made, and where it belongs; equal in a preview.

    ``hold`` is an open handle of the folder, locked as long as the build lives: a
    folder that nobody holds was left by a build that was killed.
    """

    made: Path
    place: Path
    hold: int = -1

    def publish(self, config: MkDocsConfig) -> None:
        """Put what was made in its place; the site before it is gone only then."""
        config.site_dir = str(self.place)
        if self.made == self.place:
            return
        with _alone(self.place.parent):
            old = self.made.with_name(f"{self.made.name}.old")
            if self.place.exists():
                self.place.rename(old)
            self.made.rename(self.place)
            shutil.rmtree(old, ignore_errors=True)
            _recover(self.place)
        self._release()

    def drop(self) -> None:
        """Remove what was made so far; does nothing once it is gone or published."""
        if self.made != self.place and self.made.exists():
            shutil.rmtree(self.made, ignore_errors=True)
            self._release()

    def _release(self) -> None:
        os.close(self.hold)


def begin(config: MkDocsConfig, *, enabled: bool) -> Stage:
    """Point MkDocs at a folder beside the site; clear what a killed build left."""
    place = Path(config.site_dir)
    if not enabled:
        return Stage(place, place)
    place.parent.mkdir(parents=True, exist_ok=True)
    with _alone(place.parent):
        _recover(place)
        made = Path(mkdtemp(prefix=f".{place.name}.", dir=place.parent))
        made.chmod(0o755)
        hold = os.open(made, os.O_RDONLY)
        fcntl.flock(hold, fcntl.LOCK_EX)
    config.site_dir = str(made)
    return Stage(made, place, hold)


def _recover(place: Path) -> None:
    """Bring back a site that was moved aside when the build before was killed."""
    for left in sorted(place.parent.glob(f".{place.name}.*")):
        if left.name.endswith(".old") and not place.exists():
            left.rename(place)
        elif left.is_dir() and not _held(left):
            shutil.rmtree(left, ignore_errors=True)


def _held(folder: Path) -> bool:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one build at a time move folders here."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
