"""What sentences say for those below them: of which act, and which place in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from bookcase.citations.acts import mentions, name_key
from bookcase.history.amend.places import OWN, UNKNOWN, located
from bookcase.history.amend.scoping import scoped

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bookcase.history.amend.sentences import Verb

AMENDING = re.compile(
    r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|đính\s+chính|hủy\s+bỏ|huỷ\s+bỏ|ngưng\s+hiệu",
    re.IGNORECASE,
)
_ANNEX_NUMBER = re.compile(r"phụ\s+lục\s+(?:số\s+)?[IVXLC\d]", re.IGNORECASE)
_ENACTING = re.compile(r"(?<=ban hành)[^.“]{0,400}?(?:sửa đổi|bãi bỏ)[^.“]*\.")
_ARTICLE = re.compile(r"(?:kt\d+\.)?d\d+[a-z]*(?=\.|$)")


@dataclass(frozen=True, slots=True)
class Scope:
    """Of which act, and of which place in it, the sentences below speak.

    ``counts`` is false where an act that amends nothing speaks of its own matter;
    ``verb`` is what the sentence right above them does, for lists of words.
    """

    act: str = ""
    place: str = ""
    counts: bool = True
    verb: Verb | None = None


def outermost(title: str, said: str, own: str, names: Mapping[str, str]) -> Scope:
    """Return the act that an act's title names, for instructions that name none.

    Args:
        title: The title.
        said: The whole text: the enacting words may name what the title does not.
        own: The acting act's own id.
        names: See :func:`bookcase.history.amend.reading.read`.
    """
    begins = AMENDING.search(title)
    named = _acts(title[begins.start() :] if begins else title, own, names)
    enacting = _ENACTING.search(said)
    if not named and enacting:
        named = _acts(enacting[0], own, names)
    act = next(iter(named)) if len(named) == 1 else ""
    return Scope(act, counts=begins is not None)


def _acts(said: str, own: str, names: Mapping[str, str]) -> set[str]:
    """Return the acts that words name as acted upon."""
    return {one.act for one in located(said, names).groups} - {"", OWN, UNKNOWN, own}


def announced(said: str, scope: Scope, names: Mapping[str, str]) -> Scope:
    """Return the scope that a sentence sets for those below it.

    Of several places what holds them all.
    """
    groups = [one for one in located(said, names).groups if one.act != OWN]
    acts = {group.act for group in groups if group.act}
    units = [unit for group in groups for unit in group.units]
    if not _ANNEX_NUMBER.search(said):
        units = [unit for unit in units if unit != "pl1"]  # phụ lục, any
    act = next(iter(acts)) if len(acts) == 1 else ("" if acts else scope.act)
    place = _common(units)
    if not place and not acts:
        place = scope.place
    return Scope(act, scoped(scope.place, place) if place else "", scope.counts)


def _common(units: Iterable[str]) -> str:
    """Return the only place, or the innermost unit of an article that holds all."""
    places = tuple(dict.fromkeys(units))
    if len(places) == 1:
        return places[0]
    parts = [one.split(".") for one in places]
    alike = takewhile(lambda same: len(set(same)) == 1, zip(*parts, strict=False))
    common = ".".join(same[0] for same in alike).removesuffix("._")
    held = all(one.startswith(f"{common}.") for one in places)
    return common if held and _ARTICLE.match(common) else ""


def own_names(said: str) -> dict[str, str]:
    """Return the acts that a text names in full once: their ids by title.

    *Luật Bảo hiểm y tế số 25/2008/QH12* in the preamble tells what *Luật Bảo hiểm y tế*
    means below. A title behind *của* in the name of an amending act is not its own.
    """
    names: dict[str, str] = {}
    for one in mentions(said):
        before = said[max(0, one.start - 60) : one.start]
        borrowed = re.search(r"(?:điều|phần|khoản)\s+của\s+(?:các\s+)?$", before)
        amends = borrowed and re.search(r"(?:sửa\s+đổi|bổ\s+sung)", before)
        enacting = re.search(r"ban hành", said[max(0, one.start - 200) : one.start])
        if one.title and (not amends or enacting):
            type_ = said[one.start :].partition(one.title)[0]
            names.setdefault(name_key(type_, one.title), one.id)
    return names
