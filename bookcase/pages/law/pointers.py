"""From the instructions of an amending act to the places that they changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.consolidate import changes_text
from bookcase.history.status import version_on
from bookcase.pages.law.changes import EVERYWHERE, Provision, places, targets
from bookcase.pages.law.versions import version_url
from bookcase.pages.markup import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Link

MOST = 12
"""How many places one instruction leads to by name."""


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where an instruction leads.

    Attributes:
        unit: The provision that gives the instruction.
        act: The act that it changes.
        places: The units that it changes, each by the names that it may have.
        url: The page of the text after the change.
        path: Its file; empty where the text is not held.
        note: Which text that is.
    """

    unit: str
    act: Link
    places: tuple[tuple[str, ...], ...]
    url: str = ""
    path: str = ""
    note: str = ""

    def provision(self, unit: str) -> Provision:
        """Return one of the places."""
        return Provision("", self.url, self.path, unit)


def pointers(work: Work, catalog: Catalog) -> tuple[Pointer, ...]:
    """Return where the instructions of an act lead, in the order of its effects."""
    grouped: dict[tuple[str, str, str], list[Effect]] = {}
    acts = dict.fromkeys(effect.on for effect in work.effects)
    after = {id_: _after(id_, catalog) for id_ in acts}
    for effect in _own(work, acts, catalog):
        version = after[effect.on].get(id(effect))
        key = (effect.by, effect.on, version.path if version else "")
        grouped.setdefault(key, []).append(effect)
    return tuple(
        _pointer(unit, target, effects, after[target], catalog)
        for (unit, target, _), effects in grouped.items()
    )


def _own(work: Work, acts: Iterable[str], catalog: Catalog) -> Iterator[Effect]:
    """Yield the effects of an act as the catalog has them: with their days."""
    for target in acts:
        rows = catalog.effects.get(target, ())
        yield from (effect for by, effect in rows if by == work.id)


def _after(target: str, catalog: Catalog) -> Mapping[int, Version]:
    """Return, by effect, the first version of the act that has it in it."""
    found: dict[int, Version] = {}
    work = catalog.works.get(target)
    for turn in catalog.turns(work) if work else ():
        if turn.new is not None:
            for deed in turn.deeds:
                found.setdefault(id(deed.effect), turn.new)
    return found


def _pointer(
    unit: str,
    target: str,
    effects: list[Effect],
    after: Mapping[int, Version],
    catalog: Catalog,
) -> Pointer:
    act, work = catalog.link(target), catalog.works.get(target)
    named = tuple(
        dict.fromkeys(
            places(effect, at)
            for effect in effects
            for at in targets(effect)
            if places(effect, at)[0] not in {"", "act", EVERYWHERE}
        )
    )
    version = after.get(id(effects[0]))
    shown = version or (version_on(work, catalog.as_of) if work else None)
    if work is None or shown is None:
        return Pointer(unit, act, named)
    url = version_url(work, version) if version else work.url
    note = _note(effects[0], version)
    return Pointer(unit, act, named, url, shown.path, note)


def _note(effect: Effect, version: Version | None) -> str:
    if version is not None and version.start:
        return f"bản từ {day(version.start)}"
    return "lời văn chưa cập nhật" if changes_text(effect) else ""
