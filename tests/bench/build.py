"""Building whole sites: this project against others, again after edits, and real law.

One call measures, each in turn, on the same generated acts:

* ``stock``: MkDocs with Material, its search, and no document in the navigation;
* ``navigation``: the same with every document in the navigation, without search;
* ``zensical``, ``hugo``: see :mod:`tests.bench.build_peers`;
* ``bookcase``: this project on the same corpus, document for document, cold with one
  worker and with two, part by part and without citations
  (:mod:`tests.bench.build_features`), then again after edits
  (:mod:`tests.bench.build_edits`);
* ``real``: this project on its own content with all real documents imported, the
  register and all places; skipped, loudly, where they are not beside the checkout;
* ``local``: this project on invented acts of provinces and communes, with all places.

``ratio-PEER`` rows divide this project's figures by a peer's: below 1 where this
project needs less. ``--sizes 1000,10000`` measures this project at several sizes, and
``growth`` is the exponent of CPU between the first and the last.

``--only stock,bookcase`` runs some. Status is computed as of one fixed day and leaflets
are not printed, so that two runs do the same. Every site of ours is then walked
(:mod:`tests.walk`): ``broken-links`` counts links to no file and to no id.
"""

from __future__ import annotations

import json
import math
import shutil
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tests import shared
from tests.bench import build_peers, corpora, measure
from tests.bench.build_edits import edits
from tests.bench.build_features import WITHOUT, shares
from tests.bench.build_peers import costs, whole
from tests.bench.measure import MeasureError
from tests.bench.rows import Row, ratios
from tests.walk import BROKEN, DUPLICATE, FRAGMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.bench.measure import Cost

PEERS = {
    "stock": build_peers.stock,
    "navigation": build_peers.stock,
    "zensical": build_peers.zensical,
    "hugo": build_peers.hugo,
}
CASES = (*PEERS, "bookcase", "real", "local")
AS_OF = "2026-11-01"


def run(  # noqa: PLR0913 - the options of the command line
    size: int = 1000,
    seed: int = 7,
    local: int = 2000,
    jobs: int = 2,
    *,
    only: str = "",
    sizes: str = "",
) -> Iterator[Row]:
    """Build and walk the sites, and yield their figures.

    Args:
        size: Acts of the generated corpus.
        seed: What generated corpora follow from.
        local: Invented local acts.
        jobs: Worker processes of this project where it is not measured with one.
        only: The cases to run, with commas between; by default all.
        sizes: Further sizes for this project alone, with commas between.

    Raises:
        MeasureError: A build failed, or built less than it was given.
    """
    chosen = _chosen(only)
    rows: list[Row] = []
    for name, peer in PEERS.items():
        if name in chosen:
            _say(name)
            rows += peer(name, size, seed)
    if "bookcase" in chosen:
        rows += _compared(size, seed, rows)
        rows += _growing(sizes, seed, rows, size)
    if "real" in chosen:
        rows += _real(jobs)
    if "local" in chosen:
        content = corpora.generated("local", local, seed)
        rows += _bookcase("local", content, jobs, local)
    yield from rows


def _compared(size: int, seed: int, peers: list[Row]) -> Iterator[Row]:
    """Build the generated corpus with this project; divide by what others took."""
    content = corpora.generated("content", size, seed)
    own = [*_bookcase("bookcase", content, 1, size)]
    yield from own
    one = next(row.value for row in own if row.name == "bookcase.wall")
    site = corpora.fresh("site/bookcase-2")
    two = measure.run(_command(content, site, 2), shared.ROOT, fine=(0, 1)).wall
    yield Row("bookcase.wall-2", two, "s", "with two workers")
    yield Row("workers", two / one, "×", "wall of two workers to one")
    shutil.rmtree(site)
    yield from _by_part(content, size)
    site = corpora.WORK / "site" / "bookcase"
    yield from edits("bookcase", content, site, partial(_command, content, site))
    costs_ = [row for row in own if not row.name.endswith(".documents")]
    for name in PEERS:
        for row in ratios([*peers, *costs_], "bookcase", name):
            yield replace(row, name=row.name.replace("ratio.", f"ratio-{name}.", 1))


def _by_part(content: Path, size: int) -> Iterator[Row]:
    """Say what the parts of a build cost, and what it would cost without citations."""
    site = corpora.fresh("site/bookcase-parts")
    build = [*_command(content, site, 1)[4:], "--clean"]
    program = [sys.executable, "-m", "tests.bench.build_features"]
    plain = measure.run([*program, WITHOUT, "citations", *build], shared.ROOT, (0, 1))
    note = "nothing is looked for in texts, and nothing follows"
    yield Row("bookcase.cpu-1000-uncited", plain.cpu / size * 1000, "s", note)
    for part, seconds in shares(
        measure.run([*program, *build], shared.ROOT, (0, 1)).errors
    ):
        yield Row(f"bookcase.part-{part}", seconds / size * 1000, "s", "a thousand")
    shutil.rmtree(site)


def _growing(sizes: str, seed: int, rows: list[Row], first: int) -> Iterator[Row]:
    """Build with this project alone at further sizes."""
    cpu = {row.name: row.value for row in rows}
    last = (first, cpu["bookcase.cpu"])
    for size in map(int, filter(None, sizes.split(","))):
        subject = f"bookcase-{size}"
        content = corpora.generated("content", size, seed)
        made = [*_bookcase(subject, content, 2, size, walk=False)]
        yield from made
        site = corpora.WORK / "site" / subject
        yield from edits(subject, content, site, partial(_command, content, site))
        last = size, next(row.value for row in made if row.name == f"{subject}.cpu")
        shutil.rmtree(site)
    if last[0] != first:
        more, cost = last[0] / first, last[1] / cpu["bookcase.cpu"]
        note = f"of CPU from {first} to {last[0]} documents: 1 is even"
        yield Row("growth", math.log(cost) / math.log(more), "", note)


def _chosen(only: str) -> tuple[str, ...]:
    chosen = tuple(filter(None, only.split(","))) or CASES
    if strange := sorted(set(chosen) - set(CASES)):
        message = f"build has no case {', '.join(strange)}; it has {', '.join(CASES)}"
        raise MeasureError(message)
    return chosen


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


def _command(content: Path, site: Path, jobs: int) -> list[str]:
    command = [sys.executable, "-m", "bookcase", "build", "--content", str(content)]
    options = ["--site", str(site), "--jobs", str(jobs), "--as-of", AS_OF]
    switches = ["--no-leaflets", "--keep-going", "--quiet", "--json"]
    return [*command, *options, *switches]


def _bookcase(
    subject: str, content: Path, jobs: int, documents: int = 0, *, walk: bool = True
) -> Iterator[Row]:
    """Build content with this project, and walk what came out."""
    _say(f"this project: {subject}")
    site = corpora.fresh(f"site/{subject}")
    cold = [*_command(content, site, jobs), "--clean"]
    cost = measure.run(cold, shared.ROOT, fine=(0, 1))
    report = _report(cost)
    built = int(report["works"])
    yield Row(f"{subject}.documents", whole(built, documents, subject))
    yield from costs(subject, cost, site)
    yield Row(f"{subject}.cpu-1000", cost.cpu / max(built, 1) * 1000, "s")
    if "shell_bytes" in report:
        note = "what the shell adds to a document's own HTML, at the most"
        yield Row(f"{subject}.shell", report["shell_bytes"] / 1e3, "KB", note)
    yield Row(f"{subject}.findings", report.get("found", 0))
    if walk:
        yield from _walked(subject, site)


def _report(cost: Cost) -> dict[str, Any]:
    """Read what ``bookcase build --json`` says of itself."""
    try:
        report: dict[str, Any] = json.loads(cost.output)
    except json.JSONDecodeError as error:
        message = f"bookcase build --json gave no report: {cost.errors}"
        raise MeasureError(message) from error
    return report


def _walked(subject: str, site: Path) -> Iterator[Row]:
    walk = [sys.executable, "-m", "tests.walk", "--json", str(site)]
    counts: dict[str, int] = json.loads(measure.run(walk, shared.ROOT).output)
    yield Row(f"{subject}.pages", counts["pages"])
    yield Row(f"{subject}.links", counts["links"])
    yield Row(f"{subject}.broken-links", counts[BROKEN] + counts[FRAGMENT])
    yield Row(f"{subject}.duplicate-ids", counts[DUPLICATE])


def _say(what: str) -> None:
    print(f"… {what}", file=sys.stderr)
