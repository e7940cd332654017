"""Search as a reader meets it: how soon a fresh browser shows the first results."""

from __future__ import annotations

import gzip
import zlib
from contextlib import nullcontext
from typing import TYPE_CHECKING
from urllib.parse import quote

from bookcase.search.index import DIRECTORY
from bookcase.search.opened import Opened
from bookcase.search.query import find
from tests.bench.rows import Row
from tests.browser import Browser
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TOP = 10
SLOWED = 4
_WATCH = """(() => {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('.tk-hit')) return;
    window.firstHit = performance.now();
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
})()"""


def cold(site: Path, queries: Sequence[str]) -> Iterator[Row]:
    """Yield the seconds from opening the page to its first results, nothing kept."""
    for way in ("http", "file"):
        for slowed in (1, SLOWED):
            with (
                serve(site) if way == "http" else nullcontext(f"{site.as_uri()}/") as at
            ):
                times, heap = _opened(at, queries, slowed)
            name = f"cold-{way}{'-slowed' if slowed > 1 else ''}"
            yield Row(f"{name}-p50", times[len(times) // 2], "s")
            yield Row(f"{name}-p95", times[len(times) * 95 // 100], "s")
            if slowed == 1:
                yield Row(f"heap-{way}", heap / 1e6, "MB", "the most, after results")


def _opened(
    base: str, queries: Sequence[str], slowed: int
) -> tuple[list[float], float]:
    """Return the seconds to first results in order, and the largest heap in bytes."""
    times, heap = [], 0.0
    with Browser.start() as browser:
        tell = browser.tab.command
        tell("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)
        tell("Network.setCacheDisabled", cacheDisabled=True)
        tell("Emulation.setCPUThrottlingRate", rate=slowed)
        for said in queries:
            browser.open(f"{base}tim-kiem.html?q={quote(said)}")
            browser.wait_until("window.firstHit > 0", 30)
            times.append(browser.evaluate("window.firstHit") / 1e3)
            tell("HeapProfiler.collectGarbage")
            used = tell("Runtime.getHeapUsage")
            heap = max(heap, used["usedSize"] + used.get("backingStorageSize", 0))
            browser.open("about:blank")
    return sorted(times), heap


def compressed(index: Path, queries: Sequence[str]) -> Iterator[Row]:
    """Yield what is sent compressed: for a query, the ranking index, the scripts."""
    sizes = sorted(_sent(index, said) for said in queries)
    yield Row("query-compressed-p95", sizes[len(sizes) * 95 // 100] / 1e3, "KB")
    shards = sum(_deflated(path) for path in (index / "t").iterdir())
    yield Row("ranking-index-compressed", shards / 1e6, "MB")
    yield Row("directory-compressed", _deflated(index / f"{DIRECTORY}.js") / 1e3, "KB")
    scripts = sorted((index.parent / "js").glob("tim-kiem*.js"))
    sent = sum(len(gzip.compress(path.read_bytes())) for path in scripts)
    yield Row("scripts-compressed", sent / 1e3, "KB", "each for itself")


def phrase_bytes(index: Path, phrases: Sequence[str]) -> Iterator[Row]:
    """Yield what queries in quotes load of the data for exact phrases."""
    sizes = []
    for said in phrases:
        opened = Opened(index)
        find(opened, f'"{said}"', TOP)
        read = opened.read.items()
        sizes.append(sum(size for name, size in read if "p/" in name or "cum" in name))
    sizes.sort()
    yield Row("phrase-bytes-p95", sizes[len(sizes) * 95 // 100] / 1e6, "MB")


def _sent(index: Path, said: str) -> int:
    opened = Opened(index)
    find(opened, said, TOP)
    return sum(
        _deflated(index / f"{name}.js") for name in opened.read if name != DIRECTORY
    )


def _deflated(path: Path) -> int:
    return len(zlib.compress(path.read_bytes()))
