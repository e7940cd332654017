"""Which changes a machine's consolidation says it has, but could not be given.

An effect that cannot be applied changes nothing; the page of such a text says so. To
find them the text is made anew from the one before, which only a worker does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.history.chain import Acting, steps
from bookcase.history.consolidate import changes_text, consolidate
from bookcase.history.status import version_on
from bookcase.model.effects import Op
from bookcase.pages.law.deeds import Deed
from bookcase.pages.markup import day
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Link, Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from bookcase.history.chain import Step
    from bookcase.history.status import Incoming
    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.changes import Change
    from bookcase.pages.law.held import Held

    Texts = Callable[[str], LegalText]
    Read = Callable[[str], Held]
    Row = tuple[str, int]

_WHOLE = frozenset({Op.REPLACE, Op.REPEAL, Op.REPLACE_ANNEX, Op.REPEAL_ANNEX})


@dataclass(frozen=True, slots=True)
class Chain:
    """An act, what others do to it, and where their texts are: ``(id, path, issued)``.

    All is hashable, so that what follows from it is worked out once.
    """

    work: Work
    incoming: tuple[Incoming, ...]
    acting: tuple[tuple[str, str, date | None], ...]


def chain(work: Work, version: Version, catalog: Catalog) -> Chain | None:
    """Return what it takes to make a version anew; None unless a machine made it."""
    rows = tuple(
        row for row in catalog.effects.get(work.id, ()) if changes_text(row[1])
    )
    if version.made != "by-machine" or not rows:
        return None
    acting = tuple(
        (act.id, shown.path, act.issued)
        for id_ in dict.fromkeys(by for by, _ in rows)
        if (act := catalog.works.get(id_)) and (shown := version_on(act, catalog.as_of))
    )
    return Chain(replace(work, effects=(), relations=()), rows, acting)


def lacking(known: Chain, texts: Texts) -> dict[str, frozenset[Row]]:
    """Return, by the file of each version, the rows that it could not be given.

    What people vouch for, by hand or officially, lacks nothing; neither does a unit
    that was replaced or repealed since.

    Args:
        known: The act and what others do to it.
        texts: Gives the text in a file.
    """
    paths = {id_: path for id_, path, _ in known.acting}
    days = {id_: issued for id_, _, issued in known.acting}
    acting = Acting(lambda id_: texts(paths[id_]) if id_ in paths else None, days.get)
    found: dict[str, frozenset[Row]] = {}
    left: list[Deed] = []
    for step in steps(known.work, known.incoming, acting):
        if step.after is not None:
            left = _after(step, step.after, left, texts)
            found[step.after.path] = frozenset(map(_row, left))
    return found


def lacking_notice(changes: Iterable[Change], read: Read) -> Notice:
    """List changes that a text could not be given."""
    items = tuple(_item(change, read) for change in changes)
    words = f"Chưa cập nhật: {len(items)} sửa đổi mà máy chưa áp dụng được vào lời văn."
    return Notice("warning", words, items=items)


def _item(change: Change, read: Read) -> Link:
    by = change.by
    name, url = provision_name(by.unit), by.url
    if by.path:
        held = read(by.path)
        name = held.name(by.unit)
        url += f"#{anchor}" if (anchor := held.anchor(by.unit)) else ""
    what = f"{change.done} {provision_name(change.was or change.places[0])}"
    return Link(f"{name} {by.act}", url, f"{what}, từ ngày {day(change.since)}")


def _after(
    step: Step, version: Version, before: Iterable[Deed], texts: Texts
) -> list[Deed]:
    if version.made in {"by-hand", "official"}:
        return []
    if not step.due:
        return [*before]
    refused = {
        (one.act, one.effect.line)
        for one in consolidate(texts(step.before.path), step.due).unapplied
    }
    deeds = [Deed(one.act, one.effect, one.phase) for one in step.due]
    done = [one for one in deeds if _row(one) not in refused]
    left = [one for one in before if not any(_covers(new, one) for new in done)]
    return left + [one for one in deeds if one not in done]


def _row(deed: Deed) -> Row:
    return deed.by, deed.effect.line


def _covers(new: Deed, old: Deed) -> bool:
    """Tell whether a change put other words in the place of all that another meant."""
    return new.effect.op in _WHOLE and all(
        any(f"{unit}.".startswith(f"{place}.") for place in new.effect.at)
        for unit in old.effect.at or ("",)
    )
