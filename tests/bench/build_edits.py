"""What it costs this project to build again: nothing changed, one text, one record.

The last figure is how long a saved text takes to be on its page, in a preview that
runs.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

from bookcase.build.preview import Preview
from bookcase.build.request import BuildRequest
from tests import shared
from tests.bench import measure
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TIMES = 3
_SETTLED = 2.1
"""Seconds after which a file that was written is trusted."""


def edits(
    subject: str, content: Path, site: Path, command: Callable[[int], list[str]]
) -> Iterator[Row]:
    """Build again and again what was just built.

    Args:
        subject: How the rows begin.
        content: The content.
        site: The site, already built.
        command: Gives the command of a build with so many jobs.
    """
    texts = sorted((content / "van-ban").rglob("*.md"))
    text = texts[len(texts) // 2]
    time.sleep(_SETTLED)
    _again(command)  # what was young is trusted from now on
    yield Row(f"{subject}.nothing", _median(command, lambda _: None), "s", "CPU")
    yield Row(f"{subject}.edit", _median(command, lambda n: _edit(text, n)), "s", "CPU")
    record = text.with_name("document.yml")
    cost = _median(command, lambda n: _retitle(record, n))
    yield Row(f"{subject}.record", cost, "s", "CPU, a title changed")
    yield Row(f"{subject}.saved", _saved(content, site, text), "s", "wall, to its page")


def _again(command: Callable[[int], list[str]]) -> float:
    return measure.run(command(1), shared.ROOT, fine=(0, 1)).cpu


def _median(
    command: Callable[[int], list[str]], change: Callable[[int], None]
) -> float:
    taken = []
    for number in range(TIMES):
        change(number)
        taken.append(_again(command))
    return statistics.median(taken)


def _edit(path: Path, number: int) -> None:
    """Change some words of a clause."""
    words = path.read_text("utf-8")
    path.write_text(words.replace("\n1. ", f"\n1. Lần {number}, ", 1), "utf-8")


def _retitle(path: Path, number: int) -> None:
    words = path.read_text("utf-8")
    path.write_text(words.replace("\ntitle: ", f"\ntitle: Lần {number} ", 1), "utf-8")


def _saved(content: Path, site: Path, text: Path) -> float:
    """Return how long it takes to have the page of a saved text."""
    gc.collect()
    request = BuildRequest(
        config=shared.ROOT / "mkdocs.yml",
        content=content,
        site=site,
        as_of=date(2026, 11, 1),
        now=0,
        leaflets=False,
    )
    preview = Preview(request, time.time_ns)
    path = text.relative_to(content).as_posix()
    taken = []
    for number in range(TIMES + 1):  # the first brings the catalog into memory
        _edit(text, number)
        start = time.perf_counter()
        made = preview.hasten([path])
        (preview.ahead / next(iter(made))).read_bytes()
        taken.append(time.perf_counter() - start)
    preview.settle()
    print(f"  a first page took {taken[0]:.2f} s", file=sys.stderr)
    return statistics.median(taken[1:])
