"""Citations: right and complete against keys and real law, and how fast.

One call measures, each in turn:

* ``key``: our own sentences and fifty real articles, labelled by hand
  (``tests/golden/citations/README.md``): span and target both right;
* ``speed``: megabytes of UTF-8 a second on one core, names of acts looked up: the
  paragraphs of all real documents, and of generated acts;
* ``real``: every real document annotated: the text unchanged, what looks like a
  citation and became none, the state of each, a sample of 200 that people judged
  (``verdicts.yml``), gains and losses against the counts kept last (``last.json``);
* ``notes``: the codification's notes "có nội dung liên quan" as a key for references;
* ``stale``: explainers that rest on what was changed, found, and no others
  (:mod:`tests.bench.stale`).
"""

from __future__ import annotations

import json
import lzma
import sys
import time
import unicodedata
from typing import TYPE_CHECKING

from bookcase.citations.annotate import said
from bookcase.citations.known import acts_of
from bookcase.citations.scan import find_all
from bookcase.content.loading import load
from bookcase.legal.parser import parse
from bookcase.metadata.frontmatter import split
from tests import shared
from tests.bench import (
    citations_key,
    citations_notes,
    citations_real,
    corpora,
    stale,
)
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.citations.titles import Titles

CASES = ("key", "speed", "real", "notes", "stale")
GENERATED = 300
ROUNDS = 3


def run(jobs: int = 0, only: str = "") -> Iterator[Row]:
    """Yield the figures.

    Args:
        jobs: Worker processes for the real documents; 0 means one for each processor.
        only: The cases to run, with commas between; by default all.
    """
    chosen = tuple(filter(None, only.split(","))) or CASES
    acts = acts_of(load(corpora.CONTENT).value)
    there = (shared.folder() / citations_key.RECORDS).exists()
    if not there:
        print(f"! SKIPPED real law: none in {shared.folder()}", file=sys.stderr)
    if "key" in chosen:
        answers = citations_key.sentences(acts)
        yield from citations_key.figures("sentences", answers)
        if there:
            yield from citations_key.figures("articles", citations_key.articles(acts))
    if "speed" in chosen:
        yield Row("speed-generated", _speed(_generated(), acts.titles), "MB/s")
        if there:
            yield Row("speed-real", _speed(_real(), acts.titles), "MB/s")
    if "real" in chosen and there:
        yield from citations_real.run(acts, jobs)
    if "notes" in chosen and there:
        yield from citations_notes.run(acts)
    if "stale" in chosen:
        yield from stale.run()


def _speed(documents: Sequence[Sequence[str]], titles: Titles) -> float:
    """Return the megabytes a second of the best of some rounds."""
    size = sum(len(line.encode()) for lines in documents for line in lines)
    return max(size / 1e6 / _seconds(documents, titles) for _ in range(ROUNDS))


def _seconds(documents: Sequence[Sequence[str]], titles: Titles) -> float:
    begun = time.process_time()
    for lines in documents:
        for _ in find_all(lines, titles):
            pass
    return time.process_time() - begun


def _generated() -> list[list[str]]:
    folder = corpora.generated("content", GENERATED, 7)
    texts = [path.read_text("utf-8") for path in (folder / "van-ban").rglob("*.md")]
    trees = [parse(split(text, "").value.body).value for text in texts]
    return [[one.text for one in said(tree, {})] for tree in trees]


def _real() -> list[list[str]]:
    with lzma.open(
        shared.folder() / citations_key.RECORDS, "rt", encoding="utf-8"
    ) as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [unicodedata.normalize("NFC", text).split("\n") for text in texts]
