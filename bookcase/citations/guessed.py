"""Whose words a quote holds, guessed from the instruction before it.

For acts whose effects nobody has read yet: *Sửa đổi, bổ sung khoản 2 Điều 5 như sau*
under *Điều 1. Sửa đổi, bổ sung một số điều của Luật X số …* quotes khoản 2 of Điều 5 of
that act. A guess is only made where such words stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.citations.quoted import QuotedFrom
from bookcase.citations.resolve import resolve
from bookcase.citations.scan import find
from bookcase.model.tree import Paragraph, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bookcase.citations.context import Context
    from bookcase.citations.known import Acts
    from bookcase.legal.ids import Placed

_AMENDS = re.compile(r"\W*(?:[Ss]ửa\s+đổi|[Bb]ổ\s+sung|[Tt]hay\s+thế|[Bb]ãi\s+bỏ)[\s,]")
_FIRST = frozenset("SsBbTt")
"""The letters that these words begin with: a look for them spares the pattern."""
_ARTICLE = re.compile(r"(?:kt\d+\.)?d\d+[a-z]*")
_INSIDE = re.compile(r"k\d|[a-z]{1,2}\d*$")


def guessed(
    rows: Sequence[Placed], context: Context, acts: Acts
) -> dict[str, QuotedFrom]:
    """Return whose words the quotes of a text hold, as far as their words tell.

    A unit that instructs has a row too, as in
    :func:`bookcase.citations.quoted.quotes_of`.

    Args:
        rows: Everything in the text of an act that has a name.
        context: Where it stands, with what it calls other acts.
        acts: What there is.
    """
    asked = [one for one in rows if not one.quoted and _instructs(one.block)]
    if not asked:
        return {}
    units = {one.id: one.block for one in rows if isinstance(one.block, Unit)}
    found: dict[str, QuotedFrom] = {}
    for one in asked:
        quote = isinstance(one.block, Quote)
        names = one.parents if quote else (*one.parents, one.id)
        around = [units[name] for name in names[::-1] if name in units]
        told = _told([*_words(around)], context, acts)
        if told.act and told.act != context.work:
            found[one.id] = told
            if quote and one.parents:
                found.setdefault(one.parents[-1], QuotedFrom(told.act))
    return found


def _instructs(block: object) -> bool:
    """Tell a quote, and a unit that begins with the words of an instruction."""
    if isinstance(block, Unit):
        first = block.text[:1]
        return (first in _FIRST or not first.isalnum()) and bool(
            _AMENDS.match(block.text)
        )
    return isinstance(block, Quote)


def _words(around: Sequence[Unit]) -> Iterator[str]:
    """Yield what the units around say before a quote, the innermost first."""
    for unit in around:
        first = next((one for one in unit.blocks if isinstance(one, Paragraph)), None)
        yield from (said for said in (unit.text, first.text if first else "") if said)


def _told(words: Sequence[str], context: Context, acts: Acts) -> QuotedFrom:
    """Return the act that the nearest words name, and the holder of the first place.

    A place that is said without its article has that of the words around.
    """
    act = place = ""
    for said in words:
        if not _AMENDS.match(said):
            continue
        cited = find(said, acts.titles, context.names.titles)
        first = next((one.unit for one in cited if one.unit), "")
        article = _ARTICLE.match(first)
        if not place:
            place = first
        elif article and _INSIDE.match(place):
            place = f"{article[0]}.{place}"
        if named := next((one for one in cited if one.act), None):
            act = resolve(named, context, acts).work
            break
    whole = "@" not in place and not (_INSIDE.match(place) and not act)
    return QuotedFrom(act, place.rpartition(".")[0] if whole else "")
