"""The names by which acts are known on a day: titles, everyday names, numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.citations.acts import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.library import Library


def names(library: Library, before: date | None = None) -> dict[str, str]:
    """Return the ids of acts by their folded names.

    Of two acts of one name the later counts, of those issued by the day: *Luật Đất đai*
    in an act of 2015 is that of 2013. The id that a number alone would make leads to a
    local act's whole id, where only one is known.

    Args:
        library: The library.
        before: The last day on which an act may have been issued; None for all.
    """
    known = sorted(
        (one for one in _named(library) if before is None or _by(one[1], before)),
        key=lambda one: (one[1] is not None, str(one[1]), one[2]),
    )
    return _local(library) | {name: id_ for name, _, id_ in known}


def _by(issued: date | None, before: date) -> bool:
    return issued is None or issued <= before


def _named(library: Library) -> Iterator[tuple[str, date | None, str]]:
    types = library.lists.types
    for work in library.works:
        type_ = types[work.type].name if work.type in types else ""
        for title in (work.title, *work.short_titles):
            if title:
                yield _key(type_, title), work.issued, work.id
    for entry in library.register:
        if entry.title and entry.type in types:
            yield _key(types[entry.type].name, entry.title), entry.issued, entry.id


def _key(type_: str, title: str) -> str:
    """Return the key of a title, which may begin with its type already."""
    typed = title.lower().startswith((type_.lower(), "luật ", "bộ luật "))
    return name_key("" if typed else type_, title)


def _local(library: Library) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for work in library.works:
        for mark in ("-hdnd-", "-ubnd-", "-tinh-", "-xa-"):
            head, _, place = work.id.rpartition(mark)
            if place and head[-1:].isalnum():
                found.setdefault(head, set()).add(work.id)
    return {bare: next(iter(ids)) for bare, ids in found.items() if len(ids) == 1}
