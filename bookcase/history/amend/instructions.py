"""The instructions of an act, unit by unit, each with the new text that it brings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPE
from bookcase.citations.provisions import provisions_at
from bookcase.history.amend.sentences import opening_verb, split
from bookcase.history.amend.texts import NewText
from bookcase.legal.ids import identified
from bookcase.model.tree import Kind, Paragraph, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block, LegalText

_NOT_BODY = frozenset({Kind.ATTACHED, Kind.ANNEX, Kind.FORM})
_QUOTED = re.compile(r"\s*[“\"]")
_BROKEN = re.compile(r"(?:\b(?:số|của|và|tại|ngày|tháng|năm)|,)$")
_LAST_WORD = 12
_OF_THE_ACT = re.compile(rf"{TYPE.pattern}\s+này\s")
_ENDED = re.compile(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One sentence that may amend, and what is said below it.

    Attributes:
        by: The id of the unit that says it.
        words: The sentence.
        line: Its line.
        start: Where it begins in the words of that line, in code points; None where it
            goes on in other lines.
        title: It is the title of an article or a chapter.
        new: The quotes that follow it.
        inner: The instructions in the units below, in their order.
    """

    by: str
    words: str
    line: int
    start: int | None = None
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
        self._lent: dict[int, list[NewText]] = {}

    def of_blocks(self, blocks: tuple[Block, ...]) -> Iterator[Instruction]:
        """Yield the instructions of the units among some blocks."""
        for block in blocks:
            if isinstance(block, Unit) and block.kind not in _NOT_BODY:
                yield from self._of_unit(block)

    def _of_unit(self, unit: Unit) -> Iterator[Instruction]:
        """Yield a unit's sentences; the last one holds what stands below.

        An article's title, and words that end with a colon, speak for all that
        follows them in the unit.
        """
        by = self._ids[id(unit)]
        told = self._told(unit)
        inner = tuple(self.of_blocks(unit.blocks))
        told[-1].new += self._lent.get(id(unit), []) + self._quoted_units(unit)
        first, *more = told
        if not more:
            yield _made(by, first, inner)
            return
        rest = [*(_made(by, one) for one in more[:-1]), _made(by, more[-1], inner)]
        if not first.new and (first.title or first.words.endswith(":")):
            yield _made(by, first, tuple(rest))
        else:
            yield from (_made(by, first), *rest)

    def _told(self, unit: Unit) -> list[_Told]:
        """Return a unit's own sentences with the quotes that follow each.

        A paragraph goes on with the sentence before it, unless it begins one. A quote
        behind a dash that lacks one belongs to the dash. A heading that the sentence
        behind it repeats is left out.
        """
        told = [_Told(words, unit.line, at) for at, words in split(unit.text)]
        told[0].title = unit.kind is Kind.ARTICLE
        before: Block | None = None
        for block in unit.blocks:
            if isinstance(block, Paragraph):
                for at, words in split(block.text):
                    if told[-1].goes_on(words):
                        told[-1].go_on(words)
                    else:
                        told.append(_Told(words, block.line, at))
            elif isinstance(block, Quote) and _lacks_text(before):
                self._lent.setdefault(id(before), []).append(self._new(block))
            elif isinstance(block, Quote):
                told[-1].new.append(self._new(block))
            before = block
        heading = told[0].words.rstrip(" .:;")
        headed = len(told) > 1 and not told[0].new and heading
        if headed and told[1].words.startswith(heading):
            return told[1:]
        return told

    def _new(self, quote: Quote) -> NewText:
        name = self._ids[id(quote)]
        inside = [
            one
            for one in self._quoted
            if isinstance(one.block, Unit) and one.id.startswith(f"{name}.")
        ]
        return NewText(
            name,
            units=tuple((one.id[len(name) + 1 :], one.id) for one in inside),
            outer=tuple(one.id for one in inside if one.parents[-1:] == (name,)),
        )

    def _quoted_units(self, unit: Unit) -> list[NewText]:
        """Return the units below whose own words are quoted: ``a) “Điều 5. …”``."""
        below = [one for one in unit.blocks if isinstance(one, Unit)]
        if not below or not all(_QUOTED.match(one.text) for one in below):
            return []
        names = [(self._ids[id(one)], one.text) for one in below]
        return [NewText(id_, _named(text, id_), (id_,)) for id_, text in names]


@dataclass(slots=True)
class _Told:
    """A sentence that is still being read."""

    words: str
    line: int
    start: int | None
    title: bool = False
    new: list[NewText] = field(default_factory=list)

    def go_on(self, words: str) -> None:
        """Take in a paragraph: what stands on several lines has no place in one."""
        self.start = None
        self.words = f"{self.words} {words}".strip()

    def goes_on(self, words: str) -> bool:
        """Tell whether a paragraph goes on with this sentence."""
        if self.new or not self.words:
            return not self.new
        if _BROKEN.search(self.words[-_LAST_WORD:]) or (
            words[:1].islower() and self.words[-1:] not in ".;:"
        ):
            return True
        begins = opening_verb(words) is not None or _begins_otherwise(words)
        return not begins and not self.title


def _made(by: str, told: _Told, inner: tuple[Instruction, ...] = ()) -> Instruction:
    return Instruction(
        by, told.words, told.line, told.start, told.title, tuple(told.new), inner
    )


def _begins_otherwise(words: str) -> bool:
    return bool(
        re.match(r"(?:tại|cụm từ|trường hợp)\s", words, re.IGNORECASE)
        or _OF_THE_ACT.match(words)
        or _ENDED.search(words)
    )


def _lacks_text(block: Block | None) -> bool:
    """Tell whether a unit announces a text that does not stand in it."""
    return (
        isinstance(block, Unit)
        and not block.blocks
        and opening_verb(block.text) is not None
        and block.text.rstrip(" :").endswith("sau")
    )


def _named(words: str, id_: str) -> tuple[tuple[str, str], ...]:
    """Return the unit that quoted words open, by its name: ``“Điều 5. …``."""
    found = provisions_at(words.lstrip(' “"'), 0)
    return ((found.items[0].own, id_),) if found else ()
