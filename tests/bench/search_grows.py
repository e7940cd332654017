"""The index from one release to the next: how much of it a small change touches."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from bookcase.build.indexing.index import INDEX
from tests.bench import corpora, measure
from tests.bench.rows import Row
from tests.bench.search_queries import query_bytes, random_queries
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Command = Callable[[Path, Path, int], list[str]]

ACTS, CHANGED = 1000, 40
RELEASES = 4
QUERIES = 150
_SAID = "Cơ quan nhận hồ sơ trả lời bằng văn bản lần thứ {release}."


def run(command: Command, jobs: int) -> Iterator[Row]:
    """Change some documents, release after release, and weigh what is new.

    Args:
        command: Gives the command that builds content into a site.
        jobs: Worker processes.
    """
    content = corpora.generated("content", ACTS, 7)
    before = _built(command(content, corpora.fresh("site/grows-0"), jobs), 0)
    shares = []
    for release in range(1, RELEASES + 1):
        share = _change(content, release)
        site = corpora.fresh(f"site/grows-{release}")
        options = ["--previous", str(before)]
        after = _built([*command(content, site, jobs), *options], release)
        new, all_ = _bytes(before / INDEX, after / INDEX)
        note = f"{CHANGED} of {ACTS} acts changed, with {share:.1%} of all text"
        shares.append(new / all_ * 100)
        yield Row(f"changed-{release}", shares[-1], "%", note)
        before = after
    yield Row("changed", sum(shares) / RELEASES, "%", "the mean of these")
    note = f"after {RELEASES} releases"
    yield Row("grown-index", all_ / 1e6, "MB", note)
    yield Row("grown-files", sum(1 for _ in (before / INDEX).rglob("*.js")), note=note)
    queries = [*random_queries(before / INDEX, QUERIES)]
    sizes = sorted(query_bytes(before / INDEX, said) for said in queries)
    yield Row("grown-query-bytes-p95", sizes[QUERIES * 95 // 100] / 1e3, "KB", note)


def _built(command: list[str], release: int) -> Path:
    measure.run(command, ROOT, fine=(0, 1))
    return corpora.WORK / f"site/grows-{release}"


def _change(content: Path, release: int) -> float:
    """Add a sentence to some acts, to others in each release; return their share."""
    acts = sorted((content / "van-ban").rglob("*.md"))
    chance = random.Random(release)  # noqa: S311 not for secrets
    total, changed = sum(path.stat().st_size for path in acts), 0
    for path in chance.sample(acts, CHANGED):
        changed += path.stat().st_size
        text = path.read_text("utf-8").rstrip("\n")
        path.write_text(f"{text}\n\n{_SAID.format(release=release)}\n", "utf-8")
    return changed / total


def _bytes(before: Path, after: Path) -> tuple[int, int]:
    """Return the bytes of files that are new or not as they were, and of all."""
    new = total = 0
    for path in after.rglob("*"):
        if not path.is_file():
            continue
        old = before / path.relative_to(after)
        data = path.read_bytes()
        total += len(data)
        if not old.exists() or old.read_bytes() != data:
            new += len(data)
    return new, total
