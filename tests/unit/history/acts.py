"""Works and effects made short, for tests."""

from __future__ import annotations

from datetime import date

from bookcase.model.act import Version, Work
from bookcase.model.effects import Effect, Op, Phase


def day(words: str) -> date:
    """Return a date."""
    return date.fromisoformat(words)


def version(start: str, *by: str, made: str = "") -> Version:
    """Make a version: as enacted, or consolidated by acts."""
    text = "consolidated" if by or made else "as-enacted"
    return Version(
        day(start),
        text,  # type: ignore[arg-type]
        made=made or ("by-machine" if by else None),  # type: ignore[arg-type]
        by=by,
        path=f"goc/{start}.md",
    )


def work(id_: str, *versions: Version, issued: str = "") -> Work:
    """Make a work whose folder is its id."""
    first = day(issued) if issued else None
    return Work(id_, id_, "luat", "", id_, issued=first, versions=versions)


def effect(op: Op, *at: str, since: str = "", **more: object) -> Effect:
    """Make an effect on ``goc``."""
    phases = (Phase(day(since)),) if since else ()
    made = Effect("d1", "goc", op, at, effective=phases)
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made
