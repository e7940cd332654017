"""Find where a text uses the terms that it defines.

A term is marked where it is first used in each khoản (in each Điều, where that has
none), never in the unit that defines it, in a heading, in a table or in a quote, and
only within the scope of its definition. The longest term wins; words are whole. The
first letter of a sentence may be a capital; all others must be as defined, so that
``Ban Chỉ đạo`` is not found in ``ban chỉ đạo``.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bookcase.legal.ids import id_map
from bookcase.model.tree import Kind, Paragraph, Unit
from bookcase.terms.model import Term, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.tree import Block, LegalText

_Index = dict[str, list[tuple[str, Term]]]
"""The names that begin with a word, longest first."""

_ANEW = frozenset({Kind.ARTICLE, Kind.CLAUSE, Kind.ATTACHED, Kind.ANNEX, Kind.FORM})
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


_OPENING = "(“/"
_CLOSING = ("", ",", ";", ".", ":", ")", "”")


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
    scopes: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        scopes[term.scope].append(term)
    if not scopes:
        return {}
    finder = _Finder(id_map(text) if ids is None else ids, scopes)
    finder.blocks(text.blocks, "", _index(scopes[""], {}), set())
    return finder.found


class _Finder:
    """The walk: keeps what it finds by block."""

    def __init__(
        self, ids: Mapping[int, str], scopes: Mapping[str, list[Term]]
    ) -> None:
        self.ids = ids
        self.scopes = scopes
        self.found: dict[int, tuple[Use, ...]] = {}

    def blocks(
        self, blocks: tuple[Block, ...], unit: str, index: _Index, seen: set[str]
    ) -> None:
        for block in blocks:
            if isinstance(block, Paragraph):
                self.line(block, block.text, unit, index, seen)
            elif isinstance(block, Unit):
                self.unit(block, index, seen)

    def unit(self, unit: Unit, index: _Index, seen: set[str]) -> None:
        name = self.ids[id(unit)]
        if name in self.scopes:
            index = _index(self.scopes[name], index)
        if unit.kind in _ANEW:
            seen = set()
        if unit.kind not in _HEADED:
            self.line(unit, unit.text, name, index, seen)
        if unit.blocks:
            self.blocks(unit.blocks, name, index, seen)

    def line(
        self, block: Block, words: str, unit: str, index: _Index, seen: set[str]
    ) -> None:
        """Look at one line; most hold no word that begins a term."""
        words = _parted(words)
        firsts = index.keys() & words.split(" ")
        if not firsts:
            return
        uses = tuple(_uses(words, firsts, unit, index, seen))
        if uses:
            self.found[id(block)] = uses


def _uses(
    words: str, firsts: set[str], unit: str, index: _Index, seen: set[str]
) -> Iterator[Use]:
    """Yield what is first used in these words; what was seen still takes its place."""
    done = 0
    for at, end, term in sorted(_places(words, firsts, index), key=_leftmost_longest):
        if at < done:
            continue
        done = end
        if term.words not in seen and not _within(unit, term.unit):
            seen.add(term.words)
            yield Use(at, end, term)


def _places(
    words: str, firsts: set[str], index: _Index
) -> Iterator[tuple[int, int, Term]]:
    """Yield every place where a name stands as whole words."""
    for first in firsts:
        for name, term in index[first]:
            at = words.find(name)
            while at >= 0:
                end = at + len(name)
                before, behind = words[at - 1 : at], words[end : end + 1]
                if not before.isalnum() and not behind.isalnum():
                    yield at, end, term
                at = words.find(name, end)


def _leftmost_longest(place: tuple[int, int, Term]) -> tuple[int, int]:
    return place[0], -place[1]


def _parted(words: str) -> str:
    """Part words from what opens before them; all keep their places."""
    for mark in _OPENING:
        if mark in words:
            words = words.replace(mark, " ")
    return words


def _within(unit: str, outer: str) -> bool:
    return unit == outer or unit.startswith(f"{outer}.")


def _index(terms: Iterable[Term], outer: _Index) -> _Index:
    """Return an index of these terms and of those around that they do not hide."""
    names: dict[str, Term] = {
        name: term for held in outer.values() for name, term in held
    }
    for term in terms:
        for name in term.names:
            names |= dict.fromkeys(_cases(_parted(name), term), term)
    index: _Index = defaultdict(list)
    for name in sorted(names, key=len, reverse=True):
        first, more, _ = name.partition(" ")
        for end in ("",) if more else _CLOSING:
            index[first + end].append((name, names[name]))
    return dict(index)


def _cases(name: str, term: Term) -> Iterator[str]:
    """Yield a name as it stands within a sentence, and at the head of one.

    A definition opens a sentence, so that its capital says nothing; a name that is
    given within one is written as it is meant, unless it is in small letters.
    """
    yield name
    first = name[:1]
    if first.islower():
        yield first.upper() + name[1:]
    elif not term.short and name == term.words and not name[:2].isupper():
        yield first.lower() + name[1:]
