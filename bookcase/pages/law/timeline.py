"""The history of an act, line by line: its versions, phases, suspensions, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.history.status import WHOLE
from bookcase.model.effects import Op
from bookcase.pages.compare.comparison import comparable, comparison_url
from bookcase.pages.law.changes import DONE
from bookcase.pages.law.pauses import places_of
from bookcase.pages.law.versions import until, version_url
from bookcase.pages.markup import day
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Chip, Link, Moment, When, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from bookcase.history.status import Status
    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect, Phase
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.deeds import Turn

MANY = 4
"""How many provisions a line names before it only counts them."""

_REASONS = {
    "bai-bo": "bị bãi bỏ",
    "thay-the": "được thay thế",
    "het-thoi-han": "hết thời hạn",
}


def timeline(
    work: Work, shown: Version, catalog: Catalog, state: Status
) -> tuple[Moment, ...]:
    """Return the lines in order of time; none where there is nothing to tell.

    Args:
        work: The act.
        shown: The version being read.
        catalog: Everything else.
        state: The act's state on the day of the build.
    """
    acted = catalog.effects.get(work.id, ())
    if len(work.versions) < 2 and not (acted or work.phases or state.ends):  # noqa: PLR2004 - one version is no history
        return ()
    moments = [
        *_issued(work),
        *_versions(work, shown, catalog),
        *_phases(work, catalog),
        *_pauses(work, catalog),
        *_unapplied(work, catalog),
        *_end(work, catalog, state),
    ]
    return tuple(sorted(moments, key=lambda one: (one.day is not None, one.day)))


def _issued(work: Work) -> Iterator[Moment]:
    if work.issued:
        yield Moment(work.issued, "Ban hành")


def _versions(work: Work, shown: Version, catalog: Catalog) -> Iterator[Moment]:
    for turn in catalog.turns(work):
        version = turn.new
        if version is None or version.start is None:
            continue
        label = Link(f"Bản từ {day(version.start)}", version_url(work, version))
        compare = None
        if turn.old is not None:
            url = comparison_url(work, turn.old, version)
            compare = Link("so với bản trước", url)
        yield Moment(
            day=version.start,
            text=_made(version, turn),
            version=label,
            acts=tuple(_acts(version, turn, catalog)),
            compare=compare,
            chips=(*_soon(version.start, catalog), *_now(work, version, catalog)),
            here=version is shown,
        )
    dated = {version.path for _, version in comparable(work)}
    for version in work.versions:
        if version.path not in dated:
            yield _undated(work, version, shown)


def _undated(work: Work, version: Version, shown: Version) -> Moment:
    codified = version.text == "codified"
    name = "Lời văn theo Bộ pháp điển" if codified else "Bản chưa rõ ngày"
    link = Link(name, version_url(work, version))
    return Moment(None, "", link, here=version is shown)


def _made(version: Version, turn: Turn) -> str:
    if version.text == "as-enacted":
        return "Có hiệu lực, lời văn như khi ban hành"
    return "Sửa đổi, bổ sung" if turn.deeds or version.by else "Hợp nhất"


def _acts(version: Version, turn: Turn, catalog: Catalog) -> Iterator[Link]:
    if version.text != "as-enacted":
        ids = dict.fromkeys(deed.by for deed in turn.deeds)
        yield from (_act(id_, catalog) for id_ in ids or version.by)


def _act(id_: str, catalog: Catalog) -> Link:
    known = catalog.link(id_)
    return Link(catalog.short(id_), known.url, away=known.away)


def _phases(work: Work, catalog: Catalog) -> Iterator[Moment]:
    for phase in work.phases:
        if WHOLE not in phase.at:
            what = f"{_units(phase.at)} bắt đầu có hiệu lực"
            chips = tuple(_soon(phase.start, catalog))
            yield Moment(phase.start, what, chips=chips)


def _pauses(work: Work, catalog: Catalog) -> Iterator[Moment]:
    for by, effect in catalog.effects.get(work.id, ()):
        if effect.op in {Op.SUSPEND, Op.RESUME}:
            for phase in effect.effective:
                yield Moment(
                    phase.start,
                    _pause(effect, phase, catalog),
                    acts=(_act(by, catalog),),
                    chips=tuple(_soon(phase.start, catalog)),
                )


def _pause(effect: Effect, phase: Phase, catalog: Catalog) -> str:
    units = "toàn bộ" if not effect.at or WHOLE in effect.at else _units(effect.at)
    end = f" đến trước ngày {day(phase.until)}" if phase.until else ""
    what = "Tiếp tục áp dụng" if effect.op is Op.RESUME else DONE[effect.op]
    return f"{what} {units}{places_of(phase, catalog)}{end}"


def _unapplied(work: Work, catalog: Catalog) -> Iterator[Moment]:
    """Yield a line for each day and act whose changes no version has."""
    grouped: dict[tuple[date, str], list[str]] = {}
    for deed in catalog.turns(work)[-1].deeds:
        effect = deed.effect
        grouped.setdefault((deed.since, deed.by), []).extend(effect.at or (effect.new,))
    for (start, by), units in grouped.items():
        what = f"Sửa đổi {_units(units)}; lời văn chưa cập nhật"
        chips = tuple(_soon(start, catalog))
        yield Moment(start, what, acts=(_act(by, catalog),), chips=chips)


def _end(work: Work, catalog: Catalog, state: Status) -> Iterator[Moment]:
    if state.ends is None:
        return
    reason = _REASONS.get(work.ends.reason, "") if work.ends else ""
    by = dict.fromkeys(enders(work, catalog, state.ends))
    yield Moment(
        state.ends,
        "Hết hiệu lực toàn bộ" + (f": {reason}" if reason else ""),
        acts=tuple(_act(id_, catalog) for id_ in by),
        chips=tuple(_soon(state.ends, catalog)),
    )


def enders(work: Work, catalog: Catalog, end: date) -> Iterator[str]:
    """Yield the acts that end an act on a day, as far as they are known."""
    if work.ends and work.ends.by:
        yield work.ends.by
    for by, effect in catalog.effects.get(work.id, ()):
        whole = not effect.at or WHOLE in effect.at
        starts = [phase.start for phase in effect.effective]
        if effect.op is Op.REPEAL and whole and end in starts:
            yield by


def _units(units: Iterable[str]) -> str:
    """Name some provisions, or say how many they are."""
    named = list(dict.fromkeys(filter(None, units)))
    if len(named) > MANY:
        return f"{len(named)} điều khoản"
    return ", ".join(map(provision_name, named)) or "một số điều khoản"


def _soon(start: date, catalog: Catalog) -> Iterator[Chip]:
    if start > catalog.as_of:
        yield Chip("sắp tới", When(until=start))


def _now(work: Work, version: Version, catalog: Catalog) -> Iterator[Chip]:
    ends = (until(work, version), catalog.states[work.id].ends)
    end = min(filter(None, ends), default=None)
    if days := when(version.start, end, catalog.as_of):
        yield Chip("hiện hành", days)
