"""What is asked of an index that nobody has asked: stretches of its own texts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bookcase.search.index import DIRECTORY
from bookcase.search.normalise import words
from bookcase.search.opened import Opened
from bookcase.search.query import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SYLLABLES = 4
TOP = 10


def random_queries(index: Path, count: int) -> Iterator[str]:
    """Yield stretches of four syllables from titles and texts of random articles."""
    chance = random.Random(3)  # noqa: S311 not for secrets
    opened = Opened(index)
    while count:
        row = opened.row(chance.randrange(opened.records))
        said = words(f"{row.title} {row.text}") if row else ()
        if len(said) >= SYLLABLES:
            start = chance.randrange(len(said) - SYLLABLES + 1)
            count -= 1
            yield " ".join(said[start : start + SYLLABLES])


def random_phrases(index: Path, count: int) -> Iterator[str]:
    """Yield stretches of three to eight syllables from texts of random articles."""
    chance = random.Random(29)  # noqa: S311 not for secrets
    opened = Opened(index)
    while count:
        row = opened.row(chance.randrange(opened.records))
        said = row.text.replace("\n", " ").split(" ") if row else []
        length = chance.randint(3, 8)
        if len(said) > length:
            start = chance.randrange(len(said) - length)
            phrase = " ".join(said[start : start + length])
            if '"' not in phrase and "“" not in phrase and "”" not in phrase:
                count -= 1
                yield phrase


def query_bytes(index: Path, said: str) -> int:
    """Return the bytes of all that a query loads, the directory not counted."""
    opened = Opened(index)
    find(opened, said, TOP)
    return sum(size for name, size in opened.read.items() if name != DIRECTORY)
