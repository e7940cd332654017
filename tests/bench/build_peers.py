"""What builds are measured beside: stock MkDocs, Zensical, Hugo, on the same acts.

Zensical and Hugo are locked in ``requirements-bench.lock``, and installed into an
environment of their own when they are first asked for.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests import shared
from tests.bench import corpora, measure
from tests.bench.measure import MeasureError
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.measure import Cost

PEERS = Path(__file__).with_name("peers")
LOCK = shared.ROOT / "requirements-bench.lock"
_HOMES = 4
"""Pages of lists in the corpus, beside the home page."""


def stock(name: str, size: int, seed: int) -> Iterator[Row]:
    """Build with stock MkDocs: ``stock`` searches, ``navigation`` lists all pages."""
    docs = corpora.generated("docs", size, seed)
    config = docs.with_name("mkdocs.yml")
    shutil.copyfile(PEERS / f"{name}.yml", config)
    site = corpora.fresh(f"site/{name}")
    options = ["--quiet", "-f", str(config), "--site-dir", str(site)]
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    yield from _built(name, measure.run([*command], shared.ROOT), site, size)


def zensical(name: str, size: int, seed: int) -> Iterator[Row]:
    """Build with Zensical, from the configuration of stock MkDocs."""
    program = _program("zensical")
    place = corpora.generated("docs", size, seed).parent
    shutil.copyfile(PEERS / "stock.yml", place / "mkdocs.yml")
    for left in ("site", ".cache"):
        shutil.rmtree(place / left, ignore_errors=True)
    cost = measure.run([program, "build", "-f", "mkdocs.yml"], place)
    site = corpora.fresh(f"site/{name}")
    (place / "site").rename(site)
    yield from _built(name, cost, site, size)


def hugo(name: str, size: int, seed: int) -> Iterator[Row]:
    """Build with Hugo and a theme of two small templates."""
    program = _program("hugo")
    docs = corpora.generated("docs", size, seed)
    place = corpora.fresh("corpus/hugo")
    place.mkdir()
    docs.rename(place / "content")
    for home in [*(place / "content").rglob("index.md")]:
        home.rename(home.with_name("_index.md"))
    layouts = place / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for template in ("single.html", "list.html"):
        shutil.copyfile(PEERS / template, layouts / template)
    shutil.copyfile(PEERS / "list.html", place / "layouts" / "index.html")
    shutil.copyfile(PEERS / "hugo.toml", place / "hugo.toml")
    site = corpora.fresh(f"site/{name}")
    command = [program, "--quiet", "--source", str(place), "--destination", str(site)]
    yield from _built(name, measure.run(command, place), site, size)


def _program(name: str) -> str:
    """Return a program of the peers' environment; it is made when it is not there."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()[:16]
    folder = corpora.KEPT / f"peers-{digest}"
    ready = folder / "ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        measure.run([sys.executable, "-m", "venv", str(folder)])
        locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        measure.run([*pip, *locked])
        ready.touch()
    return str(folder / "bin" / name)


def _built(name: str, cost: Cost, site: Path, size: int) -> Iterator[Row]:
    built = sum(1 for _ in (site / "van-ban").rglob("index.html")) - _HOMES
    yield Row(f"{name}.documents", whole(built, size, name))
    yield from costs(name, cost, site)


def whole(built: int, given: int, subject: str) -> int:
    """Refuse the figures of a build that left documents out."""
    if built < given:
        message = f"{subject}: built {built} of {given} documents"
        raise MeasureError(message)
    return built


def costs(subject: str, cost: Cost, site: Path) -> Iterator[Row]:
    """Yield what a build cost, and what it came to."""
    held = measure.size(site)
    yield Row(f"{subject}.cpu", cost.cpu, "s")
    yield Row(f"{subject}.wall", cost.wall, "s")
    yield Row(f"{subject}.peak", cost.peak / 1e6, "MB")
    yield Row(f"{subject}.bytes", held.bytes / 1e6, "MB")
    yield Row(f"{subject}.files", held.files)
