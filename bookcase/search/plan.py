"""What a reader's words ask for: terms to rank by, and places to go to directly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bookcase.search.normalise import (
    NUMBER,
    TABLE,
    exact,
    fold,
    numbers,
    pairs,
    tokens,
    words,
)
from bookcase.search.parts import hashed, key, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_WORDS = 40
"""A longer question is cut: what follows adds time, and hardly changes the order."""
_ARTICLE = re.compile(TABLE["article"])
_SHORT_ARTICLE = re.compile(TABLE["shortArticle"])
_QUOTED = re.compile(TABLE["quoted"])
_WITHOUT = re.compile(TABLE["without"])
SPECIAL = re.compile(f"{TABLE['quoted']}|{TABLE['without']}")
"""What narrows a query: quotes, and a word that must not be there."""
_JOINING = frozenset(TABLE["joining"])
_NAMING = frozenset(TABLE["naming"])
_LOOSE = re.compile(TABLE["looseNumber"])
_GLUED = re.compile(TABLE["glued"])
_YEAR = re.compile(TABLE["year"])


@dataclass(frozen=True, slots=True)
class Usage:
    """What an index tells about its words.

    Attributes:
        heavy: Words that so many records have that they say little, and cost much.
        others: Everyday words, folded, and the law's own for them.
    """

    heavy: frozenset[str] = frozenset()
    others: Mapping[str, str] = field(default_factory=dict)

    def said_otherwise(self, plain: str) -> Iterator[str]:
        """Yield the law's own words for what stands in folded words."""
        framed = f" {plain} "
        for say, law in self.others.items():
            if f" {say} " in framed:
                yield law

    def says(self, word: str) -> bool:
        """Tell whether a folded word is of what people say otherwise than the law."""
        return any(word in say.split() for say in self.others)


@dataclass(frozen=True, slots=True)
class Plan:
    """A query, understood.

    Attributes:
        terms: Words and pairs of words, each once, with their boosts.
        spare: Heavy words that pairs stand for; terms only if nothing is found.
        phrases: Exact words in quotes; a record must have each of these.
        required: Single folded words in quotes; likewise.
        without: Folded words that no record may have.
        names: Words that a page's name must have, one of them, to be gone to directly;
            the likeliest first.
        less: The same, for when no page has any of the names: a number written loosely.
        article: The mark of the article asked for; empty for none.
        clause: Its clause; empty for none.
    """

    terms: tuple[tuple[str, int], ...] = ()
    spare: tuple[tuple[str, int], ...] = ()
    names: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    article: str = ""
    clause: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()
    required: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Tell whether some records are asked for, and not all that have a word."""
        return bool(self.phrases or self.required or self.without)


NO_USAGE = Usage()


def plan(query: str, usage: Usage = NO_USAGE, page: str = "") -> Plan:
    """Return what a query asks for, in an index of such usage.

    Args:
        query: What was typed.
        usage: What the index tells about its words.
        page: The address of the document that the reader comes from, if any: an
            article without a document's name is looked for there.
    """
    if not SPECIAL.search(query):
        return _plan(query, usage, page)
    said, quoted, without = _parted(query[: MOST_WORDS * 32])
    found = tuple(map(tuple, filter(None, map(exact, quoted))))
    return replace(
        _plan("\n".join((said, *quoted)), usage, page),
        phrases=tuple(phrase for phrase in found if len(phrase) > 1),
        required=tuple(
            word for phrase in found if len(phrase) == 1 for word in words(phrase[0])
        ),
        without=without,
    )


def _parted(query: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return what is said, what is quoted, and what must not be there."""
    quoted = tuple(_QUOTED.findall(query))
    said = _QUOTED.sub("\n", query)
    without = tuple(word for one in _WITHOUT.findall(said) for word in words(one))
    return _WITHOUT.sub(" ", said), quoted, without


def _plan(query: str, usage: Usage, page: str) -> Plan:
    found = tokens(query[: MOST_WORDS * 32])[: 2 * MOST_WORDS]
    boosts = {word: 1 for word in found if word}
    boosts |= dict.fromkeys(numbers(query[: MOST_WORDS * 32]), 1)
    boosts |= dict.fromkeys(pairs(found), 2)
    plain = " ".join(filter(None, found))
    for law in usage.said_otherwise(plain):
        words_ = law.split()
        boosts = dict.fromkeys(words_, 1) | dict.fromkeys(pairs(words_), 2) | boosts
    place = _place(plain)
    if place is None:
        return Plan(*_spared(boosts, usage), _names(query, plain), _loose(plain))
    if place.sure:
        boosts[mark(place.article)] = 2
    here = page and not place.rest
    names = (hashed(page),) if here else _names(query, place.rest)
    return Plan(
        *_spared(boosts, usage),
        names,
        _loose(place.rest),
        mark(place.article),
        place.clause,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """An article that a query names.

    Attributes:
        article: Its number.
        clause: Its clause; empty for none.
        rest: The other words, without joining words around them.
        sure: Whether nothing else can be meant: ``d5`` alone may be a class or a road.
    """

    article: str
    clause: str
    rest: str
    sure: bool


def _place(plain: str) -> _Place | None:
    long = _ARTICLE.search(plain)
    found = long or _SHORT_ARTICLE.search(plain)
    if found is None:
        return None
    rest = _trimmed(f"{plain[: found.start()]} {plain[found.end() :]}")
    clause = found[1] or found[3] or ""
    return _Place(found[2], clause, rest, bool(long or clause or not rest))


_Terms = tuple[tuple[str, int], ...]


def _spared(boosts: Mapping[str, int], usage: Usage) -> tuple[_Terms, _Terms]:
    """Part the terms from the heavy words that two pairs or more stand for."""
    paired = [term.split(" ") for term in boosts if " " in term]
    told = {word for pair in paired for word in pair} if len(paired) > 1 else set()
    spare = usage.heavy & told
    terms = tuple(boosts.items())
    return (
        tuple(one for one in terms if one[0] not in spare),
        tuple(one for one in terms if one[0] in spare),
    )


def _names(query: str, plain: str) -> tuple[str, ...]:
    """Return the words of a page's name: a number, if no more is said; a title."""
    whole = numbers(query)
    if whole and _says_no_more(query, plain):
        return tuple(map(hashed, whole))
    apart = _parted_type(plain)
    forms = (plain, apart, _YEAR.sub(r" \2", apart), _YEAR.sub("", apart))
    return tuple(dict.fromkeys(key(name) for name in forms if name))


def _loose(plain: str) -> tuple[str, ...]:
    """Return names for ``31 2024 qh15`` or ``31-2024QH15``, whole and up to the year.

    The end of a number is mistyped or forgotten oftener than its beginning.
    """
    found = _LOOSE.search(_parted_type(plain))
    if not found or not set(found[1].split()) <= _NAMING | _JOINING:
        return ()
    start = f"{found[2]}/{found[3]}"
    whole = f"{start}/{found[4].replace(' ', '')}" if found[4] else start
    return tuple(dict.fromkeys(map(hashed, (whole, start))))


def _parted_type(plain: str) -> str:
    """Return ``nd 100`` for ``nd100``."""
    return _GLUED.sub(r"\1 \2", plain)


def _says_no_more(query: str, plain: str) -> bool:
    whole = NUMBER.findall(query)
    of_numbers = {word for number in whole for word in words(number)}
    if any(number.count("/") > 1 for number in whole):  # its type is told twice
        plain = " ".join(map(fold, _parted_type(plain).split()))
    return set(plain.split()) <= of_numbers | _NAMING | _JOINING


def _trimmed(plain: str) -> str:
    """Take off the joining words around a document's name."""
    found = plain.split()
    while found and found[0] in _JOINING:
        del found[0]
    while found and found[-1] in _JOINING:
        del found[-1]
    return " ".join(found)
