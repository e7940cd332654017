"""The boxes above a text: which text it is, what has come since, what is to come.

What is true on some days only bears those days (:class:`bookcase.pages.view.When`), so
that an old copy tells by the reader's own clock that a newer text is in force.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.history.pending import pending
from bookcase.history.status import version_on
from bookcase.model.effects import Op
from bookcase.model.relations import Rel
from bookcase.pages.compare.comparison import comparable, comparison_url
from bookcase.pages.law.changes import DONE, places, targets
from bookcase.pages.law.deeds import Deed
from bookcase.pages.law.pauses import pauses, places_of, span_of
from bookcase.pages.law.timeline import enders
from bookcase.pages.law.versions import follower, is_past, version_url
from bookcase.pages.markup import day
from bookcase.pages.provisions import provision_name
from bookcase.pages.view import Link, Notice, when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bookcase.history.status import Status
    from bookcase.model.act import Version, Work
    from bookcase.pages.catalog import Catalog

STAMP = "VĂN BẢN MINH HỌA, không có giá trị pháp lý"
MACHINE = (
    "Văn bản này do máy hợp nhất, không phải văn bản hợp nhất chính thức; khi áp dụng,"
    " căn cứ vào các văn bản gốc."
)
BY_HAND = (
    "Văn bản này do người biên tập hợp nhất, không phải văn bản hợp nhất chính thức;"
    " khi áp dụng, căn cứ vào các văn bản gốc."
)


def banners(
    work: Work, version: Version, state: Status, catalog: Catalog, language: str = "vi"
) -> Iterator[Notice]:
    """Yield the boxes of a version's page, from the stamp down."""
    if work.specimen:
        yield Notice("stamp", STAMP)
    yield Notice("as-of", period(work, version, state))
    yield from _newer(work, version, catalog)
    yield from _next(work, version, catalog)
    yield from _unapplied(work, version, catalog)
    yield from _not_held(work, version, catalog)
    yield from _suspended(work, catalog)
    yield from _ending(work, state, catalog)
    yield from _made(version, catalog)
    yield from _official(work, catalog)
    if language != "vi":
        yield Notice("note", "Bản dịch tham khảo; văn bản tiếng Việt có giá trị.")


def period(work: Work, version: Version, state: Status) -> str:
    """Say on which days a version holds."""
    if version.text == "codified":
        month = "/".join(reversed(version.seen_on.split("-")))
        return (
            f"Lời văn theo Bộ pháp điển tháng {month}; không có phần mở đầu, phụ lục và"
            " các điều đã hết hiệu lực."
        )
    if version.start is None:
        return "Chưa rõ ngày có hiệu lực của bản này."
    later = [start for start, _ in comparable(work) if start > version.start]
    until = min([*later, *([state.ends] if state.ends else [])], default=None)
    many = "Đang xem bản" if len(work.versions) > 1 else "Bản"
    words = f"{many} có hiệu lực từ ngày {day(version.start)}"
    return f"{words} đến trước ngày {day(until)}." if until else f"{words}."


def _newer(work: Work, version: Version, catalog: Catalog) -> Iterator[Notice]:
    """Say on a page of another time where the text of now is."""
    now = version_on(work, catalog.as_of)
    if now is None or now is version:
        return
    link = Link("Xem bản hiện hành", work.url)
    if version.start and version.start > catalog.as_of:
        words = f"Bản này chưa có hiệu lực, áp dụng từ ngày {day(version.start)}."
        days = when(None, version.start, catalog.as_of)
        yield Notice("warning", words, link, days=days)
    elif is_past(work, version, catalog.as_of) and now.start:
        words = f"Đã có bản mới hơn, có hiệu lực từ ngày {day(now.start)}."
        yield Notice("warning", words, link, _compared(work, version))
    else:
        words = "Bạn đang xem một bản khác với bản hiện dùng của văn bản này."
        yield Notice("warning", words, link)


def _next(work: Work, version: Version, catalog: Catalog) -> Iterator[Notice]:
    """Say which text follows before its day, and from each day on which is the newest.

    An old copy then leads to the text that its own day has, not to the first of them.
    """
    after = follower(work, version)
    if after is None or after.start is None or after.start <= catalog.as_of:
        return
    compare = _compared(work, version)
    words = f"Văn bản này có thay đổi từ ngày {day(after.start)}."
    days = when(None, after.start, catalog.as_of)
    yield Notice("note", words, _from(work, after, after.start), compare, days=days)
    later = [pair for pair in comparable(work) if pair[0] >= after.start]
    ends = [*(start for start, _ in later[1:]), None]
    for (start, one), end in zip(later, ends, strict=True):
        words = f"Đã có bản mới hơn, có hiệu lực từ ngày {day(start)}."
        days = when(start, end, catalog.as_of)
        near = compare if one == after else None
        yield Notice("warning", words, _from(work, one, start), near, days=days)


def _from(work: Work, version: Version, start: date) -> Link:
    return Link(f"Xem bản từ {day(start)}", version_url(work, version))


def _compared(work: Work, version: Version) -> Link | None:
    after = follower(work, version)
    if after is None:
        return None
    return Link("So sánh hai bản", comparison_url(work, version, after))


def _unapplied(work: Work, version: Version, catalog: Catalog) -> Iterator[Notice]:
    """List the changes that the text lacks: those that began, those to come."""
    if is_past(work, version, catalog.as_of) or version.text == "codified":
        return
    begun = tuple(_lacking(work, version, catalog))
    if begun:
        yield Notice("warning", _count(begun), items=_listed(begun, catalog))
    left = catalog.turns(work)[-1].deeds
    for start in sorted({one.since for one in left if one.since > catalog.as_of}):
        new = tuple(deed for deed in left if deed.since == start)
        items = _listed(new, catalog)
        words = f"Văn bản này có thay đổi từ ngày {day(start)}; chưa có lời văn mới."
        days = when(None, start, catalog.as_of)
        yield Notice("note", words, items=items, days=days)
        days = when(start, None, catalog.as_of)
        yield Notice("warning", _count(new), items=items, days=days)


def _not_held(work: Work, version: Version, catalog: Catalog) -> Iterator[Notice]:
    if is_past(work, version, catalog.as_of) or version.text == "codified":
        return
    if left := unheld(work, version, catalog):
        words = (
            f"Chưa cập nhật: còn {len(left)} văn bản sửa đổi văn bản này mà tủ sách"
            " chưa có nội dung sửa đổi; lời văn dưới đây có thể còn thiếu."
        )
        yield Notice("warning", words, items=tuple(map(catalog.link, left)))


def unheld(work: Work, version: Version, catalog: Catalog) -> tuple[str, ...]:
    """Return the acts that amend an act, as others say, by changes that nobody knows.

    Relations say so, or an official text that merges them. Those that the version, or
    one before it, includes are not among them.
    """
    held = {by for by, _ in catalog.effects.get(work.id, ())}
    last = version.start or date.max
    for one in work.versions:
        if one == version or (one.start or date.max) <= last:
            held.update(one.by)
    amending = catalog.incoming.get(work.id, {}).get(Rel.AMENDS, ())
    return tuple(id_ for id_ in amending if id_ not in held)


def _lacking(work: Work, version: Version, catalog: Catalog) -> Iterator[Deed]:
    rows = catalog.effects.get(work.id, ())
    for by, effect in pending(work, version, rows, catalog.as_of):
        yield from (Deed(by, effect, phase) for phase in effect.effective)


def _count(deeds: Sequence[Deed]) -> str:
    return f"Chưa cập nhật: {len(deeds)} sửa đổi chưa áp dụng vào lời văn dưới đây."


def _listed(deeds: Iterable[Deed], catalog: Catalog) -> tuple[Link, ...]:
    return tuple(_deed(deed, catalog) for deed in deeds)


def _deed(deed: Deed, catalog: Catalog) -> Link:
    effect = deed.effect
    named = (places(effect, at)[0] for at in targets(effect))
    units = ", ".join(map(provision_name, filter(None, named)))
    done = f"{DONE[effect.op]} {units}".rstrip()
    by = f"{provision_name(effect.by)} {catalog.short(deed.by)}"
    known = catalog.link(deed.by)
    url = f"{known.url}#{effect.by}" if known.url else ""
    return Link(by, url, f"{done}, từ ngày {day(deed.since)}", known.away)


def _suspended(work: Work, catalog: Catalog) -> Iterator[Notice]:
    """Say that the act as a whole is suspended, where and when."""
    for one in pauses(work, catalog):
        if one.effect.op is not Op.SUSPEND or one.unit:
            continue
        where, known = places_of(one.phase, catalog), catalog.link(one.by)
        link = Link(catalog.short(one.by), known.url, away=known.away)
        said = f"ngưng hiệu lực{where} {span_of(one.phase)} theo"
        start, end = one.phase.start, one.phase.until
        if days := when(None, start, catalog.as_of):
            yield Notice("note", f"Văn bản sẽ {said}", link, days=days)
        if days := when(start, end, catalog.as_of):
            yield Notice("warning", f"Văn bản đang {said}", link, days=days)


def _ending(work: Work, state: Status, catalog: Catalog) -> Iterator[Notice]:
    """Say when the act ends, and by which act; before that day and after it."""
    if state.ends is None:
        return
    instead = catalog.incoming.get(work.id, {}).get(Rel.REPLACES, ())
    by = next(enders(work, catalog, state.ends), next(iter(instead), ""))
    known = catalog.link(by) if by else Link("")
    link = Link(catalog.short(by), known.url, away=known.away) if by else None
    said = " và được thay thế bởi" if by in instead else " theo"
    words = f"hết hiệu lực từ ngày {day(state.ends)}{said if by else '.'}"
    if days := when(None, state.ends, catalog.as_of):
        yield Notice("note", f"Văn bản này {words}", link, days=days)
    days = when(state.ends, None, catalog.as_of)
    yield Notice("warning", f"Văn bản này đã {words}", link, days=days)


def _made(version: Version, catalog: Catalog) -> Iterator[Notice]:
    """Say who consolidated the text, and which text is official."""
    if version.made == "official":
        link = official(version, catalog)
        if link is not None:
            yield Notice("note", "Lời văn theo văn bản hợp nhất chính thức:", link)
        return
    words = _unofficial(version)
    if not words:
        return
    link = official(version, catalog)
    if link is not None:
        words += " Văn bản hợp nhất chính thức:"
    yield Notice("warning", words, link)


def disclaimer(version: Version, catalog: Catalog) -> str:
    """Say to programs what a page says of a consolidation that is not official."""
    link = official(version, catalog)
    words = _unofficial(version)
    return f"{words} Văn bản hợp nhất chính thức: {link.label}." if link else words


def _unofficial(version: Version) -> str:
    words = {"by-machine": MACHINE, "by-hand": BY_HAND}.get(version.made or "", "")
    if words and version.checked_by:
        words += f" Người kiểm tra: {', '.join(version.checked_by)}."
    return words


def official(version: Version, catalog: Catalog) -> Link | None:
    """Return the official consolidated text of a version, with a link if held."""
    if not version.official:
        return None
    id_ = catalog.numbers.get(version.official, version.official)
    known = catalog.links.get(id_)
    if known is None:
        return Link(version.official)
    return Link(catalog.short(id_), known.url, away=known.away)


def _official(work: Work, catalog: Catalog) -> Iterator[Notice]:
    """Lead from an official consolidated text to the act, whose page knows its days."""
    base = catalog.works.get(work.consolidates)
    if base is None:
        return
    held = (one for one in base.versions if one.start and _is_official(one, work))
    same = next(held, None)
    label = f"bản từ ngày {day(same.start)}" if same and same.start else ""
    yield Notice(
        "note",
        "Đây là văn bản hợp nhất. Lời văn theo từng ngày có hiệu lực:",
        Link(catalog.link(base.id).label, base.url),
        Link(label, version_url(base, same)) if same else None,
    )


def _is_official(version: Version, work: Work) -> bool:
    return version.official in {work.id, work.number} - {""}
