"""The kinds of unit as one table: rank, heading level, how the mark is written.

Sources: Law 64/2025/QH15 on the making of legal documents and Decree 78/2025/NĐ-CP on
its form (Phần, Chương, Mục, Tiểu mục, Điều, khoản, điểm); the deeper and older forms
are those that occur in real texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bookcase.legal.numbers import ENGLISH_NUMBERS, ORDINALS
from bookcase.model.tree import Kind


@dataclass(frozen=True, slots=True)
class Heading:
    """A unit written as a heading.

    ``level`` counts the ``#``. ``word`` opens the line (``also`` is a pattern of other
    words for it, among them those of English translations), ``number`` is a pattern for
    what follows; ``dotted`` kinds are printed with the dot, the others without.
    """

    kind: Kind
    level: int
    word: str
    number: str
    dotted: bool = False
    also: str = ""


RANK: dict[Kind, float] = {kind: float(rank) for rank, kind in enumerate(Kind)}
"""How deep a kind stands, 0 being outermost; a unit holds the kinds of higher rank."""
RANK[Kind.ANNEX] = RANK[Kind.PART] - 0.5  # a Phần after a Phụ lục is the annex's own

CONTAINERS = frozenset({Kind.ATTACHED, Kind.ANNEX, Kind.FORM})
"""Units that hold a text of their own: preamble, articles from 1, signature."""

BARE = frozenset({Kind.DASH, Kind.PLUS})
"""Units of one line: a paragraph after them belongs to what holds them."""

_LETTERED = r"(?:\d+[a-zđ]{0,2}\d?)"
_ROMAN = r"(?:[IVXLC]+[a-zđ]?)"
_HYPHENED = r"(?:-[a-hđ])?"  # Chương IV-A; no letter that is a Roman number to ten
_ANNEX = rf"(?:{_ROMAN}|[A-ZĐ]\d*)(?:[-.]\d+)*|\d[\w./-]*\w|\d"
_FORM = r"(?:[\w./-]*\d[\w./-]*\w|[\w./-]*\d)"
_ORDINALS = "|".join(sorted(ORDINALS, key=len, reverse=True))

_ENGLISH = "|".join(sorted(ENGLISH_NUMBERS, key=len, reverse=True))
_PART = rf"{_ORDINALS}|{_ENGLISH}|{_ROMAN}|{_LETTERED}|[A-ZĐ]"
_CHAPTER = rf"(?:{_ROMAN}|{_LETTERED}){_HYPHENED}"
_NUMBER = rf"{_CHAPTER}|[A-ZĐ]"
_FORM_WORDS = "Mẫu|Biểu mẫu số|Biểu mẫu|Biểu số|Biểu|Form No\\.|Form"

HEADINGS = (
    Heading(Kind.PART, 2, "Phần", _PART, also="Part"),
    Heading(Kind.ANNEX, 2, "Phụ lục", _ANNEX, also="Phụ lục số|Appendix|Annex"),
    Heading(Kind.FORM, 3, "Mẫu số", _FORM, also=_FORM_WORDS),
    Heading(Kind.CHAPTER, 3, "Chương", _CHAPTER, also="Chapter"),
    Heading(Kind.SECTION, 4, "Mục", _NUMBER, also="Section"),
    Heading(Kind.SUBSECTION, 5, "Tiểu mục", _NUMBER, also="Subsection"),
    Heading(Kind.ARTICLE, 6, "Điều", _LETTERED, dotted=True, also="Article"),
)
BY_KIND = {heading.kind: heading for heading in HEADINGS}
ATTACHED_LEVEL = 1


def _pattern(heading: Heading) -> re.Pattern[str]:
    """``heading = word " " number [".:"] title``."""
    word = f"{heading.word}|{heading.also}" if heading.also else heading.word
    return re.compile(
        rf"(?P<mark>(?:{word})(?: (?P<number>{heading.number}))?)"
        r"(?:(?P<sep>[.:])(?=\s|$)|(?=\s*$))\s*(?P<text>.*)",
        re.IGNORECASE | re.DOTALL,
    )


def _by_first() -> dict[str, tuple[tuple[Heading, re.Pattern[str]], ...]]:
    """Return the headings that a line may be, by its first letter."""
    found: dict[str, dict[Kind, tuple[Heading, re.Pattern[str]]]] = {}
    for heading in HEADINGS:
        pattern = _pattern(heading)
        for word in filter(None, (heading.word, *heading.also.split("|"))):
            alike = found.setdefault(word[0].lower(), {})
            alike[heading.kind] = heading, pattern
    return {first: tuple(alike.values()) for first, alike in found.items()}


_BY_FIRST = _by_first()


@lru_cache(maxsize=8192)
def canonical_mark(kind: Kind, number: str) -> str:
    """Return a unit's mark in its usual form, as it is printed on a page."""
    if heading := BY_KIND.get(kind):
        mark = f"{heading.word} {number}" if number else heading.word
        return f"{mark}." if heading.dotted else mark
    return _BODY_MARKS.get(kind, "{}").format(number)


_BODY_MARKS = {
    Kind.ATTACHED: "",
    Kind.CAPITAL: "{}.",
    Kind.ROMAN: "{}.",
    Kind.CLAUSE: "{}.",
    Kind.SUBCLAUSE: "{}.",
    Kind.POINT: "{})",
    Kind.SUBPOINT: "{})",
    Kind.ITEM: "{})",
    Kind.DASH: "-",
    Kind.PLUS: "+",
}


def match_heading(line: str) -> tuple[Heading, str, str, str] | None:
    """Read a heading's words: the kind, its number, the mark, its title.

    The mark is empty where it is the usual one. Returns None for anything else.
    """
    for heading, pattern in _BY_FIRST.get(line[:1].lower(), ()):
        if found := pattern.fullmatch(line):
            number = found["number"] or ""
            if not number and heading.kind is not Kind.ANNEX:
                continue
            mark = _unusual_mark(heading, number, found["mark"], found["sep"] or "")
            return heading, number, mark, found["text"].strip()
    return None


def _unusual_mark(heading: Heading, number: str, mark: str, sep: str) -> str:
    usual = canonical_mark(heading.kind, number)
    if mark == usual.removesuffix(".") and sep != ":":
        return ""
    return mark + (sep if sep == ":" or heading.dotted else "")
