"""The longer scripts as they are sent: without comments and indents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_THINNED = (
    "tim-kiem*.js",
    "trich-dan.js",
    "luat.js",
    "to-gap.js",
    "ke.js",
    "xa.js",
    "trac-nghiem.js",
    "cham-bai.js",
    "doc-to.js",
    "danh-gia.js",
    "ho*.js",
)
_BLOCK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


def thin(script: str) -> str:
    """Take the lines off a script that hold a comment only, and all indents.

    It must hold no string over several lines; ours do not.
    """
    return _INDENT.sub("", _LINE.sub("", _BLOCK.sub("", script)))


def thin_all(site: Path) -> None:
    """Take the comments out of the longer scripts of a site."""
    folder = site / "assets" / "js"
    for path in sorted(one for name in _THINNED for one in folder.glob(name)):
        path.write_text(thin(path.read_text("utf-8")), "utf-8")
