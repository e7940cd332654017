"""Programs of npm that look at pages and scripts; none is a part of the site.

A folder beside this file names some of them, and a lock file their digests: ``pages``
is small and used by the tests, ``bench`` is for figures. ``python -m tests.npm FOLDER``
installs one below ``.cache/npm``, which needs npm and a network once.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from tests.shared import ROOT

HERE = Path(__file__).parent
KEPT = ROOT / ".cache" / "npm"
FILES = ("package.json", "package-lock.json")


class NpmError(Exception):
    """What was to be installed could not be."""


def modules(name: str) -> Path | None:
    """Return where a folder's programs are installed as locked; None when not."""
    place = KEPT / name
    fresh = all(_same(HERE / name / one, place / one) for one in FILES)
    return place / "node_modules" if fresh and (place / "done").exists() else None


def install(name: str) -> Path:
    """Install a folder's programs, unless they are there.

    Raises:
        NpmError: npm is missing, or failed.
    """
    if there := modules(name):
        return there
    npm, place = shutil.which("npm"), KEPT / name
    if not npm:
        message = "npm is missing: `sudo apt-get install npm` on Debian"
        raise NpmError(message)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for one in FILES:
        shutil.copy(HERE / name / one, place)
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    did = subprocess.run(  # noqa: S603 npm itself
        [npm, "ci", *quiet], cwd=place, capture_output=True, text=True, check=False
    )
    if did.returncode:
        raise NpmError(did.stderr.strip() or "npm ci failed")
    (place / "done").touch()
    return place / "node_modules"


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()
