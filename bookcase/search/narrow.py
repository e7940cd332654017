"""What is left out of results: by quotes, by kind, by place, by a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from bookcase.search.names import HOLDING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from bookcase.search.facts import Read
    from bookcase.search.opened import Opened
    from bookcase.search.plan import Plan


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a reader wants to see of all that is found.

    Attributes:
        values: The key wanted of a facet, by the facet's key.
        state: The state wanted, on the day.
        day: The day; without a state, only what is in force on it is wanted.
    """

    values: Mapping[str, str] = field(default_factory=dict)
    state: str = ""
    day: date | None = None

    @property
    def narrows(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.values or self.state or self.day)


EVERYTHING = Narrowing()


def allows(facts: Read, narrowing: Narrowing, page: int) -> bool:
    """Tell whether a page is wanted; one without a state is never out of force."""
    for facet, wanted in narrowing.values.items():
        if wanted not in (key for key, _ in facts.values(facet, page)):
            return False
    if narrowing.day is None:
        return page < facts.undated
    if page >= facts.undated and not facts.stands(page, narrowing.day):
        return False
    if not facts.begun(page, narrowing.day):
        return False
    state = facts.state(page, narrowing.day)
    if narrowing.state:
        return state == narrowing.state
    return not state or state in HOLDING


def chosen(index: Opened, narrowing: Narrowing) -> Callable[[int], bool]:
    """Return what tells whether a row is wanted.

    The texts of other days are not, unless theirs is the day: then they stand for what
    is otherwise today. Where facts cannot be read, nothing else is left out.
    """
    facts = index.facts if narrowing.narrows else None
    if facts is None:
        return lambda row: index.page_of(row) < index.undated
    day, first = narrowing.day, index.first_rows
    not_so = {first[page] + at for page, at in facts.instead(day)} if day else set()
    not_so |= {*first[index.undated :]}  # their own records only name them

    @cache
    def is_kept(page: int) -> bool:
        return allows(facts, narrowing, page)

    return lambda row: row not in not_so and is_kept(index.page_of(row))


def narrowed(
    index: Opened, wanted: Plan, scores: Mapping[int, int]
) -> Mapping[int, int]:
    """Return the scores of those records only that a query's quotes and ``-`` leave.

    A record that has a phrase has it whatever its score: all of them are returned.
    """
    if not wanted.narrows:
        return scores
    having = [index.rows_with(phrase) for phrase in wanted.phrases]
    having += [_rows_with(index, word) for word in wanted.required]
    left = frozenset.intersection(*having) if having else frozenset(scores)
    left = left.difference(*(_rows_with(index, word) for word in wanted.without))
    return {row: scores.get(row, 0) for row in left}


def _rows_with(index: Opened, word: str) -> frozenset[int]:
    """Return the records that have a folded word, in their page's name too."""
    postings = index.postings(word)
    named = (row for page, _ in postings.names for row in index.rows_of(page))
    return frozenset((*(row for row, _ in postings.texts), *named))


def on_day(facts: Read, page: int, day: date, url: str) -> str:
    """Return the address of the text that stood on a day."""
    version = facts.version(page, day)
    return f"{url.removesuffix('.html')}/{version}.html" if version else url
