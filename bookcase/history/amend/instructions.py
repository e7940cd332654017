"""The instructions of an act, unit by unit, each with the new text that it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.citations.provisions import provisions_at
from bookcase.history.amend.sentences import opening_verb
from bookcase.legal.ids import identified
from bookcase.model.tree import Kind, Paragraph, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.tree import Block, LegalText

_NOT_BODY = frozenset({Kind.ATTACHED, Kind.ANNEX, Kind.FORM})
_QUOTED = re.compile(r"\s*[“\"]")
_ENDED = re.compile(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NewText:
    """A quote, or a unit that holds nothing but one, and the units in it.

    ``names`` leads from the last part of each unit's id (``k8a``) to its whole id.
    """

    id: str
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One sentence that may amend, and what is said below it.

    Attributes:
        by: The id of the unit that says it.
        words: The sentence.
        line: Its line.
        title: It is the title of an article or a chapter.
        new: The quotes that follow it.
        inner: The instructions in the units below, in their order.
    """

    by: str
    words: str
    line: int
    title: bool = False
    new: tuple[NewText, ...] = ()
    inner: tuple[Instruction, ...] = ()


def instructions(text: LegalText) -> tuple[Instruction, ...]:
    """Return every unit's sentences, whether they amend or not, outside annexes."""
    return tuple(_Reader(text).of_blocks(text.blocks))


class _Reader:
    def __init__(self, text: LegalText) -> None:
        placed = identified(text)
        self._ids = {id(one.block): one.id for one in placed}
        self._quoted = [one for one in placed if one.quoted]

    def of_blocks(self, blocks: tuple[Block, ...]) -> Iterator[Instruction]:
        """Yield the instructions of the units among some blocks."""
        for block in blocks:
            if isinstance(block, Unit) and block.kind not in _NOT_BODY:
                yield from self._of_unit(block)

    def _of_unit(self, unit: Unit) -> Iterator[Instruction]:
        """Yield a unit's sentences; the last one holds what stands below.

        A paragraph goes on with the sentence before it, unless it begins one.
        """
        by = self._ids[id(unit)]
        told = [_Told(unit.text, unit.line, unit.kind is Kind.ARTICLE)]
        for block in unit.blocks:
            if isinstance(block, Paragraph):
                if told[-1].new or not told[-1].goes_on(block.text):
                    told.append(_Told(block.text, block.line))
                else:
                    told[-1].words = f"{told[-1].words} {block.text}".strip()
            elif isinstance(block, Quote):
                told[-1].new.append(self._new(block))
        inner = tuple(self.of_blocks(unit.blocks))
        told[-1].new += self._quoted_units(unit)
        last = _made(by, told[-1], inner)
        rest = [_made(by, one) for one in told[1:-1]]
        first = told[0]
        if len(told) == 1:
            yield last
        elif first.new or not first.title:
            yield from (_made(by, first), *rest, last)
        else:  # an article's title speaks for all that the article says
            yield _made(by, first, (*rest, last))

    def _new(self, quote: Quote) -> NewText:
        name = self._ids[id(quote)]
        inside = (
            one.id
            for one in self._quoted
            if one.parents and one.parents[-1] == name and isinstance(one.block, Unit)
        )
        return NewText(name, {_last(id_): id_ for id_ in inside})

    def _quoted_units(self, unit: Unit) -> list[NewText]:
        """Return the units below whose own words are quoted: ``a) “Điều 5. …”``."""
        below = [one for one in unit.blocks if isinstance(one, Unit)]
        if not below or not all(_QUOTED.match(one.text) for one in below):
            return []
        return [
            NewText(self._ids[id(one)], _named(one.text, self._ids[id(one)]))
            for one in below
        ]


@dataclass(slots=True)
class _Told:
    """A sentence that is still being read."""

    words: str
    line: int
    title: bool = False
    new: list[NewText] = field(default_factory=list)

    def goes_on(self, words: str) -> bool:
        """Tell whether a paragraph goes on with this sentence."""
        if not self.words:
            return True
        begins = opening_verb(words) is not None or _begins_otherwise(words)
        return not begins and not self.title


def _made(by: str, told: _Told, inner: tuple[Instruction, ...] = ()) -> Instruction:
    return Instruction(by, told.words, told.line, told.title, tuple(told.new), inner)


def _begins_otherwise(words: str) -> bool:
    return bool(
        re.match(r"(?:tại|cụm từ|trường hợp)\s", words, re.IGNORECASE)
        or _ENDED.search(words)
    )


def _named(words: str, id_: str) -> dict[str, str]:
    """Return the unit that quoted words open, by its name: ``“Điều 5. …``."""
    found = provisions_at(words.lstrip(' “"'), 0)
    return {found.items[0].own: id_} if found else {}


def _last(id_: str) -> str:
    return id_.rpartition(".")[2].partition("~")[0]
