"""Citations in all real documents: misses, places, states, a sample to judge."""

from __future__ import annotations

import hashlib
import json
import lzma
import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from bookcase.citations.annotate import annotated, said
from bookcase.citations.context import Context
from bookcase.citations.misses import LOOKED_FOR, misses
from bookcase.citations.resolve import Found
from bookcase.imports.convert import convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.record import read_record
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.metadata.frontmatter import split
from bookcase.metadata.lists import read_lists
from tests import shared
from tests.bench.citations_key import KEY, RECORDS
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.imports.lookup import Lookup

VERDICTS = KEY / "verdicts.yml"
LAST = KEY / "last.json"
SHEET = shared.ROOT / ".cache" / "bench" / "citations-sample.txt"
SAMPLE = 200
AROUND = 110


@dataclass(frozen=True, slots=True)
class Seen:
    """One citation of a real document; ``draw`` decides who is in the sample.

    The draw and the verdict's key rest on where the words stand, and on what they lead
    to: a verdict holds as long as nothing of that changes.
    """

    draw: str
    key: str
    leads: str
    context: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document."""

    name: str
    status: Counter[str]
    missed: Counter[str]
    unexplained: tuple[str, ...]
    looked_for: int
    faults: int
    print: str
    drawn: tuple[Seen, ...]


def run(acts: Acts, jobs: int = 0) -> Iterator[Row]:
    """Annotate every real document and yield the figures.

    Args:
        acts: All acts.
        jobs: Worker processes; 0 means one for each processor.
    """
    outcomes = _outcomes(acts, jobs)
    yield from _totals(outcomes)
    yield from _missed(outcomes)
    yield from _judged(outcomes)
    yield from _against_last(outcomes)


def _totals(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    status = sum((one.status for one in outcomes), Counter[str]())
    yield Row("documents", len(outcomes))
    yield Row("citations", status.total())
    for name in Found:
        yield Row(f"status.{name.value}", status[name.value])
    faults = sum(one.faults for one in outcomes)
    yield Row(
        "text-changed", faults, "", "spans out of order, or a text that is edited"
    )


def _missed(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    missed = sum((one.missed for one in outcomes), Counter[str]())
    looked_for = sum(one.looked_for for one in outcomes)
    told = ", ".join(f"{name or '?'} {count}" for name, count in missed.most_common())
    some = "; ".join(word for one in outcomes for word in one.unexplained)[:1500]
    yield Row("unexplained", missed[""] / max(1, looked_for), "", f"{told}: {some}")
    yield Row("looked-for", looked_for)


def _judged(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    """Yield what people said of the sample, and write the sample out for them."""
    drawn = sorted(
        (one for outcome in outcomes for one in outcome.drawn), key=lambda one: one.draw
    )[:SAMPLE]
    rows = yaml.safe_load(VERDICTS.read_text("utf-8")) if VERDICTS.exists() else ()
    verdicts = {(row["at"], row["leads"]): row["right"] for row in rows}
    said_ = [verdicts.get((one.key, one.leads)) for one in drawn]
    SHEET.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{one.key}\t{one.leads}\t{one.context}" for one in drawn)
    SHEET.write_text("\n".join(lines) + "\n", "utf-8")
    judged = [one for one in said_ if one is not None]
    yield Row(
        "sample.judged", len(judged), "", f"{len(drawn)} drawn; sheet: {SHEET.name}"
    )
    yield Row("sample.right", sum(judged) / max(1, len(judged)))


def _against_last(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    """Yield citations gained and lost against the counts that were kept last."""
    now = {one.name: (one.status.total(), one.print) for one in outcomes}
    last = json.loads(LAST.read_text("utf-8")) if LAST.exists() else {}
    gained = sum(
        max(0, count - last.get(name, [0])[0]) for name, (count, _) in now.items()
    )
    lost = sum(max(0, last[name][0] - now[name][0]) for name in last if name in now)
    changed = [n for n, (_, mark) in now.items() if last.get(n, [0, ""])[1] != mark]
    yield Row("last.gained", gained)
    yield Row("last.lost", lost)
    yield Row("last.documents-changed", len(changed), "", " ".join(changed[:40]))
    fresh = SHEET.with_name("citations-last.json")
    rows = ",\n".join(f'"{name}": {json.dumps(row)}' for name, row in now.items())
    fresh.write_text("{" + rows + "}\n", "utf-8")


def _outcomes(acts: Acts, jobs: int) -> list[Outcome]:
    lookup = make_lookup(read_lists(shared.ROOT / "content" / "_data").value, {})
    with lzma.open(shared.folder() / RECORDS, "rt", encoding="utf-8") as file:
        lines = list(enumerate(file, start=1))
    work = partial(_outcome, lookup=lookup, acts=acts)
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        return list(pool.map(work, lines, chunksize=64))


def _outcome(numbered: tuple[int, str], *, lookup: Lookup, acts: Acts) -> Outcome:
    number, line = numbered
    record = read_record(line, RECORDS, number).value
    if record is None:
        message = f"line {number} is no record"
        raise ValueError(message)
    made = convert(record, lookup)
    body = next(text for path, text in made.files.items() if path.endswith(".md"))
    text = parse(split(body, "").value.body).value
    before = render(text)
    context = Context(made.work.id, day=_day(json.loads(line).get("issued")))
    layer = annotated(text, context, acts)
    tally = _Tally(made.record)
    for one in said(text, {}):
        tally.take(one.text, one.unit, layer.get(id(one.block), ()))
    tally.faults += before != render(text)
    return tally.outcome()


class _Tally:
    """The counts of one document, as its paragraphs are met."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults = 0
        self._place = self._looked_for = 0
        self._status: Counter[str] = Counter()
        self._missed: Counter[str] = Counter()
        self._unexplained: list[str] = []
        self._digest = hashlib.sha256()
        self._seen: list[Seen] = []

    def take(self, text: str, unit: str, found: Sequence[Resolved]) -> None:
        """Count one paragraph, its citations and what looks like one."""
        self._place += 1
        self._status.update(one.status.value for one in found)
        spans = [(0, 0), *((one.start, one.end) for one in found)]
        self.faults += any(one.end > len(text) or one.start >= one.end for one in found)
        self.faults += any(before[1] > after[0] for before, after in pairwise(spans))
        for one in found:
            self._see(text, unit, one)
        self._looked_for += sum(1 for _ in LOOKED_FOR.finditer(text))
        for miss in misses(text, found):
            self._missed[miss.code] += 1
            if not miss.code:
                around = text[max(0, miss.start - 40) : miss.end + 20]
                self._unexplained.append(around.replace("\n", " "))

    def _see(self, text: str, unit: str, one: Resolved) -> None:
        key = f"{self.name} {self._place} {one.start}-{one.end}"
        leads = f"{one.work}#{one.unit}" if one.work else f"?{one.status.value}"
        self._digest.update(f"{key} {leads}\n".encode())
        draw = hashlib.sha256(f"{self.name} {self._place} {one.start}".encode())
        left, right = text[max(0, one.start - AROUND) : one.start], text[one.end :]
        words = f"{left}⟦{text[one.start : one.end]}⟧{right[:AROUND]}"
        words = f"[{unit}] {words}".replace("\n", " ").replace("\t", " ")
        self._seen.append(Seen(draw.hexdigest(), key, leads, words))
        self._seen = sorted(self._seen, key=lambda seen: seen.draw)[:3]

    def outcome(self) -> Outcome:
        """Return what was counted."""
        return Outcome(
            self.name,
            self._status,
            self._missed,
            tuple(self._unexplained),
            self._looked_for,
            self.faults,
            self._digest.hexdigest()[:8],
            tuple(self._seen),
        )


def _day(issued: str | None) -> date | None:
    return date.fromisoformat(issued) if issued else None
