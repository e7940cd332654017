"""One invented law with versions, the acts that change it, and what their pages say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.legal.parser import parse
from bookcase.model.act import Version, Work
from bookcase.model.effects import Effect, Op, Phase
from bookcase.pages.catalog import catalog
from bookcase.pages.law.held import held
from tests.unit.pages.samples import library, work

if TYPE_CHECKING:
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.held import Held

TODAY = date(2026, 6, 1)
FOLDER = "van-ban/luat/2024/a"
LAW = "luat-a"


def version(day: str, **fields: object) -> Version:
    """Make a version of the law; all but the first are made by a machine."""
    given: dict[str, object] = {
        "start": date.fromisoformat(day),
        "path": f"{FOLDER}/{day}.md",
    }
    return Version(**(given | fields))  # type: ignore[arg-type]


def merged(day: str, **fields: object) -> Version:
    """Make a consolidated version that holds what the act ``luat-b`` did."""
    given: dict[str, object] = {"made": "by-machine", "by": ("luat-b",)}
    return version(day, text="consolidated", **(given | fields))


FIRST = version("2024-01-01")
SECOND = merged("2025-01-01")
THIRD = merged("2027-01-01")


def effect(op: Op, *at: str, start: str = "2025-01-01", **fields: object) -> Effect:
    """Make an effect on the law that begins on a day."""
    given: dict[str, object] = {"effective": (Phase(date.fromisoformat(start)),)}
    return Effect("d1.k1", LAW, op, at, **(given | fields))  # type: ignore[arg-type]


def acting(*effects: Effect, tail: str = "b") -> Work:
    """Make an act that does something to the law."""
    return work(tail, effects=effects)


def law(*versions: Version, **fields: object) -> Work:
    """Make the law."""
    return work("a", versions=versions or (FIRST, SECOND), **fields)


def seen(act: Work, *others: Work, day: date = TODAY) -> Catalog:
    """Resolve the law and the acts around it as of a day."""
    return catalog(library(act, *others), day)


def texts(**sources: str) -> dict[str, Held]:
    """Name the texts in some files; an underscore stands for a dash in a day."""
    known = {
        f"{FOLDER}/{name.removeprefix('v').replace('_', '-')}.md": source
        for name, source in sources.items()
    }
    known["van-ban/luat/2024/b/2024-01-01.md"] = "###### Điều 1. Sửa\n\n1. Sửa Luật.\n"
    return {path: held(parse(source).value) for path, source in known.items()}
