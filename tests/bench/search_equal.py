"""Search held against plain truths: lunr's ranking, and a plain search for phrases."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from bookcase.search.index import write
from bookcase.search.normalise import exact, words
from bookcase.search.opened import Opened
from bookcase.search.query import rows
from tests import shared
from tests.bench import corpora, crude
from tests.bench.rows import Row
from tests.browser import Browser
from tests.unit.search.test_oracle import lunr_top, oracle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bookcase.search.records import Record

CORE = shared.ROOT / "bookcase" / "search" / "browser" / "tim-kiem-loi.js"
RANKING = shared.ROOT / "tests" / "bench" / "ranking.js"
TOP = 20
QUERIES, PHRASES = 1000, 500
LAW_WORDS, PHRASE_WORDS = (1, 8), (3, 8)
STEP = 4
"""Phrases are looked for in each so many-th document of the real corpus."""
_PAGE = """<!doctype html><meta charset="utf-8"><script src="loi.js"></script>
<script src="ranking.js"></script>"""
_LOAD = """(() => {
  const kept = new Map();
  window.tk = (name, check, text) => kept.set(name, text);
  return (name) => new Promise((done) => {
    if (kept.has(name)) return done(kept.get(name));
    const script = document.createElement('script');
    script.src = 'i/' + name + '.js';
    script.onload = () => done(kept.get(name));
    document.head.append(script);
  });
})()"""


def ranking() -> Iterator[Row]:
    """Yield in how many of random plain queries the four rank the same top 20."""
    records = list(crude.laws())
    folder = corpora.fresh("site/search-equal")
    write(records, folder / "i")
    queries = [*_queries(records, QUERIES)]
    ours = [[row for row, _ in rows(folder / "i", one, TOP)] for one in queries]
    index = oracle(records)
    usage = Opened(folder / "i").usage
    theirs = [lunr_top(index, one, TOP, usage) for one in queries]
    yield Row("oracle-records", len(records))
    yield Row("oracle-same", _same(ours, theirs), note=f"of {QUERIES} random queries")
    if node := shutil.which("node"):
        yield Row("node-same", _same(ours, _in_node(node, folder / "i", queries)))
    else:
        print("! SKIPPED node-same: no Node", file=sys.stderr)
    yield Row("chromium-same", _same(ours, _in_chromium(folder, queries)))


def _queries(records: Sequence[Record], count: int) -> Iterator[str]:
    chance = random.Random(17)  # noqa: S311 not for secrets
    while count:
        said = words(chance.choice(records).text)
        if said:
            count -= 1
            start = chance.randrange(len(said))
            yield " ".join(said[start : start + chance.randint(*LAW_WORDS)])


def _same(ours: Sequence[list[int]], theirs: Sequence[list[int]]) -> int:
    return sum(one == other for one, other in zip(ours, theirs, strict=True))


def _in_node(node: str, index: Path, queries: Sequence[str]) -> list[list[int]]:
    said = subprocess.run(
        [node, str(RANKING), str(CORE), str(index)],
        input=json.dumps({"queries": queries, "top": TOP}),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    ranked: list[list[int]] = json.loads(said.stdout)
    return ranked


def _in_chromium(folder: Path, queries: Sequence[str]) -> list[list[int]]:
    shutil.copy(CORE, folder / "loi.js")
    shutil.copy(RANKING, folder)
    (folder / "trang.html").write_text(_PAGE, encoding="utf-8")
    ranked: list[list[int]] = []
    with Browser.start() as browser:
        browser.open((folder / "trang.html").as_uri())
        browser.evaluate(f"void (window.load = {_LOAD})")
        for start in range(0, len(queries), 50):
            some = json.dumps(queries[start : start + 50])
            ranked += browser.evaluate(f"ranking(TimKiem, load, {some}, {TOP})")
    return ranked


def phrases() -> Iterator[Row]:
    """Yield how well quoted phrases are found, beside a plain search of all texts."""
    records = [*crude.laws(), *crude.corpus(STEP)]
    folder = corpora.fresh("site/search-phrases")
    write(records, folder)
    index = Opened(folder)
    texts = [f" {' '.join(exact(f'{one.title} {one.text}'))} " for one in records]
    found = wanted = right = 0
    for phrase in _phrases(texts, PHRASES):
        truth = {
            row for row, text in enumerate(texts) if f" {' '.join(phrase)} " in text
        }
        ours = index.rows_with(phrase)
        found, wanted = found + len(ours), wanted + len(truth)
        right += len(truth & ours)
    yield Row("phrase-records", len(records))
    yield Row("phrase-recall", right / wanted, note=f"{PHRASES} phrases")
    yield Row("phrase-precision", right / found)


def _phrases(texts: Sequence[str], count: int) -> Iterator[list[str]]:
    """Yield stretches of syllables from chance texts; signs between them stay."""
    chance = random.Random(23)  # noqa: S311 not for secrets
    while count:
        said = chance.choice(texts).split()
        length = chance.randint(*PHRASE_WORDS)
        if len(said) > length:
            count -= 1
            start = chance.randrange(len(said) - length)
            yield said[start : start + length]
