"""Importing real law: structure against the counts, letters lost, time.

Equality is taken on texts of the codification: own articles (outside quotes, attached
regulations and annexes) against the record's ``n_articles``. Agreement is taken on the
sixty texts of ``tests/golden/import/units-60.json``, counted by hand: for each list of
the key the longest run that both have in order, over the longer of the two lists.
"""

from __future__ import annotations

import json
import lzma
import os
import resource
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from bookcase.imports.convert import Converted, convert
from bookcase.imports.lookup import Lookup, make_lookup
from bookcase.imports.record import read_record
from bookcase.imports.tally import Tally, tally
from bookcase.legal.parser import parse
from bookcase.metadata.frontmatter import split
from bookcase.metadata.lists import read_lists
from tests.bench.rows import Row
from tests.shared import ROOT, folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

SOURCE = "corpus/documents.jsonl.xz"
KEY = ROOT / "tests/golden/import/units-60.json"
_PARTS = ("articles", "annexes", "forms", "quoted_articles")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record."""

    made: Converted
    counted: int
    tally: Tally


def run(jobs: int = 0) -> Iterator[Row]:
    """Import the whole corpus into memory and yield the figures.

    Args:
        jobs: Worker processes; 0 means one for each processor.
    """
    before = _cpu()
    outcomes = _outcomes(jobs)
    spent = _cpu() - before
    yield Row("documents", len(outcomes))
    yield Row("cpu", spent, "s", "read, recognise, prove, render; all processes")
    yield from _equality([one for one in outcomes if one.made.kind == "codified"])
    yield from _agreement(outcomes)
    yield from _letters(outcomes)


def _outcomes(jobs: int) -> list[Outcome]:
    lookup = make_lookup(read_lists(ROOT / "content" / "_data").value, {})
    with lzma.open(folder() / SOURCE, "rt", encoding="utf-8") as file:
        lines = list(enumerate(file, start=1))
    with ProcessPoolExecutor(jobs or os.cpu_count()) as pool:
        return list(pool.map(partial(_outcome, lookup=lookup), lines, chunksize=16))


def _outcome(numbered: tuple[int, str], *, lookup: Lookup) -> Outcome:
    number, line = numbered
    record = read_record(line, SOURCE, number).value
    if record is None:
        message = f"line {number} is no record"
        raise ValueError(message)
    made = convert(record, lookup)
    text = next(text for path, text in made.files.items() if path.endswith(".md"))
    body = split(text, "").value.body
    return Outcome(made, json.loads(line)["n_articles"], tally(parse(body).value))


def _equality(codified: Sequence[Outcome]) -> Iterator[Row]:
    differ = [one for one in codified if len(one.tally.articles) != one.counted]
    share = 1 - len(differ) / max(1, len(codified))
    note = "; ".join(
        f"{one.made.id}: {one.counted} → {len(one.tally.articles)} ({reason(one)})"
        for one in differ
    )
    yield Row("articles-equal", share, "", note)
    yield Row("articles-differ", len(differ))


def reason(one: Outcome) -> str:
    """Say why a text has another number of articles than its record counts."""
    numbers = Counter(one.tally.articles)
    twice = [number for number, count in numbers.items() if count > 1]
    if twice and len(numbers) == one.counted:
        return f"the source prints twice: Điều {', '.join(twice)}"
    if one.counted > len(one.tally.articles):
        gaps = _gaps(sorted(int(n) for n in numbers if n.isdigit()))
        return f"no heading in the source: {', '.join(gaps) or 'not numbered'}"
    inserted = [number for number in numbers if not number.isdigit()]
    if len(numbers) - len(inserted) == one.counted:
        return f"the label leaves out Điều {', '.join(inserted)}"
    return "the label counts fewer than the text has headings"


def _gaps(numbers: Sequence[int]) -> list[str]:
    return [
        f"Điều {missing}"
        for low, high in pairwise([0, *numbers])
        for missing in range(low + 1, high)
    ]


def _agreement(outcomes: Iterable[Outcome]) -> Iterator[Row]:
    if not KEY.is_file():
        return
    by_id = {one.made.record: one for one in outcomes}
    agreed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    missed: list[str] = []
    for row in json.loads(KEY.read_text(encoding="utf-8")):
        for part, (ours, theirs) in _pairs(by_id[row["id"]].tally, row).items():
            same = _common(ours, theirs)
            agreed[part] += same
            total[part] += max(len(ours), len(theirs))
            if same < max(len(ours), len(theirs)):
                missed.append(f"{row['id']} {part}: {same} of {len(theirs)}")
    share = agreed.total() / max(1, total.total())
    yield Row("units-agree", share, "", "; ".join(missed))
    for part in total:
        yield Row(f"units.{part}", agreed[part] / max(1, total[part]))


def _pairs(
    tally: Tally, row: Mapping[str, Any]
) -> dict[str, tuple[Sequence[str], Sequence[str]]]:
    pairs: dict[str, tuple[Sequence[str], Sequence[str]]] = {
        part: (getattr(tally, part), row[part]) for part in _PARTS
    }
    pairs["in_annexes"] = (["x"] * tally.in_annexes, ["x"] * row["in_annexes"])
    pairs["attached"] = (["x"] * tally.attached, ["x"] * len(row["attached"]))
    return pairs


def _common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    matcher = SequenceMatcher(None, list(ours), list(theirs), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _letters(outcomes: Sequence[Outcome]) -> Iterator[Row]:
    def share(one: Outcome, counts: Mapping[str, int]) -> float:
        return sum(counts.values()) / max(1, one.made.letters)

    gazette = [one for one in outcomes if one.made.kind != "codified"]
    codified = [one for one in outcomes if one.made.kind == "codified"]
    yield Row(
        "letters-removed-codified",
        sum(sum(one.made.removed.values()) for one in codified),
    )
    yield Row(
        "letters-removed-most",
        100 * max(share(one, one.made.removed) for one in gazette),
        "%",
    )
    yield Row(
        "letters-noted-most",
        100 * max(share(one, one.made.noted) for one in gazette),
        "%",
        "stamps of digital signatures, which stand in source.note instead",
    )
    lost = [
        one.made.id
        for one in outcomes
        if any(found.code == "IMP101" for found in one.made.diagnostics)
    ]
    yield Row("letters-unproven", len(lost), "", "; ".join(lost))


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
