"""What is to be told beside the units of a text: asked for here, written by workers.

The parent process knows acts and days, not texts; a worker knows texts. So a page
record says which effects matter, and :mod:`.unitnotes` finds the units.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.history.status import version_on
from bookcase.model.effects import Op
from bookcase.pages.compare.comparison import comparison_url

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.deeds import Deed, Turn

EVERYWHERE = "everywhere"
DONE = {
    Op.REPLACE: "Sửa đổi",
    Op.INSERT: "Bổ sung",
    Op.REPEAL: "Bãi bỏ",
    Op.REPLACE_WORDS: "Sửa đổi",
    Op.INSERT_WORDS: "Sửa đổi",
    Op.DELETE_WORDS: "Sửa đổi",
    Op.RETITLE: "Sửa tên",
    Op.REPLACE_ANNEX: "Thay thế",
    Op.INSERT_ANNEX: "Bổ sung",
    Op.REPEAL_ANNEX: "Bãi bỏ",
    Op.CORRECT: "Đính chính",
    Op.RENUMBER: "Đổi số thứ tự",
    Op.SUSPEND: "Ngưng hiệu lực",
    Op.RESUME: "Tiếp tục có hiệu lực",
}
"""What an effect does, in the readers' words."""

_INSERTS = frozenset({Op.INSERT, Op.INSERT_ANNEX})


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of a text that has a page.

    Attributes:
        act: What the act is called.
        url: The page, from the site's root; empty where there is none.
        path: The text's file, which tells whether the unit is there.
        unit: Its address.
    """

    act: str
    url: str
    path: str
    unit: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change of words that a version has in it.

    Attributes:
        places: Addresses of the unit in the text after the change; the first that is
            there is meant.
        was: Its address before; empty for what is new.
        done: What was done.
        words: Which words came or went, if that is all.
        find: The words sought, where the change goes through the whole text.
        by: The provision that did it.
        row: The id of its act, and the line of its row there.
        since: The first day.
        old: The file of the text before; empty when it is not held.
        new: The file of the first text after.
        compare: The page that compares the two; may be empty.
    """

    places: tuple[str, ...]
    was: str
    done: str
    words: str
    find: str
    by: Provision
    row: tuple[str, int]
    since: date
    old: str
    new: str
    compare: str


def changes(work: Work, version: Version, catalog: Catalog) -> tuple[Change, ...]:
    """Return all changes that a version has in it, the earliest first."""
    found: list[Change] = []
    for turn in catalog.turns(work):
        if not _within(turn, version):
            continue
        moved = dict(_renumbered(turn))
        found = [_followed(change, moved) for change in found]
        for deed in turn.deeds:
            found += _changes(work, turn, deed, catalog)
    return tuple(found)


def provision(id_: str, unit: str, catalog: Catalog) -> Provision:
    """Return a provision as it stands on the page of its act."""
    work = catalog.works.get(id_)
    shown = version_on(work, catalog.as_of) if work else None
    if work is None or shown is None:
        return Provision(catalog.short(id_), "", "", unit)
    return Provision(catalog.short(id_), work.url, shown.path, unit)


def places(effect: Effect, at: str = "") -> tuple[str, ...]:
    """Return how the unit that an effect leaves behind may be called.

    An inserted unit is named by what holds it or, as an article is, without that.
    """
    if effect.op is Op.RENUMBER and effect.new:
        around = at.rpartition(".")[0]
        return (f"{around}.{effect.new}".lstrip("."), effect.new)
    if effect.op not in _INSERTS:
        return (at,)
    holder = "" if at in {"act", ""} else f"{at}."
    return tuple(dict.fromkeys((f"{holder}{effect.new}", effect.new)))


def targets(effect: Effect) -> tuple[str, ...]:
    """Return the units that an effect names; the whole act is an empty one."""
    return effect.at or ("",)


def how(effect: Effect) -> str:
    """Say which words an effect moves; empty where it moves whole units."""
    if effect.op is Op.INSERT_WORDS:
        side = "trước" if effect.position == "before" else "sau"
        return f"thêm “{effect.with_}” vào {side} “{effect.find}”"
    if effect.op is Op.DELETE_WORDS:
        return f"bỏ “{effect.find}”"
    if effect.find:
        return f"thay “{effect.find}” bằng “{effect.with_}”"
    return ""


def _before(effect: Effect, at: str) -> str:
    """Return the address of what an effect changes, in the text before."""
    if effect.op in _INSERTS:
        return ""
    return f"{at.removesuffix('.ten')}.ten" if effect.op is Op.RETITLE else at


def _within(turn: Turn, version: Version) -> bool:
    """Tell whether a version stands at or behind a turn."""
    start = turn.new.start if turn.new else None
    return bool(start and version.start and start <= version.start)


def _renumbered(turn: Turn) -> Iterator[tuple[str, str]]:
    for deed in turn.deeds:
        if deed.effect.op is Op.RENUMBER and deed.effect.at:
            old = deed.effect.at[0]
            yield old, places(deed.effect, old)[0]


def _followed(change: Change, moved: Mapping[str, str]) -> Change:
    """Return a change where its unit stands after others were renumbered."""
    for old, new in moved.items():
        if f"{change.places[0]}.".startswith(f"{old}."):
            tail = change.places[0].removeprefix(old)
            return replace(change, places=(f"{new}{tail}",))
    return change


def _changes(work: Work, turn: Turn, deed: Deed, catalog: Catalog) -> Iterator[Change]:
    effect, old, new = deed.effect, turn.old, turn.new
    for at in targets(effect):
        whole = at in {"", "act", EVERYWHERE} and effect.op not in _INSERTS
        yield Change(
            places=places(effect, at),
            was=_before(effect, at),
            done=DONE[effect.op],
            words=how(effect),
            find=effect.find if whole else "",
            by=provision(deed.by, effect.by, catalog),
            row=(deed.by, effect.line),
            since=deed.since,
            old=old.path if old else "",
            new=new.path if new else "",
            compare=comparison_url(work, old, new) if old and new else "",
        )
