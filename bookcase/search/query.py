"""Search a built index as the browser does, with the same order of results."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.search.correct import Unknown, reading
from bookcase.search.mistyped import names_of, other_number
from bookcase.search.narrow import EVERYTHING, Narrowing, chosen, narrowed, on_day
from bookcase.search.normalise import TABLE, TOKEN, fold
from bookcase.search.opened import Opened, Postings
from bookcase.search.passages import passage
from bookcase.search.plan import MOST_WORDS, SPECIAL, plan
from bookcase.search.rank import NAME_BOOST, UNIT, idf, weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from bookcase.search.opened import Row
    from bookcase.search.plan import Plan

_TYPED = re.compile(TABLE["typed"])


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


@dataclass(frozen=True, slots=True)
class Answer:
    """What is found, and for which words.

    Attributes:
        hits: The best results, the best first.
        said: The query as it was searched for.
        offer: What may have been meant instead, to be asked about; or nothing.
        absent: Whether a number was asked for that no document has.
        no_article: The article that the first result was asked for and has not.
    """

    hits: tuple[Hit, ...]
    said: str
    offer: str = ""
    absent: bool = False
    no_article: str = ""


def search(
    index_dir: Path, query: str, limit: int = 20, page: str = ""
) -> tuple[Hit, ...]:
    """Return the best results, the best first.

    Raises:
        UsageError: There is no index in the folder.
    """
    return answer(Opened(index_dir), query, limit, page).hits


def find(index: Opened, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """Return the best results in an index that is open already."""
    return answer(index, query, limit).hits


def answer(
    index: Opened,
    query: str,
    limit: int = 20,
    page: str = "",
    narrowing: Narrowing = EVERYTHING,
) -> Answer:
    """Return the best results for a query, or for what it was meant to be.

    Args:
        index: Where to search.
        query: What was typed.
        limit: How many results to return at the most.
        page: The address of the document that the reader comes from; or nothing.
        narrowing: What is wanted of all that is found.
    """

    def told(found: _Found, said: str, offer: str = "") -> Answer:
        wanted = _wanted(index, found, narrowing)
        hits = _hits(index, wanted, limit, narrowing.day)
        return Answer(hits, said, offer, absent, _no_article(index, found))

    found = _found(index, query, page)
    absent = _is_absent(index, found.plan, query)
    other = other_number(index, query) if absent else ""
    if found.direct or other:
        return told(found, query, other)
    if not (unknown := _unknown(index, query)):
        return told(found, query)

    def together(pair: str) -> int:
        return len(index.postings(pair).texts)

    read = reading(query, unknown, index.known, together)
    if read.said != query:
        found = _found(index, read.said, page)
    if read.guess and not found.scores:
        return told(_found(index, read.guess, page), read.guess)
    return told(found, read.said, read.guess)


def _no_article(index: Opened, found: _Found) -> str:
    """Return the article asked for where no text of the first document has it."""
    if not found.direct:
        return ""
    own, *articles = index.rows_of(index.page_of(found.direct[0]))
    lacks = articles and found.direct[0] == own < index.first_rows[index.undated]
    return found.plan.article.removeprefix("#") if lacks else ""


def _is_absent(index: Opened, wanted: Plan, query: str) -> bool:
    """Tell whether a query asks for a number that nobody has."""
    names = wanted.names
    return names != () and names == names_of(query) and not _named(index, names)


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows in question: those gone to directly, and the scores of all."""

    plan: Plan
    scores: Mapping[int, int]
    direct: tuple[int, ...]


def _found(index: Opened, query: str, page: str = "") -> _Found:
    wanted = plan(query, index.usage, page)
    scores = _scores(index, wanted.terms) or _scores(index, wanted.spare)
    scores = narrowed(index, wanted, scores)
    direct = () if wanted.narrows else tuple(_direct(index, wanted, scores))
    return _Found(wanted, scores, direct)


def _unknown(index: Opened, query: str) -> tuple[Unknown, ...]:
    """Return the words that no record has, and where they stand; quotes are exempt."""
    if SPECIAL.search(query):
        return ()
    tokens = [*TOKEN.finditer(query[: MOST_WORDS * 32])][: 2 * MOST_WORDS]
    folded = ["", *(fold(token[0]) for token in tokens), ""]
    return tuple(
        Unknown(token.start(), token.end(), word, before, after)
        for token, before, word, after in zip(
            tokens, folded, folded[1:], folded[2:], strict=False
        )
        if _TYPED.search(word)
        and word not in index.usage.heavy  # known, and dear to load
        and not index.usage.says(word)
        and index.postings(word) == Postings()
    )


def _wanted(index: Opened, found: _Found, narrowing: Narrowing) -> _Found:
    """Leave out what is not wanted."""
    is_wanted = chosen(index, narrowing)
    scores = found.scores.items()
    return replace(
        found,
        scores={row: score for row, score in scores if is_wanted(row)},
        direct=tuple(filter(is_wanted, found.direct)),
    )


def _hits(
    index: Opened, found: _Found, limit: int, day: date | None
) -> tuple[Hit, ...]:
    scores = found.scores
    best = dict.fromkeys(found.direct)
    best |= dict.fromkeys(sorted(scores, key=lambda row: (-scores[row], row))[:limit])
    rows = ((number, index.row(number)) for number in [*best][:limit])
    return tuple(
        _hit(_as_of(index, row, number, day), scores.get(number, 0), found.plan)
        for number, row in rows
        if row
    )


def _as_of(index: Opened, row: Row, number: int, day: date | None) -> Row:
    """Return what is shown of a record on a day."""
    if day is None or index.facts is None:
        return row
    page = index.page_of(number)
    return replace(
        row,
        page=on_day(index.facts, page, day, row.page),
        status=index.facts.state(page, day) or row.status,
    )


def rows(index_dir: Path, query: str, limit: int = 20) -> tuple[tuple[int, int], ...]:
    """Return row numbers and scores in thousandths by score alone, for the oracle."""
    index = Opened(index_dir)
    wanted = plan(query, index.usage)
    scores = _scores(index, wanted.terms) or _scores(index, wanted.spare)
    return tuple(sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:limit])


def _scores(index: Opened, terms: Iterable[tuple[str, int]]) -> Mapping[int, int]:
    """Return the score of every record that has any of the terms, in thousandths.

    Bare names have half of theirs: who asks for one by name goes to it directly, and
    for other questions it answers nothing.
    """
    scores: dict[int, int] = defaultdict(int)
    for term, boost in terms:
        postings = index.postings(term)
        counted = range(index.counted)
        named = (row for page, _ in postings.names for row in index.rows_of(page))
        having = sum(row in counted for row in named)
        having += sum(row in counted for row, _ in postings.texts)
        rarity = idf(having, index.counted)
        for row, count in postings.texts:
            points = boost * weight(rarity, count, index.lengths[row])
            scores[row] += points >> (row in index.listed)
        for page, count in postings.names:
            length = index.name_lengths[page]
            points = boost * weight(rarity, count, length, NAME_BOOST)
            for row in index.rows_of(page):
                scores[row] += points >> (row in index.listed)
    return scores


def _direct(index: Opened, wanted: Plan, scores: Mapping[int, int]) -> Iterable[int]:
    """Return the rows that the query names outright, the best first.

    The likelier name goes first, then what is in force, then the higher score.
    """
    pages = _named(index, wanted.names) or _named(index, wanted.less)
    rows = {index.rows_of(page)[0] for page in pages}
    if wanted.article:
        held = (row for row, _ in index.postings(wanted.article).texts)
        articles = {row for row in held if index.act_of(index.page_of(row)) in pages}
        dated = {row for row in articles if index.page_of(row) >= index.undated}
        rows = (articles - dated or rows) | dated

    def order(row: int) -> tuple[tuple[int, int], int, int]:
        return pages[index.act_of(index.page_of(row))], -scores.get(row, 0), row

    return sorted(rows, key=order)


def _named(index: Opened, names: Iterable[str]) -> Mapping[int, tuple[int, int]]:
    """Return the pages that have a name, with the name's place and their force."""
    pages: dict[int, tuple[int, int]] = {}
    for place, name in enumerate(names):
        for page, force in index.postings(name).names:
            pages.setdefault(page, (place, -force))
    return pages


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
        score=score / UNIT,
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
