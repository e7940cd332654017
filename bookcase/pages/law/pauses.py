"""Suspensions and resumptions of an act, unit by unit, in the readers' words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.history.status import WHOLE
from bookcase.model.effects import Op
from bookcase.pages.markup import day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.act import Work
    from bookcase.model.effects import Effect, Phase
    from bookcase.pages.catalog import Catalog

_PLACES = ("Tỉnh ", "Thành phố ", "Xã ", "Phường ", "Đặc khu ")


@dataclass(frozen=True, slots=True)
class Pause:
    """What an act suspends or resumes, and when; ``unit`` is empty for a whole act."""

    by: str
    effect: Effect
    unit: str
    phase: Phase


def pauses(work: Work, catalog: Catalog) -> Iterator[Pause]:
    """Yield every suspension and resumption of an act, in the order of its effects.

    A suspension ends where all of it is resumed.
    """
    found = list(_told(work, catalog))
    resumed = [one for one in found if one.effect.op is Op.RESUME]
    for one in found:
        yield _until_resumed(one, resumed) if one.effect.op is Op.SUSPEND else one


def _told(work: Work, catalog: Catalog) -> Iterator[Pause]:
    for by, effect in catalog.effects.get(work.id, ()):
        if effect.op in {Op.SUSPEND, Op.RESUME}:
            for phase in effect.effective:
                for unit in effect.at or ("",):
                    name = "" if unit == WHOLE else unit
                    yield Pause(by, effect, name, phase)


def _until_resumed(pause: Pause, resumed: list[Pause]) -> Pause:
    starts = [
        one.phase.start
        for one in resumed
        if _covers(one, pause) and one.phase.start > pause.phase.start
    ]
    ends = [pause.phase.until] if pause.phase.until else []
    until = min([*starts, *ends], default=None)
    return replace(pause, phase=replace(pause.phase, until=until))


def _covers(one: Pause, other: Pause) -> bool:
    """Tell whether one reaches all that another does."""
    places = not one.phase.where or (
        bool(other.phase.where) and set(other.phase.where) <= set(one.phase.where)
    )
    inside = not one.unit or f"{other.unit}.".startswith(f"{one.unit}.")
    return places and inside


def places_of(phase: Phase, catalog: Catalog) -> str:
    """Name the places in which a phase holds: `` tại tỉnh Cao Bằng``; else nothing."""
    said = ", ".join(_place(code, catalog) for code in phase.where)
    return f" tại {said}" if said else ""


def span_of(phase: Phase) -> str:
    """Say when a phase holds: ``từ ngày … đến trước ngày …``."""
    end = f" đến trước ngày {day(phase.until)}" if phase.until else ""
    return f"từ ngày {day(phase.start)}{end}"


def _place(code: str, catalog: Catalog) -> str:
    lists = catalog.library.lists
    known = lists.provinces.get(code) or lists.communes.get(code)
    name = known.name if known else code
    return name[0].lower() + name[1:] if name.startswith(_PLACES) else name
