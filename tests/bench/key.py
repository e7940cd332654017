"""The hand key of instructions, and how a reading stands beside it.

``tests/golden/effects/<act>.yml`` holds rows ``{by, on, at, op, new}`` written by a
person out of the act: facts only, no text of it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.diagnostics import Result
    from bookcase.model.effects import Effect

FOLDER = ROOT / "tests" / "golden" / "effects"
Told = tuple[str, str, str, str]
"""By which provision, on which act, what, where: one place of one instruction."""


@dataclass(slots=True)
class Score:
    """Places of instructions: in the key, read right, read wrongly, told of."""

    instructions: int = 0
    right: int = 0
    wrong: int = 0
    told: int = 0

    def add(self, other: tuple[Score, list[str]], lines: list[str]) -> None:
        """Add an act's score; its differences go to the lines."""
        score, differing = other
        self.instructions += score.instructions
        self.right += score.right
        self.wrong += score.wrong
        self.told += score.told
        lines += differing


def wanted(act: str) -> Counter[Told]:
    """Return the key of an act, empty where it has none."""
    path = FOLDER / f"{act}.yml"
    if not path.exists():
        return Counter()
    rows = yaml.safe_load(path.read_text("utf-8")) or []
    return Counter(one for row in rows for one in _of_row(row))


def score(
    key: Counter[Told], read: Result[tuple[Effect, ...]]
) -> tuple[Score, list[str]]:
    """Hold a reading against the key.

    What is in neither is told twice: as missed, and as read wrongly. A place that is
    missed counts as told where the same provision has a finding.
    """
    on = {one[1] for one in key}
    got = Counter(
        one for effect in read.value if effect.on in on for one in _of_effect(effect)
    )
    missed, extra = key - got, got - key
    findings = {str(one.span.line) for one in read.diagnostics}
    lines = [f"  key has {' '.join(one)}" for one in sorted(missed)]
    lines += [f"  read as {' '.join(one)}" for one in sorted(extra)]
    return (
        Score(
            sum(key.values()),
            sum((key & got).values()),
            sum(extra.values()),
            len(findings),
        ),
        lines,
    )


def _of_row(row: Mapping[str, Any]) -> list[Told]:
    places = [str(one) for one in (row.get("at") or [])]
    if row.get("new") and row["op"] != "renumber":
        parent = places[0] if places else ""
        places = [f"{parent}.{row['new']}".lstrip(".")]
    head = (str(row["by"]), str(row["on"]), str(row["op"]))
    return [(*head, _even(place)) for place in places or ["act"]]


def _of_effect(effect: Effect) -> list[Told]:
    row = {
        "by": effect.by,
        "on": effect.on,
        "op": effect.op.value,
        "at": effect.at,
        "new": effect.new,
    }
    return _of_row(row)


def _even(place: str) -> str:
    """Return an address without what may be written or left out."""
    return re.sub(r"\._(?=\.)|^pl\d+\.(?=mau)", "", place)
