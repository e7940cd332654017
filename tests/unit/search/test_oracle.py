"""The lunr package, fed the same words, ranks as our shards do."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lunr.builder import Builder
from lunr.query import Query, QueryPresence

from bookcase.search.index import write
from bookcase.search.lengths import STEPS
from bookcase.search.normalise import words
from bookcase.search.parts import folded, part_of
from bookcase.search.plan import NO_USAGE, plan
from bookcase.search.query import rows
from bookcase.search.rank import NAME_BOOST

from .invented import starter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lunr.index import Index

    from bookcase.search.parts import Part
    from bookcase.search.plan import Usage
    from bookcase.search.records import Record

TOP = 10


def streams(part: Part, names: bool) -> Iterator[list[str]]:  # noqa: FBT001 which of two
    """Yield the terms of each text, or of each name, as the index holds them."""
    vocabulary = ("", *map(folded, part.vocabulary))
    stream, sizes = (
        (part.names, part.name_sizes) if names else (part.texts, part.text_sizes)
    )
    start = 0
    for size in sizes:
        plain = (vocabulary[word] for word in stream[start : start + size])
        found = [word for word in plain if word is not None]
        start += size
        beside = [f"{one} {two}" for one, two in pairwise(found) if one and two]
        yield [word for word in found if word] + beside


def oracle(records: list[Record]) -> Index:
    """Return lunr's index; a record's reference is its row."""
    part = part_of(records)
    builder = Builder()
    builder.ref("row")
    builder.field("text")
    builder.field("name", boost=NAME_BOOST)
    names = [*zip(streams(part, names=True), part.name_steps, strict=True)]
    page_of = [n for n, page in enumerate(part.pages) for _ in page.rows]
    for row, text in enumerate(streams(part, names=False)):
        name, step = names[page_of[row]]
        builder.add({"row": f"{row:05}", "text": text, "name": name})
        # Lengths are kept in steps: lunr gets the same.
        builder.field_lengths[f"text/{row:05}"] = STEPS[part.text_steps[row]]
        builder.field_lengths[f"name/{row:05}"] = STEPS[step]
    return builder.build()


def lunr_top(
    index: Index, query: str, top: int = TOP, usage: Usage = NO_USAGE
) -> list[int]:
    """Return the best rows by lunr; ties, to a thousand-millionth, by row."""
    asked = Query(["text", "name"])
    for term, boost in plan(query, usage).terms:
        asked.term(
            term, boost=boost, presence=QueryPresence.OPTIONAL, use_pipeline=False
        )
    hits = index.query(asked)
    ordered = sorted(hits, key=lambda hit: (-round(hit["score"], 9), hit["ref"]))
    return [int(hit["ref"]) for hit in ordered[:top]]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Record], Path, Index]:
    """Return the records of the starter content, our index of them, and lunr's."""
    records = list(starter())
    folder = tmp_path_factory.mktemp("index")
    write(records, folder)
    return records, folder, oracle(records)


def test_lunr_ranks_the_starter_content_in_the_same_order(
    both: tuple[list[Record], Path, Index],
) -> None:
    records, folder, index = both
    chance = random.Random(11)  # noqa: S311 not for secrets
    different = []
    for _ in range(100):
        said = words(chance.choice(records).text) or ("luat",)
        start = chance.randrange(len(said))
        query = " ".join(said[start : start + chance.randint(1, 8)])
        ours = [row for row, _ in rows(folder, query, TOP)]
        if ours != lunr_top(index, query):
            different.append(query)
    assert different == []
