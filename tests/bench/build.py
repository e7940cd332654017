"""Building whole sites: this project against stock MkDocs + Material, and real law.

One call measures, each in turn:

* ``stock``: MkDocs with Material and its search on the generated corpus;
* ``bookcase``: this project on the same corpus, document for document, with ``ratio``
  of the two (below 1 where this project needs less);
* ``real``: this project on its own content with all real documents imported, the
  register and all places; skipped, loudly, where they are not beside the checkout;
* ``local``: this project on invented acts of provinces and communes, with all places.

``--only stock,bookcase`` runs some. Status is computed as of one fixed day and leaflets
are not printed, so that two runs do the same. Every site of ours is then walked
(:mod:`tests.walk`): ``broken-links`` counts links to no file and to no id.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import shared
from tests.bench import corpora, measure
from tests.bench.measure import MeasureError
from tests.bench.rows import Row, ratios
from tests.walk import BROKEN, DUPLICATE, FRAGMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.measure import Cost

CASES = ("stock", "bookcase", "real", "local")
AS_OF = "2026-11-01"
_STOCK = Path(__file__).with_name("stock.yml")


def run(
    size: int = 1000, seed: int = 7, local: int = 2000, jobs: int = 2, only: str = ""
) -> Iterator[Row]:
    """Build and walk the sites, and yield their figures.

    Args:
        size: Acts of the generated corpus.
        seed: What generated corpora follow from.
        local: Invented local acts.
        jobs: Worker processes of this project; stock MkDocs has one process.
        only: The cases to run, with commas between; by default all.

    Raises:
        MeasureError: A build failed, or built less than it was given.
    """
    chosen = _chosen(only)
    rows: list[Row] = []
    if "stock" in chosen:
        rows += _stock(size, seed)
    if "bookcase" in chosen:
        content = corpora.generated("content", size, seed)
        rows += _bookcase("bookcase", content, jobs, size)
        costs = [row for row in rows if not row.name.endswith(".documents")]
        rows += ratios(costs, "bookcase", "stock")
    if "real" in chosen:
        rows += _real(jobs)
    if "local" in chosen:
        content = corpora.generated("local", local, seed)
        rows += _bookcase("local", content, jobs, local)
    yield from rows


def _chosen(only: str) -> tuple[str, ...]:
    chosen = tuple(filter(None, only.split(","))) or CASES
    if strange := sorted(set(chosen) - set(CASES)):
        message = f"build has no case {', '.join(strange)}; it has {', '.join(CASES)}"
        raise MeasureError(message)
    return chosen


def _stock(size: int, seed: int) -> Iterator[Row]:
    """Build the docs form of the corpus with stock MkDocs."""
    _say("stock MkDocs + Material")
    docs = corpora.generated("docs", size, seed)
    config = docs.with_name("mkdocs.yml")
    shutil.copyfile(_STOCK, config)
    site = corpora.fresh("site/stock")
    options = ["--quiet", "-f", str(config), "--site-dir", str(site)]
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    cost = measure.run([*command], shared.ROOT)
    built = sum(1 for _ in (site / "van-ban").rglob("index.html")) - 4
    yield Row("stock.documents", _all(built, size, "stock"))
    yield from _costs("stock", cost, site)


def _real(jobs: int) -> Iterator[Row]:
    content = corpora.real(jobs)
    if content is None:
        where = shared.folder() / "corpus"
        print(f"! SKIPPED real: no {where}; BOOKCASE_SHARED names it", file=sys.stderr)
        return
    yield from _bookcase("real", content, jobs)
    site = str(corpora.WORK / "site" / "real")
    compare = [sys.executable, "-m", "tests.conserve", str(content), site, "--json"]
    found = json.loads(measure.run(compare, shared.ROOT).output)
    yield Row("real.letters", found["letters"] / 1e6, "M", "compared with their pages")
    yield Row("real.pages-differing", len(found["lost"]))


def _bookcase(
    subject: str, content: Path, jobs: int, documents: int = 0
) -> Iterator[Row]:
    """Build content with this project, and walk what came out."""
    _say(f"this project: {subject}")
    site = corpora.fresh(f"site/{subject}")
    command = [sys.executable, "-m", "bookcase", "build", "--content", str(content)]
    options = ["--site", str(site), "--jobs", str(jobs), "--as-of", AS_OF]
    switches = ["--no-leaflets", "--keep-going", "--quiet", "--json"]
    cost = measure.run([*command, *options, *switches], shared.ROOT, fine=(0, 1))
    report = _report(cost)
    built = int(report["works"])
    yield Row(f"{subject}.documents", _all(built, documents, subject))
    yield from _costs(subject, cost, site)
    if "shell_bytes" in report:
        note = "what the shell adds to a document's own HTML, at the most"
        yield Row(f"{subject}.shell", report["shell_bytes"] / 1e3, "KB", note)
    yield Row(f"{subject}.findings", report.get("found", 0))
    yield from _walked(subject, site)


def _report(cost: Cost) -> dict[str, Any]:
    """Read what ``bookcase build --json`` says of itself."""
    try:
        report: dict[str, Any] = json.loads(cost.output)
    except json.JSONDecodeError as error:
        message = f"bookcase build --json gave no report: {cost.errors}"
        raise MeasureError(message) from error
    return report


def _all(built: int, given: int, subject: str) -> int:
    """Refuse the figures of a build that left documents out."""
    if built < given:
        message = f"{subject}: built {built} of {given} documents"
        raise MeasureError(message)
    return built


def _costs(subject: str, cost: Cost, site: Path) -> Iterator[Row]:
    held = measure.size(site)
    yield Row(f"{subject}.cpu", cost.cpu, "s")
    yield Row(f"{subject}.wall", cost.wall, "s")
    yield Row(f"{subject}.peak", cost.peak / 1e6, "MB")
    yield Row(f"{subject}.bytes", held.bytes / 1e6, "MB")
    yield Row(f"{subject}.files", held.files)


def _walked(subject: str, site: Path) -> Iterator[Row]:
    walk = [sys.executable, "-m", "tests.walk", "--json", str(site)]
    counts: dict[str, int] = json.loads(measure.run(walk, shared.ROOT).output)
    yield Row(f"{subject}.pages", counts["pages"])
    yield Row(f"{subject}.links", counts["links"])
    yield Row(f"{subject}.broken-links", counts[BROKEN] + counts[FRAGMENT])
    yield Row(f"{subject}.duplicate-ids", counts[DUPLICATE])


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr)
