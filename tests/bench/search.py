"""Finding the article: how well, at what size, for how many bytes.

One call measures, each in turn:

* ``laws``: the 334 labelled questions and our hundred everyday ones over the 17 laws
  that they are labelled with (:mod:`tests.bench.questions`);
* ``whole``: the same with the whole real corpus around these laws;
* ``large``: the whole, filled up with generated acts to 60,000 articles: bytes that a
  query of four syllables loads, size of the index, time and memory to make it, and how
  soon a fresh browser shows results (:mod:`tests.bench.search_browser`);
* ``grows``: what of the index changes with 40 of 1,000 acts, release after release
  (:mod:`tests.bench.search_grows`);
* ``equal``: our ranking beside lunr's, in Python, Node and Chromium, and quoted phrases
  beside a plain search (:mod:`tests.bench.search_equal`);
* ``others``: lunr, MiniSearch and Pagefind beside ours, over the 17 laws
  (:mod:`tests.bench.search_others`);
* ``others-whole``: the same over the whole corpus; it takes most of the time of all.

Everything is skipped, loudly, where the shared corpus is not beside the checkout.
Indexes are made from the pages' own records, by ``bookcase build``; queries run in
Python, whose ranking the tests hold equal to the browser's.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bookcase.build.indexing.index import INDEX
from bookcase.build.rendering.records import LAW, LOCAL_LAW
from bookcase.model.ids import fold
from bookcase.search.index import DIRECTORY
from bookcase.search.normalise import words
from bookcase.search.opened import Opened
from bookcase.search.query import find
from tests import shared
from tests.bench import (
    corpora,
    measure,
    search_browser,
    search_equal,
    search_grows,
    search_others,
)
from tests.bench.questions import Question, everyday, labelled
from tests.bench.rows import Row
from tests.bench.search_queries import query_bytes, random_phrases, random_queries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bookcase.search.query import Hit

CASES = ("laws", "whole", "large", "grows", "equal", "others", "others-whole")
OPENED = 40
"""How often a browser is opened, each way."""
TOP = 10
AS_OF = "2026-11-01"


def run(jobs: int = 2, only: str = "", articles: int = 60_000) -> Iterator[Row]:
    """Build the indexes, ask, and yield the figures.

    Args:
        jobs: Worker processes of a build.
        only: The cases to run, with commas between; by default all.
        articles: How many articles the ``large`` index has at least.
    """
    chosen = tuple(filter(None, only.split(","))) or CASES
    laws = shared.folder() / "corpus" / "queries" / "laws.jsonl"
    if not laws.exists():
        print(f"! SKIPPED search: no {laws}; BOOKCASE_SHARED names it", file=sys.stderr)
        return
    if "laws" in chosen:
        yield from _asked("laws", _built("laws", corpora.laws(), jobs))
    if "whole" in chosen:
        index = _built("whole", corpora.real_with_laws(jobs), jobs)
        yield from _asked("whole", index)
        yield from _named(index)
    if "large" in chosen:
        yield from _large(jobs, articles)
    if "grows" in chosen:
        yield from search_grows.run(_command, jobs)
    if "equal" in chosen:
        yield from search_equal.ranking()
        yield from search_equal.phrases()
    if "others" in chosen:
        yield from search_others.run()
    if "others-whole" in chosen:
        yield from search_others.run_whole()


def _built(subject: str, content: Path, jobs: int) -> Path:
    """Build a site and return its index."""
    print(f"… this project: {subject}", file=sys.stderr)
    site = corpora.fresh(f"site/search-{subject}")
    measure.run(_command(content, site, jobs), shared.ROOT, fine=(0, 1))
    return site / INDEX


def _command(content: Path, site: Path, jobs: int) -> list[str]:
    options = ["--content", str(content), "--site", str(site), "--jobs", str(jobs)]
    switches = ["--as-of", AS_OF, "--no-leaflets", "--keep-going", "--quiet"]
    return [sys.executable, "-m", "bookcase", "build", *options, *switches]


def _asked(subject: str, folder: Path) -> Iterator[Row]:
    index = Opened(folder)
    for name, questions in (("labelled", labelled()), ("everyday", everyday())):
        ranks = [_rank(index, one, one.words) for one in questions]
        plain = [_rank(index, one, fold(one.words)) for one in questions]
        yield Row(f"{subject}.{name}-mrr", _mrr(ranks))
        yield Row(f"{subject}.{name}-hit", _hit(ranks))
        yield Row(f"{subject}.{name}-mrr-without-accents", _mrr(plain))
        yield Row(f"{subject}.{name}-hit-without-accents", _hit(plain))


def _rank(index: Opened, question: Question, said: str) -> int:
    """Return the place of the first right article among the best, 0 for none."""
    for place, hit in enumerate(find(index, said, TOP), 1):
        if (hit.number, _article(hit)) in question.answers:
            return place
    return 0


def _article(hit: Hit) -> str:
    return hit.url.rpartition("#d")[2].partition(".")[0]


def _mrr(ranks: Sequence[int]) -> float:
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def _hit(ranks: Sequence[int]) -> float:
    return sum(map(bool, ranks)) / len(ranks)


def _named(folder: Path) -> Iterator[Row]:
    """Ask for every tenth document by its number, and by its title."""
    index = Opened(folder)
    heads = [head for head in _heads(index) if head[0]][::10]
    by_number = [_leads(index, number, number) for number, _ in heads]
    yield Row("number-first", sum(by_number) / len(by_number), note="share of numbers")
    titled = [_leads(index, title, number) for number, title in heads if title]
    yield Row("title-first", sum(titled) / len(titled), note="itself or a namesake")
    said = [_says(index, *one) for one in index.usage.others.items()]
    note = f"of {len(said)}: the first result says the law's words, or the reader's"
    yield Row("everyday-name-first", sum(said) / len(said), note=note)


def _heads(index: Opened) -> Iterator[tuple[str, str]]:
    """Yield the number and title of each page."""
    for first in index.first_rows[:-1]:
        row = index.row(first)
        if row and row.group in (LAW, LOCAL_LAW):
            yield row.number, row.parent


def _says(index: Opened, everyday: str, law: str) -> bool:
    """Tell whether the first result for an everyday name shows what it stands for."""
    best = find(index, everyday, 1)
    shown = {*words(f"{best[0].title}\n{best[0].passage}")} if best else set()
    return shown >= {*law.split()} or shown >= {*everyday.split()}


def _leads(index: Opened, said: str, number: str) -> bool:
    """Tell whether a document, or one of its name, comes first."""
    best = find(index, said, 1)
    return bool(best) and (
        words(best[0].number) == words(number) or words(best[0].parent) == words(said)
    )


def _large(jobs: int, articles: int) -> Iterator[Row]:
    content = corpora.large(jobs, articles)
    site = corpora.fresh("site/search-large")
    cost = measure.run(_command(content, site, jobs), shared.ROOT, fine=(0, 1))
    index = site / INDEX
    opened = Opened(index)
    yield Row("articles", opened.records)
    yield Row("build-cpu", cost.cpu, "s", "the whole site with its index")
    yield Row("build-peak", cost.peak / 1e6, "MB", "the whole site with its index")
    yield from _sizes(index)
    queries = [*random_queries(index, 300)]
    sizes = sorted(query_bytes(index, said) for said in queries)
    yield Row("query-bytes-p50", sizes[len(sizes) // 2] / 1e3, "KB")
    yield Row("query-bytes-p95", sizes[len(sizes) * 95 // 100] / 1e3, "KB")
    yield Row("directory", (index / f"{DIRECTORY}.js").stat().st_size / 1e3, "KB")
    yield from search_browser.compressed(index, queries)
    yield from search_browser.phrase_bytes(index, [*random_phrases(index, 300)])
    yield from search_browser.cold(site, queries[:OPENED])


def _sizes(index: Path) -> Iterator[Row]:
    for name, what in (("t", "ranking-index"), ("d", "shown-rows"), ("p", "phrases")):
        size = measure.size(index / name)
        yield Row(what, size.bytes / 1e6, "MB")
        yield Row(f"{what}-files", size.files)
