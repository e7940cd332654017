"""Leaflets: every title for every commune, joined, beside the plain loop.

36 titles made from the six and 200 communes by a seeded generator, in cases:

* ``cost``: the command writes all 7,200 files from nothing, the plain loop makes 60 of
  them. CPU milliseconds a leaflet of both (the command's with its start, reading and
  layouts), their ratio, files a second when only joining is left, memory, sizes;
* ``same``: the command again with one worker: files that differ;
* ``equal``: pixels that differ from the plain sheet, texts that do, for the shortest
  and longest names and one more, in every title; what checkers of PDF say;
* ``overflow``: 220 spoiled sheets, losses missed and losses invented;
* ``changes``: files of an unchanged run; seconds that a changed telephone and a changed
  text add to it.

``--only cost,same`` runs some; those after ``cost`` need it. Of the checkers, pdfua is
locked with the tools; qpdf is Debian's, and outloud, large with what it needs, is asked
where it is installed (``BOOKCASE_OUTLOUD`` names its program).
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import time
from typing import TYPE_CHECKING

from bookcase.build.printing.leaflets import address_of, print_sheets
from bookcase.build.printing.sheetparts import bodies, framed, shop
from bookcase.build.work.execute import AHEAD, in_order, workers
from bookcase.content.loading import load
from bookcase.leaflets.carried import tails_name
from tests import shared
from tests.bench import leaflets_equal as equal
from tests.bench import measure
from tests.bench.corpora import WORK, fresh
from tests.bench.leaflets_orders import ASSETS, DAY, HOST, order_of
from tests.bench.leaflets_set import EXTREMES, TITLES, generated
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bookcase.build.printing.sheetruns import SheetOrder
    from tests.bench.measure import Cost

CASES = ("cost", "same", "equal", "overflow", "changes")
SAMPLE, SPOILED = 60, 220
TIMES = 3
_IN = re.compile(r"in (\d+) \(")
_KB = 1e3


def run(seed: int = 7, jobs: int = 2, only: str = "") -> Iterator[Row]:
    """Take the figures.

    Args:
        seed: What titles, communes and the sample follow from.
        jobs: Worker processes.
        only: The cases to run, with commas between; by default all.
    """
    chosen = tuple(filter(None, only.split(","))) or CASES
    bench = _Bench(seed, jobs)
    for case in CASES:
        if case in chosen:
            print(f"… {case}", file=sys.stderr)
            yield from getattr(bench, case)()


class _Bench:
    """The folders that the cases share."""

    def __init__(self, seed: int, jobs: int) -> None:
        self._seed, self._jobs = seed, jobs
        self._content, self._codes = generated(seed)
        self._order: SheetOrder = order_of(self._content, self._codes)
        self._out, self._cache = WORK / "leaflets", WORK / "leaflets-parts"

    def cost(self) -> Iterator[Row]:
        """Write all files from nothing, and a sample the plain way."""
        fresh(self._out.name)
        fresh(self._cache.name)
        cost = self._command(self._out, self._cache, self._jobs)
        count = sum(1 for _ in self._out.rglob("*.pdf"))
        pairs = len(self._order.titles) * len(self._order.locals)
        yield Row("titles", len(self._order.titles))
        yield Row("communes", len(self._order.locals))
        yield Row("missing", pairs - count, "", "files that were not written")
        sample = self._plain()
        each = {"plain": sample / SAMPLE, "joined": cost.cpu / count}
        yield from (Row(f"{key}.cpu", 1e3 * one, "ms") for key, one in each.items())
        note = f"CPU a leaflet, plain over joined; the plain loop on {SAMPLE} pairs"
        yield Row("ratio", each["plain"] / each["joined"], "×", note)
        yield Row("all.wall", cost.wall, "s", "the whole command, from nothing")
        yield Row("peak", cost.peak / 1e6, "MB", f"largest process, {count} files")
        yield self._marginal()
        yield from self._sizes()

    def same(self) -> Iterator[Row]:
        """Write all again with one worker."""
        other, cache = fresh("leaflets-again"), fresh("leaflets-again-parts")
        self._command(other, cache, 1)
        one, two = _digests(self._out), _digests(other)
        names = one.keys() | two.keys()
        differing = sum(one.get(name) != two.get(name) for name in names)
        shutil.rmtree(other)
        shutil.rmtree(cache)
        yield Row("differing", differing, "", "files of one worker and of several")

    def equal(self) -> Iterator[Row]:
        """Draw, read and check joined sheets of every title."""
        few = (*self._codes[: 2 * EXTREMES], self._codes[2 * EXTREMES])
        pairs = [
            (title, own, self._out / address_of(title, own))
            for title in self._order.titles
            for own in self._order.locals
            if own.place.commune.code in few
        ]
        with workers(self._jobs) as pool:
            ahead = AHEAD * self._jobs
            made = list(in_order(pool, equal.compared, pairs, ahead))
        yield Row("compared", len(made), "", f"{len(few)} communes of every title")
        yield Row("pixels", sum(one.pixels for one in made), "", f"{equal.DPI} dpi")
        yield Row("texts", sum(not one.text for one in made), "", "that differ")
        paths = [path for _, _, path in pairs]
        yield Row("boxes", sum(map(equal.strange_boxes, paths)), "", "files, not A4")
        yield Row("pdfua-errors", sum(map(equal.pdfua_errors, paths)))
        if (faults := equal.qpdf_faults(paths)) is not None:
            yield Row("qpdf-faults", faults, "", "files")
        heard = paths[:: len(few) + 1]
        if (errors := equal.outloud_errors(heard)) is not None:
            yield Row("outloud-errors", errors, "", f"{len(heard)} files")

    def overflow(self) -> Iterator[Row]:
        """Spoil sheets and look whether their loss is found."""
        seeds = range(1000 * self._seed, 1000 * self._seed + SPOILED)
        with workers(self._jobs) as pool:
            judged = in_order(pool, equal.misjudged, seeds, AHEAD * self._jobs)
            missed, invented = zip(*judged, strict=True)
        yield Row("spoiled", SPOILED)
        yield Row("missed", sum(missed), "", "losses that were not found")
        yield Row("invented", sum(invented), "", "findings where nothing is lost")

    def changes(self) -> Iterator[Row]:
        """Run again unchanged, with another telephone, with another text."""
        still = [
            self._command(self._out, self._cache, self._jobs) for _ in range(TIMES)
        ]
        wall, cpu = _least(still)
        yield Row("unchanged.files", max(map(_written, still)))
        yield Row("unchanged.wall", wall, "s", f"best of {TIMES}, as those below")
        phone = next(self._content.rglob("dia-phuong/*/*.yml"))
        title = next(self._content.glob("to-gap/*.md"))
        for name, path, mark, news in (
            ("phone", phone, 'phone: "0200', ("0201", "0202", "0203")),
            ("text", title, "\n# Trong 1\n\n## ", ("Xem: ", "Nghe: ", "Hay: ")),
        ):
            text = path.read_text("utf-8")
            costs = []
            for new in news:
                end = mark.replace("0200", new) if "0200" in mark else mark + new
                path.write_text(text.replace(mark, end, 1), "utf-8")
                costs.append(self._command(self._out, self._cache, self._jobs))
            yield Row(f"{name}.files", max(map(_written, costs)))
            best, spent = _least(costs)
            yield Row(f"{name}.wall", best, "s", "the whole command")
            note = "what it takes more than an unchanged run"
            yield Row(f"{name}.more", best - wall, "s", note)
            yield Row(f"{name}.cpu", spent - cpu, "s", f"{note}, of CPU")

    def _command(self, out: Path, cache: Path, jobs: int) -> Cost:
        command = [sys.executable, "-m", "bookcase", "leaflets"]
        where = ["--content", self._content, "--out", out, "--cache", cache]
        how = ["--host", HOST, "--as-of", DAY, "--jobs", jobs]
        words = map(str, (*where, *how, "--commune", *self._codes))
        return measure.run([*command, *words], shared.ROOT)

    def _plain(self) -> float:
        module = [sys.executable, "-m", "tests.bench.leaflets_orders"]
        words = map(str, (self._content, SAMPLE, self._seed, *self._codes))
        told = json.loads(measure.run([*module, *words], shared.ROOT).output)
        if told["refused"]:
            message = f"the plain loop refused {told['refused']} sheets"
            raise measure.MeasureError(message)
        return float(told["cpu"])

    def _marginal(self) -> Row:
        """Write all files where their parts are kept: join and write."""
        out = fresh("leaflets-marginal")
        with workers(self._jobs) as pool:
            kept = shop(ASSETS, pool, self._jobs, self._cache)
            before = time.perf_counter()
            made = print_sheets(self._order, kept, out)
            rate = made.written / (time.perf_counter() - before)
        shutil.rmtree(out)
        return Row("rate", rate, "", f"files a second, {self._jobs} workers")

    def _sizes(self) -> Iterator[Row]:
        """Measure parts and files, and count the files that a site has for communes."""
        with workers(1) as pool:
            kept = shop(ASSETS, pool, 1, self._cache)
            own = [one.value for one in bodies(self._order.titles, kept)]
            cut = [one.value for one in framed(self._order.locals, kept)]
        tails = [one.tail for one in cut if one and one.tail]
        files = (path.stat().st_size for path in self._out.rglob("*.pdf"))
        yield Row("template", max(len(one.data) for one in own if one) / _KB, "KB")
        yield Row("tail", max(len(one.data) for one in tails) / _KB, "KB")
        yield Row("file", max(files) / _KB, "KB")
        every = load(self._content).value.lists.communes
        packs = {tails_name(one.province, code) for code, one in every.items()}
        note = f"{len(every)} short addresses, {len(packs)} scripts, {TITLES} titles"
        yield Row("stick-files", len(every) + len(packs) + TITLES, "", note)


def _least(costs: Sequence[Cost]) -> tuple[float, float]:
    """Return the least wall time and the least CPU time of some runs."""
    return min(one.wall for one in costs), min(one.cpu for one in costs)


def _written(cost: Cost) -> int:
    found = _IN.search(cost.errors)
    if found is None:
        message = f"bookcase leaflets told no figures: {cost.errors}"
        raise measure.MeasureError(message)
    return int(found[1])


def _digests(folder: Path) -> dict[str, str]:
    files = ((path, path.read_bytes()) for path in folder.rglob("*.pdf"))
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(data).hexdigest()
        for path, data in files
    }
