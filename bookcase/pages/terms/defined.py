"""What the glossary keeps of the terms of an act: few words, and a mark of all.

A worker that has a text at hand makes it; it must be small, for there are as many as
there are definitions in all law.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from bookcase.terms.order import sort_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.terms import Term

_SAID = 320
_THIS = re.compile(
    r"\b(?:bộ luật|luật|pháp lệnh|nghị quyết|nghị định|quyết định"
    r"|thông tư(?: liên tịch)?|quy chế|quy định|điều lệ) này\b"
)


class Defined(NamedTuple):
    """One term of one act: ``said`` is cut, ``mark`` tells apart what is said in full.

    ``unit`` is the id of the unit that says it.
    """

    work: str
    unit: str
    words: str
    said: str
    mark: str
    aliases: tuple[str, ...] = ()


def defined(work: str, terms: Iterable[Term]) -> tuple[Defined, ...]:
    """Return what the glossary keeps of an act's terms; short names are no terms."""
    return tuple(
        Defined(
            work,
            term.unit,
            term.words[:1].upper() + term.words[1:],
            _cut(term.definition),
            _mark(term.definition),
            term.aliases,
        )
        for term in terms
        if not term.short
    )


def _cut(words: str) -> str:
    """Shorten what is said, at the end of a word."""
    words = words.rstrip(" ;.,")
    if len(words) <= _SAID:
        return words
    return words[:_SAID].rpartition(" ")[0].rstrip(" ,;:") + " …"


def _mark(words: str) -> str:
    """Return what two definitions share when they say the same of their own acts."""
    plain = sort_key(_THIS.sub("văn bản này", words.lower()))
    return blake2b(plain.encode(), digest_size=6).hexdigest()
