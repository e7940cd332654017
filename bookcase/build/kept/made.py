"""What came of making pages: what others need of each, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bookcase.diagnostics import Diagnostic
    from bookcase.pages.cites.cited import Citing
    from bookcase.pages.terms.defined import Defined
    from bookcase.search.parts import Part


class Small(NamedTuple):
    """What a page gives to others, and what was found in it.

    Attributes:
        size: Its bytes.
        counted: Whether it is a page, and no script.
        listed: Whether search engines are to know it.
        found: What is wrong with it.
        terms: What it gives to the glossary.
        citing: What it leads to, if it is told of.
        indexed: What it is known by in the search index, empty if it is not there.
        dated: The same of an act's texts of other days, which come last in the index.
    """

    size: int
    counted: bool
    listed: bool
    found: tuple[Diagnostic, ...] = ()
    terms: tuple[Defined, ...] = ()
    citing: tuple[Citing, ...] = ()
    indexed: str = ""
    dated: tuple[str, ...] = ()


class Row(NamedTuple):
    """A page that was made.

    Attributes:
        url: Its address.
        key: The digest of what it was made from.
        mend: The digest of what was changed in it when all pages were known.
        facts: What it looked up.
        small: What it gives to others.
    """

    url: str
    key: bytes
    mend: bytes
    facts: tuple[str, ...]
    small: Small


class Made(NamedTuple):
    """Some pages that were made, and their words for the index."""

    rows: tuple[Row, ...]
    part: Part
