"""What a citation leads to: a provision of an act, in the version of a day."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from bookcase.citations.acts import TYPES, name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from bookcase.citations.acts import Mention
    from bookcase.citations.scan import Citation
    from bookcase.model.library import Library


class Found(StrEnum):
    """How far a citation leads."""

    RESOLVED = "resolved"
    NOT_HELD = "not-held"  # known by the register only
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_UNIT = "no-such-unit"  # the act is held and has no such provision


_ARTICLE = r"(?:.*?\.)?d\d+[a-z]*(?=\.|$)"
_CLAUSE = r".*?k\d+[a-z]*(?:-\d+)*(?=\.|$)"
_IN_ARTICLE = re.compile(r"k\d|gach-|doan-|ten$")
_POINT = re.compile(r"(?!(?:[dkcmp]|tm|kt|pl|mau)\d)(?:dd|[a-z])\d*(?:\.|$)")
_HERE = {"@d": _ARTICLE, "@k": _CLAUSE, "@p": r".*"}


@dataclass(frozen=True, slots=True)
class Known:
    """An act as citations know it."""

    id: str
    issued: date | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Acts:
    """All acts that a citation may lead to, by id and by folded title."""

    by_id: Mapping[str, Known] = field(default_factory=dict)
    by_name: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    whole_ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> Mapping[str, str]:
        """Return what :func:`bookcase.citations.scan.find` looks names up in."""
        return {name: acts[-1].id for name, acts in self.by_name.items()}


@dataclass(frozen=True, slots=True)
class Context:
    """Where a citing text stands.

    Attributes:
        work: The id of its act; empty for a text that belongs to none.
        unit: The unit that says it (``d5.k2``).
        day: The day that it speaks from.
        quoted_on: The act whose words it quotes, where it stands in a quote.
    """

    work: str = ""
    unit: str = ""
    day: date | None = None
    quoted_on: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation and what it leads to.

    ``candidates`` are the ids of an ambiguous one; ``reason`` says in words why it
    leads nowhere, or what was put right to make it lead.
    """

    start: int
    end: int
    work: str
    unit: str
    status: Found
    candidates: tuple[str, ...] = ()
    reason: str = ""


def acts_of(library: Library) -> Acts:
    """Return the acts of a library and of its register."""
    known = {one.id: Known(one.id, one.issued) for one in library.register}
    known |= {one.id: Known(one.id, one.issued, held=True) for one in library.works}
    named: dict[str, dict[str, Known]] = {}
    for name, id_ in _names(library):
        named.setdefault(name, {})[id_] = known[id_]
    by_name = {
        name: tuple(sorted(acts.values(), key=lambda one: str(one.issued or "")))
        for name, acts in named.items()
    }
    return Acts(known, by_name, _whole_ids(library))


def resolve(
    citation: Citation,
    context: Context,
    acts: Acts,
    has_unit: Callable[[str, str], bool] | None = None,
) -> Resolved:
    """Return what a citation leads to.

    Args:
        citation: As found in the text.
        context: Where the text stands.
        acts: What there is.
        has_unit: Tells whether a held act has a provision; not asked when absent.
    """
    start, end = citation.start, citation.end
    if citation.act is None:
        work, unit = _own(citation, context)
    else:
        ids = _ids(citation.act, citation.year, context, acts)
        if len(ids) != 1:
            status = Found.AMBIGUOUS if ids else Found.UNKNOWN
            reason = "" if ids else _why_unknown(citation.act)
            return Resolved(start, end, "", citation.unit, status, ids, reason)
        work, unit = ids[0], citation.unit
    known = acts.by_id.get(work)
    mended = citation.act.mended if citation.act else ""
    if unit is None or not work:
        reason = "không rõ điều, khoản này nằm ở đâu"
        return Resolved(start, end, work, citation.unit, Found.UNKNOWN, (), reason)
    if known is None:
        reason = "số này không có trong tủ sách hay danh mục văn bản đã biết"
        return Resolved(start, end, work, unit, Found.UNKNOWN, (), reason)
    if not known.held:
        return Resolved(start, end, work, unit, Found.NOT_HELD, (), mended)
    if unit and has_unit and not has_unit(work, unit):
        reason = "văn bản không có điều, khoản, điểm này"
        return Resolved(start, end, work, unit, Found.NO_SUCH_UNIT, (), reason)
    return Resolved(start, end, work, unit, Found.RESOLVED, (), mended)


def _own(citation: Citation, context: Context) -> tuple[str, str | None]:
    """Return the act and unit of a citation that names no other act.

    Inside a quote it is the act whose words are quoted. What says *này* follows from
    the unit that says it, and so does a clause or point alone.
    """
    work = context.quoted_on or context.work
    unit = citation.unit
    if not unit:
        return work, ""
    if unit.startswith("@"):
        return work, _of_here(unit, context.unit)
    article = _cut(context.unit, _ARTICLE)
    if _IN_ARTICLE.match(unit):
        return work, f"{article}.{unit}" if article else None
    if _POINT.match(unit):
        around = _cut(context.unit, _CLAUSE) or (f"{article}._" if article else "")
        return work, f"{around}.{unit}" if around else None
    regulation = _cut(context.unit, r"kt\d+")
    if regulation and not citation.own and not unit.startswith("kt"):
        return work, f"{regulation}.{unit}"
    return work, unit


def _of_here(unit: str, here: str) -> str | None:
    """Return the address of *Điều này*, *khoản này*, and what is in them."""
    head, _, rest = unit.partition(".")
    around = _cut(here, _HERE[head]) if head in _HERE else ""
    if not around:
        return None
    return f"{around}.{rest}" if rest else around


def _cut(unit: str, pattern: str) -> str:
    found = re.match(pattern, unit)
    return found[0] if found else ""


def _ids(act: Mention, year: str, context: Context, acts: Acts) -> tuple[str, ...]:
    """Return the ids of the acts that a name may mean."""
    if act.number:
        id_ = acts.whole_ids.get(act.id, act.id)
        return (id_,)
    found = acts.by_name.get(_name(act), ())
    if year:
        found = tuple(one for one in found if str(one.issued or "").startswith(year))
    elif context.day and len(found) > 1:
        by_then = [one for one in found if one.issued and one.issued <= context.day]
        found = tuple(by_then[-1:])
    return tuple(one.id for one in found)


def _name(act: Mention) -> str:
    if not act.title:
        return ""
    word = next((name for name, key in TYPES.items() if key == act.type), "")
    return name_key(word, act.title)


def _why_unknown(act: Mention) -> str:
    return f"không có văn bản nào tên «{act.title}» trong tủ sách hay danh mục"


def _names(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the folded names of all acts: titles, and everyday names."""
    types = library.lists.types
    for work in library.works:
        word = types[work.type].name if work.type in types else ""
        for title in (work.title, *work.short_titles):
            if title:
                yield _key(word, title), work.id
    for entry in library.register:
        if entry.title and entry.type in types:
            yield _key(types[entry.type].name, entry.title), entry.id


def _key(word: str, title: str) -> str:
    """Return the key of a title, which may begin with its type already."""
    typed = title.lower().startswith((word.lower(), "luật ", "bộ luật "))
    return name_key("" if typed else word, title)


def _whole_ids(library: Library) -> dict[str, str]:
    """Lead from the id that a number makes to a local act's, where one is known."""
    found: dict[str, set[str]] = {}
    for work in library.works:
        for mark in ("-hdnd-", "-ubnd-", "-tinh-", "-xa-"):
            head, _, place = work.id.rpartition(mark)
            if place and head[-1:].isalnum():
                found.setdefault(head, set()).add(work.id)
    return {bare: next(iter(ids)) for bare, ids in found.items() if len(ids) == 1}
