"""Search a built index as the browser does, with the same order of results."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.search.opened import Opened
from bookcase.search.passages import passage
from bookcase.search.plan import plan
from bookcase.search.rank import NAME_BOOST, idf, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bookcase.search.opened import Row
    from bookcase.search.plan import Plan


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    Attributes:
        url: From the root of the site, with ``#unit``; or a full address.
        score: In lunr's measure; a place gone to directly may stand before higher ones.
        passage: Words from the text around what was searched.
        marks: Where these stand in the passage: start and end, in code points.
    """

    url: str
    number: str
    title: str
    parent: str
    group: str
    kind: str
    status: str
    score: float
    passage: str
    marks: tuple[tuple[int, int], ...]


def search(index_dir: Path, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the best results, the best first.

    Raises:
        UsageError: There is no index in the folder.
    """
    return find(Opened(index_dir), query, limit)


def find(index: Opened, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the best results in an index that is open already."""
    wanted = plan(query, index.usage)
    scores = _scores(index, wanted.terms) or _scores(index, wanted.spare)
    scores = narrowed(index, wanted, scores)
    best = dict.fromkeys(() if wanted.narrows else _direct(index, wanted, scores))
    best |= dict.fromkeys(sorted(scores, key=lambda row: (-scores[row], row))[:limit])
    rows = ((number, index.row(number)) for number in [*best][:limit])
    return tuple(
        _hit(row, scores.get(number, 0), wanted) for number, row in rows if row
    )


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


def rows(index_dir: Path, query: str, limit: int = 20) -> tuple[tuple[int, int], ...]:
    """Return row numbers and scores in thousandths by score alone, for the oracle."""
    index = Opened(index_dir)
    wanted = plan(query, index.usage)
    scores = _scores(index, wanted.terms) or _scores(index, wanted.spare)
    return tuple(sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:limit])


def _scores(index: Opened, terms: Iterable[tuple[str, int]]) -> Mapping[int, int]:
    """Return the score of every record that has any of the terms, in thousandths."""
    scores: dict[int, int] = defaultdict(int)
    for term, boost in terms:
        postings = index.postings(term)
        named = sum(len(index.rows_of(page)) for page, _ in postings.names)
        rarity = idf(len(postings.texts) + named, index.records)
        for row, count in postings.texts:
            scores[row] += boost * weight(rarity, count, index.lengths[row])
        for page, count in postings.names:
            length = index.name_lengths[page]
            points = boost * weight(rarity, count, length, NAME_BOOST)
            for row in index.rows_of(page):
                scores[row] += points
    return scores


def _direct(index: Opened, wanted: Plan, scores: Mapping[int, int]) -> Iterable[int]:
    """Return the rows that the query names outright, the best first."""
    pages = {page for name in wanted.names for page, _ in index.postings(name).names}
    rows = {index.rows_of(page)[0] for page in pages}
    if wanted.article:
        articles = (row for row, _ in index.postings(wanted.article).texts)
        rows = {row for row in articles if index.page_of(row) in pages} or rows
    return sorted(rows, key=lambda row: (-scores.get(row, 0), row))


def _hit(row: Row, score: int, wanted: Plan) -> Hit:
    terms = (*wanted.terms, *wanted.spare)
    text, marks = passage(row.text, frozenset(term for term, _ in terms))
    return Hit(
        url="#".join(filter(None, (row.page, _unit(row, wanted)))),
        number=row.number,
        title=row.title,
        parent=row.parent,
        group=row.group,
        kind=row.kind,
        status=row.status,
        score=score / 1000,
        passage=text,
        marks=marks,
    )


def _unit(row: Row, wanted: Plan) -> str:
    """Return the unit, down to the clause asked for where the article has it."""
    article = wanted.article.removeprefix("#")
    if not wanted.clause or row.unit.rpartition(".")[2] != f"d{article}":
        return row.unit
    has_it = re.search(rf"^{wanted.clause}\. ", row.text, re.MULTILINE)
    return f"{row.unit}.k{wanted.clause}" if has_it else row.unit
