"""Find the headings above articles: Phần, Chương, Mục, Tiểu mục, and their titles.

A line is a heading when an article of the act, or another heading, follows it after its
title; so a “Chương IV” in a table or in a list of contents is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.imports.patterns import CHAPTER, PART, SECTION, is_caps

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from bookcase.imports.draft import Line

_LEVELS = ((PART, 2), (CHAPTER, 3), (SECTION, 4))
_SUBSECTION_LEVEL = 5
_MOST_TITLE_LINES = 5
_LONGEST_TITLE, _SHORT = 260, 90
_NO_TITLE = re.compile(r"\d{1,3}\.|[a-zđ]\)|[-–+]\s|Điều \d|.*(?:;|\.{4})")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``lines`` counts those that it takes with its title.

    ``title`` is the title in full; ``mark`` is printed as in the source.
    """

    position: int
    level: int
    mark: str
    title: str
    lines: int = 1


def find_headings(
    lines: Sequence[Line],
    place: tuple[int, int],
    articles: Collection[int],
    quoted: Collection[int],
) -> dict[int, Heading]:
    """Return the headings from a position to before another, by position."""
    start, stop = place
    found: dict[int, Heading] = {}
    for pos in range(stop - 1, start - 1, -1):
        if pos in quoted or lines[pos].text[0] not in "PCMT":
            continue
        heading = _read(lines, pos)
        if not heading:
            continue
        below = _first_below(lines, pos + 1, stop, articles, found)
        if below is not None and _is_title(lines, heading, pos + 1, below):
            found[pos] = _titled(lines, heading, below)
    return found


def _read(lines: Sequence[Line], pos: int) -> Heading | None:
    text = lines[pos].text
    for pattern, level in _LEVELS:
        if match := pattern.match(text):
            mark, title = match["mark"], match["title"]
            small = mark.casefold().startswith("tiểu")
            odd = title and not match["sep"].strip() and not is_caps(title)
            if odd or "...." in title:
                return None
            return Heading(pos, _SUBSECTION_LEVEL if small else level, mark, title)
    return None


def _first_below(
    lines: Sequence[Line],
    pos: int,
    stop: int,
    articles: Collection[int],
    headings: Collection[int],
) -> int | None:
    last = min(stop, pos + _MOST_TITLE_LINES, len(lines))
    for below in range(pos, last):
        if below in articles or below in headings:
            return below
    return None


def _is_title(lines: Sequence[Line], heading: Heading, start: int, stop: int) -> bool:
    """Tell whether the lines between a heading and what follows can be its title."""
    between = [line.text for line in lines[start:stop]]
    if any(len(text) > _LONGEST_TITLE or _NO_TITLE.match(text) for text in between):
        return False
    if heading.title or len(between) > 1:
        return all(
            is_caps(text) or text[0] == "(" or len(text) < _SHORT for text in between
        )
    return True


def _titled(lines: Sequence[Line], heading: Heading, below: int) -> Heading:
    between = [line.text for line in lines[heading.position + 1 : below]]
    title = " ".join(([heading.title] if heading.title else []) + between)
    return Heading(
        heading.position, heading.level, heading.mark, title, 1 + len(between)
    )
