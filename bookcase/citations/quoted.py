"""Whose words the quotes of an amending act hold, from what the act does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.effects import Op

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.effects import Effect

_QUOTE = re.compile(r".*?/quote-\d+")


@dataclass(frozen=True, slots=True)
class QuotedFrom:
    """Whose words a quote holds.

    Attributes:
        act: The act that the words are put into.
        holder: The unit there that holds what the quote begins with: ``d5`` where it
            begins with a khoản of Điều 5; empty where that is the act itself.
    """

    act: str
    holder: str = ""


def quotes_of(effects: Iterable[Effect]) -> dict[str, QuotedFrom]:
    """Return whose words each quote of an act holds, by the quote's id.

    A unit that instructs to change one act has a row too: the places that it names
    without an act are places there.
    """
    rows = tuple(effects)
    found = {by: QuotedFrom(on) for by, on in _amended(rows).items()}
    for effect in rows:
        named = _QUOTE.match(effect.text or "")
        if named:
            found.setdefault(named[0], QuotedFrom(effect.on, _holder(effect)))
    return found


def _amended(effects: Iterable[Effect]) -> dict[str, str]:
    """Return the act that each instructing unit changes; none where it changes two."""
    found: dict[str, set[str]] = {}
    for effect in effects:
        found.setdefault(effect.by, set()).add(effect.on)
    return {by: next(iter(acts)) for by, acts in found.items() if len(acts) == 1}


def _holder(effect: Effect) -> str:
    """Return what holds the new unit: the place itself where something is put in."""
    place = effect.at[0] if effect.at else ""
    if effect.op in {Op.INSERT, Op.INSERT_ANNEX}:
        return "" if place == "act" else place
    return place.rpartition(".")[0]
