"""What happens to an act on a day, in the readers' words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.history.upcoming import Happens
from bookcase.model.effects import Op, Phase
from bookcase.pages.law.changes import DONE, how, places
from bookcase.pages.law.pauses import places_of
from bookcase.pages.law.versions import version_url
from bookcase.pages.markup import day
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.history.upcoming import Coming
    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog

_ALL_OVER = "toàn văn bản"
_IN_PLACES = "mọi chỗ có cụm từ"
_WHOLE = {
    Happens.STARTS: "Có hiệu lực",
    Happens.CHANGED: "Có lời văn mới",
    Happens.SUSPENDED: "Ngưng hiệu lực toàn bộ",
    Happens.RESUMED: "Tiếp tục có hiệu lực toàn bộ",
    Happens.PAUSE_ENDS: "Hết thời gian ngưng hiệu lực toàn bộ",
    Happens.LAPSES: "Hết thời gian áp dụng nội dung tạm thời",
    Happens.ENDS: "Hết hiệu lực toàn bộ",
}
_PART = {
    Happens.STARTS: "Có hiệu lực:",
    Happens.RESUMED: "Tiếp tục có hiệu lực:",
    Happens.PAUSE_ENDS: "Hết thời gian ngưng hiệu lực:",
    Happens.LAPSES: "Hết thời gian áp dụng nội dung tạm thời:",
}
_COUNTED = {
    Happens.STARTS: "có hiệu lực",
    Happens.CHANGED: "sửa đổi",
    Happens.INSERTED: "bổ sung",
    Happens.REPEALED: "bãi bỏ",
    Happens.SUSPENDED: "ngưng hiệu lực",
    Happens.RESUMED: "tiếp tục có hiệu lực",
    Happens.PAUSE_ENDS: "hết thời gian ngưng hiệu lực",
    Happens.LAPSES: "hết thời gian áp dụng nội dung tạm thời",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happens: *Sửa đổi* [Điều 5], by a provision of an act."""

    done: str
    units: tuple[Link, ...] = ()
    words: str = ""
    where: str = ""
    by: Link | None = None

    @property
    def said(self) -> str:
        """Return the line as plain words."""
        units = ", ".join(one.label for one in self.units)
        words = f" ({self.words})" if self.words else ""
        by = f" theo {self.by.label}" if self.by else ""
        return f"{self.done} {units}".strip() + words + self.where + by


def line_of(one: Coming, work: Work | None, catalog: Catalog) -> Line:
    """Return what is said of one thing that happens."""
    units = tuple(_unit(unit, one, work) for unit in one.units)
    where = places_of(Phase(one.day, where=one.where), catalog)
    if one.until:
        where += f" đến trước ngày {day(one.until)}"
    return Line(_done(one), units, _words(one), where, _doer(one, catalog))


def _done(one: Coming) -> str:
    if not one.units:
        done = _WHOLE[one.what]
        return done.removesuffix(" toàn bộ") if one.where else done
    known = _PART.get(one.what)
    return known or (DONE[one.row.op] if one.row else _WHOLE[one.what])


def _unit(unit: str, one: Coming, work: Work | None) -> Link:
    """Lead to a provision: as it stands now; what is new, to the text that has it."""
    url = work.url if work else ""
    if unit in {"everywhere", "act"}:
        words = bool(one.row and one.row.find)
        return Link(_IN_PLACES if words else _ALL_OVER, url)
    place = unit.removesuffix(".ten")
    titled = one.row and one.row.op is Op.RETITLE
    if work and one.what is Happens.INSERTED:
        held = (new for new in work.versions if new.start == one.day and new.path)
        url = next((version_url(work, new) for new in held), "")
    name = provision_name(place if titled else unit)
    return Link(name, f"{url}#{place}" if url else "")


def _words(one: Coming) -> str:
    if one.row is None or one.what in {Happens.PAUSE_ENDS, Happens.LAPSES}:
        return ""
    if one.row.op is Op.RENUMBER and one.row.at:
        return f"thành {provision_name(places(one.row, one.row.at[0])[0])}"
    return how(one.row)


def _doer(one: Coming, catalog: Catalog) -> Link | None:
    if not one.by:
        return None
    known, label = catalog.link(one.by), catalog.short(one.by)
    if one.row is None:
        return Link(label, known.url, "", known.away)
    url = f"{known.url}#{one.row.by}" if known.url else ""
    name = provision_name(one.row.by)
    return Link(f"{name} {label}".strip(), url, "", known.away)


def summary_of(rows: Iterable[Coming]) -> str:
    """Count what is folded away: *Sửa đổi 120 quy định, bãi bỏ 3 quy định*."""
    counts: dict[Happens, set[str]] = defaultdict(set)
    for one in rows:
        counts[one.what] |= {*one.units}
    said = [
        f"{_COUNTED[what]} {len(units)} quy định"
        if units
        else _WHOLE[what][0].lower() + _WHOLE[what][1:]
        for what, units in counts.items()
    ]
    words = ", ".join(said)
    return words[0].upper() + words[1:]
