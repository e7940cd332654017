"""Consolidation: instructions read, texts made of them, against the official ones.

Over ``../shared/corpus/consolidation``, all from the texts themselves:

* ``instructions-…``: what :mod:`bookcase.history.amend` reads, against a hand key of
  every instruction (``tests/golden/effects``): share right in provision, act, places
  and operation; provisions read wrongly without a finding; share with a finding;
* a column for each circular: articles that the amending acts do not touch, and changed
  ones, equal to the official consolidated text, k of n; forms, as far as it goes;
* a column for each date of the Health Insurance Law, and one for the official text that
  rests on an act that is not held (``acts-lacking``);
* ``diff-rows``: rows of ``article_changes.jsonl`` whose difference, applied to the old
  text, gives the new one;
* ``speed-…``: CPU seconds for a code of 500 articles with 200 effects.

What differs is listed before the figures, with its cause where a person has found it
(``consolidate_causes.toml``).
"""

from __future__ import annotations

import json
import sys
import time
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.effects import effects_of
from bookcase.content.loading import load
from bookcase.history.consolidate import consolidate
from bookcase.history.diff import applied, compare, words
from tests import shared
from tests.bench import key
from tests.bench.forms import form_differences, official_forms
from tests.bench.gen_code import code, effects_on
from tests.bench.official_pdf import paragraphs
from tests.bench.rows import Row
from tests.bench.sets import (
    Causes,
    cause_of,
    compared,
    consolidated,
    merged_numbers,
    read_act,
    read_official,
    read_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.consolidate import Consolidated
    from bookcase.model.library import Library
    from tests.bench.sets import Compared, Set

_CAUSES = Path(__file__).with_name("consolidate_causes.toml")
CIRCULARS = ("tt-07-2023", "tt-09-2022", "tt-12-2022", "tt-14-2021")
FORMS = "tt-14-2021"
HEALTH = "bao-hiem-y-te"
DATES = {
    "28-VBHN": date(2021, 7, 1),
    "47-VBHN": date(2024, 7, 1),
    "22-VBHN": date(2025, 7, 1),
}
"""The latest entry into force among the acts that each official text merges."""
LACKING = ("40-VBHN", date(2026, 7, 1))
"""The official text that merges an act which is not in the corpus."""
_EVER = date(2026, 1, 1)


class _Bench:
    """What all measures share: the corpus, the bookcase, the causes, what was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.library: Library = load(shared.ROOT / "content").value
        self.causes: dict[str, Causes] = tomllib.loads(_CAUSES.read_text("utf-8"))
        self.told: list[str] = []

    def known(self, *names: str) -> Causes:
        """Return the causes kept under some names."""
        found: Causes = {}
        for name in dict.fromkeys(names):
            for unit, causes in self.causes.get(name, {}).items():
                found[unit] = [*found.get(unit, []), *causes]
        return found

    def compare(
        self, name: str, one: Set, until: date
    ) -> tuple[Consolidated, Compared]:
        """Consolidate up to a day, and hold it against the official text."""
        made = consolidated(one, until, self.library)
        path = one.official(name if one.folder.name == HEALTH else "")
        official = read_official(path, self.library)
        found = compared(made, official, self.known(name, one.folder.name))
        self.told += [f"  {name} {line}" for line in found.told]
        self.told += [
            f"  {name} unapplied: {one.act} {one.effect.by} {one.message}"
            for one in made.unapplied
        ]
        return made, found


def run() -> Iterator[Row]:
    """Take the figures."""
    folder = shared.folder() / "corpus" / "consolidation"
    if not folder.exists():
        print(f"! SKIPPED: no {folder}; BOOKCASE_SHARED names it", file=sys.stderr)
        return
    bench = _Bench(folder)
    yield from _instructions(bench)
    yield from _circulars(bench)
    yield from _health(bench)
    yield from _changes()
    yield from _speed()
    print("\n".join(bench.told), file=sys.stderr)


def _instructions(bench: _Bench) -> Iterator[Row]:
    sums = key.Score()
    for path in sorted(bench.folder.glob("*/1-amend*.txt")):
        act = read_act(path, bench.library)
        read = effects_of(act, bench.library)
        findings = key.told_in(act.text, read.diagnostics)
        rows = key.read_rows(read.value)
        sums.add(key.score(key.kept(act.work.id), rows, findings), act.work.id)
    bench.told += sums.lines
    yield Row("instructions", sums.instructions, note="in the hand key")
    yield Row("instructions-right", sums.right / sums.instructions)
    yield Row("instructions-silently-wrong", sums.silent)
    yield Row("instructions-told", sums.told / sums.instructions)
    yield Row("places", sums.places)
    yield Row("places-right", sums.places_right / sums.places)
    yield Row("days-right", sums.days_right / sums.days)


def _circulars(bench: _Bench) -> Iterator[Row]:
    untouched = changed = 0
    for name in CIRCULARS:
        one = read_set(bench.folder / name, bench.library)
        made, found = bench.compare(name, one, _EVER)
        yield Row(f"{name}.untouched", found.untouched)
        yield Row(f"{name}.untouched-equal", found.untouched_equal)
        yield Row(f"{name}.changed", found.changed)
        yield Row(f"{name}.changed-equal", found.changed_equal)
        yield Row(f"{name}.departs", found.departs)
        yield Row(f"{name}.unapplied", len(made.unapplied))
        if name == FORMS:
            yield from _forms(bench, one, made)
        untouched += found.untouched_missed
        changed += found.changed_missed
    note = "articles that differ, and not by the official text's doing"
    yield Row("circulars-untouched-missed", untouched, note=note)
    yield Row("circulars-changed-missed", changed, note=note)


def _forms(bench: _Bench, one: Set, made: Consolidated) -> Iterator[Row]:
    causes = bench.known(FORMS)
    forms = form_differences(made.text, official_forms(paragraphs(one.official())))
    differing = {name: found[0] for name, found in forms.items() if found}
    bench.told += [
        f"  {FORMS} {name}: {found} [{cause_of(found, causes.get(name, []))}]"
        for name, found in differing.items()
    ]
    yield Row(f"{FORMS}.forms", len(forms))
    yield Row(f"{FORMS}.forms-equal", len(forms) - len(differing))


def _health(bench: _Bench) -> Iterator[Row]:
    one = read_set(bench.folder / HEALTH, bench.library)
    for name, day in DATES.items():
        made, found = bench.compare(name, one, day)
        yield from _dated(name, made, found)
        share = (found.equal + found.departs) / found.articles
        note = "articles equal, or the official text departs from the acts"
        yield Row(f"{name}.share", share, note=note)
    name, day = LACKING
    made, found = bench.compare(name, one, day)
    yield from _dated(name, made, found)
    held = {act.work.number for act in one.amending}
    merged = merged_numbers(one.official(name))
    yield Row(f"{name}.acts-lacking", len([act for act in merged if act not in held]))


def _dated(name: str, made: Consolidated, found: Compared) -> Iterator[Row]:
    yield Row(f"{name}.articles", found.articles)
    yield Row(f"{name}.equal", found.equal)
    yield Row(f"{name}.departs", found.departs)
    yield Row(f"{name}.unapplied", len(made.unapplied))


def _changes() -> Iterator[Row]:
    path = shared.folder() / "corpus" / "article_changes.jsonl"
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    right = sum(
        applied(row["old"], words(row["old"], row["new"])) == row["new"] for row in rows
    )
    yield Row("diff-rows", len(rows))
    yield Row("diff-rows-wrong", len(rows) - right)


def _speed() -> Iterator[Row]:
    text = code(500)
    due = effects_on(text, 200, 7)
    begun = time.process_time()
    made = consolidate(text, due)
    took = time.process_time() - begun
    yield Row("speed-consolidate", took, "s", f"{len(made.changes)} units changed")
    begun = time.process_time()
    compare(text, made.text)
    yield Row("speed-compare", time.process_time() - begun, "s")
