"""Scripts as they are sent: the theme's and ours, without comments and indents.

What a reader's browser works out as a module of ours does (search, comparisons,
leaflets, text messages) lies in a folder ``browser`` beside that module.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import bookcase

FOLDER = "assets/js"
_BLOCK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def thin(script: str) -> str:
    """Take the lines off a script that hold a comment only, and all indents.

    It must hold no string over several lines; ours do not.
    """
    return _INDENT.sub("", _LINE.sub("", _BLOCK.sub("", script)))


def twins() -> list[Path]:
    """Return the library's scripts, sorted by path."""
    return sorted(Path(bookcase.__file__).parent.rglob("browser/*.js"))


def bring(site: Path) -> None:
    """Put the library's scripts beside the theme's, all of them thinned."""
    folder = site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for twin in twins():
        shutil.copyfile(twin, folder / twin.name)
    for path in sorted(folder.glob("*.js")):
        path.write_text(thin(path.read_text("utf-8")), "utf-8")
