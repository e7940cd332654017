"""Find where a text uses the terms that it defines.

A term is marked where it is first used in each khoản (in each Điều, where that has
none), never in the unit that defines it, in a heading, in a table or in a quote, and
only within the scope of its definition. The longest term wins; words are whole. The
first letter of a sentence may be a capital; all others must be as defined, so that
``Ban Chỉ đạo`` is not found in ``ban chỉ đạo``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from bookcase.legal.ids import id_map
from bookcase.model.tree import Kind, Paragraph, Unit
from bookcase.terms.model import Term, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.tree import Block, LegalText

_ANEW = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.ATTACHED, Kind.ANNEX})
_HEADED = frozenset(
    {
        Kind.ATTACHED,
        Kind.ANNEX,
        Kind.FORM,
        Kind.PART,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.SUBSECTION,
        Kind.ARTICLE,
    }
)
_BREAK = "\n"


def uses(
    text: LegalText, terms: Iterable[Term], ids: Mapping[int, str] | None = None
) -> dict[int, tuple[Use, ...]]:
    """Return the uses of terms by ``id(block)``, each block's in their order.

    The spans are of :attr:`Paragraph.text` and :attr:`Unit.text`; they do not overlap.

    Args:
        text: The text.
        terms: What it defines, as :func:`bookcase.terms.definitions` reads it.
        ids: The names of its blocks, if they are at hand.
    """
    names = _names(terms)
    if not names:
        return {}
    wanted = {place for held in names.values() for term in held for place in term[1:]}
    known = id_map(text) if ids is None else ids
    roll = _Roll({block: name for block, name in known.items() if name in wanted})
    roll.blocks(text.blocks)
    roll.measure()
    return roll.by_block(sorted(_hits(roll, names), key=_leftmost_longest))


class _Held(NamedTuple):
    """A term with the ids of where it is defined and where it holds."""

    term: Term
    unit: str
    scope: str


class _Hit(NamedTuple):
    """A term in the words of the whole text."""

    start: int
    end: int
    term: Term


_Names = dict[str, list[_Held]]
"""The terms that bear a name, those of the narrowest scope first."""


class _Roll:
    """All lines of a text, one after the other, so that one look goes over them all.

    ``groups`` are the lines that open a khoản, ``reaches`` from which line to which the
    units reach that are asked for; measured, ``starts`` tell where each line begins in
    ``words``, and ``groups`` and ``spans`` are places in these.
    """

    def __init__(self, wanted: Mapping[int, str]) -> None:
        self.wanted = wanted
        self.lines: list[Paragraph | Unit] = []
        self.groups: list[int] = [0]
        self.reaches: dict[str, tuple[int, int]] = {}
        self.words = ""
        self.starts: list[int] = []
        self.spans: dict[str, tuple[int, int]] = {}

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        lines = self.lines
        for block in blocks:
            if isinstance(block, Unit):
                start = len(lines)
                if block.kind in _ANEW:
                    self.groups.append(start)
                if block.kind not in _HEADED:
                    lines.append(block)
                if block.blocks:
                    self.blocks(block.blocks)
                if name := self.wanted.get(id(block)):
                    self.reaches[name] = (start, len(lines))
            elif isinstance(block, Paragraph):
                lines.append(block)

    def measure(self) -> None:
        """Join the lines, and turn numbers of lines into places in the whole."""
        parts = [block.text for block in self.lines]
        self.words = _BREAK.join(parts)
        self.starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
        self.groups = [self.starts[line] for line in self.groups]
        self.spans = {
            name: (self.starts[start], self.starts[end])
            for name, (start, end) in self.reaches.items()
        }

    def holds(self, unit: str, at: int) -> bool:
        """Tell whether a place is in a unit."""
        start, end = self.spans.get(unit, (0, 0))
        return start <= at < end

    def after(self, at: int) -> int:
        """Return where the khoản behind the one at a place begins."""
        number = bisect_right(self.groups, at)
        return self.groups[number] if number < len(self.groups) else len(self.words)

    def by_block(self, hits: list[_Hit]) -> dict[int, tuple[Use, ...]]:
        """Hand the hits out to their lines, a term once in each khoản."""
        found: dict[int, list[Use]] = defaultdict(list)
        seen: set[tuple[int, str]] = set()
        done = 0
        for start, end, term in hits:
            key = (bisect_right(self.groups, start), term.words)
            if start < done or key in seen:
                continue
            done = end
            seen.add(key)
            line = bisect_right(self.starts, start) - 1
            begin = self.starts[line]
            use = Use(start - begin, end - begin, term)
            found[id(self.lines[line])].append(use)
        return {block: tuple(uses) for block, uses in found.items()}


def _leftmost_longest(hit: _Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _names(terms: Iterable[Term]) -> _Names:
    names: _Names = defaultdict(list)
    for term in terms:
        for name in term.names:
            if len(name) > 1:
                names[name].append(_Held(term, term.unit, term.scope))
    for held in names.values():
        held.sort(key=lambda one: len(one.scope), reverse=True)
    return names


def _hits(roll: _Roll, names: _Names) -> Iterator[_Hit]:
    """Yield the first place in each khoản where a name stands as whole words.

    A name is sought without its first letter, which may be a capital or not.
    """
    words = roll.words
    for name, held in names.items():
        firsts, tail = _firsts(name, held[0].term), name[1:]
        longer = [(one.index(tail, 1), one) for one in names if tail in one[1:]]
        longer = [(at, one) for at, one in longer if len(one) > len(name)]
        at = words.find(tail, 1)
        while at >= 0:
            start, end = at - 1, at + len(tail)
            if words[start] in firsts and _is_whole(words, start, end):
                term = _holding(roll, held, start)
                if term and not _is_part(words, at, longer):
                    yield _Hit(start, end, term)
                    end = roll.after(start)
            at = words.find(tail, end)


def _firsts(name: str, term: Term) -> str:
    """Return the letters that may begin a name.

    A definition opens a sentence, so that its capital says nothing; a name that is
    given within one is written as it is meant, unless it is in small letters.
    """
    first = name[0]
    if first.islower() or (
        name == term.words and not (term.short or name[1].isupper())
    ):
        return first.lower() + first.upper()
    return first


def _is_whole(words: str, start: int, end: int) -> bool:
    before = words[start - 1 : start] if start else ""
    return not (before.isalnum() or words[end : end + 1].isalnum())


def _is_part(words: str, at: int, longer: list[tuple[int, str]]) -> bool:
    """Tell whether a longer name stands around."""
    for before, name in longer:
        start = at - before
        end = start + len(name)
        if start >= 0 and words.startswith(name[1:], start + 1):
            same = words[start].lower() == name[0].lower()
            if same and _is_whole(words, start, end):
                return True
    return False


def _holding(roll: _Roll, held: list[_Held], at: int) -> Term | None:
    """Return the term that a name means at a place, None where it defines it."""
    for term, unit, scope in held:
        if not scope or roll.holds(scope, at):
            return None if roll.holds(unit, at) else term
    return None
