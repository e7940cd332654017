"""The bookcase's own words in other languages, for the script that turns them over.

``overrides/ngon-ngu/<language>.txt`` has a line a text: Vietnamese, `` = ``, the other
language; ``{}`` stands for what differs, ``{#}`` for a number. Lines that begin with
``#`` are remarks.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "ngon-ngu"
_NAMES = {"en": "tiengAnh"}
"""What a page's scripts call the words of a language."""


def read(source: str) -> dict[str, str]:
    r"""Return the words of a list, in its order.

    >>> read("# Remark\nTìm = Search\nCâu {} = Question {}")
    {'Tìm': 'Search', 'Câu {}': 'Question {}'}
    """
    rows = (line.partition(" = ") for line in source.splitlines() if line[:1] != "#")
    return {ours.strip(): theirs.strip() for ours, mark, theirs in rows if mark}


def write_all(theme: Path, site: Path) -> None:
    """Write a script for each language that the theme has words of."""
    for path in sorted((theme / FOLDER).glob("*.txt")):
        name = _NAMES.get(path.stem)
        if name is None:
            continue
        words = read(path.read_text(encoding="utf-8"))
        told = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        file = site / "assets" / FOLDER / f"{path.stem}.js"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"window.{name}={told};\n", encoding="utf-8")
