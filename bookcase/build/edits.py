"""Make what is due when nothing but texts of some acts has changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build.following import Workers, changed, follow, mend_all
from bookcase.build.making import context_of, in_index, index, smalls_of
from bookcase.build.plan import of_works
from bookcase.build.publishing.publish import finish, publish
from bookcase.build.rendering.texts import held_text, lacking_rows
from bookcase.build.renewal import Renewal
from bookcase.build.saving import (
    ELSEWHERE,
    HUB,
    LINKING,
    OUTCOME,
    changed_since,
    distrusted,
    put_stamp,
    save,
    save_files,
    told,
)
from bookcase.build.setting import frame_of, ground_of
from bookcase.build.work.execute import workers
from bookcase.diagnostics import has_errors

if TYPE_CHECKING:
    from bookcase.build.following import Followed
    from bookcase.build.hub.saved import SavedHub
    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.outcome import BuildReport, Frame, Outcome
    from bookcase.build.part.narrowing import Elsewhere
    from bookcase.build.rendering.cited import Linking
    from bookcase.build.request import BuildRequest
    from bookcase.build.state import Before

_FEW = 8
"""So few pages are made before a second process would have begun."""


def make_few(
    frame: Frame,
    last: Outcome,
    known: Linking,
    renewal: Renewal,
    owners: frozenset[str],
) -> Outcome:
    """Make what is due; all else is as the last build left it.

    Args:
        frame: What with and where.
        last: What came of the last build.
        known: The catalog, and all acts by their names, as they were kept.
        renewal: Decides which pages are due.
        owners: The acts whose pages read the texts.
    """
    seen, ledger = known.catalog, renewal.ledger
    renewal.planned |= {url: renewal.before[url][0] for url in last.order}
    due = [
        page
        for work, pages in of_works((seen.works[one] for one in sorted(owners)), seen)
        for page in renewal.due(pages, work.id)
    ]
    jobs = frame.config.jobs if len(due) > _FEW else 1
    followed: Followed | None = None
    with workers(jobs, context_of(frame, known)) as pool:
        staff = Workers(pool, jobs)
        renewal.make(due, pool, jobs, frame.progress)
        made = tuple(renewal.rows)
        if changed(renewal, made):
            smalls = smalls_of(renewal, last.order)
            followed = follow(renewal, smalls, seen, last.extras, staff)
        else:
            mend_all(renewal, ledger.mends(made), staff)
    words = _words(renewal, last.words)
    dated = {
        url: renewal.rows[url].small.dated if url in renewal.rows else digests
        for url, digests in last.dated.items()
    }
    indexed = index(frame, ledger, seen, in_index(words, dated), same=True)
    smalls = {url: row.small for url, row in renewal.rows.items()}
    before = [small for url in smalls if (small := ledger.small(url))]
    findings = last.findings.with_pages(smalls, before)
    if followed:
        findings = replace(findings, followed=followed.found)
    return last._replace(
        report=_report(last, renewal, followed),
        findings=findings,
        words=words,
        dated=dated,
        indexed=indexed,
        further=followed.urls if followed else last.further,
        followed=followed,
    )


def _words(renewal: Renewal, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return what pages of today's texts are known by in the index, in order."""
    new = {
        old.indexed: row.small.indexed
        for url, row in renewal.rows.items()
        if (old := renewal.ledger.small(url)) and old.indexed
    }
    return tuple(new.get(one, one) for one in before)


def _report(last: Outcome, renewal: Renewal, followed: Followed | None) -> BuildReport:
    """Return the figures of all pages, out of those of the last build."""
    ledger = renewal.ledger
    gone = set(last.further) - set(followed.urls) if followed else set()
    before = [ledger.small(url) for url in (*renewal.rows, *gone)]
    after = [row.small for row in renewal.rows.values()]
    old = [one for one in before if one]
    return replace(
        last.report,
        pages=last.report.pages
        + sum(one.counted for one in after)
        - sum(one.counted for one in old),
        size=last.report.size
        + sum(one.size for one in after)
        - sum(one.size for one in old),
    )


def few(
    request: BuildRequest, before: Before, ledger: Ledger, owners: frozenset[str]
) -> BuildReport:
    """Bring a site to what the content says, of which texts alone have changed."""
    forget_texts()
    last: Outcome = ledger.thing(OUTCOME)
    known: Linking = ledger.thing(LINKING)
    hub: SavedHub = ledger.thing(HUB)
    missing: Elsewhere | None = ledger.thing(ELSEWHERE)
    frame = frame_of(request, before, hub, missing)
    ground = ground_of(before, hub, missing)
    renewal = Renewal(ledger, before.site.stage, ground, ledger.keys())
    made = make_few(frame, last, known, renewal, owners)
    moving = changed_since(request, before)
    report = told(made, renewal, moving)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    put_stamp(request, before, ledger, report)
    followed = made.followed
    gone = set(last.indexed.files - made.indexed.files)
    gone |= set(last.further) - set(made.further)
    with ledger.whole():
        ledger.put(renewal.rows.values())
        if followed:
            ledger.drop(set(last.further) - set(made.further))
            ledger.set_mends(sorted(followed.mends.items()))
        save(request, ledger, made, report)
        save_files(request, before, ledger, distrusted(before.roots, moving))
        publish(before.site, ledger, gone)
    finish(request.site, before.site.stage, ledger)
    return report


def forget_texts() -> None:
    """Forget texts that were read for the build before, in a preview."""
    held_text.cache_clear()
    lacking_rows.cache_clear()
