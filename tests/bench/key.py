"""The hand key of instructions, and how a reading stands beside it.

``tests/golden/effects/<act>.yml`` holds rows of effects that a person wrote out of the
act: facts only, no text of it; the README beside it tells how. An *instruction* is what
one provision does to one act by one operation; it is read right when all its places are
read, and no others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from bookcase.legal.ids import identified
from bookcase.model.tree import Unit
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.effects import Effect
    from bookcase.model.tree import LegalText

FOLDER = ROOT / "tests" / "golden" / "effects"
TOLD = "told"
"""The operation of an instruction to which a finding is the only right answer."""

Row = dict[str, Any]


class Instruction(NamedTuple):
    """By which provision, on which act (hyphens out), what."""

    by: str
    on: str
    op: str

    def __str__(self) -> str:
        """Return the three, as they stand in a list of misses."""
        return f"{self.by} {self.op} on {self.on}"


Instructions = dict[Instruction, Counter[str]]
"""Each instruction with its places: an inserted unit's own, ``act`` for a whole act."""


@dataclass(slots=True)
class Score:
    """Instructions counted, and what differs in words.

    Attributes:
        instructions: In the key.
        right: Read with all their places and no others, or told where that is right.
        silent: Provisions that hold others, or where one is read that is none, and
            that have no finding.
        told: In provisions that have a finding.
        places: Places in the key.
        places_right: Places read right.
        days: Instructions read right whose day the key holds.
        days_right: Those whose day is the key's.
        lines: What differs.
    """

    instructions: int = 0
    right: int = 0
    silent: int = 0
    told: int = 0
    places: int = 0
    places_right: int = 0
    days: int = 0
    days_right: int = 0
    lines: list[str] = field(default_factory=list)

    def add(self, other: Score, name: str) -> None:
        """Add an act's score; its lines get the act's name."""
        for one in (
            "instructions", "right", "silent", "told", "places", "places_right",
            "days", "days_right",
        ):  # fmt: skip
            setattr(self, one, getattr(self, one) + getattr(other, one))
        self.lines += [f"  {name} {line}" for line in other.lines]


def kept(act: str) -> list[Row]:
    """Return the key of an act, empty where it has none."""
    path = FOLDER / f"{act}.yml"
    text = path.read_text("utf-8") if path.exists() else "[]"
    rows: list[Row] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 makes texts only
    return rows


def read_rows(effects: Iterable[Effect]) -> list[Row]:
    """Return a reading as rows like the key's."""
    return [
        {
            "by": one.by,
            "on": one.on,
            "op": one.op.value,
            "at": [*one.at],
            "new": one.new,
            "effective": [{"from": phase.start} for phase in one.effective],
        }
        for one in effects
    ]


def told_in(text: LegalText, findings: Iterable[Diagnostic]) -> frozenset[str]:
    """Return the units of the acting act in which findings stand, and those around."""
    units = [
        one
        for one in identified(text)
        if isinstance(one.block, Unit) and not one.quoted and one.block.line
    ]
    told: set[str] = set()
    for finding in findings:
        before = [one for one in units if one.block.line <= finding.span.line]
        if before:
            told |= {before[-1].id, *before[-1].parents}
    return frozenset(told)


def score(key: list[Row], reading: list[Row], told: frozenset[str]) -> Score:
    """Hold a reading against the key; ``told`` are the units with findings."""
    wanted, got = instructions(key), instructions(reading)
    days, read_days = _days(key), _days(reading)
    found = Score(len(wanted), places=sum(map(Counter.total, wanted.values())))
    silent: set[str] = set()
    for one in sorted(wanted.keys() | got.keys()):
        want, have = wanted.get(one, Counter()), got.get(one, Counter())
        by_told = one.by in told
        found.told += by_told and one in wanted
        if want == have or (one.op == TOLD and by_told and not _acts(got, one)):
            found.right += 1
            found.places_right += want.total()
            found.days += one in days
            found.days_right += one in days and days[one] == read_days.get(one)
            if one in days and days[one] != read_days.get(one):
                day = read_days.get(one, "no day")
                found.lines.append(f"{one}: from {days[one]}, read as {day}")
            continue
        found.places_right += (want & have).total()
        silent |= {one.by} - told
        found.lines.append(_line(one, want - have, have - want, by_told=by_told))
    found.silent = len(silent)
    return found


def instructions(rows: Iterable[Mapping[str, Any]]) -> Instructions:
    """Put rows together as instructions with their places."""
    found: Instructions = {}
    for row in rows:
        found.setdefault(_head(row), Counter()).update(_places(row))
    return found


def _head(row: Mapping[str, Any]) -> Instruction:
    on = str(row.get("on", "")).replace("-", "")
    return Instruction(str(row["by"]), on, str(row["op"]))


def _places(row: Mapping[str, Any]) -> list[str]:
    places = [str(one) for one in (row.get("at") or [])]
    if row.get("new") and row["op"] != "renumber":
        parent = places[0] if places and places[0] != "act" else ""
        places = [f"{parent}.{row['new']}".lstrip(".")]
    return [_even(place) for place in places] or ["act"]


def _days(rows: Iterable[Mapping[str, Any]]) -> dict[Instruction, str]:
    """Return the first day of each instruction that tells one."""
    return {
        _head(row): str(row["effective"][0]["from"])
        for row in rows
        if row.get("effective") and row["op"] != TOLD
    }


def _acts(got: Instructions, told: Instruction) -> bool:
    """Tell whether a provision was read as doing something to the act."""
    return any((one.by, one.on) == (told.by, told.on) for one in got)


def _line(
    one: Instruction, missed: Counter[str], extra: Counter[str], *, by_told: bool
) -> str:
    parts = [
        f"not read: {' '.join(sorted(missed.elements()))}" if missed else "",
        f"read besides: {' '.join(sorted(extra.elements()))}" if extra else "",
        "told" if by_told else "SILENT",
    ]
    return f"{one}: {'; '.join(filter(None, parts))}"


def _even(place: str) -> str:
    """Return an address without what may be written or left out."""
    return re.sub(r"\._(?=\.)|^pl\d+\.(?=mau)", "", place)
