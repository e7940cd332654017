"""Count the units of a text as one counts them by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.model.tree import Kind, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.model.tree import Block, LegalText

APART = frozenset({Kind.ATTACHED, Kind.ANNEX, Kind.FORM})
"""Units whose articles are not the act's own."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a text holds.

    Attributes:
        articles: Numbers of the act's own articles, in order.
        attached: How many regulations were issued with it.
        annexes: Numbers of annexes, in order.
        forms: Numbers of forms, in order.
        in_annexes: How many articles stand in annexes, forms and regulations.
        quoted_articles: Numbers of articles inside quotes, in order.
        quotes: How many quotes there are.
    """

    articles: tuple[str, ...]
    attached: int
    annexes: tuple[str, ...]
    forms: tuple[str, ...]
    in_annexes: int
    quoted_articles: tuple[str, ...]
    quotes: int


def tally(text: LegalText) -> Tally:
    """Count the units of a text."""
    found = list(_found(text.blocks, "own"))

    def numbers(what: str) -> tuple[str, ...]:
        return tuple(number for name, number in found if name == what)

    return Tally(
        articles=numbers("own article"),
        attached=len(numbers("attached")),
        annexes=tuple(one.removeprefix("số ") for one in numbers("annex")),
        forms=numbers("form"),
        in_annexes=len(numbers("apart article")),
        quoted_articles=numbers("quoted article"),
        quotes=len(numbers("quote")),
    )


def _found(blocks: Iterable[Block], where: str) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if isinstance(block, Quote):
            yield "quote", ""
            yield from _found(block.blocks, "quoted")
        elif isinstance(block, Unit):
            inside = "apart" if block.kind in APART and where == "own" else where
            if block.kind is Kind.ARTICLE:
                yield f"{where} article", block.number
            elif where != "quoted":
                yield str(block.kind), block.number
            yield from _found(block.blocks, inside)
