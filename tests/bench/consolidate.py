"""Consolidation: instructions read, texts made of them, against the official ones.

Over ``../shared/corpus/consolidation``, all from the texts themselves:

* ``instructions-…``: what :mod:`bookcase.history.amend` reads, against a hand key of
  every instruction (``tests/golden/effects``): share right in provision, place and
  operation; read wrongly without a finding; share of instructions with a finding;
* one line a circular: articles that the amending act does not touch, and changed ones,
  equal to the official consolidated text, k of n;
* the Health Insurance Law at three dates, articles equal of all;
* ``diff-rows``: rows of ``article_changes.jsonl`` whose difference, applied to the old
  text, gives the new one;
* ``speed-…``: CPU seconds for a code of 500 articles with 200 effects.

What differs is listed below the figures, with its cause where a person has found it
(``consolidate_causes.toml``).
"""

from __future__ import annotations

import json
import re
import sys
import time
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bookcase.cli.acts import Act, file_act
from bookcase.cli.effects import effects_of
from bookcase.content import load
from bookcase.history.consolidate import Due, consolidate
from bookcase.history.diff import applied, compare, words
from bookcase.legal.address import places
from tests import shared
from tests.bench import key
from tests.bench.gen_code import code, effects_on
from tests.bench.official import Difference, differences
from tests.bench.official_pdf import paragraphs
from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.history.consolidate import Consolidated
    from bookcase.model.library import Library

_ARTICLE = re.compile(r"d\d+[a-z]*")
_CAUSES = Path(__file__).with_name("consolidate_causes.toml")
CIRCULARS = ("tt-07-2023", "tt-09-2022", "tt-12-2022", "tt-14-2021")
HEALTH = "bao-hiem-y-te"
DATES = {
    "28-VBHN": date(2021, 7, 1),
    "47-VBHN": date(2024, 7, 1),
    "22-VBHN": date(2025, 7, 1),
}
"""The latest entry into force among the acts that each official text merges."""
MISSING = Difference("", "not there")
_EVER = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Set:
    """A base act, the acts that amend it, and the folder with the official texts."""

    base: Act
    amending: tuple[Act, ...]
    folder: Path


@dataclass(slots=True)
class Compared:
    """How a consolidated text stands beside an official one, article by article."""

    untouched: int = 0
    untouched_equal: int = 0
    changed: int = 0
    changed_equal: int = 0
    official_departs: int = 0
    untouched_missed: int = 0
    changed_missed: int = 0
    told: list[str] = field(default_factory=list)


def run() -> Iterator[Row]:
    """Take the figures."""
    folder = shared.folder() / "corpus" / "consolidation"
    if not folder.exists():
        print(f"! SKIPPED: no {folder}; BOOKCASE_SHARED names it", file=sys.stderr)
        return
    library = load(shared.ROOT / "content").value
    causes = tomllib.loads(_CAUSES.read_text("utf-8"))
    told: list[str] = []
    yield from _instructions(folder, library, told)
    yield from _circulars(folder, library, causes, told)
    yield from _health(folder, library, causes, told)
    yield from _changes()
    yield from _speed()
    print("\n".join(told), file=sys.stderr)


def _read(folder: Path, library: Library) -> Set:
    base = _act(next(folder.glob("0-base*.txt")), library)
    amending = sorted(folder.glob("1-amend*.txt"))
    return Set(base, tuple(_act(one, library) for one in amending), folder)


def _act(path: Path, library: Library) -> Act:
    act = file_act(path, library.lists).value
    if act is None:
        raise FileNotFoundError(path)
    return act


def _official(path: Path, library: Library) -> Act:
    """Read an official consolidated text out of its PDF, without its notes."""
    with TemporaryDirectory() as folder:
        plain = Path(folder) / f"{path.stem}.txt"
        plain.write_text(paragraphs(path), "utf-8")
        return _act(plain, library)


def _made(one: Set, until: date, library: Library) -> Consolidated:
    """Consolidate a base act by all that its amending acts say, up to a day."""
    due = [
        (phase.start, act.work.issued or date.min, act.work.id, number, effect, phase)
        for act in one.amending
        for number, effect in enumerate(effects_of(act, library).value)
        if effect.on == one.base.work.id
        for phase in effect.effective
        if phase.start <= until
    ]
    sources = {act.work.id: act.text for act in one.amending}
    return consolidate(
        one.base.text,
        [
            Due(id_, effect, phase, sources[id_])
            for *_, id_, _, effect, phase in sorted(due, key=lambda row: row[:4])
        ],
    )


def _compared(
    made: Consolidated, official: Act, causes: dict[str, str], name: str
) -> Compared:
    ours, theirs = places(made.text), places(official.text)
    heads = (_ARTICLE.match(one.id) for one in made.changes)
    touched = {head[0] for head in heads if head}
    found = Compared()
    for article in filter(_ARTICLE.fullmatch, ours):
        there = theirs.get(article)
        differs = _told(
            differences(ours[article].words, there.words) if there else (MISSING,),
            causes.get(article, causes.get("*", "")),
        )
        equal = not differs
        if article in touched:
            found.changed += 1
            found.changed_equal += equal
        else:
            found.untouched += 1
            found.untouched_equal += equal
        if differs:
            departs = all(
                cause.startswith(("official", "source")) for _, cause in differs
            )
            found.official_departs += departs
            found.changed_missed += article in touched and not departs
            found.untouched_missed += article not in touched and not departs
            found.told += [
                f"  {name} {article}: {one} [{cause or 'NO CAUSE'}]"
                for one, cause in differs
            ]
    return found


def _told(found: tuple[Difference, ...], cause: str) -> list[tuple[Difference, str]]:
    """Give each difference its cause: its own kind, else what a person found."""
    return [(one, one.kind or cause) for one in found]


def _instructions(folder: Path, library: Library, told: list[str]) -> Iterator[Row]:
    sums = key.Score()
    for path in sorted(folder.glob("*/1-amend*.txt")):
        act = _act(path, library)
        read = effects_of(act, library)
        findings = key.told_in(act.text, read.diagnostics)
        rows = key.read_rows(read.value)
        sums.add(key.score(key.kept(act.work.id), rows, findings), act.work.id)
    told += sums.lines
    yield Row("instructions", sums.instructions, note="in the hand key")
    yield Row("instructions-right", sums.right / sums.instructions)
    yield Row("instructions-silently-wrong", sums.silent)
    yield Row("instructions-told", sums.told / sums.instructions)
    yield Row("places", sums.places)
    yield Row("places-right", sums.places_right / sums.places)
    yield Row("days-right", sums.days_right / sums.days)


def _circulars(
    folder: Path, library: Library, causes: dict[str, dict[str, str]], told: list[str]
) -> Iterator[Row]:
    untouched = changed = 0
    for name in CIRCULARS:
        one = _read(folder / name, library)
        made = _made(one, _EVER, library)
        official = _official(next((folder / name).glob("2-*.pdf")), library)
        found = _compared(made, official, causes.get(name, {}), name)
        told += found.told
        told += [
            f"  {name} unapplied: {u.effect.by} {u.message}" for u in made.unapplied
        ]
        yield Row(f"{name}.untouched", found.untouched)
        yield Row(f"{name}.untouched-equal", found.untouched_equal)
        yield Row(f"{name}.changed", found.changed)
        yield Row(f"{name}.changed-equal", found.changed_equal)
        yield Row(f"{name}.official-departs", found.official_departs)
        yield Row(f"{name}.unapplied", len(made.unapplied))
        untouched += found.untouched_missed
        changed += found.changed_missed
    note = "articles that differ, and not by the official text's doing"
    yield Row("circulars-untouched-missed", untouched, note=note)
    yield Row("circulars-changed-missed", changed, note=note)


def _health(
    folder: Path, library: Library, causes: dict[str, dict[str, str]], told: list[str]
) -> Iterator[Row]:
    one = _read(folder / HEALTH, library)
    for name, day in DATES.items():
        path = next((folder / HEALTH).glob(f"2-*_{name}*.pdf"))
        official = _official(path, library)
        made = _made(one, day, library)
        found = _compared(made, official, causes.get(name, {}), name)
        told += found.told
        told += [
            f"  {name} unapplied: {u.effect.by} {u.message}" for u in made.unapplied
        ]
        count = found.untouched + found.changed
        equal = found.untouched_equal + found.changed_equal
        yield Row(f"{name}.articles", count)
        yield Row(f"{name}.equal", equal)
        yield Row(f"{name}.official-departs", found.official_departs)
        yield Row(f"{name}.unapplied", len(made.unapplied))
        share = (equal + found.official_departs) / count
        yield Row(f"{name}.share", share, note="equal, or the official text departs")


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
