"""What a publication's page says of its legal basis: still so, changed, to change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.history.aims import Aimed
from bookcase.history.rests import rested
from bookcase.history.stale import Standing
from bookcase.pages.compare.comparison import comparison_url, neighbours
from bookcase.pages.law.versions import version_url
from bookcase.pages.markup import day
from bookcase.pages.view import Link, Notice, when

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.history.rests import Rest
    from bookcase.history.stale import Verdict
    from bookcase.model.act import Work
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog

_DONE = {
    Standing.CHANGED: "đã thay đổi",
    Standing.REPEALED: "đã bị bãi bỏ",
    Standing.ENDED: "thuộc văn bản đã hết hiệu lực",
    Standing.NEVER: "không tìm thấy trong văn bản được dẫn",
}
_WILL = {
    Standing.CHANGED: "sẽ thay đổi",
    Standing.REPEALED: "sẽ bị bãi bỏ",
    Standing.ENDED: "thuộc văn bản sẽ hết hiệu lực",
}
_ARTICLE = re.compile(r"(?:kt\d+\.)?d\d+[a-z]*")
_NO_TEXT = "chưa có văn bản để đối chiếu"


def outdated(publication: Publication, catalog: Catalog) -> Iterator[Notice]:
    """Yield a box for each basis that has changed, or will on a known day.

    What is to come bears its days, so that an old copy tells of it by the reader's
    clock when it has come.
    """
    for rest in rested(publication, catalog.rests):
        verdict = rest.verdict
        if verdict.stale:
            yield _changed(rest, verdict.standing, verdict.since, catalog)
        elif verdict.next_day and verdict.next_standing:
            yield from _coming(rest, verdict, verdict.next_day, catalog)


def warning(publication: Publication, catalog: Catalog) -> str:
    """Say on paper what has changed; empty where nothing has."""
    said = [
        sentence(rest, rest.verdict.standing, rest.verdict.since)
        for rest in rested(publication, catalog.rests)
        if rest.verdict.stale
    ]
    return " ".join(said)


def basis_links(publication: Publication, catalog: Catalog) -> Iterator[Link]:
    """Yield the legal basis of a publication, each leading to its provision."""
    for rest in catalog.rests.get(publication.id, ()):
        if rest.basis in publication.legal_basis:
            yield basis_link(rest, catalog)


def basis_link(rest: Rest, catalog: Catalog) -> Link:
    """Return a basis as its editor wrote it, leading to its provision."""
    target = catalog.link(rest.aim.work) if rest.aim.work else Link("")
    note = "" if target.url else _NO_TEXT
    if rest.verdict.stale:
        note = f"{_DONE[rest.verdict.standing]}{_from(rest.verdict.since)}"
    return Link(rest.basis.cite, _place(target.url, rest), note, target.away)


def sentence(rest: Rest, standing: Standing, since: date | None) -> str:
    """Say what became of a basis: *Quy định được dẫn đã thay đổi từ ngày …: …*."""
    return f"Quy định được dẫn {_DONE[standing]}{_from(since)}: {rest.basis.cite}."


def _changed(
    rest: Rest, standing: Standing, since: date | None, catalog: Catalog
) -> Notice:
    link, other = _compared(rest, catalog), _doer(rest.by, catalog)
    words = sentence(rest, standing, since)
    return Notice("warning", words, link or other, other if link else None)


def _coming(
    rest: Rest, verdict: Verdict, at: date, catalog: Catalog
) -> Iterator[Notice]:
    """Yield the box for before the day, and the one for from then on."""
    standing = verdict.next_standing or Standing.CHANGED
    doer = _doer(rest.next_by, catalog)
    words = f"Quy định được dẫn {_WILL[standing]} từ ngày {day(at)}: {rest.basis.cite}."
    yield Notice("note", words, doer, days=when(None, at, catalog.as_of))
    words = sentence(rest, standing, at)
    yield Notice("warning", words, doer, days=when(at, None, catalog.as_of))


def _compared(rest: Rest, catalog: Catalog) -> Link | None:
    """Lead to what the words were and are, as near as pages show it."""
    work = catalog.works.get(rest.aim.work)
    after = rest.verdict.after
    if work is None or after is None or not after.path:
        return _text_of(work, rest)
    for old, new in neighbours(work):
        if new == after:
            url = comparison_url(work, old, new) + _compared_at(rest)
            return Link("Xem chỗ đã thay đổi", url)
    return Link("Xem lời văn hiện nay", _place(version_url(work, after), rest))


def _compared_at(rest: Rest) -> str:
    """Return the place of a changed Điều on a comparison page, as a fragment."""
    found = _ARTICLE.match(rest.aim.units[0]) if rest.aim.units else None
    return f"#ss-{found[0]}" if found and rest.verdict.before else ""


def _text_of(work: Work | None, rest: Rest) -> Link | None:
    if work is None or rest.aim.aimed is not Aimed.HELD:
        return None
    return Link("Xem văn bản", work.url)


def _doer(acts: tuple[str, ...], catalog: Catalog) -> Link | None:
    if not acts:
        return None
    target = catalog.link(acts[-1])
    return Link(f"theo {target.label}", target.url, "", target.away)


def _place(url: str, rest: Rest) -> str:
    gone = rest.verdict.standing in {Standing.NEVER, Standing.REPEALED}
    unit = rest.aim.units[0] if rest.aim.units and not gone else ""
    return f"{url}#{unit}" if url and unit else url


def _from(since: date | None) -> str:
    return f" từ ngày {day(since)}" if since else ""
