"""Other searches for static sites beside ours, each as it comes.

They search the 17 laws alone, and then the whole real corpus with these among it.

lunr is a package of this project; the whole corpus is more than its Python holds in a
bearable time, so there it runs in Node. What comes from npm is no part of the project:
who wants these figures runs once ``npm install --prefix .cache/bench/npm lunr
minisearch pagefind``. Pagefind's results are read in Chromium, over http, as it needs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from lunr import lunr

from bookcase.model.ids import fold
from bookcase.search.index import write
from bookcase.search.opened import Opened
from bookcase.search.query import find
from tests.bench import corpora, crude
from tests.bench.questions import labelled
from tests.bench.rows import Row
from tests.browser import Browser
from tests.server import serve
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bookcase.search.records import Record

    Ask = Callable[[Sequence[str]], list[list[int]]]

TOP = 10
NPM = corpora.WORK / "npm"
_SCRIPTS = ROOT / "tests" / "bench"
_HEAP = "--max-old-space-size=12000"
"""For Node, in megabytes: indexes of the whole corpus are held in memory."""
_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>{title}</title></head><body data-pagefind-body><h1>{title}</h1>
<p>{parent}</p><p>{text}</p></body></html>"""
_ASK = """(async (queries) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const all = [];
  for (const query of queries) {
    const found = await pagefind.search(query);
    const best = await Promise.all(found.results.slice(0, %d).map((one) => one.data()));
    all.push(best.map((one) => parseInt(one.url.replace(/.*\\//, ''), 10)));
  }
  return all;
})"""


def run() -> Iterator[Row]:
    """Yield the figures over the 17 laws."""
    records = list(crude.laws())
    yield from _beside("", records, _lunr(records))


def run_whole() -> Iterator[Row]:
    """Yield the figures over the whole real corpus."""
    records = [*crude.laws(), *crude.corpus(1)]
    yield from _beside("whole.", records, _in_node("lunr", records))


def _beside(before: str, records: Sequence[Record], lunr_: Ask | None) -> Iterator[Row]:
    """Yield MRR@10 and hit@10 of each, and how many are not behind ours."""
    mrr: dict[str, float] = {}
    for row in _figures(records, lunr_):
        yield replace(row, name=f"{before}{row.name}")
        if row.name.endswith(".mrr"):
            mrr[row.name] = row.value
    ours = mrr.pop("ours.mrr")
    yield Row(f"{before}others-not-behind", sum(one >= ours for one in mrr.values()))


def _figures(records: Sequence[Record], lunr_: Ask | None) -> Iterator[Row]:
    engines: dict[str, Ask | None] = {
        "ours": _ours(records),
        "lunr": lunr_,
        "minisearch": _in_node("minisearch", records),
        "pagefind": _pagefind(records),
    }
    for name, ask in engines.items():
        if ask is None:
            print(f"! SKIPPED {name}: not in {NPM}", file=sys.stderr)
            continue
        questions = labelled()
        for way, words in (("", str), ("-without-accents", fold)):
            rows = ask([words(one.words) for one in questions])
            places = [
                _place(records, best, one.answers)
                for best, one in zip(rows, questions, strict=True)
            ]
            hit = sum(map(bool, places)) / len(places)
            yield Row(f"{name}.mrr{way}", sum(1 / n for n in places if n) / len(places))
            yield Row(f"{name}.hit{way}", hit)


def _place(
    records: Sequence[Record], best: list[int], answers: frozenset[tuple[str, str]]
) -> int:
    for place, row in enumerate(best, 1):
        if (records[row].number, records[row].article) in answers:
            return place
    return 0


def _ours(records: Sequence[Record]) -> Ask:
    folder = corpora.fresh("site/search-others")
    write(records, folder)
    index = Opened(folder)
    row_of = {record.url: row for row, record in enumerate(records)}

    def row(url: str) -> int:
        article = url.rpartition(".")[0]  # without the clause that was asked for
        return row_of[url] if url in row_of else row_of[article]

    def ask(queries: Sequence[str]) -> list[list[int]]:
        hits = (find(index, query, TOP) for query in queries)
        return [[row(hit.url) for hit in one] for one in hits]

    return ask


def _lunr(records: Sequence[Record]) -> Ask:
    fields = ("parent", "title", "text")
    index = lunr("ref", fields, _documents(records))

    def ask(queries: Sequence[str]) -> list[list[int]]:
        return [
            [int(one["ref"]) for one in index.search(_bare(query))[:TOP]]
            for query in queries
        ]

    return ask


def _bare(query: str) -> str:
    """Take the signs out that lunr's own language gives a meaning."""
    return "".join(one if one.isalnum() else " " for one in query)


def _documents(records: Sequence[Record]) -> list[dict[str, str | int]]:
    return [
        {"ref": row, "parent": one.parent, "title": one.title, "text": one.text}
        for row, one in enumerate(records)
    ]


def _in_node(name: str, records: Sequence[Record]) -> Ask | None:
    node = shutil.which("node")
    if not node or not (NPM / "node_modules" / name).exists():
        return None

    def ask(queries: Sequence[str]) -> list[list[int]]:
        asked = {"records": _documents(records), "queries": queries}
        said = subprocess.run(
            [node, _HEAP, str(_SCRIPTS / f"{name}.js"), str(NPM)],
            input=json.dumps(asked),
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        best: list[list[int]] = json.loads(said.stdout)
        return best

    return ask


def _pagefind(records: Sequence[Record]) -> Ask | None:
    program = NPM / "node_modules" / ".bin" / "pagefind"
    if not program.exists():
        return None
    site = corpora.fresh("site/pagefind")
    site.mkdir()
    for row, one in enumerate(records):
        page = _PAGE.format(
            title=escape(one.title), parent=escape(one.parent), text=escape(one.text)
        )
        (site / f"{row}.html").write_text(page, encoding="utf-8")
    subprocess.run([program, "--site", site], capture_output=True, check=True)

    def ask(queries: Sequence[str]) -> list[list[int]]:
        with serve(site) as base, Browser.start() as browser:
            browser.open(f"{base}0.html")
            best: list[list[int]] = []
            for query in queries:
                best += browser.evaluate(f"{_ASK % TOP}({json.dumps([query])})")
            return best

    return ask
